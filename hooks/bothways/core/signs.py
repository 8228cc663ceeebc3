"""Signs that nobody sees and that change what is read: control signs, those that turn text round, stray joiners.

One answer for YAML, Markdown, front matter and drawings. What a script or an emoji needs is left alone: joiners in
Persian and Indic words, breaks in Thai, direction marks on a line with Hebrew or Arabic, flags made of tags.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from typing import Final

_SUSPECT: Final = re.compile(
    "[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffd\ue000-\uf8ff\ufdd0-\ufdef"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U0010ffff]"
)
_REFERENCE: Final = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{1,31});?")
_RIGHT_TO_LEFT: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc\U00010800-\U00010fff]")
_CONTROLS: Final = {0: "NULL", 8: "BACKSPACE", 27: "ESCAPE", 127: "DELETE", 133: "NEXT LINE"}
_JOINED: Final = ((0x0600, 0x08FF), (0x0900, 0x109F), (0x1780, 0x18AF), (0x1A00, 0x1CFF), (0xA800, 0xABFF))
"""Scripts in which letters change their form beside a joiner, or that write without spaces."""
_FLAG: Final = "\U0001f3f4"
_SHOWN: Final = "\u00a0\u200c\u200d"
"""What cannot be seen and may stand in a message all the same."""


def found(text: str) -> Iterator[tuple[int, str]]:
    """(offset, name) of every such sign, written as itself or as a character reference such as `&#8238;`."""
    for match in _SUSPECT.finditer(text):
        if not _meant(match.group(), text, match.start(), match.end()):
            yield match.start(), named(match.group())
    if "&" in text:
        for reference in _REFERENCE.finditer(text):
            for sign in _SUSPECT.findall(_undone(reference.group())):
                if not _meant(sign, text, reference.start(), reference.end()):
                    yield reference.start(), named(sign)


def without(text: str) -> str:
    """The text without these signs, so that whatever else is wrong with it can be told as well."""
    return _SUSPECT.sub(lambda m: m.group() if _meant(m.group(), text, m.start(), m.end()) else "", text)


def named(sign: str) -> str:
    """A sign by its number and its name: "U+202E RIGHT-TO-LEFT OVERRIDE"."""
    number = ord(sign)
    private = "PRIVATE USE" if unicodedata.category(sign) == "Co" else "CONTROL SIGN"
    return f"U+{number:04X} {unicodedata.name(sign, _CONTROLS.get(number, private))}"


def visible(text: str) -> str:
    r"""The text on one line, for terminals and logs: signs that are not printed become their number, such as \x1b."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c in _SHOWN else c.encode("unicode_escape").decode() for c in text)


def _undone(reference: str) -> str:
    """What a browser makes of a character reference; the library leaves out some that browsers keep."""
    digits = reference.strip("&#;")
    if not reference.startswith("&#"):
        return html.unescape(reference)
    number = int(digits[1:], 16) if digits[0] in "xX" else int(digits)
    return chr(number) if number <= 0x10FFFF else ""


def _meant(sign: str, text: str, start: int, end: int) -> bool:
    """Whether the writing around a sign needs it."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if sign in "\u200e\u200f\u061c":
        line = text[text.rfind("\n", max(0, start - 2000), start) + 1 : start + 2000].split("\n")[0]
        return bool(_RIGHT_TO_LEFT.search(line))
    if sign in "\u200b\u200c":
        return _joins(before) and (sign == "\u200c" or _joins(after))
    if sign == "\u200d":
        return _joins(before) or (_pictured(before) and _pictured(after))
    if sign == "\u180e":
        return "\u1800" <= before <= "\u18af"
    if "\ufe00" <= sign <= "\ufe0f" or "\U000e0100" <= sign <= "\U000e01ef":
        return bool(before) and (unicodedata.category(before)[0] in "SNP" or before >= "\u1000")
    if "\U000e0020" <= sign <= "\U000e007f":
        return text[max(0, start - 7) : start].find(_FLAG) >= 0
    return False


def _joins(letter: str) -> bool:
    return bool(letter) and any(first <= ord(letter) <= last for first, last in _JOINED)


def _pictured(sign: str) -> bool:
    """Whether it belongs to an emoji: a picture, its style, a tone of skin."""
    return bool(sign) and (sign == "\ufe0f" or unicodedata.category(sign) in {"So", "Sk"})
