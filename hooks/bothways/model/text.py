"""The vocabulary of all content: texts by their size, ids, and the base of every model."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate
from typing import Annotated, Final

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from bothways.core import letters, markup
from bothways.core.problems import Fault, Loc
from bothways.core.words import said

LETTERS_A_WORD: Final = 8
"""How many letters of room there are for each word, with its space: English ones take six, German ones seven."""


def _words(most: int, empty: bool = False, blocks: bool = False) -> Callable[[str], str]:
    """A check that a text has at most `most` words and room for them, and holds nothing unsafe; `blocks`: it may be
    several paragraphs.
    """

    def check(text: str) -> str:
        if not text and not empty:
            raise PydanticCustomError("empty_text", "empty")
        count = len(text.split())
        if count > most:
            raise PydanticCustomError("text_too_long", "too long", {"count": count, "most": most, "of": "words"})
        # Shorter than half of the room, a text fits even if every letter of it is wide.
        if len(text) * 2 > most * LETTERS_A_WORD:
            room(text, most * LETTERS_A_WORD)
        if long := letters.unbroken(text):
            raise PydanticCustomError("word_too_long", "too long", {"word": long, "most": letters.LONGEST_WORD})
        for code, what in markup.unsafe(text, blocks):
            raise PydanticCustomError("unsafe", "unsafe", {"code": code, "what": what})
        return text

    return check


def room(text: str, most: int) -> None:
    """Refuse a text that takes more room than `most` letters; a wide one, as in Chinese, takes that of two."""
    count = letters.width(letters.shown(text))
    if count > most or len(text) > 4 * most:
        raise PydanticCustomError("text_too_long", "too long", {"count": count, "most": most, "of": "letters"})


OBJECTIVE: Final = r"^[LF][1-9][0-9]?\.[1-9]$"
SOURCE: Final = r"^[A-Z]-[A-Z0-9]+(-[A-Z0-9]+)*$"
MISCONCEPTION: Final = r"^X[0-9]{2}$"

# The limits are what fits a phone screen or a printed card without scrolling or a second page.
Label = Annotated[str, AfterValidator(_words(12))]
"""A few words: a title, a column, a role."""
Note = Annotated[str, AfterValidator(_words(25, empty=True))]
"""A line that may be empty: whom to write to, when something was checked."""
Line = Annotated[str, AfterValidator(_words(45))]
"""A sentence or two."""
Bubble = Annotated[str, AfterValidator(_words(60))]
"""What one person says at one time."""
Passage = Annotated[str, AfterValidator(_words(60, blocks=True))]
"""The same, drawn as a text of its own: the one sort that may hold paragraphs and lists."""
Text = Annotated[str, AfterValidator(_words(150))]
"""A short paragraph or two."""
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
"""Lower case words and numbers joined by hyphens; it never changes."""
ObjectiveId = Annotated[str, StringConstraints(pattern=OBJECTIVE)]
"""An objective of a lesson, such as L4.2."""
SourceId = Annotated[str, StringConstraints(pattern=SOURCE, max_length=40)]
"""A source on the references page, such as P-HEE."""
MisconceptionId = Annotated[str, StringConstraints(pattern=MISCONCEPTION)]
"""A misconception, such as X05."""
PagePlace = Annotated[str, StringConstraints(pattern=r"^[a-z0-9/-]+\.md(#[\w-]+)?$", max_length=120)]
"""A page of the course, or a place in one, such as support.md#near-you."""
Minutes = Annotated[int, Field(ge=1, le=240)]


class Content(BaseModel):
    """Anything read from a content file: frozen, and no field beyond those it names."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, str_strip_whitespace=True)


def strings(value: object) -> Iterator[str]:
    """Every string inside nested mappings and sequences."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from strings(inner)


def repeated(field: str, values: Iterable[str], loc: Loc = (), part: str = "id") -> Iterator[Fault]:
    """A fault for each value that stands in `field` more than once, at its second place."""
    seen: Counter[str] = Counter()
    for position, value in enumerate(values):
        seen[value] += 1
        if seen[value] == 2:
            yield Fault(
                "BW210",
                (*loc, field, position, part),
                said('"{value}" stands twice in "{field}".', value=value, field=field),
            )


def starts(minutes: Iterable[int]) -> list[int]:
    """The minute at which each of several parts starts, from 0, when one follows the other."""
    return list(accumulate(minutes, initial=0))[:-1]
