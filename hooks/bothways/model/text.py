"""The vocabulary of all content: texts by their size, ids, and the base of every model."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate
from typing import Annotated, Final

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from bothways.core import markup
from bothways.core.problems import Fault, Loc


def _words(most: int, blocks: bool = False) -> Callable[[str], str]:
    """A check that a text has at most `most` words and holds nothing unsafe. `blocks`: it may be several paragraphs."""

    def check(text: str) -> str:
        if not text:
            raise PydanticCustomError("empty_text", "empty")
        count = len(text.split())
        if count > most:
            raise PydanticCustomError("text_too_long", "too long", {"count": count, "most": most})
        for code, what in markup.unsafe(text, blocks):
            raise PydanticCustomError("unsafe", "unsafe", {"code": code, "what": what})
        return text

    return check


OBJECTIVE: Final = r"^[LF][1-9][0-9]?\.[1-9]$"
SOURCE: Final = r"^[A-Z]-[A-Z0-9]+(-[A-Z0-9]+)*$"
MISCONCEPTION: Final = r"^X[0-9]{2}$"

# The limits are what fits a phone screen or a printed card without scrolling or a second page.
Label = Annotated[str, AfterValidator(_words(12))]
"""A few words: a title, a column, a role."""
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
SourceId = Annotated[str, StringConstraints(pattern=SOURCE)]
"""A source on the references page, such as P-HEE."""
MisconceptionId = Annotated[str, StringConstraints(pattern=MISCONCEPTION)]
"""A misconception, X01 to X22."""
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
            yield Fault("BW210", (*loc, field, position, part), f'"{value}" stands twice in "{field}".')


def starts(minutes: Iterable[int]) -> list[int]:
    """The minute at which each of several parts starts, from 0, when one follows the other."""
    return list(accumulate(minutes, initial=0))[:-1]
