"""Links that lead nowhere: to a page or a file that is not there, or to a place that its page does not have."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from typing import Final
from urllib.parse import unquote

from bothways.core import markup
from bothways.core.problems import Problem, problem, suggest
from bothways.core.words import said
from bothways.source import outline
from bothways.source.library import Library
from bothways.source.page import Page
from bothways.source.queries import entries
from bothways.source.reading import texts
from bothways.source.yamlfile import Document

_ELSEWHERE: Final = re.compile(r"^(?:[\w.+-]+:|//)")


def check(library: Library) -> Iterator[Problem]:
    """Every dead link in pages and in YAML."""
    left_out = library.site.left_out()
    known = {page.src: page for page in library.pages if not left_out.match_file(page.src)}
    for page in known.values():
        for line, column, address in page.links():
            if not _ELSEWHERE.match(address):
                for code, what, fix in _faults(library, known, page, address):
                    yield problem(code, page.path, line, column, what, fix)
    for document in _documents(library):
        for loc, text in texts(document.value):
            if "](" in text and not any(markup.unsafe(text)):
                for code, what, fix in _faults_inside(library, known, text):
                    yield document.problem(code, loc, what, fix)


Found = Iterator[tuple[str, str, str]]
"""(rule, what is wrong, how to mend it or "")."""


def _faults(library: Library, known: Mapping[str, Page], page: Page, address: str) -> Found:
    """What is wrong with a link in a page; its way begins in the page's folder."""
    way, _, anchor = address.partition("#")
    way = unquote(way.partition("?")[0])
    here = posixpath.dirname(page.src)
    src = posixpath.normpath(posixpath.join(here, way)) if way else page.src
    if way.startswith("/"):
        yield (
            "BW651",
            said('the link "{way}" begins with "/".', way=way),
            said('Write "{relpath}".', relpath=posixpath.relpath(way, f"/{here}")),
        )
    elif way.endswith("/") or not _is_there(library, src):
        near = suggest(way, (posixpath.relpath(name, here or ".") for name in known))
        yield "BW651", said('there is no page or file "{way}" as seen from this one.', way=way), near
    else:
        yield from _lost(library, known.get(src), anchor)


def _faults_inside(library: Library, known: Mapping[str, Page], text: str) -> Found:
    """What is wrong with the links and images of a text in YAML; their ways begin in docs/."""
    for _, address in markup.links(text):
        if not address.startswith("https://"):
            src, _, anchor = address.partition("#")
            if not _is_there(library, src):
                yield "BW304", said('there is no file "docs/{src}".', src=src), ""
            else:
                yield from _lost(library, known.get(src), anchor)


def _lost(library: Library, page: Page | None, anchor: str) -> Found:
    if page and anchor and unquote(anchor) not in (places := outline.places(library, page)):
        near = suggest(f"#{unquote(anchor)}", (f"#{place}" for place in places))
        yield "BW652", said('"{src}" has no place "#{anchor}".', src=page.src, anchor=anchor), near


def _is_there(library: Library, src: str) -> bool:
    docs = library.root / "docs"
    inside = (docs / src).resolve().is_relative_to(docs.resolve())
    return inside and (docs / src).is_file() and not library.site.left_out().match_file(src)


def _documents(library: Library) -> Iterator[Document]:
    """Everything written in YAML that holds links."""
    content = [*entries(library), *library.plans, library.glossary, library.frameworks]
    others = [
        library.course_entry.document,
        library.sources_entry.document,
        *(page.front for page in library.pages if page.head),
    ]
    for document in (*(entry.document for entry in content), *others):
        if "](" in document.text:
            yield document
