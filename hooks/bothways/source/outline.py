"""What the Markdown of a page links to, and the places in it that a link can lead to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final

from markdown import Markdown

from bothways.source.directive import Directive
from bothways.source.library import Library
from bothways.source.page import CITATION, Page

_CODE: Final = re.compile(r"(`+).*?\1")
_LINK: Final = re.compile(r"\]\(\s*<?([^)\s>]*)|^ {0,3}\[[^\]^]+\]:\s+<?([^\s>]+)")
"""A link or an image in the text, or the line that says where a link with a name leads."""
_CITATION: Final = re.compile(CITATION)


def links(page: Page) -> Iterator[tuple[int, int, str]]:
    """(line, column, address) of every link and image in a page's Markdown."""
    for number, line in page.prose():
        text = _CODE.sub(lambda m: " " * len(m.group()), line)
        for match in _LINK.finditer(text):
            yield number, match.start(match.lastindex or 0) + 1, match.group(match.lastindex or 0)


def places(library: Library, page: Page) -> set[str]:
    """Every place in a page that a link can lead to: the ids of its headings, and of what its directives draw."""
    drawn = (ident for found in page.directives if not found.fault for ident in _drawn(library, page, found))
    return {*_headings("\n".join(_CITATION.sub("", line) for _, line in page.prose())), *drawn}


@lru_cache(maxsize=1000)
def _headings(text: str) -> frozenset[str]:
    """The ids that headings below the title get, as Python-Markdown makes them; the page draws its title itself."""
    markdown = Markdown(extensions=["toc", "tables", "smarty", "admonition"])
    markdown.convert(text)
    found, waiting = set(), list(getattr(markdown, "toc_tokens", ()))
    while waiting:
        token = waiting.pop()
        found |= {str(token["id"])} if token["level"] > 1 else set()
        waiting += token["children"]
    return frozenset(found)


def _drawn(library: Library, page: Page, found: Directive) -> Iterator[str]:
    """The ids in what stands at one directive."""
    match found.name:
        case "exercise" | "quiz":
            entry = (library.exercises if found.name == "exercise" else library.quizzes).get(found.id)
            yield found.id
            yield from (f"{found.id}-{ident}" for ident in _parts(entry.document.value if entry else None))
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
