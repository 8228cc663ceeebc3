"""The practice test and the words of the glossary on the built site."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

PRACTICE = "practice-test/"
LESSON = "unit-1-see-it/1-we-both-matter/"


def visible(page: Page) -> list[str]:
    """The ids of the questions that can be seen."""
    shown = page.locator(".bw-question:visible legend :is(h3, h4, h5)")
    return [str(one.get_attribute("id")) for one in shown.all()]


def test_a_practice_test_draws_twenty_questions_and_then_others(page: Page) -> None:
    page.goto(PRACTICE)
    first = visible(page)

    page.get_by_role("button", name="Draw other questions").press("Enter")

    assert len(first) == len(visible(page)) == 20
    assert first != visible(page)
    expect(page.locator(".bw-question:visible").first.locator("legend :is(h3, h4, h5)")).to_be_focused()


def test_no_objective_is_asked_about_twice_in_one_practice_test(page: Page) -> None:
    page.goto(PRACTICE)
    asked = [one.get_attribute("data-objective") for one in page.locator(".bw-question:visible").all()]

    assert len(set(asked)) == len(asked)


def test_a_practice_test_can_be_answered(page: Page) -> None:
    page.goto(PRACTICE)
    question = page.locator('.bw-question[data-kind="single"]:visible').first

    question.get_by_role("radio").first.check()
    question.get_by_role("button", name="Check my answer").click()

    expect(question.locator(".bw-verdict:visible").first).to_be_visible()


def test_a_word_opens_its_meaning_and_gives_the_focus_back(page: Page) -> None:
    page.goto(LESSON)
    word = page.locator("a.bw-term").first

    word.press("Enter")
    expect(page.locator(".bw-meaning")).to_be_focused()
    page.keyboard.press("Escape")

    expect(page.locator(".bw-meaning")).to_have_count(0)
    expect(word).to_be_focused()


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_scripts_a_word_leads_to_the_list_at_the_end(page: Page) -> None:
    page.goto(LESSON)
    word = page.locator("a.bw-term").first
    href = str(word.get_attribute("href"))

    word.click()

    assert page.url.endswith(href)
    expect(page.locator(href)).to_be_in_viewport()
