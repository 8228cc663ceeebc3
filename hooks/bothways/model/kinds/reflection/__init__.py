"""Reflection: private prompts to think or write about."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from bothways.core.words import N_
from bothways.model.exercise import Exercise, Words
from bothways.model.text import Content, Line


class Prompt(Content):
    """One question to write about."""

    ask: Line
    """The question. About patterns, strengths and next steps, never about painful events."""
    lines: Annotated[int, Field(ge=1, le=14)] = 4
    """How many lines to write on, on paper."""


class Reflection(Exercise):
    """Private questions. They end with one that the page adds itself: who to talk it over with."""

    kind: Literal["reflection"]
    words: ClassVar[Words] = Words(
        card=N_("Reflection"),
        sheet=N_("Private reflection"),
        copies=N_("one for each person"),
    )
    prompts: tuple[Prompt, ...] = Field(min_length=1, max_length=6)
    """One to six questions."""

    last: ClassVar[str] = N_("Who could you talk this over with, if you want to?")
    """The question that the page adds."""
