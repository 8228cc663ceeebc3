"""Spot the moment: a friendly talk, and the line at which it happened."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from pydantic import Field

from bothways.core.problems import Fault
from bothways.core.words import N_, said
from bothways.model.answers import Answer, Slot
from bothways.model.question import Asking, Question
from bothways.model.text import Bubble, Content, Label, Line


class Said(Content):
    """One line of the talk."""

    who: Label
    """Who speaks."""
    says: Bubble
    """The words."""
    here: bool = False
    """True for the line that the question looks for."""
    again: bool = False
    """True for the line at which it could have been opened again."""
    why: Line | None = None
    """What this line does. For the lines looked for, and for colder ones that do no harm."""


class Spot(Question):
    """A talk of eight to fourteen lines. At which one did it happen, and at which could it have been mended?

    A neighbouring line counts half: moments have edges.
    """

    kind: Literal["spot"]
    talk: tuple[Said, ...] = Field(min_length=8, max_length=14)
    """The lines in their order."""
    again: Line | None = None
    """A second question about the same talk, such as "Where could it have been opened again?"."""
    asking: ClassVar[Asking] = Asking(
        screen=N_("Choose the number of a line."), paper=N_("Write the number of the line.")
    )

    def slots(self) -> tuple[Slot, ...]:
        first = Slot(self.ask, self._lines([line.here for line in self.talk]))
        return (first, Slot(self.again, self._lines([line.again for line in self.talk]))) if self.again else (first,)

    def _lines(self, found: list[bool]) -> tuple[Answer, ...]:
        near = [not hit and any(found[max(i - 1, 0) : i + 2]) for i, hit in enumerate(found)]
        each = zip(self.talk, found, near, strict=True)
        return tuple(Answer(str(i), "", hit, line.why or "", half) for i, (line, hit, half) in enumerate(each, 1))

    def own_faults(self) -> Iterator[Fault]:
        wanted = ("here", "again") if self.again else ("here",)
        for name in wanted:
            lines = [i for i, line in enumerate(self.talk) if getattr(line, name)]
            if not lines:
                yield Fault("BW531", ("talk",), said('no line says "{name}: true".', name=name))
            for i in lines:
                if not self.talk[i].why:
                    yield Fault(
                        "BW531", ("talk", i), said('line {number} has "{name}", and no "why".', number=i + 1, name=name)
                    )
