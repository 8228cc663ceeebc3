"""The course opened from a memory stick: no web server, one file after another."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

LESSON = "unit-1-see-it/1-we-both-matter.html"


@pytest.fixture
def opened(browser: Browser, stick: Path) -> Iterator[Page]:
    """A lesson, opened from its file. At the end nothing has failed, no host was asked, no script complained."""
    wrong: list[str] = []
    context = browser.new_context()
    context.set_default_timeout(10_000)
    page = context.new_page()
    context.on("requestfailed", lambda request: wrong.append(f"failed: {request.url}"))
    context.on("request", lambda r: None if r.url.startswith(("file:", "data:", "blob:")) else wrong.append(r.url))
    page.on("console", lambda said: wrong.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto((stick / LESSON).as_uri())
    yield page
    context.close()
    assert wrong == []


def follow(page: Page, link: Locator) -> str:
    """Press a link and wait until its page is whole; the address it led to."""
    link.first.click()
    page.wait_for_load_state("load")
    return page.url


def test_from_lesson_to_worksheet_and_back_and_to_support(opened: Page) -> None:
    title = opened.locator("h1").inner_text()
    expect(opened.locator("bw-sort button").first).to_be_visible()  # the scripts run

    assert follow(opened, opened.locator(".bw-sheets a", has_text="Worksheet")).endswith("/index.html")
    expect(opened.locator("main.sheet")).to_be_visible()

    assert follow(opened, opened.locator("nav a", has_text=title)).endswith(LESSON)
    expect(opened.locator("h1")).to_have_text(title)

    assert follow(opened, opened.get_by_role("banner").get_by_role("link", name="Need support now?")).endswith(
        "/support.html"
    )
    expect(opened.locator("h1")).to_have_text("Need support now?")


def test_to_the_answer_key_and_home(opened: Page) -> None:
    assert follow(opened, opened.locator(".bw-sheets a", has_text="Answer key")).endswith("/key/index.html")
    assert follow(opened, opened.locator("nav a", has_text="Both Ways")).endswith("site/index.html")
    expect(opened.locator(".bw-page.bw-home")).to_be_visible()


def test_to_the_very_place_of_a_source(opened: Page) -> None:
    assert "/references.html#" in follow(opened, opened.locator(".bw-cite a"))
    expect(opened.locator("li:target")).to_be_visible()
