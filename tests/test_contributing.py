"""CONTRIBUTING.md keeps its word: its commands are run, one after the other, on a copy of the project."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from bothways.cli import schema

ROOT: Final = Path(__file__).resolve().parents[1]
LEFT_OUT: Final = (".git", ".venv", "site", ".site-*", ".cache", ".*_cache", ".hypothesis", "__pycache__", "*.egg-info")


def commands(text: str) -> list[str]:
    """The shell blocks of a Markdown text."""
    return re.findall(r"^```sh\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project as somebody has it after a clone and the set-up. The environment is the one of these tests."""
    folder = tmp_path_factory.mktemp("clone") / "both-ways"
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(*LEFT_OUT))
    (folder / ".venv").mkdir()
    for name in ("bin", "lib", "pyvenv.cfg"):
        (folder / ".venv" / name).symlink_to(Path(sys.prefix) / name)
    stamps = subprocess.run(
        ["make", "--no-print-directory", "--eval", "stamps: ; @echo $(RUNTIME) $(TEST)", "stamps"],
        cwd=folder, capture_output=True, text=True, check=True,
    )  # fmt: skip
    for stamp in stamps.stdout.split():
        (folder / stamp).touch()
    return folder


def run(command: str, copy: Path) -> subprocess.CompletedProcess[str]:
    """One shell block, as a person would run it: the first command that fails ends it."""
    env = {k: v for k, v in os.environ.items() if k not in {"MAKEFLAGS", "MAKELEVEL", "CI"}}
    env["PYTHONPATH"] = str(copy / "hooks")
    return subprocess.run(["sh", "-ec", command], cwd=copy, env=env, capture_output=True, text=True, check=False)


def test_the_commands_of_contributing_work(copy: Path) -> None:
    blocks = commands((copy / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    assert len(blocks) >= 5
    for block in blocks:
        done = run(block, copy)
        assert done.returncode == 0, f"{block}\n{done.stdout}{done.stderr}"
    assert (copy / "exercises/unit-1/my-idea.yml").is_file()


def test_the_first_commands_of_the_readme_are_commands_of_make() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = re.findall(r"\bmake ([a-z]+)\b", readme)
    assert named[:2] == ["serve", "test"]
    assert set(named) <= targets


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "hooks/DECISIONS.md"])
def test_files_that_are_named_are_there(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", text)
    assert not [link for link in links if not (ROOT / name).parent.joinpath(link).exists()]


def test_editors_know_the_models_as_they_are() -> None:
    """`make schema` writes them anew."""
    for name, wanted in schema.schemas().items():
        kept = ROOT / ".vscode/schemas" / name
        assert kept.is_file(), f"{kept.name} is missing: run make schema"
        assert json.loads(kept.read_text(encoding="utf-8")) == wanted, f"{name} is old: run make schema"


def test_every_schema_is_wired_to_editors() -> None:
    settings = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
    assert {Path(path).name for path in settings["yaml.schemas"]} == set(schema.schemas())
