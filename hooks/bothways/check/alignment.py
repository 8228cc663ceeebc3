"""Whether the parts of the course belong together: objectives, exercises, questions, session plans, glossary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from bothways.core.problems import Loc, Problem, problem, suggest
from bothways.core.words import said
from bothways.model.text import MISCONCEPTION, OBJECTIVE
from bothways.source.library import Library
from bothways.source.queries import asked, entries, practised
from bothways.source.reading import Entry

QUESTIONS_EACH: Final = 2
"""How many questions ask about each objective, at least."""


def check(library: Library) -> Iterator[Problem]:
    """Every problem of this sort."""
    for rule in (_objectives, _references, _misconceptions, _plans, _lists):
        yield from rule(library)


def _objectives(library: Library) -> Iterator[Problem]:
    """Each objective belongs to its lesson, is shown, is practised, and is asked about."""
    exercises, questions, torn = practised(library), asked(library), _torn(library)
    for page in library.lessons():
        assert page.head is not None
        if not any(d.name == "objectives" for d in page.directives):
            yield problem("BW616", page.path, 1, 1, said("this lesson does not show its objectives."))
        for ident in page.head.objectives:
            loc: Loc = ("objectives", ident)
            if _lesson(ident) != page.head.name:
                yield page.front.problem(
                    "BW612",
                    loc,
                    said('"{ident}" is not an objective of lesson {lesson}.', ident=ident, lesson=page.head.lesson),
                )
            elif page.head.name not in torn:
                if not exercises[ident]:
                    yield page.front.problem("BW613", loc, said("no exercise practises {ident}.", ident=ident))
                if questions[ident] < QUESTIONS_EACH:
                    few = "one question asks" if questions[ident] else "no question asks"
                    yield page.front.problem(
                        "BW614",
                        loc,
                        said(
                            "{few} about {ident}; at least {QUESTIONS_EACH} should.",
                            few=few,
                            ident=ident,
                            QUESTIONS_EACH=QUESTIONS_EACH,
                        ),
                    )


def _torn(library: Library) -> frozenset[str]:
    """Lessons whose cover cannot be judged, because a file cannot be read or a number is wrong.

    Whoever mends that sees the rest in the next run; until then it would be one fault told many times.
    """
    lessons = library.lessons()
    names = frozenset(page.head.name for page in lessons if page.head)
    if not library.lessons_known or any(entry.path in library.unread for entry in entries(library)):
        return names
    known = {ident for page in lessons if page.head for ident in page.head.objectives}
    referred = {ident for entry in entries(library) for _, ident in _referred(entry)}
    return frozenset(_lesson(ident) for ident in referred - known) | _misnumbered(library)


def _misnumbered(library: Library) -> frozenset[str]:
    """Lessons that list an objective with another lesson's number."""
    heads = [page.head for page in library.lessons() if page.head]
    return frozenset(head.name for head in heads if any(_lesson(ident) != head.name for ident in head.objectives))


def _lesson(objective: str) -> str:
    return objective.split(".")[0]


def _referred(entry: Entry[Any]) -> Iterator[tuple[Loc, str]]:
    """(place, objective) wherever an exercise or a quiz names one."""
    yield from entry.named("objective")
    yield from entry.named("objectives")


def _references(library: Library) -> Iterator[Problem]:
    """Exercises and questions that refer to objectives or exercises that are not there."""
    objectives = {ident for page in library.lessons() if page.head for ident in page.head.objectives}
    # A lesson whose own numbers are wrong or whose front matter is broken is told so at its own place.
    wrong = _misnumbered(library)
    for entry in entries(library):
        for loc, ident in _referred(entry):
            if (
                library.lessons_known
                and ident not in objectives
                and _lesson(ident) not in wrong
                and re.fullmatch(OBJECTIVE, ident)
            ):
                yield entry.problem(
                    "BW615", loc, said("no lesson has the objective {ident}.", ident=ident), suggest(ident, objectives)
                )
        for loc, ident in entry.named("lighter"):
            if ident not in library.exercises:
                what = said('there is no exercise "{ident}".', ident=ident)
                yield entry.problem("BW601", loc, what, suggest(ident, library.exercises))


def _misconceptions(library: Library) -> Iterator[Problem]:
    """Questions that test a misconception which nobody has put into words."""
    listed = library.misconceptions
    known = listed.value.root if listed.value else {}
    if listed.problems:
        return  # whoever mends the list sees the rest in the next run
    for entry in library.quizzes.values():
        for loc, ident in entry.named("misconception"):
            if ident not in known and re.fullmatch(MISCONCEPTION, ident):
                what = said('there is no misconception "{ident}" in {path}.', ident=ident, path=listed.path)
                yield entry.problem("BW661", loc, what, suggest(ident, known))


def _plans(library: Library) -> Iterator[Problem]:
    """Session plans that name something that is not there."""
    lessons = {page.head.name for page in library.lessons() if page.head}
    for plan in library.plans:
        for name, code, known in (("exercise", "BW601", library.exercises), ("quiz", "BW602", library.quizzes)):
            for loc, ident in plan.named(name):
                if ident not in known:
                    yield plan.problem(
                        code, loc, said('there is no {name} "{ident}".', name=name, ident=ident), suggest(ident, known)
                    )
        if library.lessons_known and plan.value and plan.value.lesson not in lessons:
            yield plan.problem("BW617", ("lesson",), said('there is no lesson "{lesson}".', lesson=plan.value.lesson))


def _lists(library: Library) -> Iterator[Problem]:
    """Glossary and frameworks: lessons that are not there."""
    known = {page.head.name for page in library.lessons() if page.head}
    if not library.lessons_known:
        return
    for entry in (library.glossary, library.frameworks):
        for name in ("lesson", "lessons"):
            for loc, ident in entry.named(name):
                if ident not in known:
                    yield entry.problem("BW617", loc, said('there is no lesson "{ident}".', ident=ident))
