"""One slip, one problem, and the true one: every content file of the real course is broken by a typical slip."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from bothways.check.course import check
from bothways.source.library import load

ROOT = Path(__file__).resolve().parents[1]

PLAIN: Final = r'^(?P<key> *(?:- )?[a-z_]+): (?P<first>[A-Za-z]\w*) (?P<rest>\w[^:#"\n]*)$'
"""A field with a plain text of two words or more."""
NEEDED: Final = r"^(?P<key> *(?:label|means|about|minutes|number|summary|kind|cite)): .*\n"
"""A field that must be there."""
Slip = tuple[str, str | Callable[[re.Match[str]], str], int]
SLIPS: Final[dict[str, Slip]] = {
    "a colon in a text": (PLAIN, r"\g<key>: \g<first>: \g<rest>", 0),
    "a quote that is not closed": (PLAIN, r'\g<key>: "\g<first> \g<rest>', 0),
    "a quote that is lost": (r'^(?P<key> *[a-z_]+): "(?P<rest>.*)"$', r'\g<key>: "\g<rest>', 0),
    "a tab": (r"^ {2}(?=\S)", "\t", 0),
    "a field too far to the right": (r"^( *)(\w+): (\S.*\n)\1(\w+): (?=\S)", r"\1\2: \3\1 \4: ", 1),
    "a field that is empty": (PLAIN, r"\g<key>:", 0),
    "a field that is misspelt": (NEEDED, lambda m: m[0].replace(m["key"].strip(), swapped(m["key"].strip()), 1), 0),
    "a field that is lost": (NEEDED, "", -1),
}
"""What is looked for, what a slip makes of it, and how many lines below its beginning it is told; -1 for anywhere."""
SOURCES: Final = tuple(sorted(p for folder in ("docs", "exercises", "quizzes") for p in (ROOT / folder).rglob("*.*")))
FILES: Final = tuple(p.relative_to(ROOT).as_posix() for p in SOURCES if p.suffix in {".yml", ".md"})
KNOWN_TO_THE_PROGRAM_ALONE: Final = "docs/assets/"


def swapped(word: str) -> str:
    """The word with its second and third letter in each other's place."""
    return word[0] + word[2] + word[1] + word[3:]


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("course")
    for name in ("docs", "exercises", "quizzes"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


@pytest.mark.parametrize("name", [name for name in FILES if not name.startswith(KNOWN_TO_THE_PROGRAM_ALONE)])
def test_one_slip_is_one_problem_at_its_place(name: str, course: Path) -> None:
    file = course / name
    whole = file.read_text(encoding="utf-8")
    end = whole.find("\n---\n", 3) + 1 if name.endswith(".md") else len(whole)
    fitting = [slip for slip in SLIPS.values() if re.search(slip[0], whole[:end], re.MULTILINE)]
    # Each file gets two of the slips, so that all of them are tried on many files.
    start = FILES.index(name)
    for pattern, made, below in {fitting[(start + turn) % len(fitting)] for turn in range(2)} if fitting else ():
        found = re.search(pattern, whole[:end], re.MULTILINE)
        assert found
        new = made(found) if callable(made) else found.expand(made)
        file.write_text(whole[: found.start()] + new + whole[found.end() :], encoding="utf-8")

        problems = check(load(course))

        file.write_text(whole, encoding="utf-8")
        line = whole.count("\n", 0, found.start()) + 1 + below
        told = [str(problem) for problem in problems]
        if below < 0 and not told:
            continue  # it may be left out here, as the summary of a page that is no lesson
        assert len(told) == 1, told
        assert told[0].startswith(f"{name}:" if below < 0 else f"{name}:{line}:"), told
