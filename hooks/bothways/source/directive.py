"""The lines in a page that name an exercise, a quiz, a figure or a generated list: "::: exercise the-sign-up-sheet"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from bothways.core.words import said

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
_MEANT: Final = re.compile(r"^\s*(?:[:：]\s?){2,}\s*(?![:：])")
"""Two colons, four, or those of another keyboard: somebody meant such a line."""
_FENCE: Final = re.compile(r"^(`{3,}|~{3,})[^\n`]*$")


_TAKEN: Final = re.compile(
    r"(?:bw|word|figure|map|plan|framework)-.*|[lf]\d+-\d+|__tabbed.*"
    r"|objectives|words-in-this-lesson|content|drawn"
)
"""Ids that the page around an author's text has, or its lists."""
_SOURCE: Final = re.compile(r"[a-z]-[a-z0-9-]+")


@dataclass(frozen=True, slots=True)
class Directive:
    """One such line. `fault` says what is wrong with it; `line` counts from 1."""

    line: int
    name: str = ""
    id: str = ""
    caption: str = ""
    fault: str = ""


def outside_fences(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """(number from 1, line) for each line that is not inside a fenced block of code. An open fence is no fence."""
    numbered = list(enumerate(lines, 1))
    position = 0
    while position < len(numbered):
        mark = _FENCE.match(numbered[position][1])
        end = _closing(numbered, position, mark.group(1)) if mark else 0
        if not end:
            yield numbered[position]
        position = (end or position) + 1


def _closing(numbered: list[tuple[int, str]], start: int, fence: str) -> int:
    """The position of the line that closes the block of code begun at `start`; 0 when there is none."""
    return next((i for i in range(start + 1, len(numbered)) if numbered[i][1].rstrip() == fence), 0)


def parse(text: str, line: int = 1) -> Directive | None:
    """The directive in one line of text, or None where there is none."""
    if not _MEANT.match(text):
        return None
    match = _LINE.match(text.rstrip())
    if not match:
        return Directive(line, fault=said('"{part}" is not a line the course understands.', part=text.strip()[:60]))
    name, ident = match["name"], match["id"] or ""
    if name not in NAMED + LISTS:
        return Directive(line, name, fault=said('there is nothing called "::: {name}".', name=name))
    if (name in NAMED) != bool(ident):
        return Directive(
            line,
            name,
            fault=said('"::: {name}" needs a name after it.', name=name)
            if name in NAMED
            else said('"::: {name}" takes no name.', name=name),
        )
    return Directive(line, name, ident, match["caption"] or "")


def is_taken(name: str, directives: Iterable[Directive]) -> bool:
    """Whether a heading of this name would meet an id of the page's own, of a card, or of one of its lists."""
    if _TAKEN.fullmatch(name):
        return True
    for placed in directives:
        if placed.name in {"exercise", "quiz"} and name == placed.id:
            return True
        if placed.name == "references" and _SOURCE.fullmatch(name):
            return True
    return False
