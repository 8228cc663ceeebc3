"""Text in scripts that run from right to left says so, block by block: full stops and bullets stand right."""

from __future__ import annotations

import re
import unicodedata
import xml.etree.ElementTree as ElementTree
from typing import Final

_BLOCKS: Final = frozenset({"p", "ul", "ol", "dl", "table", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "div"})
_RIGHT_TO_LEFT: Final = re.compile(
    r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def mark(root: ElementTree.Element) -> None:
    """Give `dir="rtl"` to the outermost blocks whose first letter belongs to such a script."""
    for child in root:
        text = "".join(child.itertext())
        if not _RIGHT_TO_LEFT.search(text):
            continue
        if child.tag in _BLOCKS and _first(text) in {"R", "AL"}:
            child.set("dir", "rtl")
        else:
            mark(child)


def _first(text: str) -> str:
    """The direction of the first letter that has one."""
    kinds = (unicodedata.bidirectional(letter) for letter in text)
    return next((kind for kind in kinds if kind in {"L", "R", "AL"}), "L")
