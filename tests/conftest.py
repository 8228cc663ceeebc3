"""Fixtures for all tests: the built site; and the rule that in CI nothing is skipped."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from hypothesis import settings

from machine import in_ci
from server import Site, serving

settings.register_profile("no-clock", deadline=None)  # a test never fails because a machine is slow
settings.load_profile("no-clock")

ROOT: Final = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


def build(into: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Build the real mkdocs.yml strictly, in a process of its own, as people do."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(into), *options]
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built strictly once for all tests. BOTHWAYS_SITE names a built one to use instead."""
    if ready := os.environ.get("BOTHWAYS_SITE"):
        return Path(ready).resolve()
    into = tmp_path_factory.mktemp("built") / "site"
    done = build(into)
    if done.returncode:
        pytest.fail(f"the site does not build strictly:\n{done.stdout}{done.stderr}", pytrace=False)
    return into


ON_A_STICK: Final = """
import sys
from mkdocs.__main__ import cli
from bothways.outputs import pdf, worksheet

def empty(sheets, site, *rest):
    for file in (site / sheet.pdf(paper) for sheet in sheets for paper in worksheet.PAPERS):
        file.touch()

pdf.write_all = empty
cli(["build", "--strict", "--no-directory-urls", "--site-dir", sys.argv[1]])
"""


@pytest.fixture(scope="session")
def stick(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site as it is built for a memory stick. Its PDFs are empty: here it only matters where they are."""
    into = tmp_path_factory.mktemp("stick") / "site"
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-c", ON_A_STICK, str(into)]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.fail(f"the site does not build for a stick:\n{done.stdout}{done.stderr}", pytrace=False)
    return into


@pytest.fixture(scope="session")
def site(built: Path) -> Iterator[Site]:
    """The built site, served on this machine."""
    with serving(built) as served:
        yield served


def pytest_sessionfinish(session: pytest.Session) -> None:
    """In CI a skipped test is a failure: what is never run there is run nowhere."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if in_ci() and reporter and reporter.stats.get("skipped") and session.exitstatus == pytest.ExitCode.OK:
        reporter.write_line("CI: nothing may be skipped (see the reasons in the summary).", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_addoption(parser: pytest.Parser) -> None:
    """`pytest --update-golden` writes what is now true into the golden files; the diff is then read by a person."""
    parser.addoption("--update-golden", action="store_true", help="Rewrite the golden files.")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be rewritten."""
    return bool(request.config.getoption("--update-golden"))
