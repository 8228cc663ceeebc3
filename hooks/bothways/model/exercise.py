"""What every kind of exercise shares."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from pydantic import Field

from bothways.core.problems import Fault
from bothways.core.words import N_, said
from bothways.model.answers import Slot
from bothways.model.strands import Strand
from bothways.model.text import Content, Id, Label, Line, Minutes, ObjectiveId, SourceId


@dataclass(frozen=True, slots=True)
class Words:
    """What a kind is called where people meet it. Marked for the catalogue, translated where it is shown."""

    card: str
    """On a card on screen, such as "Dialogue"."""
    sheet: str
    """At the head of a worksheet, such as "Branching conversation"."""
    copies: str
    """How many copies a trainer prints for a room."""
    key_lead: str = N_("Use this after people have tried it themselves.")
    """The first line of the answer key: how to use it."""
    key_short: str = N_("Answers in short")
    """The heading over the short answers."""
    key_long: str = N_("What fits, and why")
    """The heading over the reasons; empty where each has a heading of its own."""


class People(Content):
    """How many people the exercise is for."""

    at_least: int = Field(alias="from", ge=1, le=60)
    """The fewest."""
    at_most: int = Field(alias="to", ge=1, le=60)
    """The most."""


class Exercise(Content):
    """The fields that every exercise has, whatever its kind."""

    kind: str
    """Which sort of exercise this is."""
    id: Id | None = None
    """The file's name without .yml. It may be left out; if it stands here it must be the same."""
    title: Label
    """What people will call it."""
    purpose: Line
    """What it is for, in a sentence or two."""
    minutes: Minutes
    """How long it takes, with the debrief."""
    people: People
    """How many can do it together, from and to."""
    materials: tuple[Label, ...] = Field(min_length=1, max_length=12)
    """What to have at hand, one a line."""
    objectives: tuple[ObjectiveId, ...] = Field(min_length=1, max_length=12)
    """The objectives it practises, such as L2.1."""
    strands: tuple[Strand, ...] = Field(min_length=1, max_length=5)
    """The strands it touches."""
    content_note: Line | None = None
    """What may be hard in it, how much, and the choice people have."""
    lighter: Id | None = None
    """Another exercise that practises the same with a lighter scene."""
    steps: tuple[Line, ...] = Field(min_length=1, max_length=12)
    """What to do, step by step."""
    debrief: tuple[Line, ...] = Field(min_length=1, max_length=12)
    """Questions for the talk afterwards."""
    adaptations: tuple[Line, ...] = Field(min_length=1, max_length=12)
    """Other ways to do it: alone, online, without writing, with an interpreter …"""
    sources: tuple[SourceId, ...] = Field(default=(), max_length=12)
    """Sources on the references page that it rests on."""

    words: ClassVar[Words]
    """What the kind is called."""
    has_answers: ClassVar[bool] = False
    """Whether there is something to look up: then it gets an answer key."""
    interactive: ClassVar[bool] = False
    """Whether a script makes it interactive on screen: then there is an element.js beside the class."""

    def slots(self) -> tuple[Slot, ...]:
        """Every place for an answer, with all that can be answered there, in the order shown."""
        return ()

    def faults(self) -> Iterator[Fault]:
        """What is wrong with it that no single field shows."""
        if self.people.at_least > self.people.at_most:
            yield Fault("BW212", ("people",), said('"from" is more than "to".'))
        yield from self.own_faults()

    def own_faults(self) -> Iterator[Fault]:
        """The rules of one kind."""
        return iter(())
