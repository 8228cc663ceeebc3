"""The words of the glossary inside a lesson: where each first appears it becomes a link to its meaning."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from bothways.model.course import Term

_BLOCKS: Final = {"p", "li", "td", "dd"}
_CLOSED: Final = {"a", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "button"}
"""Inside these no link is put."""
_LONGEST_FIRST: Final = len


@lru_cache(maxsize=4)
def _pattern(terms: tuple[Term, ...]) -> tuple[re.Pattern[str], dict[str, Term | None]]:
    """What to look for, and the term of each name; None for phrases that only look like one."""
    known: dict[str, Term | None] = {name.lower(): term for term in terms for name in (term.term, *term.also)}
    known |= {phrase.lower(): None for term in terms for phrase in term.unless}
    names = sorted(known, key=_LONGEST_FIRST, reverse=True)
    return re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, names))})(?![\w-])", re.IGNORECASE), known


def mark(top: ElementTree.Element, terms: tuple[Term, ...]) -> list[Term]:
    """Link each term where it first appears below `top`; returns the terms found, in their order."""
    if not terms:
        return []
    found: list[Term] = []
    for block in _blocks(top):
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
    if element.get("class") == "admonition-title" or "bw-cite" in (element.get("class") or ""):
        return
    pieces = _split(element.text, terms, found)
    element.text = pieces[0]
    position = 0
    for link in pieces[1]:
        element.insert(position, link)
        position += 1
    for child in list(element)[position:]:
        if child.tag not in _CLOSED:
            _mark(child, terms, found)
        position += 1
        child.tail, links = _split(child.tail, terms, found)
        for link in links:
            element.insert(position, link)
            position += 1


def _split(
    text: str | None, terms: tuple[Term, ...], found: list[Term]
) -> tuple[str | None, Sequence[ElementTree.Element]]:
    """(the text before the first link, the links with the text behind each)."""
    if not text:
        return text, ()
    pattern, known = _pattern(terms)
    links: list[ElementTree.Element] = []
    start = 0
    lead = text
    for match in pattern.finditer(text):
        term = known[match.group().lower()]
        if term is None or term in found:
            continue
        found.append(term)
        link = ElementTree.Element("a", {"class": "bw-term", "href": f"#{term.id}"})
        link.text = match.group()
        before = text[start : match.start()]
        if links:
            links[-1].tail = before
        else:
            lead = before
        links.append(link)
        start = match.end()
    if links:
        links[-1].tail = text[start:]
    return lead, links
