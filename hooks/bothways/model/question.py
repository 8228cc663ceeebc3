"""What every kind of question shares."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import ClassVar, Literal, Protocol, TypeVar

from pydantic import Field

from bothways.core.problems import Fault
from bothways.model.strands import Strand
from bothways.model.text import Content, Id, Line, MisconceptionId, ObjectiveId, SourceId


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
    strands: tuple[Strand, ...] = Field(min_length=1)
    """The strands it touches."""
    misconception: MisconceptionId | None = None
    """The misconception that it tests, X01 to X22."""
    difficulty: Literal["easy", "medium", "hard"] = "medium"
    """How hard it is."""
    sources: tuple[SourceId, ...] = ()
    """Sources on the references page that the answer rests on."""

    instruction: ClassVar[str]
    """What to do, in one short sentence, for screen and paper."""

    def faults(self) -> Iterator[Fault]:
        """What is wrong with it that no single field shows."""
        return iter(())


class _Named(Protocol):
    @property
    def text(self) -> str: ...


T = TypeVar("T", bound=_Named)


def digest(text: str) -> bytes:
    """Something to sort by that looks like chance and is always the same."""
    return hashlib.sha256(text.encode()).digest()


def shuffled(parts: Sequence[T], salt: str) -> list[T]:
    """The parts in an order that looks like chance and is always the same, on screen, on paper and in the key.

    It is never the order of the file, so that writing the right answer first gives nothing away.
    """

    order = sorted(parts, key=lambda part: digest(f"{salt}\n{part.text}"))
    return order[1:] + order[:1] if len(order) > 1 and order == list(parts) else order
