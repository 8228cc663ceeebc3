"""Single and multiple choice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from pydantic import Field

from bothways.core.problems import Fault
from bothways.model.question import Question, shuffled
from bothways.model.text import Content, Line, repeated


class Option(Content):
    """One possible answer."""

    text: Line
    """The answer."""
    right: bool = False
    """True when it is a good answer."""
    feedback: Line
    """What choosing it shows: it teaches, it does not scold."""


class _Choice(Question):
    options: tuple[Option, ...] = Field(min_length=3, max_length=6)
    """Three to six answers of like length."""

    @property
    def shown(self) -> list[Option]:
        """The options in the order in which people see them."""
        return shuffled(self.options, self.id)

    def faults(self) -> Iterator[Fault]:
        yield from repeated("options", [o.text for o in self.options], part="text")
        yield from self.miscounted(sum(o.right for o in self.options))

    def miscounted(self, right: int) -> Iterator[Fault]:
        """A fault where the number of right options does not fit the kind."""
        raise NotImplementedError


class Single(_Choice):
    """One good answer among three to six."""

    kind: Literal["single"]
    instruction: ClassVar[str] = "Choose one."

    def miscounted(self, right: int) -> Iterator[Fault]:
        if right == 0:
            yield Fault("BW501", ("options",), f'no option of "{self.id}" is right.')
        elif right > 1:
            yield Fault("BW502", ("options",), f'{right} options of "{self.id}" are right, and its kind is "single".')


class Multiple(_Choice):
    """More than one good answer."""

    kind: Literal["multiple"]
    instruction: ClassVar[str] = "Choose all that fit."

    def miscounted(self, right: int) -> Iterator[Fault]:
        if right == 0:
            yield Fault("BW501", ("options",), f'no option of "{self.id}" is right.')
        elif right == 1 or right == len(self.options):
            what = "only one option" if right == 1 else "every option"
            yield Fault("BW503", ("options",), f'{what} of "{self.id}" is right, and its kind is "multiple".')
