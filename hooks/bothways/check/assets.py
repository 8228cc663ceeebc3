"""Drawings and pictures in docs/."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from bothways.core.problems import Problem, problem
from bothways.source import drawing
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
    if logo and not (library.root / "docs" / logo).is_file():
        yield library.course_document.problem("BW304", ("logo",), f'there is no file "docs/{logo}".')


def _pictures(library: Library) -> list[tuple[str, Path]]:
    """(path in the project, file) of each drawing and picture in docs/."""
    docs = library.root / "docs"
    found = (f for f in sorted(docs.rglob("*")) if f.suffix.lower() in {".svg", *_BEGINS} and f.is_file())
    return [(f.relative_to(library.root).as_posix(), f) for f in found]


def _files(library: Library) -> Iterator[Problem]:
    """Drawings that hold more than a drawing needs, and pictures that are not what their names say."""
    figures = set(library.figures.values())
    for path, file in _pictures(library):
        if file.suffix.lower() == ".svg":
            for line, column, what in _drawing_faults(file, in_page=file in figures):
                yield problem("BW631", path, line, column, what)
            continue
        begins, start = _BEGINS[file.suffix.lower()]
        with file.open("rb") as opened:
            if opened.read(start + len(begins))[start:] != begins:
                yield problem("BW632", path, 1, 1, f"it is not a {file.suffix[1:].upper()} picture.")
        if file.stat().st_size > MOST:
            yield problem("BW632", path, 1, 1, f"it is larger than {MOST // 1000} kB.")


def _drawing_faults(file: Path, in_page: bool) -> Iterator[tuple[int, int, str]]:
    """(line, column, what) of everything wrong with an SVG file; `in_page`: it is put into pages, and has to say what
    it shows.
    """
    drawn = drawing.read(file)
    yield from drawn.faults
    if drawn.root is None or drawn.faults or not in_page:
        return
    if any(element.tag == "style" or "style" in element.attrib for element in drawn.root.iter()):
        yield 1, 1, "it has styles, which pages do not allow inside them; attributes such as fill say the same."
    for name in ("title", "desc"):
        if not _words(drawn.root.find(name)):
            yield 1, 1, f"it has no {name}."
    if drawn.root.get("role") != "img" or not drawn.root.get("aria-labelledby"):
        yield 1, 1, 'it is not marked up as one picture (role="img" and aria-labelledby).'


def _words(element: ElementTree.Element | None) -> str:
    return (element.text or "").strip() if element is not None else ""


def _same_names(library: Library) -> Iterator[Problem]:
    """Figures of one name: in two folders, or told apart by capitals only."""
    first: dict[str, str] = {}
    for path, file in _pictures(library):
        name = file.stem.casefold()
        if path.startswith("docs/assets/figures/") and name in first:
            yield problem("BW111", path, 1, 1, f'the name "{file.stem}" is taken by {first[name]}.')
        elif path.startswith("docs/assets/figures/"):
            first[name] = path
