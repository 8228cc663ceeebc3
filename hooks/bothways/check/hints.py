"""What an organisation has not filled in yet in docs/course.yml. No problem: it stops nothing."""

from __future__ import annotations

from typing import Final

from bothways.source.library import Library

_EMPTY: Final = {
    ("contact",): "nobody can see whom to write to about this copy of the course.",
    ("site_url",): "the page for wrong addresses is right only where the course stands at the top of its host.",
    ("repository",): "pages show the path of their source instead of a link to it.",
    ("local_help", "lines"): 'the page "Need support now?" names no help near you.',
}
"""Fields that are good to fill in, and what is so while they are empty."""


def hints(library: Library) -> list[str]:
    """A line for each field that is still empty, with its place; empty when all is filled in."""
    found = []
    for loc, meaning in _EMPTY.items():
        value: object = library.course
        for name in loc:
            value = getattr(value, name)
        if not value:
            line, column = library.course_document.place(loc)
            found.append(f'{library.course_document.path}:{line}:{column}: "{".".join(loc)}" is empty: {meaning}')
    help_near = library.course.local_help
    if help_near.lines and not help_near.checked:
        line, column = library.course_document.place(("local_help",))
        found.append(
            f'{library.course_document.path}:{line}:{column}: "local_help.checked" is empty: '
            "nobody can see when the lines were last tried."
        )
    return found
