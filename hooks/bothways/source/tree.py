"""Looks at every element, attribute and text of a page's finished tree: what must not be there, links, headings.

What is refused is also taken out of the tree, so that a page that is shown in spite of its problems (under `serve`)
holds none of it as markup.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from bothways.core import address
from bothways.core.problems import Problem, problem, suggest
from bothways.core.words import said
from bothways.source import allowed, writing
from bothways.source.places import Places

BLOCKS: Final = frozenset(
    {"p", "li", "td", "th", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "summary", "blockquote"}
)
HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LITERAL: Final = frozenset({"pre", "code"})
_NO_WORDS: Final = re.compile(r"^ *#[ #]*$", re.MULTILINE)
_PLACEHOLDER: Final = re.compile(r"\x02[^\x03]*\x03")
_ESCAPED: Final = re.compile("\x02([0-9]{1,6})\x03")
_AMPERSAND: Final = "\x02amp\x03"
CITATION: Final = "bw-cite"
BOXES: Final = frozenset(
    {
        *("note", "abstract", "info", "tip", "success", "question", "warning", "failure", "danger", "bug", "example"),
        *("quote", "better", "check", "misconceptions", "poor", "why"),
    }
)
"""The kinds of boxes that have a look of their own: Material's and the course's."""
_PLACEMENT: Final = frozenset({"admonition", "inline", "end"})


@dataclass(frozen=True, slots=True)
class Link:
    """A link or a picture of a page: its place from 1, and its address decoded."""

    line: int
    column: int
    address: str
    is_picture: bool = False


@dataclass(frozen=True, slots=True)
class Cited:
    """A source that a page cites, and where."""

    line: int
    column: int
    source: str


@dataclass(slots=True)
class Seen:
    """What was found in a tree."""

    problems: list[Problem] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    citations: list[Cited] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)


def look(root: ElementTree.Element, places: Places) -> Seen:
    """Everything that is to be known of a tree; what must not be in it is gone afterwards."""
    return _Look(places).all(root)


class _Look:
    def __init__(self, places: Places) -> None:
        self.places = places
        self.seen = Seen()
        self.opened: set[str] = set()

    def all(self, root: ElementTree.Element) -> Seen:
        for child in root:
            self._element(child, inside=())
        return self.seen

    def _element(self, element: ElementTree.Element, inside: tuple[str, ...]) -> None:
        tag = str(element.tag)
        if tag in BLOCKS:
            self._block(element)
        if element.get("class") == CITATION:
            self._citation(element, inside)
        elif tag == "div" and "admonition" in (kinds := (element.get("class") or "").split()):
            self._box(set(kinds) - _PLACEMENT, element)
        elif wrong := allowed.refused(tag, element.attrib):
            self._tell("BW621", said('there is raw HTML: "{wrong}".', wrong=wrong), wrong)
            element.tag, element.attrib = "span", {}
        elif tag in {"a", "img"}:
            self._address(element, inside)
        if identity := element.get("id"):
            self.seen.ids.append(identity)
        if tag not in _LITERAL and element.get("class") != CITATION:
            self._text(element.text)
        for child in list(element):
            self._element(child, (*inside, tag))
            if tag not in _LITERAL:
                self._text(child.tail)

    def _block(self, element: ElementTree.Element) -> None:
        text = "".join(element.itertext())
        self.places.pass_by(element.itertext())
        if element.tag in HEADINGS and not _PLACEHOLDER.sub("", text).strip() and element.find(".//img") is None:
            self.seen.problems.append(
                problem("BW623", "", *self.places.like(_NO_WORDS), said("a heading has no words."))
            )
        if element.tag != "blockquote":
            own = text if element.tag != "li" else _own_text(element)
            for what, words, fix in writing.lines(own):
                self._tell("BW625", what, words, fix)

    def _box(self, kinds: set[str], element: ElementTree.Element) -> None:
        self.places.pass_by(element.itertext())
        for kind in sorted(kinds - BOXES):
            self._tell(
                "BW627", said('there is no kind of box "{kind}".', kind=kind), f"!!! {kind}", suggest(kind, BOXES)
            )
            element.set("class", "admonition")

    def _text(self, text: str | None) -> None:
        for code, what, words, fix in writing.faults(text or ""):
            name = words.strip("</>").split(" ")[0]
            if not (words.startswith("</") and name in self.opened):  # what was opened is told once
                self._tell(code, what, words, fix)
            self.opened.add(name)

    def _citation(self, element: ElementTree.Element, inside: tuple[str, ...]) -> None:
        line, column = self.places.of(element.text or "")
        self.seen.citations += [Cited(line, column, source) for source in writing.cited(element.text or "")]
        if "a" in inside or HEADINGS & set(inside):
            what = said("a citation stands in a heading or in a link.")
            self.seen.problems.append(problem("BW610", "", line, column, what, said("Put it into the text beside it.")))

    def _address(self, element: ElementTree.Element, inside: tuple[str, ...]) -> None:
        name = "href" if element.tag == "a" else "src"
        raw = _ESCAPED.sub(lambda m: chr(int(m[1])), (element.get(name) or "").replace(_AMPERSAND, "&"))
        where = address.decoded(raw)
        element.set(name, where)
        words = element.get("alt") or (element.text or "").partition("\x02")[0]
        line, column = self.places.of(raw[:80], where[:80].removeprefix("mailto:"), f"[{words}](", "](")
        wrong = self._wrong(element, where, inside)
        if wrong:
            self.seen.problems.append(problem(wrong[0], "", line, column, wrong[1]))
            element.tag, element.attrib = "span", {}
        else:
            self.seen.links.append(Link(line, column, where, element.tag == "img"))

    def _wrong(self, element: ElementTree.Element, where: str, inside: tuple[str, ...]) -> tuple[str, str] | None:
        shown = where[:60]
        if element.tag == "img":
            if not address.is_picture(where):
                return "BW624", said('the picture "{shown}" is not one of the course.', shown=shown)
            return None if (element.get("alt") or "").strip() else ("BW626", "a picture has no words.")
        if not where:
            return "BW623", "a link leads nowhere."
        if not address.is_allowed(where):
            return "BW622", said('a link leads to "{shown}".', shown=shown)
        if "a" in inside or element.find(".//a") is not None:
            return "BW622", "a link stands in another link."
        words = _PLACEHOLDER.sub("x", "".join(element.itertext())).strip()
        return None if words or element.find(".//img") is not None else ("BW623", "a link has no words.")

    def _tell(self, code: str, what: str, words: str, fix: str = "") -> None:
        line, column = self.places.of(words)
        self.seen.problems.append(problem(code, "", line, column, what, fix))


def _own_text(entry: ElementTree.Element) -> str:
    """The text of an entry of a list without the blocks in it: they are looked at by themselves."""
    return "".join(_pieces(entry))


def _pieces(element: ElementTree.Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag not in BLOCKS and child.tag not in {"ul", "ol", "dl", "div", "pre", "table"}:
            yield "".join(child.itertext())
        yield child.tail or ""
