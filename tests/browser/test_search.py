"""The search as people meet it: opened by a key or a button, lessons and questions found, answers not."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page, expect

from server import Site


def search(page: Page, words: str) -> list[str]:
    """Open the search by its key, type, and return what is found."""
    page.locator("#bw-search-open").click()
    page.locator("#bw-search-query").fill(words)
    expect(page.locator("#bw-search-status")).to_have_text(SAID)
    found = [one.inner_text() for one in page.locator("#bw-search-results a").all()]
    page.keyboard.press("Escape")
    return found


SAID = re.compile(r"^(\d+ places? found|The first \d+ of \d+ places|Nothing found.*)$")
QUERIES = yaml.safe_load((Path(__file__).parents[1] / "search_queries.yml").read_text(encoding="utf-8"))


def addresses(page: Page, query: str) -> list[str]:
    """Where the places lead that are found for a query, the best first. The search is open."""
    field, status = page.locator("#bw-search-query"), page.locator("#bw-search-status")
    field.fill("")
    expect(status).to_contain_text("Type a word")
    field.fill(query)
    expect(status).to_have_text(SAID)
    links = page.locator("#bw-search-results a")
    return list(links.evaluate_all("links => links.slice(0, 3).map(link => link.getAttribute('href'))"))


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

    found = search(home, comment)
    assert [place for place in found if "sign-up" in place.lower() and comment[:30] in place] == []


def test_enter_goes_to_the_best_place(home: Page) -> None:
    home.locator("#bw-search-open").click()
    home.locator("#bw-search-query").fill("one-way street")
    expect(home.locator("#bw-search-results a").first).to_be_visible()
    home.keyboard.press("Enter")

    expect(home.locator("h1")).to_be_visible()
    assert "one-way-street" in home.url


def test_the_search_is_not_loaded_before_somebody_asks(page: Page, site: Site) -> None:
    site.sent.clear()
    page.goto("", wait_until="networkidle")

    assert [path for path, _ in site.sent if "search" in path] == []


def test_people_find_what_they_look_for(home: Page) -> None:
    home.locator("#bw-search-open").click()
    missed = []
    for query in (one for one in QUERIES if "find" in one):
        first = addresses(home, query["type"])
        if not any(place in address for address in first for place in query["find"]):
            missed.append(f"{query['type']}: {first}")

    asked = sum("find" in one for one in QUERIES)
    assert asked >= 50
    assert len(missed) <= asked * 0.05, "\n".join(missed)


def test_who_may_be_in_trouble_is_led_to_help_first(home: Page) -> None:
    home.locator("#bw-search-open").click()
    wrong = {q["type"]: addresses(home, q["type"])[:1] for q in QUERIES if "first" in q}

    assert {query: found for query, found in wrong.items() if "support" not in "".join(found)} == {}
    expect(home.locator("#bw-search .bw-support")).to_be_visible()


def test_nobody_else_is_told_that_they_are_in_trouble(home: Page) -> None:
    home.locator("#bw-search-open").click()
    told = [q["type"] for q in QUERIES if "find" in q and "support/" in addresses(home, q["type"])[0].split("#")[0]]

    assert told == []


def test_an_answer_or_a_scene_of_a_talk_leads_to_an_open_place(home: Page, root: Path) -> None:
    bank = yaml.safe_load((root / "quizzes/practice-bank.yml").read_text(encoding="utf-8"))
    home.goto(f"practice-test/#practice-test--practice-bank-{bank['questions'][-1]['id']}")

    expect(home.locator(f"[id$='practice-bank-{bank['questions'][-1]['id']}']")).to_be_visible()


def test_enter_before_the_search_is_there_loses_nothing(page: Page, site: Site) -> None:
    page.route("**/search*.js", lambda route: None)  # a slow phone: it never comes
    page.goto("")
    page.evaluate("document.body.dataset.mine = 'written'")
    page.locator("#bw-search-open").click()
    page.locator("#bw-search-query").fill("listen")
    page.keyboard.press("Enter")

    assert page.evaluate("document.body.dataset.mine") == "written"
    assert page.locator("#bw-search").is_visible()


@pytest.mark.parametrize("missing", ["search.js", "search-index.js", "minisearch.js"])
def test_a_search_that_does_not_come_says_so_and_is_tried_again(page: Page, site: Site, missing: str) -> None:
    page.route(f"**/{missing}", lambda route: route.abort())
    page.goto("")
    page.locator("#bw-search-open").click()
    status = page.locator("#bw-search-status")
    expect(status).to_contain_text("could not be fetched")
    page.locator("#bw-search-query").fill("listen")
    page.wait_for_timeout(300)
    expect(status).to_contain_text("could not be fetched")

    page.unroute(f"**/{missing}")
    page.keyboard.press("Escape")
    page.locator("#bw-search-open").click()
    page.locator("#bw-search-query").fill("listening")
    expect(status).to_have_text(SAID)


def test_the_library_is_the_one_that_was_looked_at(root: Path) -> None:
    about = yaml.safe_load((root / "docs/assets/vendor/minisearch.yml").read_text(encoding="utf-8"))
    content = (root / "docs/assets/vendor/minisearch.js").read_bytes()

    assert hashlib.sha256(content).hexdigest() == about["sha256"]
    assert (root / "docs/assets/vendor" / about["licence_file"]).is_file()
