"""The five strands of mutuality: the course's own frame."""

from __future__ import annotations

from enum import StrEnum


class Strand(StrEnum):
    """One of the five strands of mutuality."""

    voice = "voice"
    story = "story"
    power = "power"
    feedback = "feedback"
    weight = "weight"

    @property
    def means(self) -> str:
        """The strand in one line."""
        return _MEANS[self]


_MEANS = {
    Strand.voice: "Everyone's words count: ask, listen, say back, use what you heard.",
    Strand.story: "Experience travels in both directions: chosen, short, with permission.",
    Strand.power: "Who decides is named, shared where it can be, limited where it cannot.",
    Strand.feedback: "Both ask and tell how it is going, and repair what slipped.",
    Strand.weight: "The load is shared with limits, and more people are brought in when needed.",
}
