"""Reflection: private prompts to think or write about."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from bothways.model.exercise import Exercise
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
    prompts: tuple[Prompt, ...] = Field(min_length=1, max_length=6)
    """One to six questions."""
