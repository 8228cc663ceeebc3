"""Circle: a guide for a brainstorming or discussion circle."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import ClassVar, Literal

from pydantic import Field

from bothways.core.problems import Fault
from bothways.core.words import N_, said
from bothways.model.exercise import Exercise, Words
from bothways.model.text import Content, Label, Line, Minutes, starts


class Way(StrEnum):
    """The way of speaking in a round."""

    silent_writing = "silent-writing"
    pairs = "pairs"
    fours = "fours"
    go_round = "go-round"
    open = "open"
    dots = "dots"

    @property
    def in_words(self) -> str:
        """The way in words."""
        return {
            "silent-writing": N_("silent writing"),
            "pairs": N_("in pairs"),
            "fours": N_("in fours"),
            "dots": N_("dots, silently"),
            "open": N_("open talk"),
            "go-round": N_("go-round"),
        }[self.value]


class Round(Content):
    """One step of a circle."""

    title: Label
    """What the round is called."""
    minutes: Minutes
    """How long it takes."""
    way: Way
    """How people speak in it."""
    prompt: Line
    """What everyone is asked, word for word."""
    host: Line
    """What the host does."""


class Circle(Exercise):
    """A host's guide for a group round. Passing is always possible: the page says so by itself."""

    kind: Literal["circle"]
    words: ClassVar[Words] = Words(
        card=N_("Circle"),
        sheet=N_("Host’s run sheet for a circle"),
        copies=N_("one, for the host"),
    )
    question: Line
    """The question that the circle is about."""
    rounds: tuple[Round, ...] = Field(min_length=2, max_length=12)
    """The rounds in their order. Their minutes add up to the minutes of the exercise."""

    def own_faults(self) -> Iterator[Fault]:
        total = sum(r.minutes for r in self.rounds)
        if total != self.minutes:
            yield Fault(
                "BW411",
                ("minutes",),
                said(
                    "the rounds take {total} minutes, the exercise says {minutes}.", total=total, minutes=self.minutes
                ),
            )

    def starts(self) -> list[int]:
        """The minute at which each round starts, from 0."""
        return starts(r.minutes for r in self.rounds)
