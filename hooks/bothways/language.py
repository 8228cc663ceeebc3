"""Words to avoid and words to prefer; and how hard a lesson is to read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, Final

import textstat

from bothways.alignment import entries
from bothways.library import Library
from bothways.page import CITATION, Page
from bothways.problems import Loc, Problem, problem

MOST: Final = 8.0
"""The highest reading grade of a lesson (Flesch-Kincaid); facilitators' pages may be one higher."""

# The word to avoid (a regular expression) | what to say instead. What stands in quotation marks is being discussed.
_TABLE: Final = r"""
commit(ted|s|ting)? suicide | died by suicide
(un)?successful (suicide|attempt)|failed (suicide|attempt) | died by suicide; a suicide attempt
suicide epidemic | higher rates, with a source
political suicide|suicide mission | leave the picture out
the (mentally ill|disabled|homeless) | people with …; people who …
the elderly | older people
a (schizophrenic|bipolar|borderline|depressive)(?! (case|line|episode|diagnosis)) | a person with …, or their own word
addicts?|alcoholics?|junk(ie|y|ies) | a person who uses …; a person with a substance use disorder
(drug|substance) (habit|abuse) | substance use
suffer(s|ed|ing)? from|afflicted (by|with)|a victim of | has, lives with, experienced
wheelchair-bound|confined to a wheelchair | uses a wheelchair
special needs | access needs
normal (people|person|life) | other people; everyday life
crazy|insane|psycho | wild, surprising
my (client|peer|patient)s? | the person I support; we
service users? | people, or the group's own word
the (helper|helped|giver|receiver) and the (helper|helped|giver|receiver) | the person speaking, the person listening
(low|high)-functioning|non-compliant|manipulative|attention-seeking | say what happened
trigger warnings? | content note
safe spaces? | a space we try to make safer
giv(e|es|ing) (them|people|someone|others) a voice | make room; listen
empower(s|ed|ing)? (them|people|someone|others) | share power; make room
in the trenches|battl(e|es|ing) with|fighting (illness|depression) | living with, facing
damaged (people|person)|broken (people|person) | hurt, in pain
everyone knows|as we all know|obviously|simply | leave it out
guys|mankind|ladies and gentlemen | everyone, people
he/she|s/he|preferred pronouns? | they; pronouns
minorities|BAME|ethnics | name the group
third world|developing countr(y|ies) | low- and middle-income countries
illegal (im)?migrants? | a person without papers
spirit animals?|pow-?wows?|tribal | leave the picture out
Christian names? | first name
tone-deaf|turn a blind eye|fall(s|ing)? on deaf ears | ignore, be unaware of
proven to (heal|work|cure)|cures?|heals you | may help; people report
"""


def _table() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = (line.split(" | ") for line in _TABLE.strip().splitlines())
    return tuple((re.compile(rf"(?<![\w-])(?:{word})(?![\w-])", re.IGNORECASE), instead) for word, instead in rows)


_AVOID: Final = _table()
_ANY: Final = re.compile("|".join(f"(?:{word.pattern})" for word, _ in _AVOID), re.IGNORECASE)
_QUOTED: Final = re.compile(r"“[^”]*”|‘[^’]*’|\"[^\"\n]*\"|`[^`\n]*`|\]\([^)]*\)")


def check(library: Library) -> Iterator[Problem]:
    """Words to avoid, in every text; and the reading grade of every lesson."""
    for page in library.pages:
        for number, line in page.prose():
            for column, what, instead in avoided(line):
                yield problem("BW701", page.path, number, column + 1, what, instead)
    for entry in entries(library):
        for loc, text in _texts(entry.document.value):
            for _, what, instead in avoided(text):
                yield entry.problem("BW701", loc, what, instead)
    words = glossary_words(library)
    for page in library.lessons():
        most = MOST if page.head and page.head.name.startswith("L") else MOST + 1
        if (level := grade(prose(page), words)) > most:
            what = f"the reading grade is {level:.1f}; it should be {most:.0f} or below."
            yield problem("BW702", page.path, page.body_start + 1, 1, what)


def avoided(text: str) -> Iterator[tuple[int, str, str]]:
    """(column from 0, what, fix) for each word to avoid that is not in quotation marks."""
    if not _ANY.search(text):
        return
    plain = _QUOTED.sub(lambda m: "_" * len(m.group()), text)
    for word, instead in _AVOID:
        for match in word.finditer(plain):
            yield match.start(), f'"{match.group()}" is a word to avoid.', f"Say: {instead}. To discuss it, quote it."


def _texts(value: Any, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*loc, key))
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from _texts(inner, (*loc, i))
    elif isinstance(value, str):
        yield loc, value


def glossary_words(library: Library) -> frozenset[str]:
    """The subject's own words: the course explains them, so they do not make a text harder."""
    terms = library.glossary.value.terms if library.glossary.value else ()
    return frozenset(word.lower() for term in terms for name in (term.term, *term.also) for word in name.split())


@lru_cache(maxsize=4096)
def grade(text: str, words: frozenset[str]) -> float:
    """The Flesch-Kincaid grade of a text (Kincaid and others 1975), with `words` counted as short ones."""
    easy = re.sub(r"[A-Za-z]+", lambda m: "word" if m.group().lower() in words else m.group(), text)
    return float(textstat.flesch_kincaid_grade(easy)) if easy.strip() else 0.0


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
