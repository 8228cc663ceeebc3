"""A new content file that passes the check, for somebody to go on from: a copy of the example of its kind."""

from __future__ import annotations

from pathlib import Path

from bothways.core.problems import suggest
from bothways.model.kinds import KINDS
from bothways.source.library import load
from bothways.source.reading import is_id


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
    text = (root / "tests/examples" / f"{kind}.yml").read_text(encoding="utf-8")
    first = next(iter(sorted(o for page in library.lessons() if page.head for o in page.head.objectives)), "L1.1")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.replace("L1.1", first), encoding="utf-8")
    return path
