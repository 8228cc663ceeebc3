"""The five strands of mutuality: the course's own frame."""

from __future__ import annotations

from enum import StrEnum

from bothways.core.words import N_


class Strand(StrEnum):
    """One of the five strands of mutuality."""

    voice = "voice"
    story = "story"
    power = "power"
    feedback = "feedback"
    weight = "weight"

    @property
    def label(self) -> str:
        """What people call it. The value is its id: files, styles and saved work use that."""
        return _LABELS[self]


_LABELS = {
    Strand.voice: N_("voice"),
    Strand.story: N_("story"),
    Strand.power: N_("power"),
    Strand.feedback: N_("feedback"),
    Strand.weight: N_("weight"),
}
