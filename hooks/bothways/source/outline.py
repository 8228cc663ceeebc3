"""The places in a page that a link can lead to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bothways.source.directive import Directive
from bothways.source.library import Library
from bothways.source.page import Page


def places(library: Library, page: Page) -> set[str]:
    """The ids of a page's headings, and of what its directives draw."""
    drawn = (ident for found in page.directives if not found.fault for ident in _drawn(library, page, found))
    return {*page.body.ids, *drawn}


def _drawn(library: Library, page: Page, found: Directive) -> Iterator[str]:
    """The ids in what stands at one directive."""
    match found.name:
        case "exercise" | "quiz":
            entry = (library.exercises if found.name == "exercise" else library.quizzes).get(found.id)
            yield found.id
            yield from (f"{found.id}--{ident}" for ident in _parts(entry.document.value if entry else None))
        case "figure":
            yield f"figure-{found.id}"
        case "objectives" if page.head:
            yield "objectives"
            yield from (ident.lower().replace(".", "-") for ident in page.head.objectives)
        case "glossary" if library.glossary.value:
            yield from (term.id for term in library.glossary.value.terms)
        case "references":
            yield from (ident.lower() for ident in library.sources)
        case "frameworks" if library.frameworks.value:
            yield from (f"framework-{i}" for i, _ in enumerate(library.frameworks.value.frameworks, 1))
        case "course-map":
            yield from (f"map-{lesson.head.name.lower()}" for lesson in library.lessons() if lesson.head)
        case "session-plans":
            for plan in (entry.value for entry in library.plans if entry.value):
                name = f"plan-{plan.lesson.lower()}"
                yield from (name, *(f"{name}-{session.minutes}" for session in plan.sessions))


def _parts(value: Any) -> Iterator[str]:
    """The ids of the scenes of a dialogue, or of the questions of a quiz."""
    for name in ("scenes", "questions"):
        for part in (value.get(name) or ()) if isinstance(value, dict) else ():
            if isinstance(part, dict) and isinstance(part.get("id"), str):
                yield part["id"]
