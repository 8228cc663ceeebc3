"""What one can ask of the library: what a page is called, where it stands in the course, which lesson it belongs to.

Front matter is read once, by us: `title: No` and `title: 12:30` stay what was written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from bothways.source.library import Library
from bothways.source.page import Page

_HEADING: Final = re.compile(r"#\s+(.+?)(?:\s+#*)?\s*$")
_MARKS: Final = re.compile(r"[*_`\\]|\s*\{[^}]*\}$")


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a page stands in the course."""

    unit: str = ""
    """The heading of its unit, such as "Unit 1 · See it"; "" outside the units."""
    lesson: str = ""
    """"2" for lesson 2, "F1" for a session for facilitators, "" for other pages."""
    lessons: int = 0
    """How many lessons for learners the course has."""
    home: Page | None = None
    """The lesson that a page of practice belongs to."""


def fields(page: Page) -> Mapping[str, Any]:
    """The front matter as it was written: every scalar a text. Empty when there is none or it cannot be read."""
    return page.front.value if isinstance(page.front.value, dict) else {}


def heading(page: Page) -> tuple[int, str]:
    """(line, words) of the heading at the top of a page; (0, "") where there is none."""
    for number, line in page.prose():
        if found := _HEADING.match(line):
            return number, _MARKS.sub("", found.group(1))
    return 0, ""


def title(page: Page) -> str:
    """What a page is called, wherever it is named: as its front matter says, or its heading, or its file."""
    written = fields(page).get("title")
    if isinstance(written, str) and written.strip():
        return written.strip()
    return heading(page)[1] or page.src.rpartition("/")[2].removesuffix(".md").replace("-", " ").capitalize()


def meta(page: Page) -> dict[str, Any]:
    """Of the front matter, what pages of the site show: title, description, lesson, what to hide."""
    written = fields(page)
    hide = written.get("hide")
    shown = {
        "title": title(page),
        "description": written.get("description") or written.get("summary"),
        "lesson": lesson_number(page),
        "hide": hide if isinstance(hide, list) else [hide] if hide else [],
    }
    return {name: value for name, value in shown.items() if value}


def lesson_number(page: Page) -> str:
    """ "2" for lesson 2, "F1" for a session for facilitators, "" for other pages."""
    return page.head.lesson if page.head else ""


def standings(library: Library) -> Mapping[str, Standing]:
    """For each page, by its path in docs/, where it stands."""
    units = {unit.folder: unit.heading for unit in library.course.units}
    count = sum(not lesson_number(page).startswith("F") for page in library.lessons())
    homes = _homes(library)
    return {
        page.src: Standing(units.get(page.src.partition("/")[0], ""), lesson_number(page), count, homes.get(page.src))
        for page in library.pages
    }


def _homes(library: Library) -> dict[str, Page]:
    """The lesson of each page of practice: the one that points by "::: see" to an exercise that stands there."""
    pointing = {ident: page for page in reversed(library.lessons()) for ident in page.placed("see")}
    return {
        page.src: pointing[ident]
        for page in library.pages
        if not page.head
        for ident in reversed(page.placed("exercise"))
        if ident in pointing
    }
