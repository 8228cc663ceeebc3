"""Check-in: a short, regular turn in which each person says how they arrive."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from bothways.core.words import N_
from bothways.model.exercise import Exercise, Words
from bothways.model.text import Content, Label, Line, Passage


class Turn(Content):
    """One line of a sample script."""

    who: Label
    """Who speaks."""
    says: Passage
    """The words."""


class Day(Content):
    """One day of the weekly rhythm."""

    day: Label
    """When, such as "Monday" or "Day 1"."""
    plan: Line
    """What happens then."""


class CheckIn(Exercise):
    """A small script for a check-in, an example of it spoken, and a weekly rhythm to try."""

    kind: Literal["check-in"]
    words: ClassVar[Words] = Words(
        card=N_("Check-in"),
        sheet=N_("Check-in"),
        copies=N_("one for each pair or group"),
    )
    place: Literal["pair", "group", "online", "workplace"]
    """Who checks in with whom."""
    opening: Line
    """The words that open it."""
    prompts: tuple[Line, ...] = Field(min_length=2, max_length=6)
    """Prompts to choose from: about feelings and about what matters."""
    pass_line: Line
    """The words that make passing easy."""
    close: Line
    """The words that close it."""
    if_worried: Line
    """What to do if what you hear worries you."""
    script: tuple[Turn, ...] = Field(min_length=3, max_length=12, json_schema_extra={"one": "line"})
    """One check-in as it might sound."""
    week: tuple[Day, ...] = Field(min_length=2, max_length=7, json_schema_extra={"one": "day"})
    """A rhythm for one week."""

    @property
    def for_whom(self) -> str:
        """Who checks in with whom, in words."""
        return {
            "pair": N_("For two people"),
            "group": N_("For a group"),
            "online": N_("For people who meet online"),
            "workplace": N_("For people who work together"),
        }[self.place]
