"""Ordering: steps to be put in order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from pydantic import Field

from bothways.core.problems import Fault
from bothways.core.words import N_
from bothways.model.answers import Answer, Slot, shuffled
from bothways.model.question import Asking, Question
from bothways.model.text import Content, Line, repeated


class Step(Content):
    """One step."""

    text: Line
    """The step."""
    feedback: Line
    """Why it comes at this place."""


class Ordering(Question):
    """Put the steps in order."""

    kind: Literal["ordering"]
    order: tuple[Step, ...] = Field(min_length=3, max_length=6, json_schema_extra={"one": "step"})
    """Three to six steps in their right order; people see them in another."""
    asking: ClassVar[Asking] = Asking(
        screen=N_("Put these in order."), paper=N_("Put these in order. Write 1 for the first, and so on.")
    )

    def slots(self) -> tuple[Slot, ...]:
        return tuple(Slot(step.text, self._places(step)) for step in shuffled(self.order, self.id))

    def _places(self, step: Step) -> tuple[Answer, ...]:
        right = self.order.index(step)
        places = range(len(self.order))
        return tuple(Answer(str(i + 1), "", i == right, step.feedback if i == right else "") for i in places)

    def own_faults(self) -> Iterator[Fault]:
        yield from repeated("order", [s.text for s in self.order], part="text")
