"""The site as a whole: a menu that names every page, and no file that takes another one's place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bothways.core.addresses import WRITTEN, element_file, page_file
from bothways.core.problems import Problem, nearest, problem, suggest
from bothways.core.words import said
from bothways.model.kinds import KINDS
from bothways.source.library import Library

_ELSEWHERE: Final = re.compile(r"^(?:[\w.+-]+:|/)")
TAKEN: Final = {**WRITTEN, **{element_file(kind): "the script of a kind of exercise" for kind in KINDS}}
"""Every name in the site that no file of docs/ may have."""


def check(library: Library) -> Iterator[Problem]:
    """Every problem of the menu and of the files."""
    yield from _menu(library)
    yield from _files(library)


def _menu(library: Library) -> Iterator[Problem]:
    """Entries of `nav` that lead nowhere, and pages that no entry leads to; nothing when MkDocs makes the menu."""
    menu = library.site.menu()
    if menu is None:
        return
    left_out, unlisted = library.site.left_out(), library.site.unlisted()
    pages = {page.src: page for page in library.pages if not left_out.match_file(page.src)}
    listed = {src for _, src in menu}
    for loc, src in menu:
        if not _ELSEWHERE.match(src) and src not in pages and not (library.root / "docs" / src).is_file():
            what = said('the menu names "{src}", and there is no such page in docs/.', src=src)
            yield library.site.document.problem("BW653", loc, what, suggest(src, pages))
            listed.update(nearest(src, pages))  # a slip of the pen is one problem, not two
    for src, page in pages.items():
        if src not in listed and not unlisted.match_file(src):
            fix = said('Add "- {src}" to "nav" in {path}.', src=src, path=library.site.document.path)
            yield problem("BW654", page.path, 1, 1, said("the menu does not name this page."), fix)


def _files(library: Library) -> Iterator[Problem]:
    """Files of docs/ that stand where a build writes by itself, and those that become one file of the site.

    Looked at in both forms of addresses: somebody may make a memory stick from any copy of the course.
    """
    found: set[Problem] = set()
    sources = list(_sources(library))
    for directories in (True, False):
        first: dict[str, str] = {}
        for src in sources:
            file = page_file(src, directories) if src.endswith(".md") else src
            taken = next((name for name in (file.lower(), file.lower().partition("/")[0]) if name in TAKEN), "")
            if taken:
                what = said('"{taken}" is where a build writes {part}.', taken=taken, part=TAKEN[taken])
                found.add(problem("BW655", said("docs/{src}", src=src), 1, 1, what))
            elif file.lower() in first:
                what = said(
                    'this file and "{part}" would both be "{file}" in the site.', part=first[file.lower()], file=file
                )
                found.add(problem("BW656", said("docs/{src}", src=src), 1, 1, what))
            first.setdefault(file.lower(), src)
    yield from found


def _sources(library: Library) -> Iterator[str]:
    """The path of each file in docs/ that comes into the site."""
    left_out = library.site.left_out()
    for path in sorted(library.published, key=lambda path: path.split("/")):
        if not left_out.match_file(src := path.removeprefix("docs/")):
            yield src
