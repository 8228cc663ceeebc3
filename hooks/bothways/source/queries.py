"""What the library can be asked: who uses, practises, asks; what a test draws. Checks, views and stats share it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from bothways.model.answers import digest
from bothways.model.question import Question
from bothways.source.library import Library
from bothways.source.page import Page
from bothways.source.reading import Entry

TEST_LENGTH: Final = 20
"""How many questions a practice test has."""
POOL: Final = 38
"""How many it is drawn from: a page of more would be heavy on an old phone."""


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
