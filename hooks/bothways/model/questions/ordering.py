"""Ordering: steps to be put in order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from pydantic import Field

from bothways.core.problems import Fault
from bothways.model.question import Question, shuffled
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
    order: tuple[Step, ...] = Field(min_length=3, max_length=6)
    """Three to six steps in their right order; people see them in another."""
    instruction: ClassVar[str] = "Put these in order."

    @property
    def shown(self) -> list[Step]:
        """The steps in the order in which people see them."""
        return shuffled(self.order, self.id)

    def faults(self) -> Iterator[Fault]:
        yield from repeated("order", [s.text for s in self.order], part="text")
