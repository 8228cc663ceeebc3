"""Matching: two columns that belong together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar, Literal

from pydantic import Field

from bothways.core.problems import Fault
from bothways.core.words import N_
from bothways.model.answers import LETTERS, Answer, Slot, shuffled
from bothways.model.question import Asking, Question
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
    asking: ClassVar[Asking] = Asking(
        screen=N_("Choose a letter for each one."), paper=N_("On each line, write the letter that goes with it.")
    )

    def offered(self) -> tuple[Answer, ...]:
        """The right-hand side with its letters, in the order shown; none is right by itself."""
        shown = shuffled(self.pairs, self.id)
        return tuple(Answer(name, p.text, right=False, why="") for name, p in zip(LETTERS, shown, strict=False))

    def slots(self) -> tuple[Slot, ...]:
        return tuple(Slot(pair.left, tuple(_for(pair, answer) for answer in self.offered())) for pair in self.pairs)

    def own_faults(self) -> Iterator[Fault]:
        yield from repeated("pairs", [p.left for p in self.pairs], part="left")
        yield from repeated("pairs", [p.text for p in self.pairs], part="text")


def _for(pair: Pair, offered: Answer) -> Answer:
    """What is offered, as an answer to the left-hand side of one pair."""
    right = offered.text == pair.text
    return replace(offered, right=right, why=pair.feedback if right else "")
