"""Twin scenes: one fact changes, and with it the reply that fits best."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from pydantic import Field

from bothways.core.problems import Fault
from bothways.core.words import N_, said
from bothways.model.answers import LETTERS, Answer, Slot, shuffled
from bothways.model.question import Asking, Question
from bothways.model.text import Bubble, Content, Label, Line, repeated


class Reply(Content):
    """One of the decent replies."""

    text: Line
    """The words."""
    fits: Literal["first", "second"] | None = None
    """The scene that it fits best; left out where another reply fits better in both."""
    gives: Line
    """What is good in it."""
    costs: Line
    """What it is paid with, and by whom: time, somebody's say, honesty, safety."""


class Twin(Question):
    """One scene in two versions that differ in one fact. The same replies; another one fits best in each.

    It is right only when both are.
    """

    kind: Literal["twin"]
    first: Bubble
    """The scene."""
    second: Bubble
    """The scene again, with the one fact changed."""
    turns_on: Label
    """The words of the second scene that change everything."""
    replies: tuple[Reply, ...] = Field(min_length=3, max_length=5, json_schema_extra={"one": "reply"})
    """Three to five replies, each of them something that a good person says."""
    asking: ClassVar[Asking] = Asking(
        screen=N_("Choose the best reply for each of the two."),
        paper=N_("Write the letter of the best reply for each."),
    )

    def offered(self) -> tuple[Answer, ...]:
        """The replies with their letters, in the order shown; none is right by itself."""
        shown = shuffled(self.replies, self.id)
        each = zip(LETTERS, shown, strict=False)
        return tuple(Answer(name, r.text, right=False, why=f"{r.gives} {r.costs}") for name, r in each)

    def slots(self) -> tuple[Slot, ...]:
        shown = shuffled(self.replies, self.id)
        return tuple(Slot(scene, tuple(self._for(which, shown))) for which, scene in self.scenes().items())

    def scenes(self) -> dict[str, str]:
        """The two scenes by their words in the file."""
        return {"first": self.first, "second": self.second}

    def _for(self, which: str, shown: tuple[Reply, ...]) -> Iterator[Answer]:
        for name, reply in zip(LETTERS, shown, strict=False):
            yield Answer(name, reply.text, reply.fits == which, f"{reply.gives} {reply.costs}")

    def told(self) -> str:
        return self.second

    def own_faults(self) -> Iterator[Fault]:
        yield from repeated("replies", [r.text for r in self.replies], part="text")
        for which in ("first", "second"):
            number = sum(r.fits == which for r in self.replies)
            if number != 1:
                what = (
                    said("{number} replies fit the {which} scene best.", number=number, which=which)
                    if number
                    else said("no reply fits the {which} scene.", which=which)
                )
                yield Fault("BW521", ("replies",), what)
        if self.first == self.second:
            yield Fault("BW522", ("second",), said("the second scene is the first one."))
