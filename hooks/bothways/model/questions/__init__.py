"""The kinds of question, one folder a kind, and the quiz that holds them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Annotated, ClassVar, Union

from pydantic import Field

from bothways.core.problems import Fault
from bothways.core.words import N_
from bothways.model import found
from bothways.model.exercise import Words
from bothways.model.question import Question
from bothways.model.text import Content, Id, Label, Line, repeated

KINDS: Mapping[str, type[Question]] = found.kinds(Question, __name__, __path__)
"""Every kind of question by its word."""

if TYPE_CHECKING:
    AnyQuestion = Question
else:
    AnyQuestion = Annotated[Union[tuple(KINDS.values())], Field(discriminator="kind")]  # noqa: UP007


class Quiz(Content):
    """A set of questions about one lesson or more."""

    words: ClassVar[Words] = Words(card=N_("Quiz"), sheet=N_("Quiz"), copies=N_("one for each person or pair"))

    id: Id | None = None
    """The file's name without .yml. It may be left out; if it stands here it must be the same."""
    title: Label
    """What people will call it."""
    intro: Line | None = None
    """A line before the first question."""
    questions: tuple[AnyQuestion, ...] = Field(min_length=1, max_length=40)
    """The questions in their order."""

    def faults(self) -> Iterator[Fault]:
        """What is wrong with it that no single field shows."""
        yield from repeated("questions", [q.id for q in self.questions])
        for i, question in enumerate(self.questions):
            for fault in question.faults():
                yield Fault(fault.code, ("questions", i, *fault.loc), fault.what, fault.fix)
