"""How much room a text takes, whatever it is written in: letters by their width, and words that cannot be broken."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

LONGEST_WORD: Final = 45
"""Letters of the longest word without a hyphen: as many as two lines of a printed card hold. The longest German ones
in use have about forty."""
_ADDRESS: Final = re.compile(r"\]\([^()\s]{0,2000}\)")
# A line may end at spaces, hyphens and slashes, and between any two letters of scripts that write without spaces.
_UNBROKEN: Final = re.compile(
    r"[^\s\-\u2010-\u2014\u2026/\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\ua980-\ua9df\uac00-\ud7af"
    r"\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]+"
)


def width(text: str) -> int:
    """How many letters of Latin script take the same room: wide ones, as in Chinese, count twice; accents nothing."""
    if text.isascii():
        return len(text)
    return sum(_width(letter) for letter in text)


def _width(letter: str) -> int:
    if unicodedata.category(letter) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def shown(text: str) -> str:
    """The text without the addresses of its links, which nobody sees."""
    return _ADDRESS.sub("]", text) if "](" in text else text


def unbroken(text: str) -> str | None:
    """The first word that is longer than `LONGEST_WORD`, or None."""
    if len(text) <= LONGEST_WORD or max(map(len, text.split()), default=0) <= LONGEST_WORD:
        return None
    return next((word for word in _UNBROKEN.findall(shown(text)) if len(word) > LONGEST_WORD), None)
