"""Dialogue: a branching conversation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from pydantic import Field

from bothways.core.problems import Fault, suggest
from bothways.core.words import N_, said
from bothways.model.answers import LETTERS, Answer, Slot
from bothways.model.exercise import Exercise, Words
from bothways.model.strands import Strand
from bothways.model.text import Content, Id, Label, Line, Passage, repeated


class Choice(Content):
    """One reply that the reader can give."""

    say: Line
    """The words of the reply."""
    comment: Line
    """What this reply does to the talk, in a line or two. Kind, never a mark."""
    moves: dict[Strand, Literal["up", "down"]] = Field(min_length=1, max_length=5)
    """Which strands it moves, and which way."""
    to: Id
    """The id of the scene that follows."""
    repair: bool = False
    """True when this reply mends something that slipped."""

    @property
    def poor(self) -> bool:
        """Whether it only moves strands down."""
        return set(self.moves.values()) == {"down"}


class Scene(Content):
    """One place in the conversation: words, then either choices or an ending."""

    id: Id
    """A name for the scene; choices lead to it."""
    speaker: Label | None = None
    """Who speaks. Leave out when nobody does."""
    says: Passage | None = None
    """The speaker's words."""
    narration: Line | None = None
    """What happens, told by nobody: a pause, a look, time passing."""
    delay: Label | None = None
    """In a chat: how long until this message comes, such as "20 minutes later"."""
    choices: tuple[Choice, ...] = Field(default=(), max_length=4)
    """Two to four replies."""
    ending: Label | None = None
    """A title for the ending, if the talk ends here."""
    question: Line | None = None
    """One good question to take away from this ending."""


def _replies(scene: Scene) -> tuple[Answer, ...]:
    """The replies of a scene with their letters. None is right or wrong: a good one moves some strand up."""
    each = zip(LETTERS, scene.choices, strict=False)
    return tuple(Answer(name, c.say, right=not c.poor, why=c.comment) for name, c in each)


class Dialogue(Exercise):
    """A conversation in which the reader chooses replies and sees what each one does.

    At least one scene offers a way to repair; two or more good ways lead through; every way can reach an ending.
    """

    kind: Literal["dialogue"]
    words: ClassVar[Words] = Words(
        card=N_("Dialogue"),
        sheet=N_("Branching conversation"),
        copies=N_("one for each pair or group"),
        key_lead=N_("One person holds this, and reads out what a reply does once it has been chosen."),
        key_short=N_("Where each reply leads"),
        key_long="",
    )
    style: Literal["talk", "chat"] = "talk"
    """Face to face (talk) or written online (chat)."""
    setting: Passage
    """Where we are and who is there."""
    you: Label
    """Who the reader is in this talk, such as "You are Amara, who keeps the rota"."""
    scenes: tuple[Scene, ...] = Field(min_length=3, max_length=14)
    """The scenes. The first one starts the talk."""

    has_answers: ClassVar[bool] = True
    interactive: ClassVar[bool] = True

    def slots(self) -> tuple[Slot, ...]:
        return tuple(Slot(s.says or s.narration or "", _replies(s)) for s in self.scenes if s.choices)

    def number(self, scene: str) -> int:
        """The number of a scene on paper, from 1, in the order of the file."""
        return [s.id for s in self.scenes].index(scene) + 1

    def own_faults(self) -> Iterator[Fault]:
        yield from repeated("scenes", [s.id for s in self.scenes])
        known = {s.id: s for s in self.scenes}
        torn = [*self._astray(known), *self._unfinished()]
        yield from torn or self._graph(known)

    def _astray(self, known: dict[str, Scene]) -> Iterator[Fault]:
        for i, scene in enumerate(self.scenes):
            for j, choice in enumerate(scene.choices):
                if choice.to not in known:
                    what = said(
                        'choice {number} leads to a scene "{to}" that is not there.', number=j + 1, to=choice.to
                    )
                    yield Fault("BW401", ("scenes", i, "choices", j, "to"), what, suggest(choice.to, known))

    def _unfinished(self) -> Iterator[Fault]:
        for i, scene in enumerate(self.scenes):
            if bool(scene.choices) == bool(scene.ending):
                what = "has both choices and an ending." if scene.ending else "has neither choices nor an ending."
                yield Fault("BW406", ("scenes", i), said('scene "{id}" {what}', id=scene.id, what=what))
            elif scene.ending and not scene.question:
                yield Fault("BW408", ("scenes", i, "ending"), said('the ending "{id}" has no "question".', id=scene.id))
            elif len(scene.choices) == 1:
                yield Fault("BW409", ("scenes", i, "choices"), said('scene "{id}" has one choice.', id=scene.id))
            if not (scene.says or scene.narration):
                yield Fault(
                    "BW407", ("scenes", i), said('scene "{id}" has neither "says" nor "narration".', id=scene.id)
                )
            if scene.says and not scene.speaker:
                yield Fault(
                    "BW407", ("scenes", i, "says"), said('nobody is named for what is said in "{id}".', id=scene.id)
                )

    def _graph(self, known: dict[str, Scene]) -> Iterator[Fault]:
        onward = {s.id: {c.to for c in s.choices} for s in self.scenes}
        back = {name: {s.id for s in self.scenes if name in onward[s.id]} for name in known}
        ends = {s.id for s in self.scenes if s.ending}
        reached, ending = _spread({self.scenes[0].id}, onward), _spread(ends, back)
        for i, scene in enumerate(self.scenes):
            if scene.id not in reached:
                yield Fault("BW402", ("scenes", i, "id"), said('no choice leads to scene "{id}".', id=scene.id))
            elif scene.id not in ending:
                yield Fault(
                    "BW403", ("scenes", i, "id"), said('from scene "{id}" no ending can be reached.', id=scene.id)
                )
        yield from self._unrepaired(known)
        if reached == known.keys() == ending:  # otherwise, whoever mends that will see the rest change as well
            yield from self._narrow(ends)

    def _unrepaired(self, known: dict[str, Scene]) -> Iterator[Fault]:
        for i, scene in enumerate(self.scenes):
            for j, choice in enumerate(scene.choices):
                if choice.poor and not any(c.repair for c in known[choice.to].choices):
                    what = said(
                        'choice {number} only moves strands down, and scene "{to}" offers no repair.',
                        number=j + 1,
                        to=choice.to,
                    )
                    yield Fault("BW404", ("scenes", i, "choices", j), what)

    def _narrow(self, ends: set[str]) -> Iterator[Fault]:
        good = {s.id: {c.to for c in s.choices if not c.poor} for s in self.scenes}
        if len(ends) < 2:
            yield Fault("BW410", ("scenes",), said("only one ending can be reached."))
        elif _ways(self.scenes[0].id, good, ends, frozenset()) < 2:
            yield Fault("BW405", ("scenes",), said("fewer than two good ways lead to an ending."))


def _spread(start: set[str], onward: dict[str, set[str]]) -> set[str]:
    """Everything that can be reached from `start`."""
    reached, edge = set(start), list(start)
    while edge:
        new = onward[edge.pop()] - reached
        reached |= new
        edge.extend(new)
    return reached


def _ways(here: str, onward: dict[str, set[str]], ends: set[str], been: frozenset[str]) -> int:
    """How many ways without a loop lead from here to an ending; stops counting at two."""
    if here in ends:
        return 1
    found = 0
    for target in sorted(onward[here] - been):
        found += _ways(target, onward, ends, been | {here})
        if found >= 2:
            break
    return found
