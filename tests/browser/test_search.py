"""The search as people meet it: opened by a key or a button, lessons and questions found, answers not."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page, expect

from server import Site


def search(page: Page, words: str) -> list[str]:
    """Open the search by its key, type, and return what is found."""
    page.keyboard.press("/")
    page.locator("#bw-search-query").fill(words)
    expect(page.locator("#bw-search-status")).to_contain_text("found")
    found = [one.inner_text() for one in page.locator("#bw-search-results a").all()]
    page.keyboard.press("Escape")
    return found


@pytest.fixture
def home(page: Page, site: Site) -> Page:
    page.goto("")
    return page


def test_an_exercise_is_found_by_its_title(home: Page) -> None:
    assert any("The sign-up sheet" in place for place in search(home, "sign-up sheet"))


def test_a_question_is_found_by_its_words(home: Page, root: Path) -> None:
    quiz = yaml.safe_load((root / "quizzes/unit-1/we-both-matter.yml").read_text(encoding="utf-8"))

    assert search(home, " ".join(quiz["questions"][0]["ask"].split()[:6]))


def test_what_stands_only_in_a_comment_on_a_choice_is_not_found(home: Page, root: Path) -> None:
    talk = yaml.safe_load((root / "exercises/unit-1/the-sign-up-sheet.yml").read_text(encoding="utf-8"))
    comment = talk["scenes"][0]["choices"][0]["comment"]

    assert search(home, comment) == []


def test_enter_goes_to_the_best_place(home: Page) -> None:
    home.keyboard.press("/")
    home.locator("#bw-search-query").fill("one-way street")
    expect(home.locator("#bw-search-results a").first).to_be_visible()
    home.keyboard.press("Enter")

    expect(home.locator("h1")).to_be_visible()
    assert "one-way-street" in home.url


def test_the_search_is_not_loaded_before_somebody_asks(page: Page, site: Site) -> None:
    site.sent.clear()
    page.goto("", wait_until="networkidle")

    assert [path for path, _ in site.sent if "search" in path] == []
