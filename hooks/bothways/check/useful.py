"""Pages that are there for one list: without the line that draws it, or what it draws, they help nobody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final

from bothways.core.problems import Problem, problem
from bothways.core.words import said
from bothways.source.library import Library
from bothways.source.reading import Entry

LINES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "support.md": "local-help",
        "references.md": "references",
        "glossary.md": "glossary",
        "frameworks.md": "frameworks",
        "practice-test.md": "practice-test",
        "facilitators/course-map.md": "course-map",
        "facilitators/session-plans.md": "session-plans",
    }
)
"""The directive that each of these pages must have."""


def check(library: Library) -> Iterator[Problem]:
    """Every problem of this sort."""
    yield from _lost(library)
    yield from _absent(library)


def _absent(library: Library) -> Iterator[Problem]:
    """Lines that draw a file which is not there."""
    files: dict[str, Entry[Any]] = {
        "references": library.sources_entry,
        "glossary": library.glossary,
        "frameworks": library.frameworks,
    }
    for page in library.pages:
        for found in page.directives:
            entry = files.get(found.name)
            if entry and not found.fault and entry.document.value is None and not entry.problems:
                yield problem("BW304", page.path, found.line, 1, said("there is no file {path}.", path=entry.path))


def _lost(library: Library) -> Iterator[Problem]:
    """A Problem for each of these pages that has lost its line."""
    for page in library.pages:
        name = LINES.get(page.src)
        if not name or page.path in library.unread or any(d.fault or d.name == name for d in page.directives):
            continue  # a faulty line may be meant for it, and is told already
        what = said('this page has no line "::: {name}".', name=name)
        fix = said('Put the line "::: {name}" where its list should stand.', name=name)
        yield problem("BW618", page.path, page.body_start + 1, 1, what, fix)
