"""Drawings and pictures in docs/."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from typing import Final

from bothways.core.problems import Problem, problem
from bothways.core.words import said
from bothways.source import drawing, files
from bothways.source.library import Library

MOST: Final = 500_000
"""Bytes of a picture."""
_BEGINS: Final = {
    ".png": (b"\x89PNG\r\n\x1a\n", 0),
    ".jpg": (b"\xff\xd8\xff", 0),
    ".jpeg": (b"\xff\xd8\xff", 0),
    ".webp": (b"WEBP", 8),
}
"""What a file with this ending holds, and from which byte on."""


def check(library: Library) -> Iterator[Problem]:
    """Every problem of this sort."""
    for rule in (_logo, _files, _same_names):
        yield from rule(library)


def _logo(library: Library) -> Iterator[Problem]:
    logo = library.course.logo
    if logo and f"docs/{logo}" not in library.published:
        yield library.course_entry.problem("BW304", ("logo",), said('there is no file "docs/{logo}".', logo=logo))


def _files(library: Library) -> Iterator[Problem]:
    """Drawings that hold more than a drawing needs, and pictures that are not what their names say."""
    figures = frozenset(library.figures.values())
    for file in library.files:
        if file.problem:
            continue
        if file.suffix == ".svg" and (text := files.read(file).text) is not None:
            for line, column, what in _drawing_faults(text, in_page=file in figures):
                yield problem("BW631", file.path, line, column, what)
        elif file.suffix in _BEGINS:
            begins, start = _BEGINS[file.suffix]
            if files.beginning(file, start + len(begins))[start:] != begins:
                yield problem(
                    "BW632", file.path, 1, 1, said("it is not a {upper} picture.", upper=file.suffix[1:].upper())
                )
            elif file.size > MOST:
                yield problem("BW632", file.path, 1, 1, said("it is larger than {number} kB.", number=MOST // 1000))


def _drawing_faults(text: str, in_page: bool) -> Iterator[tuple[int, int, str]]:
    """(line, column, what) of everything wrong with an SVG file; `in_page`: it is put into pages, and has to say what
    it shows.
    """
    drawn = drawing.read(text)
    yield from drawn.faults
    if drawn.root is None or drawn.faults or not in_page:
        return
    if any(element.tag == "style" or "style" in element.attrib for element in drawn.root.iter()):
        yield 1, 1, "it has styles, which pages do not allow inside them; attributes such as fill say the same."
    for name in ("title", "desc"):
        if not _words(drawn.root.find(name)):
            yield 1, 1, said("it has no {name}.", name=name)
    if drawn.root.get("role") != "img" or not drawn.root.get("aria-labelledby"):
        yield 1, 1, 'it is not marked up as one picture (role="img" and aria-labelledby).'


def _words(element: ElementTree.Element | None) -> str:
    return (element.text or "").strip() if element is not None else ""


def _same_names(library: Library) -> Iterator[Problem]:
    """Figures of one name: in two folders, or told apart by capitals only."""
    first: dict[str, str] = {}
    for file in files.named(library.files, ".svg"):
        if file.path.startswith("docs/assets/figures/"):
            taken = first.setdefault(file.stem.casefold(), file.path)
            if taken != file.path:
                yield problem(
                    "BW111",
                    file.path,
                    1,
                    1,
                    said('the name "{stem}" is taken by {taken}.', stem=file.stem, taken=taken),
                )
