"""Sort: cards to be put into columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from pydantic import Field

from bothways.core.problems import Fault, suggest
from bothways.core.words import N_, said
from bothways.model.answers import Answer, Slot
from bothways.model.exercise import Exercise, Words
from bothways.model.text import Bubble, Content, Id, Label, Line, repeated


class Column(Content):
    """A place to put cards."""

    id: Id
    """A short name; cards refer to it."""
    title: Label
    """What stands above the column."""
    means: Line
    """When a card belongs here."""


class Card(Content):
    """One situation to sort."""

    text: Bubble
    """The situation, in 15 to 50 words."""
    fits: tuple[Id, ...] = Field(min_length=1, max_length=4, json_schema_extra={"one": "entry"})
    """The column it fits. More than one where that is true."""
    why: Line
    """Why it fits there."""


class Sort(Exercise):
    """Cards to sort into columns, with a reason for each; some fit more than one."""

    kind: Literal["sort"]
    words: ClassVar[Words] = Words(
        card=N_("Sorting cards"),
        sheet=N_("Cards to sort"),
        copies=N_("one for each group, printed on one side"),
    )
    columns: tuple[Column, ...] = Field(min_length=2, max_length=4)
    """Two to four columns."""
    cards: tuple[Card, ...] = Field(min_length=4, max_length=12)
    """Four to twelve cards."""

    has_answers: ClassVar[bool] = True
    interactive: ClassVar[bool] = True

    def slots(self) -> tuple[Slot, ...]:
        return tuple(
            Slot(card.text, tuple(Answer(c.title, "", c.id in card.fits, card.why) for c in self.columns))
            for card in self.cards
        )

    def titles(self, card: Card) -> list[str]:
        """The titles of the columns that a card fits, in the order of the columns."""
        return [column.title for column in self.columns if column.id in card.fits]

    def own_faults(self) -> Iterator[Fault]:
        known = [c.id for c in self.columns]
        yield from repeated("columns", known)
        yield from repeated("cards", [c.text for c in self.cards], part="text")
        for i, card in enumerate(self.cards):
            for j, name in enumerate(card.fits):
                if name not in known:
                    what = said('card {number} fits a column "{name}" that is not there.', number=i + 1, name=name)
                    yield Fault("BW421", ("cards", i, "fits", j), what, suggest(name, known))
        used = {name for card in self.cards for name in card.fits}
        for i, name in enumerate(known):
            if name not in used:
                yield Fault("BW422", ("columns", i, "id"), said('no card fits the column "{name}".', name=name))
