"""Under `serve` every page is drawn, whatever file is broken: an author sees a box, never a dead server."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bothways.outputs.worksheet import sheets
from bothways.source.library import load
from bothways.view.draw import Drawing
from bothways.view.render import Renderer

BROKEN = [
    "docs/course.yml",
    "docs/glossary.yml",
    "docs/frameworks.yml",
    "docs/sources.yml",
    "docs/sessions/L1.yml",
    "exercises/unit-1/mutual-or-one-way.yml",
    "exercises/unit-2/late-bus.yml",
    "quizzes/unit-1/we-both-matter.yml",
    "docs/unit-1-see-it/1-we-both-matter.md",
]


@pytest.fixture
def copy(root: Path, tmp_path: Path) -> Path:
    for folder in ("docs", "exercises", "quizzes"):
        shutil.copytree(root / folder, tmp_path / folder)
    return tmp_path


def draw_all(root: Path) -> list[str]:
    """What is wrong at each directive of each page; everything is drawn."""
    library, renderer = load(root), Renderer(pdf=False)
    drawing = Drawing(library, renderer, boxes=True)
    wrong = [drawing.directive(d, page)[1] for page in library.pages for d in page.directives]
    assert sum(1 for _ in sheets(library, renderer)) > 20
    return [problem for problem in wrong if problem]


def test_the_real_course_is_drawn_without_a_box(copy: Path) -> None:
    assert draw_all(copy) == []


@pytest.mark.parametrize("name", BROKEN)
@pytest.mark.parametrize("damage", ["a field is wrong", "nothing can be read", "the file is gone"])
def test_a_broken_file_stops_no_page(copy: Path, name: str, damage: str) -> None:
    path = copy / name
    text = path.read_text(encoding="utf-8")
    if damage == "the file is gone":
        path.unlink()
    elif damage == "nothing can be read":
        path.write_text("---\n: [\n---\n" if name.endswith(".md") else ": [\n", encoding="utf-8")
    else:
        path.write_text(text.replace("title:", "titel:", 1).replace("label:", "labell:", 1), encoding="utf-8")

    draw_all(copy)
