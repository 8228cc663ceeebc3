"""Two tiers: a call that can be argued, and the one reason that bears on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Final, Literal

from pydantic import Field

from bothways.core.problems import Fault
from bothways.core.words import N_, said
from bothways.model.answers import LETTERS, Answer, Slot, shuffled
from bothways.model.question import Asking, Question
from bothways.model.text import Content, Label, Line, MisconceptionId, repeated


class Call(Content):
    """One way to see the scene."""

    text: Label
    """The call, such as "mutual", "one-way" or "can't tell yet"."""
    right: bool = False
    """True for the best one."""
    feedback: Line
    """What can be said for it, and what against."""


class Reason(Content):
    """Something that is true of the scene."""

    text: Line
    """The reason."""
    bears: bool = False
    """True for the one that bears on the call."""
    feedback: Line
    """What it shows, and what it does not."""
    misconception: MisconceptionId | None = None
    """What somebody may believe who takes it for the reason."""


BECAUSE: Final = N_("Which of these makes it so? All of them are true.")


class Reasons(Question):
    """A call that can be argued, then reasons that are all true of the scene, of which one bears on it.

    It is right only when call and reason are.
    """

    kind: Literal["reasons"]
    calls: tuple[Call, ...] = Field(min_length=2, max_length=4)
    """Two to four calls, in the order of the file."""
    because: Line | None = None
    """How people are asked for the reason, in other words than the usual ones."""
    reasons: tuple[Reason, ...] = Field(min_length=3, max_length=5)
    """Three to five reasons, all true."""
    asking: ClassVar[Asking] = Asking(
        screen=N_("Choose one, and then a reason."), paper=N_("Tick one, and then a reason.")
    )

    def slots(self) -> tuple[Slot, ...]:
        calls = tuple(Answer(name, c.text, c.right, c.feedback) for name, c in zip(LETTERS, self.calls, strict=False))
        shown = shuffled(self.reasons, self.id)
        reasons = zip(LETTERS[len(calls) :], shown, strict=False)
        return (
            Slot(self.ask, calls),
            Slot(self.because or BECAUSE, tuple(Answer(name, r.text, r.bears, r.feedback) for name, r in reasons)),
        )

    def own_faults(self) -> Iterator[Fault]:
        yield from repeated("reasons", [r.text for r in self.reasons], part="text")
        if sum(r.bears for r in self.reasons) != 1:
            yield Fault("BW541", ("reasons",), said("one reason has to bear on the call, and only one."))
        if sum(c.right for c in self.calls) != 1:
            yield Fault("BW542", ("calls",), said("{number} calls are right.", number=sum(c.right for c in self.calls)))
