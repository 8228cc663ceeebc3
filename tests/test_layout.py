"""What Markdown becomes before it is a page: frames around wide tables, the title's place, cards on the home page."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from markdown import Markdown

from bothways.markdown import BothWays
from bothways.source.library import load
from markup_tree import Element, read
from samples import SOME, good_course


@pytest.fixture
def drawn(tmp_path: Path) -> Any:
    """Markdown -> the tree of a page."""
    library = load(good_course(tmp_path, SOME))

    def draw(text: str, src: str = "about.md") -> Element:
        md = Markdown(extensions=["tables", "toc", BothWays(library=library)])
        page = SimpleNamespace(run=lambda root: None, file=SimpleNamespace(src_uri=src))
        md.treeprocessors.register(page, "relpath", 0)  # type: ignore[arg-type]
        (tmp_path / "page.html").write_text(md.convert(text), encoding="utf-8")
        return read(tmp_path / "page.html")

    return draw


def table(columns: int) -> str:
    row = "| a " * columns + "|\n"
    return row + "|---" * columns + "|\n" + row


def test_a_table_of_four_columns_scrolls_by_itself_and_one_of_three_does_not(drawn: Any) -> None:
    tree = drawn(f"{table(3)}\n\n{table(4)}")

    (frame,) = (e for e in tree.all("div") if e.attrs.get("class") == "bw-wide")
    assert frame.attrs["tabindex"] == "0"
    assert len(list(frame.all("th"))) == 4
    assert len(list(tree.all("table"))) == 2


def test_columns_are_aligned_by_class_because_no_style_is_allowed_in_a_page(drawn: Any) -> None:
    tree = drawn("| a | b | c |\n|:--|:-:|--:|\n| 1 | 2 | 3 |\n")

    assert [e.attrs["class"] for e in tree.all("td")] == ["bw-left", "bw-center", "bw-right"]
    assert not [e for e in tree.all() if "style" in e.attrs]


def test_the_title_leaves_its_words_to_the_quiz_of_that_name(drawn: Any) -> None:
    assert drawn("# The first\n\n## The first").first("h1").attrs["id"] == "content"


def test_the_first_three_headings_of_the_home_page_are_cards(drawn: Any) -> None:
    text = "# Home\n\nWelcome.\n\n## One\n\n1\n\n- x\n\n## Two\n\n2\n\n## Three\n\n3\n\n## Four\n\n4\n"
    cards = [e.text().split() for e in drawn(text, "index.md").all("section")]

    assert cards == [["One", "1", "x"], ["Two", "2"], ["Three", "3"]]
    assert not list(drawn(text, "about.md").all("section"))
    assert not list(drawn("# Home\n\n## One\n\n1\n", "index.md").all("section"))
