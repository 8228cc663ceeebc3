"""Words to avoid and words to prefer; and how hard a lesson is to read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

import textstat

from bothways.core.problems import Problem, problem
from bothways.source.library import Library
from bothways.source.page import CITATION, Page
from bothways.source.queries import entries
from bothways.source.reading import texts

MOST: Final = 8.0
"""The highest reading grade of a lesson (Flesch-Kincaid); facilitators' pages may be one higher."""

# What must be in a text, in small letters, for the rest to be tried | the word to avoid, a regular expression | what to
# say instead. What stands in quotation marks is being discussed.
_TABLE: Final = r"""
suicid | commit(ted|s|ting)? suicide | died by suicide
suicid | (un)?successful (suicide|attempt)|failed (suicide|attempt) | died by suicide; a suicide attempt
suicide epi | suicide epidemic | higher rates, with a source
suicide m | suicide mission | leave the picture out
political s | political suicide | leave the picture out
the mentally | the mentally ill | people with …
the disabled | the disabled | disabled people; people with …
the homeless | the homeless | people without a home
the elderly | the elderly | older people
a schizo | a schizophrenic | a person with …, or their own word
a bipolar | a bipolar(?! (diagnosis|episode)) | a person with …, or their own word
a borderline | a borderline(?! (case|diagnosis)) | a person with …, or their own word
addict | addicts? | a person who uses …; a person with a substance use disorder
alcoholic | alcoholics? | a person who drinks; a person with an alcohol use disorder
junk | junk(ie|y|ies) | a person who uses …
abuse | (drug|substance) abuse | substance use
drug habit | drug habit | substance use
suffer | suffer(s|ed|ing)? from | has, lives with, experienced
afflicted | afflicted (by|with) | has, lives with
a victim of | a victim of | has experienced
wheelchair | wheelchair-bound|confined to a wheelchair | uses a wheelchair
special needs | special needs | access needs
normal p | normal (people|person) | other people
normal life | normal life | everyday life
crazy | crazy | wild, surprising
insane | insane | wild, surprising
psycho | psycho | leave it out
my client | my clients? | the person I support; we
my peer | my peers? | the person I support; we
my patient | my patients? | the person I support; we
service user | service users? | people, or the group's own word
the help | the (helper|helped) and the (helper|helped) | the person speaking, the person listening
the giver | the giver and the receiver | the person speaking, the person listening
-functioning | (low|high)-functioning | say what happened
non-compliant | non-compliant | say what happened
manipulative | manipulative | say what happened
attention-seek | attention-seeking | wanted company; say what happened
trigger warn | trigger warnings? | content note
safe space | safe spaces? | a space we try to make safer
a voice | giv(e|es|ing) (them|people|someone|others) a voice | make room; listen
empower | empower(s|ed|ing)? (them|people|someone|others) | share power; make room
trenches | in the trenches | living with, facing
battl | battl(e|es|ing) with | living with, facing
fighting | fighting (illness|depression) | living with, facing
damaged p | damaged (people|person) | hurt, in pain
broken p | broken (people|person) | hurt, in pain
knows | everyone knows | leave it out
all know | as we all know | leave it out
obviously | obviously | leave it out
simply | simply | leave it out
guys | guys | everyone, people
mankind | mankind | people, humanity
ladies and | ladies and gentlemen | everyone
he/she | s?he/she | they
s/he | s/he | they
preferred pron | preferred pronouns? | pronouns
minorities | minorities | name the group
bame | BAME | name the group
third world | third world | low- and middle-income countries
developing c | developing countr(y|ies) | low- and middle-income countries
illegal | illegal (im)?migrants? | a person without papers
spirit animal | spirit animals? | leave the picture out
wow | pow-?wows? | leave the picture out
tribal | tribal | discussion, round; or name the people
christian n | Christian names? | first name
tone-deaf | tone-deaf | unaware of
blind eye | turn(s|ed|ing)? a blind eye | ignore
deaf ears | fall(s|ing)? on deaf ears | is ignored
proven to | proven to (heal|work|cure) | may help; people report
cure | cures? | may help; people report
"""


def _table() -> tuple[tuple[str, re.Pattern[str], str], ...]:
    rows = (line.split(" | ") for line in _TABLE.strip().splitlines())
    return tuple((key, re.compile(rf"(?<![\w-])(?:{word})(?![\w-])", re.IGNORECASE), say) for key, word, say in rows)


_AVOID: Final = _table()
_WORD: Final = re.compile(r"[a-z][a-z’']*")
_VOWELS: Final = re.compile(r"[aeiouy]+")
_SENTENCE: Final = re.compile(r"[.!?]+")
_QUOTED: Final = re.compile(r"“[^“”]*”|‘[^‘’]*’|\"[^\"\n]*\"|`[^`\n]*`|\]\([^)]*\)")


def check(library: Library) -> Iterator[Problem]:
    """Words to avoid, in every text; and the reading grade of every lesson."""
    for page in library.pages:
        if not _suspects("\n".join(page.lines)):
            continue
        for number, line in page.prose():
            for column, what, instead in avoided(line):
                yield problem("BW701", page.path, number, column + 1, what, instead)
    for entry in entries(library):
        if not _suspects(" ".join(entry.document.text.split())):
            continue
        for loc, text in texts(entry.document.value):
            for _, what, instead in avoided(text):
                yield entry.problem("BW701", loc, what, instead)
    words = glossary_words(library)
    for page in library.lessons():
        most = MOST if page.head and page.head.name.startswith("L") else MOST + 1
        text = prose(page)
        if rough(text) > most and (level := grade(text, words)) > most:
            what = f"the reading grade is {level:.1f}; it should be {most:.0f} or below."
            yield problem("BW702", page.path, page.body_start + 1, 1, what)


def _suspects(text: str) -> list[tuple[re.Pattern[str], str]]:
    """The words that may be in a text. A thousand files are read for each one that has something in it."""
    small = text.lower()
    return [(word, say) for key, word, say in _AVOID if key in small]


def avoided(text: str) -> Iterator[tuple[int, str, str]]:
    """(column from 0, what, fix) for each word to avoid that is not in quotation marks."""
    suspects = _suspects(text)
    if not suspects:
        return
    plain = _QUOTED.sub(lambda m: "_" * len(m.group()), text)
    for word, instead in suspects:
        for match in word.finditer(plain):
            yield match.start(), f'"{match.group()}" is a word to avoid.', f"Say: {instead}. To discuss it, quote it."


def glossary_words(library: Library) -> frozenset[str]:
    """The subject's own words: the course explains them, so they do not make a text harder."""
    terms = library.glossary.value.terms if library.glossary.value else ()
    return frozenset(word.lower() for term in terms for name in (term.term, *term.also) for word in name.split())


@lru_cache(maxsize=4096)
def grade(text: str, words: frozenset[str]) -> float:
    """The Flesch-Kincaid grade of a text (Kincaid and others 1975), with `words` counted as short ones."""
    easy = re.sub(r"[A-Za-z]+", lambda m: "word" if m.group().lower() in words else m.group(), text)
    return float(textstat.flesch_kincaid_grade(easy)) if easy.strip() else 0.0


def rough(text: str) -> float:
    """A grade that is hardly ever below the true one, quickly: each group of vowels is taken for a syllable."""
    words = _WORD.findall(text.lower())
    sentences = sum(len(sentence.split()) > 2 for sentence in _SENTENCE.split(text))
    vowels = sum(len(_VOWELS.findall(word)) or 1 for word in words)
    return 0.39 * len(words) / max(sentences, 1) + 11.8 * vowels / max(len(words), 1) - 15.59


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
