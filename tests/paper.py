"""What the tests of worksheets and PDFs share: a small course that holds one of each kind."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from bothways.model.kinds import KINDS
from bothways.outputs import worksheet
from bothways.outputs.worksheet import Sheet
from bothways.source import library
from bothways.view.render import Renderer
from samples import text_of

ROOT = Path(__file__).resolve().parents[1]
ASSETS = ROOT / "docs/assets"
LESSON = """---
title: We both matter
lesson: 1
summary: A line.
objectives:
  L1.1: Say it.
strands: [voice]
---
# We both matter

::: exercise dialogue

::: quiz quiz
"""


def course(into: Path) -> Path:
    """A project with the examples as its exercises and quizzes, and one lesson that uses two of them."""
    for folder in ("exercises/unit-1", "quizzes/unit-1", "docs/unit-1"):
        (into / folder).mkdir(parents=True, exist_ok=True)
    for name in (*KINDS, "quiz"):
        folder = "quizzes" if name == "quiz" else "exercises"
        (into / folder / "unit-1" / f"{name}.yml").write_text(text_of(name), encoding="utf-8")
    (into / "docs/unit-1/1-first.md").write_text(LESSON)
    return into


def sheets(root: Path) -> dict[str, Sheet]:
    """Every sheet of that project by its path."""
    return {sheet.path: sheet for sheet in worksheet.sheets(library.load(root), Renderer())}


@cache
def real() -> tuple[Sheet, ...]:
    """Every sheet of the real course."""
    return tuple(worksheet.sheets(library.load(ROOT), Renderer()))
