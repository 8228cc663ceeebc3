"""Names for places on a page, made of words in any script."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = ("L", "M", "N")
"""Letters, the marks that belong to them, and numbers."""


_ACCENTS = re.compile("(?<=[a-z])[\u0300-\u036f]+")


def slug(words: str, separator: str = "-") -> str:
    """The words in small letters, joined by the separator: "Say it back" is "say-it-back". May be empty.

    Latin letters lose their accents, other scripts stay as they are.
    """
    plain = _ACCENTS.sub("", unicodedata.normalize("NFD", words.lower()).replace("-", " "))
    plain = unicodedata.normalize("NFC", plain)
    kept = "".join(c for c in plain if c.isspace() or c == "_" or unicodedata.category(c)[0] in _LETTERS)
    return separator.join(kept.split())
