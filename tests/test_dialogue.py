"""Dialogues: what the check says of a graph of scenes is true of walking through it."""

from __future__ import annotations

from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from bothways.model.kinds.dialogue import Dialogue
from samples import text_of

NAMES = ["a", "b", "c", "d", "e"]
CHOICE = st.fixed_dictionaries(
    {
        "say": st.just("Words."),
        "comment": st.just("What they do."),
        "moves": st.sampled_from([{"voice": "up"}, {"voice": "down"}, {"voice": "up", "power": "down"}]),
        "to": st.sampled_from(NAMES),
        "repair": st.booleans(),
    }
)


@st.composite
def dialogues(draw: st.DrawFn) -> Dialogue:
    """Any dialogue of five scenes, good or faulty."""
    example: dict[str, Any] = yaml.safe_load(text_of("dialogue"))
    scenes: list[dict[str, Any]] = []
    for name in NAMES:
        end = {"ending": "The end", "question": "And now?"}
        inner = {"choices": draw(st.lists(CHOICE, min_size=2, max_size=3))}
        scenes.append({"id": name, "narration": "A pause.", **(end if draw(st.booleans()) else inner)})
    return Dialogue.model_validate(example | {"scenes": scenes})


def walked(dialogue: Dialogue) -> set[str]:
    """The scenes that somebody who tries every choice gets to see."""
    seen: set[str] = set()
    edge = [dialogue.scenes[0].id]
    while edge:
        name = edge.pop()
        scene = next(s for s in dialogue.scenes if s.id == name)
        if scene.id not in seen:
            seen.add(scene.id)
            edge += [choice.to for choice in scene.choices]
    return seen


@given(dialogues())
def test_a_dialogue_without_faults_can_be_walked_everywhere_and_always_ended(dialogue: Dialogue) -> None:
    codes = {fault.code for fault in dialogue.faults()}
    seen = walked(dialogue)

    assert ("BW402" in codes) == (seen != set(NAMES))
    if not codes:
        for scene in dialogue.scenes:
            here = dialogue.model_copy(update={"scenes": (scene, *(s for s in dialogue.scenes if s is not scene))})
            assert any(next(s for s in dialogue.scenes if s.id == name).ending for name in walked(here))


@given(dialogues())
def test_after_every_poor_choice_there_is_a_repair_or_a_fault(dialogue: Dialogue) -> None:
    scenes = {s.id: s for s in dialogue.scenes}
    unrepaired = [
        choice
        for scene in dialogue.scenes
        for choice in scene.choices
        if choice.poor and not any(c.repair for c in scenes[choice.to].choices)
    ]

    assert len([f for f in dialogue.faults() if f.code == "BW404"]) == len(unrepaired)
