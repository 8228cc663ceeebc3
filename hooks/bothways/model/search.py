"""What the search knows beside the course's own words: docs/search.yml."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from bothways.model.text import Content

Phrase = Annotated[str, StringConstraints(pattern=r"^[^\W_]+([ '’-][^\W_]+)*$", max_length=60)]
"""A word or a few, without marks: letters of any script, numbers, spaces, hyphens, apostrophes."""


class Also(Content):
    """Words that people type, and the course's words for the same."""

    typed: tuple[Phrase, ...] = Field(min_length=1, max_length=40)
    """Everyday words, other spellings, words of other services."""
    find: tuple[Phrase, ...] = Field(min_length=1, max_length=6)
    """The words that the course uses for it."""


class SearchWords(Content):
    """docs/search.yml."""

    trouble: tuple[Phrase, ...] = Field(default=(), max_length=200)
    """Words of somebody who may need help now. They lead to "Need support now?" before anything else."""
    skip: tuple[Phrase, ...] = Field(default=(), max_length=200)
    """Small words that are in every question and help to find nothing."""
    also: tuple[Also, ...] = Field(default=(), max_length=200)
    """Words that mean the same."""
