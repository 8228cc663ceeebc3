"""Rank: the same replies in order by one effect, then by another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from pydantic import Field

from bothways.core.problems import Fault
from bothways.core.words import N_, said
from bothways.model.answers import LETTERS, Answer, Slot
from bothways.model.question import Asking, Question
from bothways.model.text import Content, Line, repeated


class Ranked(Content):
    """One reply."""

    text: Line
    """The words."""
    feedback: Line
    """What it gives and what it costs."""


class Effect(Content):
    """One order of the replies."""

    by: Line
    """What they are ordered by, the most first, such as "how much say stays with her"."""
    order: tuple[Literal["a", "b", "c", "d", "e"], ...] = Field(min_length=3, max_length=5)
    """The letters of the replies, the most first. Replies have letters in the order of the file."""
    differ: tuple[Literal["a", "b", "c", "d", "e"], ...] = Field(default=(), max_length=5)
    """Letters that stand side by side and on whose order good people differ: either way is accepted."""


class Rank(Question):
    """Replies in order by one effect, then by another. The two orders differ: that is the lesson."""

    kind: Literal["rank"]
    replies: tuple[Ranked, ...] = Field(min_length=3, max_length=5, json_schema_extra={"one": "reply"})
    """Three to five replies."""
    effects: tuple[Effect, ...] = Field(min_length=2, max_length=2)
    """Two effects by which to order them."""
    asking: ClassVar[Asking] = Asking(
        screen=N_("Give each reply a place, once for each line. 1 is the most."),
        paper=N_("Write a place for each reply, once for each line. 1 is the most."),
    )

    def offered(self) -> tuple[Answer, ...]:
        """The replies with their letters, in the order of the file: neither order of the key is that one."""
        each = zip(LETTERS, self.replies, strict=False)
        return tuple(Answer(name, r.text, right=False, why=r.feedback) for name, r in each)

    def slots(self) -> tuple[Slot, ...]:
        return tuple(
            Slot(f"{effect.by}: {reply.name}", self._places(effect, reply.name.lower()))
            for effect in self.effects
            for reply in self.offered()
        )

    def _places(self, effect: Effect, letter: str) -> tuple[Answer, ...]:
        right = {effect.order.index(letter) + 1}
        if letter in effect.differ:
            right = {effect.order.index(other) + 1 for other in effect.differ}
        why = self.replies["abcde".index(letter)].feedback
        places = range(1, len(self.replies) + 1)
        return tuple(Answer(str(place), "", place in right, why if place in right else "") for place in places)

    @property
    def short(self) -> tuple[str, ...]:
        """Each order in letters."""
        return tuple("".join(effect.order).upper() for effect in self.effects)

    def own_faults(self) -> Iterator[Fault]:
        yield from repeated("replies", [r.text for r in self.replies], part="text")
        wanted = sorted("abcde"[: len(self.replies)])
        for i, effect in enumerate(self.effects):
            if sorted(effect.order) != wanted:
                yield Fault(
                    "BW551",
                    ("effects", i, "order"),
                    said("order {number} is not made of {names}.", number=i + 1, names=", ".join(wanted)),
                )
