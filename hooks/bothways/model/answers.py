"""Answers as data: what can be answered, in the order in which people see it. Key, screen and exports read this."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol, TypeVar

LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Answer:
    """One possible answer."""

    name: str
    """What it is called on screen, sheet and key: a letter, a place in an order, True or False, or a column's title."""
    text: str
    """Its words; empty where the name says all."""
    right: bool
    """Whether it is a good one here."""
    why: str
    """What choosing it shows; empty where nothing is said of it."""
    near: bool = False
    """Whether it stands beside a good one and counts half."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One place for an answer: a question, a left-hand text, a step, a card, a scene."""

    text: str
    """What is asked, or what stands beside the place."""
    answers: tuple[Answer, ...]
    """Everything that can be answered there, in the order shown."""

    @property
    def right(self) -> tuple[Answer, ...]:
        """The good answers."""
        return tuple(answer for answer in self.answers if answer.right)

    @property
    def near(self) -> tuple[Answer, ...]:
        """Those that count half."""
        return tuple(answer for answer in self.answers if answer.near)


class _Named(Protocol):
    @property
    def text(self) -> str: ...


T = TypeVar("T", bound=_Named)


def digest(text: str) -> bytes:
    """Something to sort by that looks like chance and is always the same."""
    return hashlib.sha256(text.encode()).digest()


def shuffled(parts: Sequence[T], salt: str) -> tuple[T, ...]:
    """The parts in an order that looks like chance and is always the same, on screen, on paper and in the key.

    It is never the order of the file, so that writing the right answer first gives nothing away.
    """
    order = sorted(parts, key=lambda part: digest(f"{salt}\n{part.text}"))
    if len(order) > 1 and order == list(parts):
        order = order[1:] + order[:1]
    return tuple(order)
