"""Quotation marks are typographic wherever content is drawn: in texts, in titles, in the words of links."""

from __future__ import annotations

import pytest

from bothways.core.markup import typographic
from bothways.core.plain import plain
from bothways.core.words import Words
from bothways.model.exercise import Exercise
from bothways.view.render import Link, Origin, Place, Renderer
from cards import example

AT = Place()


def drawn(text: str, how: str = "inline", language: str = "en") -> str:
    jinja = Renderer(words=Words(language)).jinja
    return jinja.from_string(f"{{{{ text | {how} }}}}").render(text=text, at=AT)


@pytest.mark.parametrize(
    ("straight", "typographic"),
    [
        ('She says "yes".', "She says “yes”."),
        ("Don't, it's Jun's.", "Don’t, it’s Jun’s."),
        ('"one"-"two"', "“one”-“two”"),
        ("the '90s", "the ’90s"),
        ("He said: \"She said 'no'.\"", "He said: “She said ‘no’.”"),
        ('*"Yes"*, (she) "said"', "<em>“Yes”</em>, (she) “said”"),
        ('"It goes on', "“It goes on"),
        ('and on" it went', "and on” it went"),
        ("5 < 6 'now'", "5 &lt; 6 ‘now’"),
    ],
)
def test_straight_marks_become_typographic(straight: str, typographic: str) -> None:
    assert drawn(straight, "inline(at)") == typographic
    assert drawn(straight, "block(at)") == f"<p>{typographic}</p>"


def test_what_is_quoted_has_inner_marks() -> None:
    assert drawn('I said "no" and “never”.', "quoted(at)") == "“I said ‘no’ and ‘never’.”"


@pytest.mark.parametrize(
    ("language", "text", "quoted"),
    [
        ("de", "Sie sagt: „Ja“", "„Nur ‚so‘“"),
        ("fr", "Sie sagt: «Ja»", "«Nur ‹so›»"),
        ("sv", "Sie sagt: ”Ja”", "”Nur ’so’”"),
        ("xx", "Sie sagt: “Ja”", "“Nur ‘so’”"),
    ],
)
def test_each_language_has_its_own_marks(language: str, text: str, quoted: str) -> None:
    assert drawn('Sie sagt: "Ja"', "inline(at)", language) == text
    assert drawn('Nur "so"', "quoted(at)", language) == quoted


def test_titles_and_the_words_of_links_have_them_too() -> None:
    value = example("reflection")
    assert isinstance(value, Exercise)
    value = value.model_copy(update={"title": 'More than "What do *you* think?"', "lighter": "x"})

    card = Renderer().exercise(value, "mine", AT, Origin("exercises/mine.yml"), Link("Don't *tell*", "x/"))

    assert "More than “What do <em>you</em> think?”</h3>" in card
    assert "Don’t tell</a>" in card


def test_the_plain_form_has_no_marks_of_markdown_and_typographic_quotes() -> None:
    assert plain('It\'s *"fine"*.') == "It’s “fine”."
    assert plain('"Ja"', "„“‚‘") == "„Ja“"


def test_what_is_no_markdown_keeps_everything_else() -> None:
    assert typographic('A *star*, [x](y), &lt;b&gt; and "it\'s"') == "A *star*, [x](y), &lt;b&gt; and “it’s”"
    assert typographic('"Ja"', "„“‚‘") == "„Ja“"
