"""The plain-text form of content: the words, and no mark of Markdown."""

from __future__ import annotations

from pathlib import Path

import pytest

from bothways.core.plain import plain
from bothways.source.library import load
from bothways.source.queries import questions

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Tea *and* **toast**", "Tea and toast"),
        ("See [help](support.md#now) first.", "See help first."),
        ("Two things:\n\n- it asks\n- it waits\n\nThen it ends.", "Two things:\n- it asks\n- it waits\nThen it ends."),
        ("1. ask\n2. wait", "1. ask\n2. wait"),
        ("One line\nand the next", "One line and the next"),
        ("5 < 6 & \\*not this\\*", "5 < 6 & *not this*"),
        ("![a boat](assets/boat.svg) leaves", "a boat leaves"),
    ],
)  # fmt: skip
def test_words_stay_and_marks_go(text: str, words: str) -> None:
    assert plain(text) == words


def test_no_answer_of_the_course_keeps_a_mark() -> None:
    slots = [slot for question in questions(load(ROOT)) for slot in question.slots()]
    texts = [plain(t) for slot in slots for answer in slot.answers for t in (slot.text, answer.text, answer.why)]

    assert len(texts) > 1000
    assert [text for text in texts if "**" in text or "](" in text or text.startswith("*")] == []
