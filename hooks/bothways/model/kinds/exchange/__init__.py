"""Exchange: a timed practice in pairs or threes, with roles that rotate."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from pydantic import Field

from bothways.core.problems import Fault
from bothways.core.words import N_, said
from bothways.model.exercise import Exercise, Words
from bothways.model.text import Content, Label, Line, Minutes, starts


class Role(Content):
    """One role: speaker, listener, observer …"""

    name: Label
    """What the role is called."""
    does: Line
    """What a person in this role does, and may leave out."""


class Turn(Content):
    """One timed part of the practice."""

    title: Label
    """What it is called."""
    minutes: Minutes
    """How long it takes."""
    do: Line
    """What everyone does in it."""


class Exchange(Exercise):
    """A timed practice in which each person has each role once."""

    kind: Literal["exchange"]
    words: ClassVar[Words] = Words(
        card=N_("Exchange"),
        sheet=N_("Timed practice"),
        copies=N_("one for each group"),
    )
    roles: tuple[Role, ...] = Field(min_length=2, max_length=4)
    """The roles; they rotate."""
    cards: tuple[Line, ...] = Field(default=(), max_length=8)
    """Light topics to choose from. Your own is always possible."""
    turns: tuple[Turn, ...] = Field(min_length=2, max_length=10)
    """The parts in their order. Their minutes add up to the minutes of the exercise."""
    watch: tuple[Line, ...] = Field(min_length=2, max_length=8)
    """What the observer looks and listens for."""

    def own_faults(self) -> Iterator[Fault]:
        total = sum(t.minutes for t in self.turns)
        if total != self.minutes:
            yield Fault(
                "BW411",
                ("minutes",),
                said("the turns take {total} minutes, the exercise says {minutes}.", total=total, minutes=self.minutes),
            )

    def starts(self) -> list[int]:
        """The minute at which each turn starts, from 0."""
        return starts(turn.minutes for turn in self.turns)
