"""A statement to judge, with a reason."""

from __future__ import annotations

from typing import ClassVar, Literal

from bothways.model.question import Question
from bothways.model.text import Line


class TrueFalse(Question):
    """True or false, and why."""

    kind: Literal["true-false"]
    right: bool
    """Whether the statement in "ask" is true."""
    if_true: Line
    """Feedback for those who chose "true"."""
    if_false: Line
    """Feedback for those who chose "false"."""
    reason: Line = "Say why, in a few words."
    """How people are asked for their reason."""
    instruction: ClassVar[str] = "True or false?"
