"""The shapes that a PDF draws, and those that a font file has. A text layer can say one letter and show another."""

from __future__ import annotations

import io
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import pypdf
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont
from pypdf.generic import ContentStream

Shape = tuple[Any, ...]
"""The pen's way along one glyph's outline, without references to other glyphs."""

_FACE: Final = re.compile(r"@font-face \{(.*?)\}", re.DOTALL)
_RANGE: Final = re.compile(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?")


@dataclass(frozen=True)
class Face:
    """One @font-face rule of a style sheet."""

    family: str
    weight: str
    style: str
    file: Path
    declared: frozenset[int] | None
    """The letters of its unicode-range; None when it has none."""

    @property
    def key(self) -> tuple[str, str, str]:
        return self.family, self.weight, self.style

    def has(self, letter: str) -> bool:
        return ord(letter) in (letters(self.file) if self.declared is None else self.declared)


def faces(css: Path) -> Iterator[Face]:
    """The font files of a style sheet, in its order."""
    for rule in _FACE.findall(css.read_text(encoding="utf-8")):
        family, weight, url = (
            re.search(pattern, rule)[1]  # type: ignore[index]
            for pattern in (r'font-family: "([^"]+)"', r"font-weight: (\d+)", r'url\("([^"]+)"\)')
        )
        ranges = rule.partition("unicode-range:")[2]
        spans = [(int(a, 16), int(b or a, 16)) for a, b in _RANGE.findall(ranges)]
        declared = frozenset(c for a, b in spans for c in range(a, b + 1)) if spans else None
        style = "italic" if "font-style: italic" in rule else "normal"
        yield Face(family, weight, style, css.parent / url, declared)


@cache
def _font(file: Path) -> TTFont:
    return TTFont(file)


def letters(file: Path) -> frozenset[int]:
    """The letters that a font file really has."""
    return frozenset(_font(file).getBestCmap())


def shape(file: Path, letter: str) -> Shape:
    """How a font file draws a letter."""
    font = _font(file)
    return _outline(font, font.getBestCmap()[ord(letter)])


def _outline(font: TTFont, name: str) -> Shape:
    shapes = font.getGlyphSet()
    pen = DecomposingRecordingPen(shapes)
    shapes[name].draw(pen)
    return tuple(pen.value)


def drawn(content: bytes) -> list[tuple[Shape, ...]]:
    """What each tagged piece of text of a PDF draws, in its order: the shapes of its glyphs, blanks left out."""
    return [shapes for page in pypdf.PdfReader(io.BytesIO(content)).pages for shapes in _on(page) if shapes]


def _on(page: Any) -> Iterator[tuple[Shape, ...]]:
    fonts = {name: _embedded(font.get_object()) for name, font in page["/Resources"].get("/Font", {}).items()}
    pieces: dict[int, list[Shape]] = defaultdict(list)
    piece, font = -1, ""
    for operands, operator in ContentStream(page.get_contents(), page.pdf).operations:
        if operator == b"BDC":
            piece += 1
        elif operator == b"Tf":
            font = operands[0]
        elif operator in {b"Tj", b"TJ"}:
            shown = operands[0] if operator == b"TJ" else operands
            pieces[piece] += [
                s for text in shown if not isinstance(text, (int, float)) for s in _glyphs(fonts[font], text)
            ]
    yield from (tuple(shapes) for shapes in pieces.values())


def _embedded(font: Any) -> TTFont:
    inner = font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
    stream = next(value for name, value in inner.items() if name.startswith("/FontFile"))
    return TTFont(io.BytesIO(stream.get_object().get_data()), lazy=True)


def _glyphs(font: TTFont, text: Any) -> Iterator[Shape]:
    raw = text.original_bytes
    names = font.getGlyphOrder()
    for i in range(0, len(raw), 2):
        if outline := _outline(font, names[int.from_bytes(raw[i : i + 2], "big")]):
            yield outline
