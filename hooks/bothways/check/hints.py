"""What is worth a look and stops nothing: fields of docs/course.yml that are empty, and pages with two names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from bothways.core.markup import typographic
from bothways.core.words import said
from bothways.source import queries
from bothways.source.library import Library

_EMPTY: Final = {
    ("contact",): "nobody can see whom to write to about this copy of the course.",
    ("site_url",): "the page for wrong addresses is right only where the course stands at the top of its host.",
    ("repository",): "pages show the path of their source instead of a link to it.",
    ("local_help", "lines"): 'the page "Need support now?" names no help near you.',
}
"""Fields that are good to fill in, and what is so while they are empty."""


def hints(library: Library) -> list[str]:
    """A line for each, with its place; none when all is filled in and called by one name."""
    return [*_unfilled(library), *_named_twice(library)]


def _unfilled(library: Library) -> Iterator[str]:
    document, help_near = library.course_entry.document, library.course.local_help
    empty = dict(_EMPTY)
    if help_near.lines and not help_near.checked:
        empty["local_help", "checked"] = "nobody can see when the lines were last tried."
    for loc, meaning in empty.items():
        value: object = library.course
        for name in loc:
            value = getattr(value, name)
        if not value:
            line, column = document.place(loc)
            yield f'{document.path}:{line}:{column}: "{".".join(loc)}" is empty: {meaning}'


def _named_twice(library: Library) -> Iterator[str]:
    """Pages whose heading is not what the menu calls them: people wonder whether they came to the right place."""
    for page in library.pages:
        line, heading = queries.heading(page)
        if heading and typographic(heading) != typographic(queries.title(page)):
            yield said(
                '{path}:{line}:1: the heading is "{heading}", and the menu says "{title}".',
                path=page.path,
                line=line,
                heading=heading,
                title=queries.title(page),
            )
