"""What single and multiple choice share."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from bothways.core.problems import Fault
from bothways.model.answers import LETTERS, Answer, Slot, shuffled
from bothways.model.question import Question
from bothways.model.text import Content, Line, repeated


class Option(Content):
    """One possible answer."""

    text: Line
    """The answer."""
    right: bool = False
    """True when it is a good answer."""
    feedback: Line
    """What choosing it shows: it teaches, it does not scold."""


class Choice(Question):
    """Options to choose from."""

    options: tuple[Option, ...] = Field(min_length=3, max_length=6)
    """Three to six answers of like length."""

    def slots(self) -> tuple[Slot, ...]:
        shown = shuffled(self.options, self.id)
        answers = (Answer(name, o.text, o.right, o.feedback) for name, o in zip(LETTERS, shown, strict=False))
        return (Slot(self.ask, tuple(answers)),)

    def faults(self) -> Iterator[Fault]:
        yield from repeated("options", [o.text for o in self.options], part="text")
        yield from self.miscounted(sum(o.right for o in self.options))

    def miscounted(self, right: int) -> Iterator[Fault]:
        """A fault where the number of right options does not fit the kind."""
        raise NotImplementedError
