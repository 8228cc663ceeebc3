"""What every kind of question shares."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Final, Literal

from pydantic import Field

from bothways.core.problems import Fault
from bothways.core.words import N_, said
from bothways.model.answers import Slot
from bothways.model.strands import Strand
from bothways.model.text import Content, Id, Label, Line, MisconceptionId, ObjectiveId, PagePlace, SourceId


@dataclass(frozen=True, slots=True)
class Asking:
    """What people are told to do, in a short sentence each; empty where the question itself says it."""

    screen: str = ""
    paper: str = ""


DIFFICULTIES: Final = (N_("easy"), N_("medium"), N_("hard"))
"""The words for the field `difficulty`, marked for the catalogue."""


class Question(Content):
    """The fields that every question has, whatever its kind."""

    kind: str
    """Which sort of question this is."""
    id: Id
    """A short name, only once in the quiz; it never changes."""
    ask: Line
    """The question, or the statement to judge."""
    scene: Line | None = None
    """A short situation that the question is about."""
    hint: Line | None = None
    """Something to think about; it does not give the answer away."""
    objective: ObjectiveId
    """The objective it asks about."""
    strands: tuple[Strand, ...] = Field(min_length=1, max_length=5)
    """The strands it touches."""
    misconception: MisconceptionId | None = None
    """The misconception that it tests, from docs/misconceptions.yml, such as X05."""
    difficulty: Literal["easy", "medium", "hard"] = "medium"
    """How hard it is."""
    sources: tuple[SourceId, ...] = Field(default=(), max_length=12)
    """Sources on the references page that the answer rests on."""
    see: PagePlace | None = None
    """The place in a lesson that explains it, such as unit-1-see-it/3-one-way-street.md#is-it-mutual."""
    turns_on: Label | None = None
    """The words in the scene without which another answer would be best."""

    asking: ClassVar[Asking]
    """What people are told to do."""
    marked: ClassVar[bool] = True
    """Whether there are right answers. Where there are none, `slots` is empty."""

    def slots(self) -> tuple[Slot, ...]:
        """Every place for an answer, with all that can be answered there, in the order shown."""
        raise NotImplementedError

    @property
    def short(self) -> tuple[str, ...]:
        """The names of the right answers, for the list at the head of an answer key."""
        return tuple(answer.name for slot in self.slots() for answer in slot.right)

    def faults(self) -> Iterator[Fault]:
        """What is wrong with it that no single field shows."""
        if self.turns_on and self.turns_on not in self.told():
            yield Fault(
                "BW511", ("turns_on",), said('"{turns_on}" does not stand in the scene.', turns_on=self.turns_on)
            )
        yield from self.own_faults()

    def own_faults(self) -> Iterator[Fault]:
        """The rules of one kind."""
        return iter(())

    def told(self) -> str:
        """What people are told before they answer."""
        return self.scene or ""
