"""Session plans: how to run a lesson in one meeting of a group, as data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field, StringConstraints

from bothways.core.problems import Fault
from bothways.core.words import said
from bothways.model.text import Bubble, Content, Id, Label, Line, Minutes, starts


class Activity(Content):
    """One part of a session."""

    title: Label
    """What it is called."""
    minutes: Minutes
    """How long it takes."""
    do: Bubble
    """What the host does and says."""
    exercise: Id | None = None
    """The exercise it uses."""
    quiz: Id | None = None
    """The quiz it uses."""
    watch: Line
    """What to watch for."""
    drop: bool = False
    """True when it can be dropped if time runs short."""


class Session(Content):
    """One meeting of a group about one lesson."""

    minutes: Minutes
    """How long the meeting takes."""
    materials: tuple[Label, ...] = Field(min_length=1, max_length=15)
    """What to bring and print."""
    activities: tuple[Activity, ...] = Field(min_length=3, max_length=14, json_schema_extra={"one": "activity"})
    """Its parts in their order. Their minutes add up to the minutes of the session."""

    def starts(self) -> list[int]:
        """The minute at which each activity starts, from 0."""
        return starts(a.minutes for a in self.activities)


class SessionPlan(Content):
    """The sessions for one lesson: docs/sessions/L1.yml and so on."""

    lesson: Annotated[str, StringConstraints(pattern=r"^[LF][1-9][0-9]?$")]
    """The lesson, such as L1."""
    sessions: tuple[Session, ...] = Field(min_length=1, max_length=4)
    """A plan for each length, such as 60 and 90 minutes."""

    def faults(self) -> Iterator[Fault]:
        """What is wrong with it that no single field shows."""
        for i, session in enumerate(self.sessions):
            total = sum(a.minutes for a in session.activities)
            if total != session.minutes:
                what = said(
                    "the activities take {total} minutes, the session says {minutes}.",
                    total=total,
                    minutes=session.minutes,
                )
                yield Fault("BW411", ("sessions", i, "minutes"), what)
            if not any(a.drop for a in session.activities):
                yield Fault("BW451", ("sessions", i, "activities"), said("nothing in this session can be dropped."))
