"""The contract that every kind keeps. A new kind is found by itself; what it lacks is named here."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bothways.check.course import check
from bothways.cli.schema import schemas
from bothways.model import kinds, questions
from bothways.model.exercise import Exercise
from bothways.model.question import Question
from bothways.outputs.worksheet import sheets
from bothways.source.directive import Directive
from bothways.source.library import Library, load
from bothways.view.draw import Drawing
from bothways.view.render import TEMPLATES, Renderer
from samples import EXAMPLES, good_course


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return load(good_course(tmp_path_factory.mktemp("course")))


@pytest.mark.parametrize("kind", kinds.KINDS)
def test_kind_has_its_parts(kind: str) -> None:
    assert (TEMPLATES / f"exercises/{kind}.html.j2").is_file(), f"{kind} has no template"
    assert (EXAMPLES / f"{kind}.yml").is_file(), f"{kind} has no example"
    assert kinds.KINDS[kind].__doc__ != Exercise.__doc__, f"{kind} has no docstring: it is the authors' reference"


@pytest.mark.parametrize("kind", questions.KINDS)
def test_kind_of_question_has_its_parts(kind: str) -> None:
    example = yaml.safe_load((EXAMPLES / "quiz.yml").read_text(encoding="utf-8"))

    assert (TEMPLATES / f"questions/{kind}.html.j2").is_file(), f"{kind} has no template"
    assert kind in {q["kind"] for q in example["questions"]}, f"the example quiz has no {kind} question"
    assert questions.KINDS[kind].__doc__ != Question.__doc__, f"{kind} has no docstring: it is the authors' reference"


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
def test_kind_has_a_worksheet_and_a_key_if_there_are_answers(kind: str, library: Library) -> None:
    parts = [sheet.part for sheet in sheets(library, Renderer()) if sheet.id == f"the-{kind}"]

    assert parts == (["sheet", "key"] if kinds.KINDS[kind].has_answers else ["sheet"])


def test_examples_are_good(library: Library) -> None:
    assert check(library) == []


def test_files_that_did_not_change_are_not_read_again(tmp_path: Path) -> None:
    first = load(good_course(tmp_path))
    (tmp_path / "exercises/unit-1/the-sort.yml").write_text(
        (EXAMPLES / "sort.yml").read_text(encoding="utf-8").replace("Four cards", "Four other cards"), encoding="utf-8"
    )

    second = load(tmp_path)

    assert second.exercises["the-map"] is first.exercises["the-map"]
    changed = second.exercises["the-sort"].value
    assert changed is not None
    assert changed.title == "Four other cards"
