"""The kinds of question, and the quiz that holds them. A new kind is a module here with one class."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, Union

from pydantic import Field

from bothways.core.problems import Fault
from bothways.model.kinds import kind_of
from bothways.model.question import Question
from bothways.model.text import Content, Id, Label, Line, repeated, strings

for _module in pkgutil.iter_modules(__path__):
    importlib.import_module(f"{__name__}.{_module.name}")


def _leaves(cls: type[Question]) -> Iterator[type[Question]]:
    for sub in cls.__subclasses__():
        if "kind" in sub.__annotations__:
            yield sub
        yield from _leaves(sub)


KINDS: Mapping[str, type[Question]] = MappingProxyType({kind_of(c): c for c in sorted(_leaves(Question), key=kind_of)})
"""Every kind of question by its word."""

if TYPE_CHECKING:
    AnyQuestion = Question
else:
    AnyQuestion = Annotated[Union[tuple(KINDS.values())], Field(discriminator="kind")]  # noqa: UP007


class Quiz(Content):
    """A set of questions about one lesson or more."""

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

    def words(self) -> Iterator[str]:
        """Every text in it, for the checks that read prose."""
        return strings(self.model_dump())
