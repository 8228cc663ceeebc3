"""The contract that every kind keeps. A new kind is found by itself; what it lacks is named here."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

import pytest

from bothways.check.course import check
from bothways.cli.schema import schemas
from bothways.model import kinds, questions
from bothways.model.exercise import Exercise
from bothways.model.found import beside, kind_of
from bothways.model.kinds.sort import Sort
from bothways.model.question import Question
from bothways.outputs.worksheet import Sheet, sheets
from bothways.source.directive import Directive
from bothways.source.library import Library, load
from bothways.view.draw import Drawing
from bothways.view.render import TEMPLATES, Renderer
from samples import good_course, text_of

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return load(good_course(tmp_path_factory.mktemp("course")))


@pytest.fixture(scope="module")
def drawn(library: Library) -> list[Sheet]:
    return list(sheets(library, Renderer()))


SHEETS = ("screen.html.j2", "paper.html.j2", "example.yml")


@pytest.mark.parametrize("kind", kinds.KINDS)
def test_kind_has_its_parts(kind: str) -> None:
    cls = kinds.KINDS[kind]
    wanted = (*SHEETS, "key.html.j2") if cls.has_answers else SHEETS

    assert [name for name in wanted if not beside(cls, name)] == [], f"{kind} lacks these files"
    assert cls.__doc__ != Exercise.__doc__, f"{kind} has no docstring: it is the authors' reference"
    assert getattr(cls, "words", None), f"{kind} has no words: what people call it"


@pytest.mark.parametrize("kind", questions.KINDS)
def test_kind_of_question_has_its_parts(kind: str) -> None:
    cls = questions.KINDS[kind]

    assert [name for name in SHEETS if not beside(cls, name)] == [], f"{kind} lacks these files"
    assert cls.__doc__ != Question.__doc__, f"{kind} has no docstring: it is the authors' reference"
    assert getattr(cls, "asking", None) is not None, f"{kind} does not say what people are to do"


@pytest.mark.parametrize("kind", kinds.KINDS)
def test_answers_of_a_kind_are_values(kind: str, library: Library) -> None:
    exercise = library.exercises[f"the-{kind}"].value
    assert exercise is not None
    slots = exercise.slots()

    assert bool(slots) == exercise.has_answers
    assert all(slot.text and slot.answers for slot in slots)
    assert all(answer.why for slot in slots for answer in slot.right)


def test_answers_of_questions_are_values(library: Library) -> None:
    quiz = library.quizzes["the-quiz"].value
    assert quiz is not None
    for question in quiz.questions:
        assert bool(question.slots()) == question.marked, question.kind
        for slot in question.slots():
            names = [answer.name for answer in slot.answers]
            assert len(names) == len(set(names)) > 1, question.kind
            assert slot.right, f"{question.kind} has nothing right"
            assert all(answer.why for answer in slot.right), question.kind


def test_a_kind_may_inherit_from_another() -> None:
    class Wide(Sort):
        """Sorting with more room."""

        kind: Literal["wide-sort"]  # type: ignore[assignment]

    assert kind_of(Wide) == "wide-sort"
    assert beside(Wide, "screen.html.j2") == beside(Sort, "screen.html.j2")


def test_nothing_shared_knows_the_name_of_a_kind() -> None:
    names = "|".join(map(re.escape, [*kinds.KINDS, *questions.KINDS]))
    told = re.compile(rf"""\bkind\b[^\n]*["'](?:{names})["']|[.\w-]*(?:task|question|answers)-(?:{names})\b""")
    shared = [*TEMPLATES.rglob("*.j2"), *(ROOT / "theme").rglob("*.html")]
    shared += [*(ROOT / "hooks/bothways/cli").glob("*.py"), *(ROOT / "docs/assets").rglob("*.css")]
    shared += [*(ROOT / "docs/assets/elements").glob("*.js")]
    shared += [ROOT / "hooks/bothways/source/messages.py", *(ROOT / "hooks/bothways/outputs").glob("*.py")]

    assert [f"{file.name}: {line}" for file in shared for line in told.findall(file.read_text(encoding="utf-8"))] == []


def test_every_field_is_explained() -> None:
    silent = [
        f"{where}.{name}"
        for schema in schemas().values()
        for where, node in {**schema.get("$defs", {}), "top": schema}.items()
        for name, field in node.get("properties", {}).items()
        if "description" not in field and name != "kind"
    ]

    assert silent == []


@pytest.mark.parametrize("kind", kinds.KINDS)
def test_kind_is_drawn_for_the_screen(kind: str, library: Library) -> None:
    html, problem = Drawing(library, Renderer()).directive(Directive(1, "exercise", f"the-{kind}"), library.pages[0])
    exercise = library.exercises[f"the-{kind}"].value
    assert exercise is not None

    assert problem == ""
    assert exercise.title in html
    assert f'id="the-{kind}"' in html
    assert f"<bw-{kind}" in html


@pytest.mark.parametrize("kind", kinds.KINDS)
def test_kind_has_a_worksheet_and_a_key_if_there_are_answers(kind: str, drawn: list[Sheet]) -> None:
    parts = [sheet.part for sheet in drawn if sheet.id == f"the-{kind}"]

    assert parts == (["sheet", "key"] if kinds.KINDS[kind].has_answers else ["sheet"])


def test_examples_are_good(library: Library) -> None:
    assert check(library) == []


def test_files_that_did_not_change_are_not_read_again(tmp_path: Path) -> None:
    first = load(good_course(tmp_path))
    (tmp_path / "exercises/unit-1/the-sort.yml").write_text(
        text_of("sort").replace("Four cards", "Four other cards"), encoding="utf-8"
    )

    second = load(tmp_path)

    assert second.exercises["the-map"] is first.exercises["the-map"]
    changed = second.exercises["the-sort"].value
    assert changed is not None
    assert changed.title == "Four other cards"
