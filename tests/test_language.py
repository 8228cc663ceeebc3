"""Words to avoid, and the reading grade."""

from __future__ import annotations

import pytest

from bothways.check.language import avoided, grade


def words(text: str) -> list[str]:
    return [what.split('"')[1] for _, what, _ in avoided(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He committed suicide in spring.", "committed suicide"),
        ("She is a borderline.", "a borderline"),
        ("They suffer from it.", "suffer from"),
        ("Hello guys, come in.", "guys"),
        ("It is obviously so.", "obviously"),
    ],
)
def test_a_word_to_avoid_is_found(text: str, found: str) -> None:
    assert words(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "People say “committed suicide”; we say “died by suicide”.",
        'The word "guys" leaves some out.',
        "A borderline case at the border.",
        "The disguise was good.",
        "She uses a wheelchair.",
    ],
)
def test_a_phrase_can_be_quoted_and_an_ordinary_word_is_left_alone(text: str) -> None:
    assert words(text) == []


def test_a_hard_text_has_a_higher_grade_than_a_plain_one() -> None:
    plain = "You may pass. You may speak. We start on time."
    hard = "Participation necessitates comprehensive organisational preparation, notwithstanding limitations."

    assert grade(plain, frozenset()) < 3 < 8 < grade(hard, frozenset())


def test_the_subject_s_own_words_do_not_make_a_text_hard() -> None:
    text = "Mutuality needs reciprocity. Confidentiality matters to both of you."
    own = frozenset({"mutuality", "reciprocity", "confidentiality"})

    assert grade(text, own) < grade(text, frozenset()) - 3
