"""The words of the glossary inside a lesson: where each first appears it becomes a link to its meaning."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from bothways.model.course import Term

_BLOCKS: Final = {"p", "li", "td", "dd"}
_CLOSED: Final = {"a", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "button"}
"""Inside these no link is put."""
_UNSPACED: Final = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Letters of scripts that are written without spaces: Thai, Lao, Burmese, Khmer, Japanese, Chinese."""
_EDGE: Final = re.compile(rf"[{_UNSPACED}]")
_ASIDE: Final = "\x02[^\x03]*\x03"
"""What Markdown has set aside; its number is not a word."""


@lru_cache(maxsize=4)
def _pattern(terms: tuple[Term, ...]) -> tuple[re.Pattern[str], list[Term | None]]:
    """What to look for, and the term of each group; None for what only looks like one."""
    known: dict[str, Term | None] = {name: term for term in terms for name in (term.term, *term.also)}
    known |= {phrase: None for term in terms for phrase in term.unless}
    names = sorted(known, key=len, reverse=True)  # "peer support" before "peer"
    pattern = "|".join(["(" + _ASIDE + ")", *(f"({_one(name)})" for name in names)])
    return re.compile(pattern, re.IGNORECASE), [None, *(known[name] for name in names)]


def _one(name: str) -> str:
    """A pattern for one name: over line breaks, and whole words where the script has words."""
    before = "" if _EDGE.match(name[0]) else r"(?<![\w-])"
    after = "" if _EDGE.match(name[-1]) else r"(?![\w-])"
    return before + r"\s+".join(map(re.escape, name.split())) + after


def mark(top: ElementTree.Element, terms: tuple[Term, ...]) -> list[Term]:
    """Link each term where it first appears below `top`; returns the terms found, in their order."""
    found: list[Term] = []
    for block in _blocks(top) if terms else ():
        _mark(block, terms, found)
    return found


def _blocks(top: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """The elements that hold running text, outermost first."""
    for element in top:
        if element.tag in _BLOCKS:
            yield element
        elif element.tag not in _CLOSED:
            yield from _blocks(element)


def _mark(element: ElementTree.Element, terms: tuple[Term, ...], found: list[Term]) -> None:
    """Mark the text of `element`, and of everything in it, in reading order."""
    if element.get("class") in {"admonition-title", "bw-cite"}:
        return
    children = list(element)
    element[:] = []
    element.text = _put(element, element.text, terms, found)
    for child in children:
        if child.tag not in _CLOSED:
            _mark(child, terms, found)
        element.append(child)
        child.tail = _put(element, child.tail, terms, found)


def _put(into: ElementTree.Element, text: str | None, terms: tuple[Term, ...], found: list[Term]) -> str | None:
    """Append links for the terms in `text`, each with the text behind it; returns the text before the first."""
    pieces: list[tuple[str, ElementTree.Element]] = []
    start = 0
    pattern, known = _pattern(terms)
    for match in pattern.finditer(text or ""):
        term = known[(match.lastindex or 1) - 1]
        if term is None or term in found:
            continue
        found.append(term)
        link = ElementTree.SubElement(into, "a", {"class": "bw-term", "href": f"#{term.id}"})
        link.text = match.group()
        pieces.append((match.string[start : match.start()], link))
        start = match.end()
    tails = [before for before, _ in pieces[1:]] + [(text or "")[start:]]
    for (_, link), tail in zip(pieces, tails, strict=False):
        link.tail = tail
    return pieces[0][0] if pieces else text
