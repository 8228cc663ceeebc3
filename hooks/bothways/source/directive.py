"""The lines in a page that name an exercise, a quiz, a figure or a generated list: "::: exercise the-sign-up-sheet"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

NAMED: Final = ("exercise", "quiz", "figure", "see")
"""Directives that name something."""
LISTS: Final = (
    "objectives",
    "references",
    "glossary",
    "local-help",
    "in-danger",
    "practice-test",
    "course-map",
    "frameworks",
    "session-plans",
)
"""Directives that draw something from everything there is."""

_LINE: Final = re.compile(r"^::: (?P<name>[a-z-]+)(?: (?P<id>[a-z0-9-]+))?(?:: (?P<caption>.+))?$")
_FENCE: Final = re.compile(r"^\s*(```+|~~~+)")


@dataclass(frozen=True, slots=True)
class Directive:
    """One such line. `fault` says what is wrong with it; `line` counts from 1."""

    line: int
    name: str = ""
    id: str = ""
    caption: str = ""
    fault: str = ""


def outside_fences(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """(number from 1, line) for each line that is not inside a fenced block of code."""
    fence = ""
    for number, line in enumerate(lines, 1):
        mark = _FENCE.match(line)
        if mark and not fence:
            fence = mark.group(1)
        elif fence:
            if mark and mark.group(1).startswith(fence) and line.strip() == mark.group(1):
                fence = ""
        else:
            yield number, line


def parse(text: str, line: int = 1) -> Directive | None:
    """The directive in one line of text, or None where there is none."""
    if not text.lstrip().startswith(":::"):
        return None
    match = _LINE.match(text.rstrip())
    if not match:
        return Directive(line, fault=f'"{text.strip()[:60]}" is not a line the course understands.')
    name, ident = match["name"], match["id"] or ""
    if name not in NAMED + LISTS:
        return Directive(line, name, fault=f'there is nothing called "::: {name}".')
    if (name in NAMED) != bool(ident):
        return Directive(
            line,
            name,
            fault=f'"::: {name}" needs a name after it.' if name in NAMED else f'"::: {name}" takes no name.',
        )
    return Directive(line, name, ident, match["caption"] or "")


def find(lines: Iterable[str]) -> Iterator[Directive]:
    """Every directive in a page, good or faulty."""
    for number, line in outside_fences(lines):
        if found := parse(line, number):
            yield found
