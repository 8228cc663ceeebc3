"""Objects -> HTML: complete, safe, with ids that stand once, and words the search must not find kept apart."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from bothways.model.exercise import Exercise
from bothways.model.kinds import KINDS
from bothways.model.questions import KINDS as QUESTIONS
from bothways.model.questions import Quiz
from bothways.view.render import Link, Origin, Place, Renderer, environment, part, people
from cards import card, example

VOID = {"input", "br", "img", "path", "circle"}


class Reader(HTMLParser):
    """The ids on a page, and its text with and without what the search leaves out."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.styles = 0
        self.found, self.kept_apart = "", ""
        self._open: list[bool] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.ids += [str(given["id"])] if "id" in given else []
        self.links += [str(given["href"])] if "href" in given else []
        self.styles += "style" in given
        if tag not in VOID:
            self._open.append("data-search-exclude" in given or any(self._open[-1:]))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if any(self._open[-1:]):
            self.kept_apart += data
        else:
            self.found += data


def exercise(**changed: object) -> Exercise:
    value = example("reflection")
    assert isinstance(value, Exercise)
    return value.model_copy(update=changed)


def drawn(ex: Exercise, lighter: Link | None = None) -> str:
    return Renderer().exercise(ex, "mine", Place("unit-1/1-first/index.html"), Origin("exercises/mine.yml"), lighter)


@pytest.mark.parametrize("name", [*KINDS, "quiz"])
def test_every_card_is_drawn_once_and_whole(name: str) -> None:
    html = card(name)
    page = Reader(html)
    assert html.startswith(f"<bw-{name} ")
    assert html.endswith(f"</bw-{name}>")
    assert len(page.ids) == len(set(page.ids))
    assert name in page.ids
    assert not page.styles
    assert "\n\n" not in html
    inner = {link[1:] for link in page.links if link.startswith("#")}
    assert inner <= set(page.ids)


@pytest.mark.parametrize("name", KINDS)
def test_two_of_a_kind_share_no_id(name: str) -> None:
    first, second = Reader(card(name, "one")), Reader(card(name, "two"))
    assert not set(first.ids) & set(second.ids)


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_question_on_paper(name: str) -> None:
    quiz = example("quiz")
    assert isinstance(quiz, Quiz)
    question = next(q for q in quiz.questions if q.kind == name)
    kind = environment().get_template(part(question, "paper")).module
    at = Place(level=2, prefix=question.id, paper=True)
    sheet, key = str(kind.task(question, at)), str(kind.answers(question, at))  # type: ignore[attr-defined]
    assert not re.search(r"<(input|textarea|select|button|details)\b", sheet)
    assert "feedback" not in sheet
    assert key.strip()


def test_search_finds_words_and_options_but_no_comment_or_feedback() -> None:
    talk, quiz, sort = Reader(card("dialogue")), Reader(card("quiz")), Reader(card("sort"))
    assert "Would you like it today?" in talk.found
    assert "A rule ends the talk before it began." in talk.kept_apart
    assert "A rule ends the talk before it began." not in talk.found
    assert "You should have told me sooner." in quiz.found
    assert "It puts the weight on the one who was quiet." not in quiz.found
    assert "Both give, and both say what they need." not in sort.found


def test_text_is_escaped_and_the_subset_of_markdown_works() -> None:
    html = drawn(exercise(purpose="Tea & <b>no</b> *but* [help](support.md#now) and [more](https://example.org/)"))
    assert "Tea &amp; &lt;b&gt;no&lt;/b&gt; <em>but</em>" in html
    assert '<a href="../../support/#now">help</a> and <a href="https://example.org/">more</a>' in html


def test_a_content_note_comes_first_and_leads_to_the_lighter_one() -> None:
    ex = exercise(content_note="It speaks of a quarrel.", lighter="two-chairs")
    html = drawn(ex, lighter=Link("Two chairs", "../2/#two-chairs"))
    assert '<a href="../2/#two-chairs">A lighter one to do instead: Two chairs</a>' in html
    assert html.index("It speaks of a quarrel.") < html.index("bw-purpose")
    assert 'href="../../worksheets/two-chairs/"' in drawn(ex)


def test_the_source_opens_for_editing_or_shows_its_path() -> None:
    assert "<code>exercises/mine.yml</code>" in drawn(exercise())
    html = Renderer().exercise(exercise(), "mine", Place(), Origin("exercises/mine.yml", "https://example.org/edit"))
    assert '<a href="https://example.org/edit">Edit this exercise</a>' in html


def test_without_pdfs_no_link_leads_to_one() -> None:
    html = Renderer(pdf=False).exercise(exercise(), "mine", Place(), Origin("exercises/mine.yml"))
    assert ".pdf" not in html
    assert 'href="../../worksheets/mine/mine-a4.pdf"' in drawn(exercise())


@pytest.mark.parametrize(
    ("least", "most", "words"),
    [(1, 1, "on your own"), (2, 2, "in pairs"), (3, 3, "in threes"), (5, 5, "5 people"), (4, 12, "4 to 12 people"),
     (1, 2, "on your own or with 1 other"), (1, 3, "on your own or with up to 2 others")],
)  # fmt: skip
def test_how_many_people(least: int, most: int, words: str) -> None:
    assert people(least, most) == words
