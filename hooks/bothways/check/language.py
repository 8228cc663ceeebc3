"""The language of the course: words to avoid, and pages that are too hard to read."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Final

from bothways.check.readability import grade
from bothways.core.problems import Problem, problem
from bothways.core.words import said
from bothways.model.wording import Avoided
from bothways.source.library import Library
from bothways.source.page import Page
from bothways.source.queries import entries
from bothways.source.reading import texts
from bothways.source.writing import CITATION

MOST: Final = 8.0
"""The highest reading grade of a lesson (Flesch-Kincaid)."""
MOST_FACILITATORS: Final = 9.0
"""The same for a session for facilitators."""
MOST_SAFETY: Final = 6.0
"""The same for pages that somebody in danger may need."""
SAFETY: Final = frozenset({"support.md", "facilitators/duties-and-safety.md"})
"""Those pages."""
_QUOTED: Final = re.compile(r"“[^“”]*”|‘[^‘’]*’|\"[^\"\n]*\"|`[^`\n]*`|\]\([^()\n]*\)")
"""What is quoted is being discussed; code and addresses are not read."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One entry of docs/words-to-avoid.yml, made ready for the search."""

    keys: tuple[str, ...]
    """One of these is in a text, in small letters and with single spaces, or no form of the word is."""
    pattern: re.Pattern[str]
    fine: re.Pattern[str] | None
    say: str

    def found(self, text: str) -> Iterator[re.Match[str]]:
        """Each place of the word that is not inside a phrase in which it is fine."""
        spans = [match.span() for match in self.fine.finditer(text)] if self.fine else []
        for match in self.pattern.finditer(text):
            if not any(start <= match.start() and match.end() <= end for start, end in spans):
                yield match


def check(library: Library) -> Iterator[Problem]:
    """Words to avoid, in every text; and the reading grade of every lesson and of what people in danger may need."""
    words = wanted(library.wording.value.words if library.wording.value else ())
    for page in library.pages:
        if _suspects("\n".join(page.lines), words):
            yield from _in_page(page, words)
    for entry in entries(library):
        if not _suspects(entry.document.text, words):
            continue
        for loc, text in texts(entry.document.value):
            for _, what, instead in avoided(text, words):
                yield entry.problem("BW701", loc, what, instead)
    yield from _hard(library)


def _in_page(page: Page, words: tuple[Wanted, ...]) -> Iterator[Problem]:
    for numbers, text in _paragraphs(page):
        starts = [0, *(match.end() for match in re.finditer("\n", text))]
        for place, what, instead in avoided(text, words):
            line = bisect_right(starts, place) - 1
            yield problem("BW701", page.path, numbers[line], place - starts[line] + 1, what, instead)


def _paragraphs(page: Page) -> Iterator[tuple[list[int], str]]:
    """(numbers of its lines, text) of each paragraph: a phrase or a quotation may run over the end of a line."""
    for full, group in groupby(page.prose(), lambda numbered: bool(numbered[1].strip())):
        if full:
            lines = list(group)
            yield [number for number, _ in lines], "\n".join(line for _, line in lines)


@lru_cache(maxsize=16)
def wanted(words: tuple[Avoided, ...]) -> tuple[Wanted, ...]:
    """The entries, ready for the search."""
    return tuple(
        Wanted(_keys(word.avoid), _any(word.avoid), _any(word.unless) if word.unless else None, word.say)
        for word in words
    )


def _keys(forms: tuple[str, ...]) -> tuple[str, ...]:
    small = {" ".join(form.lower().split()) for form in forms}
    return tuple(form for form in sorted(small) if not any(other in form for other in small - {form}))


def _any(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the phrases as whole words, over the end of a line too."""
    each = (r"\s+".join(map(re.escape, phrase.split())) for phrase in sorted(phrases, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(each)})(?![\w-])", re.IGNORECASE)


def _suspects(text: str, words: tuple[Wanted, ...]) -> list[Wanted]:
    """The words that may be in a text. A thousand files are read for each one that has something in it."""
    small = " ".join(text.lower().split())
    return [word for word in words if any(key in small for key in word.keys)]


def avoided(text: str, words: tuple[Wanted, ...]) -> Iterator[tuple[int, str, str]]:
    """(place from 0, what, fix) for each word to avoid that is not in quotation marks."""
    suspects = _suspects(text, words)
    if not suspects:
        return
    plain = _QUOTED.sub(lambda m: "_" * len(m.group()), text)
    for word in suspects:
        for match in word.found(plain):
            found = " ".join(match.group().split())
            yield (
                match.start(),
                said('"{found}" is a word to avoid.', found=found),
                said("Say: {say}. To discuss it, quote it.", say=word.say),
            )


def _hard(library: Library) -> Iterator[Problem]:
    words = glossary_words(library)
    for page in library.pages:
        most = _most(page)
        if most and (level := grade(prose(page), words)) > most:
            what = said("the reading grade is {level:.1f}; it should be {most:.0f} or below.", level=level, most=most)
            yield problem("BW702", page.path, page.body_start + 1, 1, what)


def _most(page: Page) -> float | None:
    """The highest reading grade that a page may have; None where there is no limit."""
    if page.src in SAFETY:
        return MOST_SAFETY
    if page.head:
        return MOST if page.head.name.startswith("L") else MOST_FACILITATORS
    return None


def glossary_words(library: Library) -> frozenset[str]:
    """The subject's own words: the course explains them, so they do not make a text harder."""
    terms = library.glossary.value.terms if library.glossary.value else ()
    return frozenset(word.lower() for term in terms for name in (term.term, *term.also) for word in name.split())


def prose(page: Page) -> str:
    """The sentences of a page's body."""
    return "\n".join(_plain(page))


def _plain(page: Page) -> Iterable[str]:
    """The prose as sentences: no marks, no citations; a heading or an entry of a list ends like a sentence."""
    for _, line in page.prose():
        text = re.sub(CITATION, "", line)
        text = re.sub(r"\]\([^)]*\)|[*_#>`|\[\]]|^\s*(!!!\s+\w+|\d+\.|[-+])", " ", text).strip()
        if re.search(r"\w", text):
            yield text if text.endswith((".", "!", "?", ":", "”", '"')) or not _ends(line) else f"{text}."


def _ends(line: str) -> bool:
    return line.lstrip().startswith(("#", "-", "*", "!!!", "|")) or bool(re.match(r"\s*\d+\.", line))
