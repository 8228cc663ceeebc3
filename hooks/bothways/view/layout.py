"""What pages need in their tree before it becomes HTML: frames around wide tables, the cards of the home page. So that
Markdown stays plain, and no template takes HTML apart."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final
from xml.etree.ElementTree import Element

COLUMNS: Final = 3
"""A table with more columns than that scrolls by itself on a narrow screen."""
WAYS_IN: Final = 3
"""How many headings of the home page, the first ones, become cards."""
TOP: Final = "content"
"""The place at which the text of every page begins."""
_ALIGN: Final = re.compile(r"\s{0,9}text-align:\s*(left|center|right);?\s*")


def arrange(root: Element, home: bool) -> None:
    """Everything below, for one page. `home`: it is the course's first page."""
    _align(root)
    _frames(root)
    if home:
        _cards(root)


def _align(root: Element) -> None:
    """A table says by class how a column is aligned: the pages' policy allows no style in an element."""
    for cell in (*root.iter("th"), *root.iter("td")):
        if found := _ALIGN.fullmatch(cell.get("style", "")):
            del cell.attrib["style"]
            cell.set("class", f"{cell.get('class', '')} bw-{found[1]}".strip())


def _frames(root: Element) -> None:
    """A wide table scrolls by itself, by finger and by keyboard; the page never does."""
    for parent in list(root.iter()):
        for i, table in enumerate(parent):
            if table.tag == "table" and len(table.findall("./thead/tr/th")) > COLUMNS:
                frame = Element("div", {"class": "bw-wide", "role": "group", "aria-label": "Table", "tabindex": "0"})
                frame.append(table)
                frame.tail, table.tail = table.tail, None
                parent[i] = frame


def _cards(root: Element) -> None:
    """The text before the first heading is the welcome; the first headings are ways in, each with what follows it."""
    headings = [i for i, child in enumerate(root) if child.tag == "h2"]
    if len(headings) <= WAYS_IN:
        return
    children, cards = list(root), Element("div", {"class": "bw-cards"})
    for start, end in pairwise(headings[: WAYS_IN + 1]):
        section = Element("section")
        section.extend(children[start:end])
        cards.append(section)
    root[headings[0] : headings[WAYS_IN]] = [cards]
