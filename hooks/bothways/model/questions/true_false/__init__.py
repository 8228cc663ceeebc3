"""A statement to judge, with a reason."""

from __future__ import annotations

from typing import ClassVar, Literal

from bothways.core.words import N_
from bothways.model.answers import Answer, Slot
from bothways.model.question import Asking, Question
from bothways.model.text import Line


class TrueFalse(Question):
    """True or false, and why."""

    kind: Literal["true-false"]
    right: bool
    """Whether the statement in "ask" is true."""
    if_true: Line
    """Feedback for those who chose "true"."""
    if_false: Line
    """Feedback for those who chose "false"."""
    reason: Line | None = None
    """How people are asked for their reason, where "Say why, in a few words." is not enough."""
    asking: ClassVar[Asking] = Asking()

    def slots(self) -> tuple[Slot, ...]:
        true = Answer(N_("True"), "", self.right, self.if_true)
        false = Answer(N_("False"), "", not self.right, self.if_false)
        return (Slot(self.ask, (true, false)),)
