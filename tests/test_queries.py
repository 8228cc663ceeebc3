"""What a page is called and where it stands: read once, as it was written."""

from __future__ import annotations

from pathlib import Path

import pytest

from bothways.source import queries
from bothways.source.library import Library, load
from samples import SOME, good_course

FIRST = "docs/unit-1/1-first.md"


@pytest.fixture
def course(tmp_path: Path) -> Path:
    return good_course(tmp_path, SOME)


def change(course: Path, old: str, new: str) -> Library:
    file = course / FIRST
    file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    return load(course)


@pytest.mark.parametrize("written", ["No", "yes", "12:30", "010", "1.10", "null", "2025-01-01", "~"])
def test_a_title_stays_what_was_written(course: Path, written: str) -> None:
    library = change(course, "title: The first lesson", f"title: {written}")
    (page,) = (page for page in library.pages if page.path == FIRST)

    assert queries.title(page) == written
    assert queries.meta(page)["title"] == written


@pytest.mark.parametrize("written", ["1", "'1'", '"1"'])
def test_a_lesson_is_the_first_of_one_however_its_number_is_written(course: Path, written: str) -> None:
    standing = queries.standings(change(course, "lesson: 1", f"lesson: {written}"))["unit-1/1-first.md"]

    assert (standing.lesson, standing.lessons) == ("1", 1)
    assert standing.unit
    assert standing.unit.title == "See it"


def test_a_page_of_practice_belongs_to_the_lesson_that_points_to_it(course: Path) -> None:
    (course / "docs/unit-1/practice.md").write_text("# Practise\n\n::: exercise the-dialogue\n", encoding="utf-8")
    standings = queries.standings(change(course, "::: exercise the-dialogue", "::: see the-dialogue"))

    home = standings["unit-1/practice.md"].home
    assert home
    assert home.path == FIRST
    assert standings["unit-1/1-first.md"].home is None


def test_a_page_without_a_title_is_called_by_its_heading_or_its_file(course: Path) -> None:
    (course / "docs/one.md").write_text("Words\n\n# A *good* `name` #\n", encoding="utf-8")
    (course / "docs/two-three.md").write_text("Words\n", encoding="utf-8")
    titles = {page.src: queries.title(page) for page in load(course).pages}

    assert titles["one.md"] == "A good name"
    assert titles["two-three.md"] == "Two three"


def test_what_the_pages_do_not_use_is_left_out(course: Path) -> None:
    library = change(course, "title: The first", "template: redirect.html\nhide: toc\ntitle: The first")
    (page,) = (page for page in library.pages if page.path == FIRST)

    assert "template" not in queries.meta(page)
    assert queries.meta(page)["hide"] == ["toc"]
