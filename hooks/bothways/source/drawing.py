"""SVG drawings: read into a tree of allowed elements and attributes only, with the place of whatever else is in them.

What stands in a page is written anew from that tree. A drawing that passes does nothing, in a page or opened alone.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import Final
from xml.parsers import expat

from bothways.core.words import said

ELEMENTS: Final = 3000
DEPTH: Final = 24
LETTERS: Final = 20_000
"""In one attribute or text."""
SVG: Final = "http://www.w3.org/2000/svg"
_SPACE: Final = "http://www.w3.org/XML/1998/namespace"
_SHAPES: Final = frozenset(
    {
        *("svg", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon", "text", "tspan", "title"),
        *("desc", "defs", "linearGradient", "radialGradient", "stop", "clipPath"),
    }
)
_GRADIENTS: Final = frozenset({"linearGradient", "radialGradient"})
"""They may take their colours from another one of the same drawing."""
_ATTRIBUTES: Final = frozenset(
    {
        *("aria-describedby", "aria-hidden", "aria-label", "aria-labelledby", "baseProfile", "class"),
        *("clip-path", "clip-rule", "clipPathUnits", "color", "cx", "cy", "d", "direction", "display"),
        *("dominant-baseline", "dx", "dy", "fill", "fill-opacity", "fill-rule", "focusable", "font-family"),
        *("font-size", "font-style", "font-variant", "font-weight", "fr", "fx", "fy", "gradientTransform"),
        *("gradientUnits", "height", "id", "lang", "lengthAdjust", "letter-spacing", "offset", "opacity"),
        *("overflow", "paint-order", "pathLength", "points", "preserveAspectRatio", "r", "role", "rotate"),
        *("rx", "ry", "shape-rendering", "spreadMethod", "stop-color", "stop-opacity", "stroke"),
        *("stroke-dasharray", "stroke-dashoffset", "stroke-linecap", "stroke-linejoin"),
        *("stroke-miterlimit", "stroke-opacity", "stroke-width", "style", "text-anchor", "text-decoration"),
        *("text-rendering", "textLength", "transform", "transform-origin", "unicode-bidi", "vector-effect"),
        *("version", "viewBox", "visibility", "width", "word-spacing", "writing-mode", "x", "x1", "x2"),
        *("xml:lang", "xml:space", "y", "y1", "y2"),
    }
)
_LOOKS: Final = frozenset(
    {
        *("font-feature-settings", "font-stretch", "font-variant-caps", "font-variant-ligatures", "isolation"),
        *("font-variant-numeric", "line-height", "mix-blend-mode", "text-align", "text-indent", "text-orientation"),
        *("text-transform", "white-space"),
    }
)
"""What only a style can set, as drawing programs write it."""
_VALUE: Final = re.compile(
    r"(?:[^(\\<>&@{}]|\b(?:var|rgb|rgba|hsl|hsla|matrix|translate|scale|rotate|skewX|skewY|calc)\()*"
)
_LOCAL: Final = re.compile(r"url\(\s*(['\"]?)#([\w.:-]+)\1\s*\)")
_ID: Final = re.compile(r"[\w.:-]{1,100}")
_STYLE: Final = re.compile(r"[\w\s#.,:;%()*>{}'-]*")
_CALLS: Final = re.compile(r"([\w-]{0,60})\s{0,99}\(")
_STYLE_CALLS: Final = frozenset({"var", "rgb", "rgba", "hsl", "hsla", "calc", "", "and"})
_PROPERTY: Final = re.compile(r"(?:behavior|-moz-binding|src)\s*:", re.IGNORECASE)


@dataclass(frozen=True, slots=True, eq=False)
class Drawing:
    """An SVG file: its tree, or None where it cannot be read; and what is wrong in it: (line, column, what)."""

    root: ElementTree.Element | None
    faults: tuple[tuple[int, int, str], ...] = ()


class _Refused(Exception):
    """Reading stops here."""


@lru_cache(maxsize=500)
def read(text: str) -> Drawing:
    """The drawing in the text of a file. Never raises for what stands in it."""
    return _Reader().read(text.encode("utf-8", errors="replace"))


def html(root: ElementTree.Element, name: str) -> str:
    """The drawing as it stands in a page. Without styles: a page's policy allows none inside it, and a style sheet
    would be the whole page's. Its ids begin with its name, so that they meet no others there.
    """
    return "".join(_written(root, f"figure-{name}--"))


def _written(element: ElementTree.Element, prefix: str) -> Iterator[str]:
    tag = element.tag
    if tag == "style":
        return
    attributes = "".join(f' {k}="{escape(_prefixed(k, v, prefix))}"' for k, v in element.attrib.items() if k != "style")
    if not len(element) and not element.text:
        yield f"<{tag}{attributes}/>"
        return
    yield f"<{tag}{attributes}>{escape(element.text or '', quote=False)}"
    for child in element:
        yield from _written(child, prefix)
        yield escape(child.tail or "", quote=False)
    yield f"</{tag}>"


def _prefixed(name: str, value: str, prefix: str) -> str:
    if name == "id":
        return prefix + value
    if name in {"aria-labelledby", "aria-describedby"}:
        return " ".join(prefix + part for part in value.split())
    if name == "href":
        return f"#{prefix}{value[1:]}"
    return _LOCAL.sub(rf"url(#{prefix}\2)", value)


class _Reader:
    """Builds the tree and notes what does not belong into it."""

    def __init__(self) -> None:
        self.builder = ElementTree.TreeBuilder()
        self.open: list[str] = []
        self.skipped = 0
        self.count = 0
        self.faults: list[tuple[int, int, str]] = []
        self.parser = expat.ParserCreate("utf-8", " ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.XmlDeclHandler = self._declared
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.ProcessingInstructionHandler = self._instruction

    def read(self, content: bytes) -> Drawing:
        try:
            self.parser.Parse(content, True)
            root = self.builder.close()
        except _Refused:
            return Drawing(None, tuple(self.faults))
        except expat.ExpatError as error:
            what = said("it is not a valid drawing ({ErrorString}).", ErrorString=expat.ErrorString(error.code))
            return Drawing(None, (*self.faults, (error.lineno, error.offset + 1, what)))
        except AssertionError:  # nothing of it was a drawing
            return Drawing(None, tuple(self.faults) or ((1, 1, "it is not a drawing."),))
        return Drawing(root, tuple(self.faults))

    def _tell(self, what: str, stop: bool = False) -> None:
        if len(self.faults) < 20:
            self.faults.append((self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1, what))
        if stop:
            raise _Refused

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        space, _, tag = name.rpartition(" ")
        self.count += 1
        self.open.append(tag)
        if len(self.open) > DEPTH:
            self._tell(said("its elements stand more than {DEPTH} deep in one another.", DEPTH=DEPTH), stop=True)
        if self.count > ELEMENTS:
            self._tell(said("it has more than {ELEMENTS} elements.", ELEMENTS=ELEMENTS), stop=True)
        if self.skipped:
            self.skipped += 1
        elif wrong := self._misplaced(space, tag):
            self._tell(wrong)
            self.skipped = 1
        else:
            self.builder.start(tag, dict(self._kept(tag, attributes)))

    def _misplaced(self, space: str, tag: str) -> str:
        inside = self.open[-2] if len(self.open) > 1 else ""
        if inside in {"title", "desc", "style"}:
            return said("there is <{part}> inside <{inside}>, which holds words only.", part=tag[:30], inside=inside)
        if not inside and (tag != "svg" or space != SVG):
            return said('it does not begin with <svg xmlns="{SVG}">.', SVG=SVG)
        if space == SVG and tag == "style":
            return ""
        if space != SVG or tag not in _SHAPES:
            return said("it holds <{part}>, which a drawing does not need.", part=tag[:30])
        return ""

    def _kept(self, tag: str, attributes: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        if len(self.open) == 1:
            yield "xmlns", SVG
        for name, value in attributes.items():
            space, _, own = name.rpartition(" ")
            shown = f"xml:{own}" if space == _SPACE else own
            if own == "href" and tag in _GRADIENTS and value[:1] == "#" and _ID.fullmatch(value[1:]):
                yield "href", value
            elif (space and space != _SPACE) or shown not in _ATTRIBUTES:
                self._tell(said('it has the attribute "{part}", which a drawing does not need.', part=own[:30]))
            elif shown == "id" and not _ID.fullmatch(value):
                self._tell(said('"{part}" cannot be an id.', part=value[:30]))
            elif len(value) > LETTERS or not (_harmless(value) and (own != "style" or _plain_style(value))):
                self._tell(said('the attribute "{own}" holds something that a drawing does not need.', own=own))
            else:
                yield shown, value

    def _end(self, name: str) -> None:
        self.open.pop()
        if self.skipped:
            self.skipped -= 1
        else:
            self.builder.end(name.rpartition(" ")[2])

    def _text(self, text: str) -> None:
        if self.skipped:
            return
        if self.open[-1] == "style" and not _harmless_style(text):
            self._tell("its style loads or does something that a drawing does not need.")
            return
        if len(text) > LETTERS:
            self._tell("a text in it is too long.")
            return
        self.builder.data(text)

    def _declared(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if (encoding or "utf-8").lower() != "utf-8":
            self._tell("it says that it is not UTF-8 text.", stop=True)

    def _doctype(self, *_: object) -> None:
        self._tell("it declares a document type.", stop=True)

    def _instruction(self, target: str, _: str) -> None:
        self._tell(said("it holds an instruction, <?{part}?>.", part=target[:30]))


def _harmless(value: str) -> bool:
    """Whether an attribute's value is numbers, names and colours, and loads nothing."""
    return bool(_VALUE.fullmatch(_LOCAL.sub("", value))) and not _PROPERTY.search(value)


def _plain_style(value: str) -> bool:
    """Whether a style attribute sets only how shapes and words look."""
    names = [part.partition(":")[0].strip() for part in value.split(";") if part.strip()]
    return all(name in _ATTRIBUTES | _LOOKS or name.startswith("-inkscape-") for name in names)


def _harmless_style(text: str) -> bool:
    """Whether a style sheet only sets colours and the like: no rule but @media, nothing that loads."""
    plain = text.replace("@media", "")
    calls = {call.lower() for call in _CALLS.findall(plain)}
    return bool(_STYLE.fullmatch(plain)) and calls <= _STYLE_CALLS and not _PROPERTY.search(plain)
