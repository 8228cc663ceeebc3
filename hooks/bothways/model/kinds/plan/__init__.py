"""Plan: an agreement or a plan that people build from suggestions and their own words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from bothways.core.problems import Fault
from bothways.core.words import N_, said
from bothways.model.exercise import Exercise, Words
from bothways.model.text import Content, Label, Line


class Suggestion(Content):
    """A line that people can tick, change or leave out."""

    text: Line
    """The suggested words."""
    fixed: bool = False
    """True for what is not ours to change: safety, limits of privacy, fair treatment."""


class Part(Content):
    """One part of the plan."""

    title: Label
    """What the part is about."""
    ask: Line
    """The question to answer in it."""
    suggestions: tuple[Suggestion, ...] = Field(default=(), max_length=14)
    """Lines to tick."""
    lines: Annotated[int, Field(ge=0, le=12)] = 2
    """How many lines to write on, on paper."""


class Plan(Exercise):
    """A page that people fill in, keep, and look at again on a set day."""

    kind: Literal["plan"]
    words: ClassVar[Words] = Words(
        card=N_("Plan"),
        sheet=N_("Plan to build"),
        copies=N_("one for each person"),
    )
    parts: tuple[Part, ...] = Field(min_length=2, max_length=10)
    """The parts in their order."""
    review: Line
    """When and how to look at it again."""

    def own_faults(self) -> Iterator[Fault]:
        for i, part in enumerate(self.parts):
            if not part.suggestions and not part.lines:
                yield Fault(
                    "BW441", ("parts", i), said('part {number} has neither "suggestions" nor "lines".', number=i + 1)
                )
