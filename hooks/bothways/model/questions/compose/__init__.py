"""Compose: write your own next line first, then look at what three others do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Final, Literal

from pydantic import Field

from bothways.core.problems import Fault
from bothways.core.words import N_
from bothways.model.answers import LETTERS, Answer, Slot, shuffled
from bothways.model.question import Asking, Question
from bothways.model.text import Content, Line, repeated

TICKS: Final = (
    N_("It uses words of the other person."),
    N_("The other person can say no to it."),
    N_("Something of me is in it."),
    N_("It is clear who decides next."),
)
"""What a learner ticks of the line that they wrote. Not a mark: a line may be good without one of them."""


class Written(Content):
    """A reply that somebody might write."""

    text: Line
    """The words."""
    does: Line
    """What it does: what it gives, what it costs, what comes next."""


class Compose(Question):
    """Write your own next line, then compare it with three replies of unequal merit. There is no mark."""

    kind: Literal["compose"]
    replies: tuple[Written, ...] = Field(min_length=3, max_length=3, json_schema_extra={"one": "reply"})
    """Three written replies, in no order."""
    asking: ClassVar[Asking] = Asking(screen=N_("Write your line first."), paper=N_("Write your line first."))
    marked: ClassVar[bool] = False
    ticks: ClassVar[tuple[str, ...]] = TICKS

    def offered(self) -> tuple[Answer, ...]:
        """The replies with their letters, in the order shown. None is right or wrong."""
        each = zip(LETTERS, shuffled(self.replies, self.id), strict=False)
        return tuple(Answer(name, r.text, right=False, why=r.does) for name, r in each)

    def slots(self) -> tuple[Slot, ...]:
        return ()

    def own_faults(self) -> Iterator[Fault]:
        yield from repeated("replies", [r.text for r in self.replies], part="text")
