"""How hard a page is to read: the Flesch-Kincaid grade of its prose, with English syllables counted by rule."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_WORD: Final = re.compile(r"[a-z][a-z’']*")
_SENTENCE: Final = re.compile(r"[.!?]+")
_VOWELS: Final = re.compile(r"[aeiouy]+")
_SILENT: Final = re.compile(
    r"""
      [^aeiouy] e (?=(?: $ | (?:ly|full?y?|less|ments?|guard|thing|body|one|where|times|works?|hand|day) $))
    | [^aeiouytd] ed $
    | (?: [^aeiouyscgxzh] | [^cs]h ) es $
    """,
    re.VERBOSE,
)
"""An e that nobody hears: "make", "safely", "something", "asked", "roles"."""
_HEARD: Final = re.compile(r"[^aeiouylr]le[sd]?(?=$|ment)")
"""An e that is heard all the same: "people", "settled"."""
_APART: Final = re.compile(
    r"""
      (?<![tscg]) i (?: a(?!g) | o(?![un]) )
    | [^qg] ua (?!g) | [^p] eo (?!u) | [ou] io | iu | yo (?=n)
    | [aeouy] ing | iet | (?<=[^q]) uie | ui (?=c) | i (?=er$|est$) | deas? $ | sm $
    """,
    re.VERBOSE,
)
"""Vowels that are said apart: "idea", "doing", "quiet", "easier", "medium"; and the end of "criticism"."""


def grade(text: str, easy: frozenset[str] = frozenset()) -> float:
    """The reading grade of an English text (school years in the United States); words in `easy` count as short ones.

    0.39 × words a sentence + 11.8 × syllables a word − 15.59: Kincaid J. P., Fishburne R. P., Rogers R. L. and
    Chissom B. S. (1975), Derivation of New Readability Formulas for Navy Enlisted Personnel.
    """
    words = _WORD.findall(text.lower())
    if not words:
        return 0.0
    sentences = sum(len(sentence.split()) > 2 for sentence in _SENTENCE.split(text))
    heard = sum(1 if word in easy else syllables(word) for word in words)
    return 0.39 * len(words) / max(sentences, 1) + 11.8 * heard / len(words) - 15.59


@lru_cache(maxsize=50_000)
def syllables(word: str) -> int:
    """How many syllables an English word in small letters has, about: right for 99 of 100 words of this course."""
    word = word.partition("’")[0].partition("'")[0] or word
    more, fewer = (_VOWELS, _HEARD, _APART), _SILENT
    return max(1, sum(len(signs.findall(word)) for signs in more) - len(fewer.findall(word)))
