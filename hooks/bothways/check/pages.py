"""What is wrong in the text of a page, and ids that would meet on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from bothways.core.problems import Problem, problem
from bothways.core.words import said
from bothways.source import directive
from bothways.source.library import Library
from bothways.source.page import Page

_ONCE: Final = frozenset({"exercise", "quiz", "figure"})


def check(library: Library) -> Iterator[Problem]:
    """Every problem of this sort."""
    for page in library.pages:
        yield from page.problems()
        yield from _pictures(page)
        yield from _meeting(page)
    yield from _twice(library)


def _pictures(page: Page) -> Iterator[Problem]:
    """Pictures that are not in docs/assets."""
    for line, column, address in page.strangers():
        yield problem(
            "BW624", page.path, line, column, said('the picture "{part}" is not in docs/assets.', part=address[:60])
        )


def _meeting(page: Page) -> Iterator[Problem]:
    """Names that pages use for something of their own. Headings give way by themselves; names of files cannot."""
    for d in page.directives:
        if d.name in {"exercise", "quiz"} and directive.is_taken(d.id, ()):
            what = said('"{id}" is a name that pages use for something of their own.', id=d.id)
            yield problem("BW629", page.path, d.line, 1, what)


def _twice(library: Library) -> Iterator[Problem]:
    first: dict[tuple[str, str], str] = {}
    for page in library.pages:
        lists: set[str] = set()
        for d in page.directives:
            if d.fault or d.name == "see":
                continue
            if d.name not in _ONCE:
                if d.name in lists:
                    yield problem(
                        "BW607", page.path, d.line, 1, said('"::: {name}" stands on this page already.', name=d.name)
                    )
                lists.add(d.name)
                continue
            if (d.name, d.id) in first:
                what = said(
                    'the {name} "{id}" is also placed in {part}.', name=d.name, id=d.id, part=first[d.name, d.id]
                )
                yield problem("BW607", page.path, d.line, 1, what)
            first.setdefault((d.name, d.id), page.path)
