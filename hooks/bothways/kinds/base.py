"""What every kind of exercise shares: kinds of text, the common fields, and the way to say what is wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Annotated, ClassVar, Final

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from bothways import markup
from bothways.problems import Fault, Loc
from bothways.strands import Strand


def _words(most: int) -> Callable[[str], str]:
    """A check that a text has at most `most` words and holds nothing unsafe."""

    def check(text: str) -> str:
        if not text:
            raise PydanticCustomError("empty_text", "empty")
        count = len(text.split())
        if count > most:
            raise PydanticCustomError("text_too_long", "too long", {"count": count, "most": most})
        for code, what in markup.unsafe(text):
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
Minutes = Annotated[int, Field(ge=1, le=240)]


class Content(BaseModel):
    """Anything read from a content file: frozen, and no field beyond those it names."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, str_strip_whitespace=True)


class People(Content):
    """How many people the exercise is for."""

    at_least: int = Field(alias="from", ge=1, le=60)
    """The fewest."""
    at_most: int = Field(alias="to", ge=1, le=60)
    """The most."""


class Exercise(Content):
    """The fields that every exercise has, whatever its kind."""

    kind: str
    """Which sort of exercise this is."""
    id: Id | None = None
    """The file's name without .yml. It may be left out; if it stands here it must be the same."""
    title: Label
    """What people will call it."""
    purpose: Line
    """What it is for, in a sentence or two."""
    minutes: Minutes
    """How long it takes, with the debrief."""
    people: People
    """How many can do it together, from and to."""
    materials: tuple[Label, ...] = Field(min_length=1)
    """What to have at hand, one a line."""
    objectives: tuple[ObjectiveId, ...] = Field(min_length=1)
    """The objectives it practises, such as L2.1."""
    strands: tuple[Strand, ...] = Field(min_length=1)
    """The strands it touches."""
    content_note: Line | None = None
    """What may be hard in it, how much, and the choice people have."""
    lighter: Id | None = None
    """Another exercise that practises the same with a lighter scene."""
    steps: tuple[Line, ...] = Field(min_length=1)
    """What to do, step by step."""
    debrief: tuple[Line, ...] = Field(min_length=1)
    """Questions for the talk afterwards."""
    adaptations: tuple[Line, ...] = Field(min_length=1)
    """Other ways to do it: alone, online, without writing, with an interpreter …"""
    sources: tuple[SourceId, ...] = ()
    """Sources on the references page that it rests on."""

    has_answers: ClassVar[bool] = False
    """Whether there is something to look up: then it gets an answer key."""

    def faults(self) -> Iterator[Fault]:
        """What is wrong with it that no single field shows."""
        if self.people.at_least > self.people.at_most:
            yield Fault("BW212", ("people",), '"from" is more than "to".')
        yield from self.own_faults()

    def own_faults(self) -> Iterator[Fault]:
        """The rules of one kind."""
        return iter(())

    def words(self) -> Iterator[str]:
        """Every text in it, for the checks that read prose."""
        return strings(self.model_dump())


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
