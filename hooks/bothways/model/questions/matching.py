"""Matching: two columns that belong together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from pydantic import Field

from bothways.core.problems import Fault
from bothways.model.question import Question, shuffled
from bothways.model.text import Content, Line, repeated


class Pair(Content):
    """Two texts that belong together."""

    left: Line
    """What stands on the left, in the order of the file."""
    text: Line
    """What belongs to it, shown on the right in another order."""
    feedback: Line
    """Why they belong together."""


class Matching(Question):
    """Match each text on the left with one on the right."""

    kind: Literal["matching"]
    pairs: tuple[Pair, ...] = Field(min_length=3, max_length=6)
    """Three to six pairs."""
    instruction: ClassVar[str] = "Match each one on the left with one on the right."

    @property
    def shown(self) -> list[Pair]:
        """The right-hand side in the order in which people see it."""
        return shuffled(self.pairs, self.id)

    def faults(self) -> Iterator[Fault]:
        yield from repeated("pairs", [p.left for p in self.pairs], part="left")
        yield from repeated("pairs", [p.text for p in self.pairs], part="text")
