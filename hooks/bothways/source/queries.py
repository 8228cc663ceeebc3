"""What the library can be asked: who uses, practises, asks; what a test draws; what a page is called and where it
stands. Checks, views, pages and stats share it.

Front matter is read once, by us: `title: No` and `title: 12:30` stay what was written.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from bothways.core.markup import typographic
from bothways.core.words import ENGLISH
from bothways.model.answers import digest
from bothways.model.course import Unit
from bothways.model.question import Question
from bothways.source.library import Library
from bothways.source.page import Page
from bothways.source.reading import Entry

TEST_LENGTH: Final = 20
"""How many questions a practice test has."""
POOL: Final = 36
"""How many it is drawn from: a page of more would be heavy on an old phone."""

_HEADING: Final = re.compile(r"#\s+(.+?)(?:\s+#*)?\s*$")
_MARKS: Final = re.compile(r"[*_`\\]|\s{0,9}\{[^{}]*\}$")


def entries(library: Library) -> Iterator[Entry[Any]]:
    """Every exercise and every quiz."""
    yield from library.exercises.values()
    yield from library.quizzes.values()


def users(library: Library) -> dict[str, list[Page]]:
    """The pages that place each exercise or quiz, by its id."""
    found: dict[str, list[Page]] = {}
    for page in library.pages:
        for name in ("exercise", "quiz"):
            for ident in page.placed(name):
                found.setdefault(ident, []).append(page)
    return found


def practised(library: Library) -> Counter[str]:
    """How many exercises practise each objective."""
    each = (entry.named("objectives") for entry in library.exercises.values())
    return Counter(ident for places in each for ident in {ident for _, ident in places})


def asked(library: Library) -> Counter[str]:
    """How many questions ask about each objective."""
    return Counter(text for entry in library.quizzes.values() for _, text in entry.named("objective"))


def questions(library: Library) -> list[Question]:
    """Every question of every quiz that can be read."""
    return [question for entry in library.quizzes.values() if entry.value for question in entry.value.questions]


def practice_minutes(library: Library, page: Page) -> int:
    """Minutes of all exercises that a page places or points to."""
    found = [library.exercises.get(ident) for ident in (*page.placed("exercise"), *page.placed("see"))]
    return sum(entry.value.minutes for entry in found if entry and entry.value)


def practice_test(library: Library) -> tuple[list[Question], list[Question]]:
    """Questions for a practice test: twenty, each about another objective, and those for another time.

    Questions that no page shows are all among them, so that a test brings something new. Those for facilitators
    are not: the test is for learners.
    """
    shown = {ident for page in library.pages for ident in page.placed("quiz")}
    quizzes = sorted(library.quizzes.values(), key=lambda e: (e.id in shown, digest(e.id)))
    learners = [(e.id, q) for e in quizzes for q in (e.value.questions if e.value else ()) if q.objective[0] != "F"]
    pool: list[Question] = []
    for quiz, question in learners:
        if quiz not in shown or question.objective not in {q.objective for q in pool}:
            pool.append(question.model_copy(update={"id": f"{quiz}-{question.id}"}))
    pool = sorted(pool[:POOL], key=lambda q: digest(q.id))
    turn = {q.id: sum(o.objective == q.objective for o in pool[:i]) for i, q in enumerate(pool)}
    pool.sort(key=lambda q: turn[q.id])
    return pool[:TEST_LENGTH], pool[TEST_LENGTH:]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a page stands in the course."""

    unit: Unit | None = None
    """Its unit, for a page in a unit's folder."""
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


def meta(page: Page, quotes: str = ENGLISH.quotes) -> dict[str, Any]:
    """Of the front matter, what pages of the site show: title, description, lesson, what to hide. As plain text."""
    written = fields(page)
    hide = written.get("hide")
    shown = {
        "title": title(page),
        "description": typographic(str(written.get("description") or written.get("summary") or ""), quotes),
        "lesson": lesson_number(page),
        "hide": hide if isinstance(hide, list) else [hide] if hide else [],
    }
    return {name: value for name, value in shown.items() if value}


def lesson_number(page: Page) -> str:
    """ "2" for lesson 2, "F1" for a session for facilitators, "" for other pages."""
    return page.head.lesson if page.head else ""


def standings(library: Library) -> Mapping[str, Standing]:
    """For each page, by its path in docs/, where it stands."""
    units = {unit.folder: unit for unit in library.course.units}
    count = sum(not lesson_number(page).startswith("F") for page in library.lessons())
    homes = _homes(library)
    return {
        page.src: Standing(units.get(page.src.partition("/")[0]), lesson_number(page), count, homes.get(page.src))
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
