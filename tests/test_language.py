"""Words to avoid, and how hard a page is to read."""

from __future__ import annotations

from pathlib import Path

import pytest

from bothways.check.language import avoided, check, glossary_words, prose, wanted
from bothways.check.readability import grade, syllables
from bothways.model.wording import Avoided
from bothways.source.library import load

ROOT = Path(__file__).resolve().parents[1]
LIBRARY = load(ROOT)
assert LIBRARY.wording.value
WORDS = LIBRARY.wording.value.words


def words(text: str) -> list[str]:
    return [what.split('"')[1] for _, what, _ in avoided(text, wanted(WORDS))]


@pytest.mark.parametrize("word", WORDS, ids=lambda word: word.avoid[0])
def test_each_form_of_each_word_is_found(word: Avoided) -> None:
    for form in word.avoid:
        assert words(f"They said {form} there.") == [form]
        assert words(f"It was said: {form.upper()}.") == [form.upper()]
        assert words(f"They said un{form}ish there.") == []
        assert words(f"They said “{form}” there.") == []


def test_each_word_has_a_reason_of_its_own_and_something_to_say_instead() -> None:
    assert len(WORDS) >= 70
    assert all(word.why.endswith((".", "…")) for word in WORDS)
    forms = [form.lower() for word in WORDS for form in word.avoid]
    assert len(forms) == len(set(forms))


@pytest.mark.parametrize("word", [word for word in WORDS if word.unless], ids=lambda word: word.avoid[0])
def test_a_phrase_in_which_the_word_is_fine_is_left_alone(word: Avoided) -> None:
    for phrase in word.unless:
        assert words(f"That was {phrase}, it seems.") == []
        assert words(f"That was {phrase}, and {word.avoid[0]}.") == [word.avoid[0]]


@pytest.mark.parametrize(
    "text",
    [
        "People say “committed suicide”; we say “died by suicide”.",
        'The word "guys" leaves some out.',
        "The disguise was good.",
        "She uses a wheelchair.",
        "See [the list](obviously.md).",
        "Type `simply`.",
        "A phrase that\nis “obviously\nsimply” quoted.",
    ],
)
def test_a_phrase_can_be_quoted_and_an_ordinary_word_is_left_alone(text: str) -> None:
    assert words(text) == []


def test_a_phrase_is_found_over_the_end_of_a_line() -> None:
    assert words("He committed\nsuicide in spring.") == ["committed suicide"]


@pytest.mark.parametrize("sign", ["“", "‘a", "](", '"a\n', "obviously "])
def test_signs_without_end_do_not_make_it_hang(sign: str) -> None:
    assert words(f"{sign * 100_000} guys")[-1] == "guys"


def test_the_course_keeps_to_its_own_words() -> None:
    assert list(check(LIBRARY)) == []


@pytest.mark.parametrize(
    ("count", "heard"),
    [
        (1, "you make asked roles rule through watched strength quite there’s"),
        (2, "people safely something settled waited watches quiet being doing power table"),
        (3, "somebody idea easier medium exercise together agreement"),
        (4, "recovery experiment community facilitate"),
        (5, "mutuality reciprocity opportunity unfamiliar"),
        (6, "responsibility"),
    ],
)
def test_syllables_are_counted_as_people_say_them(count: int, heard: str) -> None:
    assert {word: syllables(word) for word in heard.split()} == dict.fromkeys(heard.split(), count)


def test_a_hard_text_has_a_higher_grade_than_a_plain_one() -> None:
    plain = "You may pass. You may speak. We start on time."
    hard = "Participation necessitates comprehensive organisational preparation, notwithstanding limitations."

    assert grade(plain) < 3 < 8 < grade(hard)
    assert grade("") == 0.0


def test_the_subject_s_own_words_do_not_make_a_text_hard() -> None:
    text = "Mutuality needs reciprocity. Confidentiality matters to both of you."
    own = frozenset({"mutuality", "reciprocity", "confidentiality"})

    assert grade(text, own) < grade(text) - 3


@pytest.mark.parametrize(
    ("text", "by_dictionary"),
    [
        (
            "If you are worried about somebody, tell them so. Say what you saw, ask one plain question, and stay with"
            " them while you find somebody else who can help.",
            4.7,
        ),
        (
            "Peer support is a relationship in which people who share an experience meet as equals. Nobody is the"
            " expert, and everybody has something to offer.",
            9.1,
        ),
        (
            "Many trials were small. Most tested paid peer workers inside services, not mutual support between friends,"
            " and most did not measure mutuality.",
            9.1,
        ),
    ],
)
def test_the_grade_is_that_of_a_program_that_counts_with_a_dictionary(text: str, by_dictionary: float) -> None:
    """What textstat 0.7.8 says of these texts: it looks syllables up in cmudict."""
    assert grade(text) == pytest.approx(by_dictionary, abs=0.3)


def test_each_lesson_is_well_within_what_people_can_read() -> None:
    own = glossary_words(LIBRARY)
    grades = {page.head.name: grade(prose(page), own) for page in LIBRARY.lessons() if page.head}

    assert len(grades) == 13
    assert max(grades.values()) < 6
