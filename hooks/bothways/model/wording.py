"""How the course speaks: words that it avoids, and misconceptions that its questions test."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, RootModel, StringConstraints

from bothways.model.text import Content, Line, MisconceptionId, SourceId

Phrase = Annotated[str, StringConstraints(pattern=r"^\w[^\n]*$", max_length=60)]
"""A word or a few, as they stand in a text. Capital and small letters are the same."""


class Avoided(Content):
    """A word or a phrase that the course avoids."""

    avoid: tuple[Phrase, ...] = Field(min_length=1, max_length=30)
    """Its forms, one a line, such as "addict" and "addicts". Only whole words are found."""
    unless: tuple[Phrase, ...] = Field(default=(), max_length=30)
    """Phrases that hold such a form and are fine, such as "a borderline case"."""
    say: Line
    """What to say instead."""
    why: Line
    """Why: whom it hurts, or what it claims."""
    sources: tuple[SourceId, ...] = Field(default=(), max_length=6)
    """Sources that we saw saying so. None: it is a judgement of this course."""


class WordsToAvoid(Content):
    """docs/words-to-avoid.yml."""

    words: tuple[Avoided, ...] = Field(max_length=500)
    """The words, in any order."""


class Misconceptions(RootModel[dict[MisconceptionId, Line]]):
    """docs/misconceptions.yml: what people often think, each under an id such as X05 that questions name."""

    root: dict[MisconceptionId, Line] = Field(max_length=100)
