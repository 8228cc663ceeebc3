"""Every rule has an example that breaks it, and the exact words that its author reads."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from bothways.check.course import check
from bothways.core.problems import report
from bothways.core.rules import RULES
from bothways.model.kinds import KINDS
from bothways.source.library import load
from samples import SOME, good_course

GOLDEN = Path(__file__).parent / "golden/rules"
CASES = sorted(GOLDEN.glob("*.yml"))


def change(root: Path, case: dict[str, Any]) -> None:
    """Change the good course as the case says: replace text in files, or write whole files."""
    for name, pairs in case.get("replace", {}).items():
        text = (root / name).read_text(encoding="utf-8")
        for old, new in pairs.items():
            assert old in text, f"{name} has no {old!r}"
            text = text.replace(old, new, 1)
        (root / name).write_text(text, encoding="utf-8")
    for name, text in case.get("write", {}).items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(text.encode("utf-8", errors="surrogateescape"))
    for name, target in case.get("link", {}).items():
        (root / name).symlink_to(target)
    for name in case.get("folder", ()):
        (root / name).mkdir(parents=True)
    for name, made in case.get("repeat", {}).items():
        (root / name).write_text(made["text"] * made["times"], encoding="utf-8")


def forbid(root: Path, names: Sequence[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Let some files be closed to whoever reads them, as file permissions do, but for root as well."""
    really = os.open

    def opening(path: Any, *rest: Any, **more: Any) -> int:
        if path in {root / name for name in names}:
            raise PermissionError(13, "Permission denied", str(path))
        return really(path, *rest, **more)

    monkeypatch.setattr(os, "open", opening)


def test_the_good_course_has_no_problems(tmp_path: Path) -> None:
    assert report(check(load(good_course(tmp_path)))) == "No problems."


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_rule(path: Path, tmp_path: Path, update_golden: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    text = path.read_text(encoding="utf-8")
    case = yaml.safe_load(text)
    change(good_course(tmp_path, SOME), case)
    forbid(tmp_path, case.get("forbid", ()), monkeypatch)

    found = "\n".join(map(str, check(load(tmp_path))))

    if update_golden:
        head = text.partition("problems: |\n")[0]
        path.write_text(
            head + "problems: |\n" + "".join(f"  {line}\n" for line in found.splitlines()), encoding="utf-8"
        )
    assert found == yaml.safe_load(path.read_text(encoding="utf-8"))["problems"].rstrip("\n")


def test_a_file_without_a_kind_hears_of_all_kinds(tmp_path: Path) -> None:
    (good_course(tmp_path) / "exercises/unit-1/the-sort.yml").write_text("title: No kind\n", encoding="utf-8")
    (found,) = [p for p in check(load(tmp_path)) if p.path.endswith("the-sort.yml")]

    assert (found.code, found.line) == ("BW202", 1)
    assert all(kind in found.fix for kind in KINDS)


def test_every_rule_has_a_failing_example() -> None:
    shown = {word for path in CASES for word in path.read_text(encoding="utf-8").split() if word in RULES}

    assert sorted(RULES.keys() - shown) == []
