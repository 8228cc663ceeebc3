"""The portable seam: a lesson through Python-Markdown alone, without MkDocs and without any hook."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from markdown import Markdown

from bothways.markdown import BothWays, Unexpanded, page_src
from samples import good_course

GLOSSARY = """\
terms:
  - {term: mutuality, also: [mutual], means: How two people stand to each other., lesson: L1, sources: [P-HEE]}
  - {term: pass, means: To say nothing in a round., lesson: L1}
"""
LESSON = "unit-1/1-first.md"


@pytest.fixture
def course(tmp_path: Path) -> Path:
    return good_course(tmp_path)


def convert(root: Path, text: str, src: str = LESSON, **options: Any) -> str:
    """The HTML of a text as if it stood in the page `src`, which MkDocs makes known in this way."""
    md = Markdown(extensions=["admonition", "fenced_code", BothWays(root=str(root), **options)])
    relpath: Any = SimpleNamespace(run=lambda root: None, file=SimpleNamespace(src_uri=src))
    md.treeprocessors.register(relpath, "relpath", 0)
    return md.convert(text)


def test_a_directive_becomes_the_whole_card(course: Path) -> None:
    html = convert(course, "Before.\n\n::: exercise the-sort\n\nAfter.")

    assert html.index("Before.") < html.index("<bw-sort") < html.index("After.")
    assert "Four cards" in html
    assert ":::" not in html
    assert "<p><bw" not in html


def test_links_of_a_card_lead_to_the_site_s_root(course: Path) -> None:
    assert 'href="../../worksheets/the-sort/"' in convert(course, "::: exercise the-sort")
    assert 'href="worksheets/the-sort/"' in convert(course, "::: exercise the-sort", src="index.md")


def test_addresses_name_files_when_the_settings_or_the_caller_say_so(course: Path) -> None:
    named = 'href="../worksheets/the-sort/index.html"'
    assert named in convert(course, "::: exercise the-sort", use_directory_urls=False)

    (course / "mkdocs.yml").write_text("use_directory_urls: no\n", encoding="utf-8")
    assert named in convert(course, "::: exercise the-sort")
    assert named not in convert(course, "::: exercise the-sort", use_directory_urls=True)


def test_a_directive_in_a_block_of_code_is_left_alone(course: Path) -> None:
    html = convert(course, "```\n::: exercise the-sort\n```")

    assert "::: exercise the-sort" in html
    assert "<bw-sort" not in html


@pytest.mark.parametrize(
    "text", ["::: exercise the-sorted", "::: figure nothing", ":::quiz the-quiz", "As in [@P-NONE]."]
)
def test_what_leads_nowhere_never_reaches_a_page(course: Path, text: str) -> None:
    with pytest.raises(Unexpanded):
        convert(course, text)


def test_while_serving_a_box_says_what_is_wrong_and_the_rest_goes_on(course: Path) -> None:
    html = convert(course, "::: exercise the-sorted\n\nAfter.", boxes=True)

    assert "there is no exercise &#34;the-sorted&#34;" in html
    assert "After." in html


def test_a_box_names_the_line_of_a_broken_exercise(course: Path) -> None:
    path = course / "exercises/unit-1/the-sort.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("minutes: 10", "minutes: ten"), encoding="utf-8")

    assert "exercises/unit-1/the-sort.yml:4:1: BW204" in convert(course, "::: exercise the-sort", boxes=True)


def test_a_citation_links_to_its_source(course: Path) -> None:
    html = convert(course, "So says a framework [@P-HEE].")

    assert '(<a href="../../references/#p-hee">HEE 2020</a>)' in html


def test_a_see_card_leads_to_where_the_exercise_stands(course: Path) -> None:
    html = convert(course, "::: see the-sort", src="index.md")

    assert 'href="unit-1/1-first/#the-sort"' in html
    assert "<bw-sort" not in html


def test_the_objectives_of_a_lesson_are_shown_with_its_minutes(course: Path) -> None:
    html = convert(course, "# The first lesson\n\n::: objectives")

    assert "try one of each." in html
    assert "1 minutes of reading" not in html
    assert "1 minute of reading" in html


def test_a_word_of_the_glossary_is_linked_where_it_first_stands(course: Path) -> None:
    (course / "docs/glossary.yml").write_text(GLOSSARY, encoding="utf-8")
    html = convert(course, "# On mutuality\n\nA *mutual* talk. More mutuality, and `pass` in code.\n\nYou may pass.")

    assert html.count('href="#word-mutuality"') == 1
    assert '<em><a class="bw-term" href="#word-mutuality">mutual</a></em>' in html
    assert "<code>pass</code>" in html
    assert html.count('href="#word-pass"') == 1
    assert "How two people stand to each other." in html


def test_words_are_marked_in_lessons_only(course: Path) -> None:
    (course / "docs/glossary.yml").write_text(GLOSSARY, encoding="utf-8")

    assert "word-mutuality" not in convert(course, "On mutuality.", src="index.md")


def test_a_figure_is_put_into_the_page_with_its_caption(course: Path) -> None:
    html = convert(course, "::: figure two-people: Two people, one size.")

    assert "<figcaption>Two people, one size.</figcaption>" in html
    assert "Two circles of one size." in html


def test_every_page_says_where_its_source_is(course: Path) -> None:
    assert "docs/unit-1/1-first.md" in convert(course, "Words.")
    (course / "docs/course.yml").write_text("repository: https://example.org/both-ways\n", encoding="utf-8")
    link = "https://example.org/both-ways/edit/main/docs/unit-1/1-first.md"
    assert link in convert(course, "Words.")


def test_the_page_is_known_in_both_generators() -> None:
    md: Any = Markdown()
    assert page_src(md) == ""
    context: Any = SimpleNamespace(run=lambda lines: lines, page=SimpleNamespace(path="a/b.md"))
    md.preprocessors.register(context, "rendering_context", 0)
    assert page_src(md) == "a/b.md"


def test_a_page_with_a_problem_shows_it_and_none_of_the_refused_text_as_markup(course: Path) -> None:
    text = "Before.\n\n<script>alert(1)</script> and [press](javascript:alert(1)).\n\n::: exercise the-sort"
    html = convert(course, text, boxes=True)

    assert "Something here needs mending." in html.partition("Before.")[0]
    assert "BW621" in html
    assert "BW622" in html
    assert "&lt;script&gt;" in html
    assert "<script>" not in html
    assert 'href="javascript' not in html
    assert "<bw-sort" in html


def test_a_citation_may_go_over_two_lines(course: Path) -> None:
    assert convert(course, "Says [@P-HEE;\n@P-HEE].").count("HEE 2020</a>") == 2


def test_words_of_the_glossary_are_found_over_a_line_break_and_in_any_script(course: Path) -> None:
    (course / "docs/glossary.yml").write_text(
        "terms:\n"
        "  - {term: peer support, means: One., lesson: L1}\n"
        "  - {term: взаємність, means: Two., lesson: L1}\n"
        "  - {term: 互助, means: Three., lesson: L1}\n"
        "  - {term: अपनापन, means: Four., lesson: L1}\n"
        "  - {term: '3', means: Five., lesson: L1}\n",
        encoding="utf-8",
    )
    html = convert(course, 'A "peer\nsupport" group. Наша взаємність; 我们互助吧。 अपनापन.\n\n"One" "two" "three" 13.')

    assert 'href="#word-peer-support">peer\nsupport</a>' in html
    assert 'href="#word-взаємність">взаємність</a>' in html
    assert '我们<a class="bw-term" href="#word-互助">互助</a>吧' in html
    assert 'id="word-अपनापन"' in html
    assert 'href="#word-3"' not in html
    assert "\x02" not in html


@pytest.mark.parametrize("letters", ["ıİſ", "İSTANBUL", "ﬁrst"])
def test_letters_that_change_their_length_stop_nothing(course: Path, letters: str) -> None:
    (course / "docs/glossary.yml").write_text(GLOSSARY.replace("mutual]", f"mutual, {letters}]"), encoding="utf-8")

    assert convert(course, f"Words {letters.lower()} {letters.upper()} {letters}.", boxes=True).count("bw-term") == 1


def test_ids_on_a_page_never_meet(course: Path) -> None:
    headings = "## Objectives\n\n## The sort\n\n## 互助\n\n## Café\n\n## Café\n\n## Two T\n\n"
    drawn = "::: objectives\n\n::: exercise the-sort\n\n::: figure two-people: Two."
    html = convert(course, "# Content\n\n" + headings + drawn)
    ids = re.findall(r'\bid="([^"]*)"', html)

    assert sorted(ids) == sorted(set(ids))
    assert {"content", "objectives", "objectives_1", "the-sort", "the-sort_1", "互助", "cafe", "cafe_1"} <= set(ids)
    assert {"figure-two-people--two-t", "two-t"} <= set(ids)
    assert 'aria-labelledby="figure-two-people--two-t figure-two-people--two-d"' in html


def test_text_from_right_to_left_says_so_and_other_text_does_not(course: Path) -> None:
    html = convert(course, "## مرحبا\n\nالسعر 5 دولارات.\n\n- واحد\n- اثنان\n\nIn English, with مرحبا in it.")

    assert html.count('dir="rtl"') == 3
    assert '<ul dir="rtl">' in html
    assert "<p>In English" in html
