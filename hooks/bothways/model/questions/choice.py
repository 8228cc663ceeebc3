"""What single and multiple choice share."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from bothways.core.problems import Fault
from bothways.model.answers import LETTERS, Answer, Slot, shuffled
from bothways.model.question import Question
from bothways.model.text import Content, Line, MisconceptionId, repeated


class Option(Content):
    """One possible answer."""

    text: Line
    """The answer."""
    right: bool = False
    """True when it is a good answer."""
    feedback: Line
    """What choosing it shows: it grants what is good in it, names what it costs, and says what would come next."""
    tempts: Line | None = None
    """Why a good person would do it on an ordinary day. Authors and readers of the key see it, learners do not."""
    costs: Line | None = None
    """What it is paid with, and by whom: time, somebody's say, honesty, safety. Seen as `tempts` is."""
    misconception: MisconceptionId | None = None
    """The misconception that leads to it."""


class Choice(Question):
    """Options to choose from."""

    options: tuple[Option, ...] = Field(min_length=3, max_length=6)
    """Three to six answers of like length."""

    def slots(self) -> tuple[Slot, ...]:
        shown = shuffled(self.options, self.id)
        answers = (Answer(name, o.text, o.right, o.feedback) for name, o in zip(LETTERS, shown, strict=False))
        return (Slot(self.ask, tuple(answers)),)

    def own_faults(self) -> Iterator[Fault]:
        yield from repeated("options", [o.text for o in self.options], part="text")
        yield from self.miscounted(sum(o.right for o in self.options))

    def miscounted(self, right: int) -> Iterator[Fault]:
        """A fault where the number of right options does not fit the kind."""
        raise NotImplementedError
