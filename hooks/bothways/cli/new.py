"""A new content file that passes the check, for somebody to go on from: a copy of the example of its kind."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from textwrap import indent
from typing import Final

from pydantic import BaseModel

from bothways.core.problems import suggest
from bothways.model import found, questions
from bothways.model.kinds import KINDS
from bothways.source.library import load
from bothways.source.reading import is_id

_QUIZ: Final = "title: One of each\nintro: One question of each kind.\nquestions:\n"


class CannotWrite(Exception):
    """The file cannot be written; the text says why and what to do."""


def write(root: Path, kind: str, ident: str, unit: str) -> Path:
    """Write a starter file and return its path. Never writes over a file that is there."""
    if kind != "quiz" and kind not in KINDS:
        raise CannotWrite(
            f'There is no kind "{kind}". {suggest(kind, KINDS) or "There are: " + ", ".join(KINDS) + "."}'
        )
    for name in (ident, unit):
        if not is_id(name):
            raise CannotWrite(
                f'"{name}" cannot be a name. Use lower-case letters, numbers and hyphens, such as my-idea.'
            )
    library = load(root)
    taken = library.exercises.get(ident) or library.quizzes.get(ident)
    if taken:
        raise CannotWrite(f'The name "{ident}" is taken by {taken.path}. Choose another.')
    path = root / ("quizzes" if kind == "quiz" else "exercises") / unit / f"{ident}.yml"
    text = example_quiz() if kind == "quiz" else example(KINDS[kind])
    first = next(iter(sorted(o for page in library.lessons() if page.head for o in page.head.objectives)), "L1.1")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.replace("L1.1", first), encoding="utf-8")
    return path


def example(kind: type[BaseModel]) -> str:
    """The smallest good file of a kind: it lies beside the class."""
    file = found.beside(kind, "example.yml")
    if file is None:
        raise CannotWrite(f"{kind.__name__} has no example.yml.")
    return file.read_text(encoding="utf-8")


def example_quiz(kinds: Iterable[type[BaseModel]] = tuple(questions.KINDS.values())) -> str:
    """A quiz that holds the example of each kind of question."""
    each = (indent(example(kind), "    ") for kind in kinds)
    return _QUIZ + "".join(f"  - {text.strip()}\n" for text in each)
