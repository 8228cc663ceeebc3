"""The one list of what to do when somebody may be in danger: docs/in-danger.yml, drawn wherever a page needs it."""

from __future__ import annotations

from pydantic import Field

from bothways.model.text import Bubble, Content, Label, SourceId


class Step(Content):
    """One step. People under strain recall a few words: those come first."""

    do: Label
    """What to do, in two to five words."""
    how: Bubble
    """How, with words to say."""
    sources: tuple[SourceId, ...] = Field(default=(), max_length=4)
    """Sources on the references page that it rests on."""


class Danger(Content):
    """docs/in-danger.yml."""

    steps: tuple[Step, ...] = Field(min_length=3, max_length=8)
    """The steps in their order."""
