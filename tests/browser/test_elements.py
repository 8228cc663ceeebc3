"""The elements as people meet them: by keyboard, by touch, without scripts; and the rules below them on their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from bothways.model.kinds import KINDS
from cards import card, page_of


@pytest.fixture
def cards(page: Page) -> Page:
    """A page on which cards can be shown."""
    page.set_viewport_size({"width": 360, "height": 740})
    return page


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """A page in a browser without scripts."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def reply(page: Page, words: str) -> Locator:
    return page.get_by_role("button", name=words)


def press(page: Page, words: str) -> None:
    """Walk to a button with the Tab key alone, then press Enter."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if words in page.evaluate("document.activeElement.textContent"):
            page.keyboard.press("Enter")
            return
    pytest.fail(f'the Tab key does not reach "{words}"')


# ---- Dialogue


def test_a_dialogue_by_keyboard_to_two_endings(cards: Page) -> None:
    cards.set_content(page_of(card("dialogue")))
    press(cards, "Would you like it today?")
    expect(cards.get_by_text("What do you say?").last).to_be_focused()
    press(cards, "Yes. You start")
    expect(cards.get_by_text("Two chairs, taking turns").last).to_be_visible()
    expect(cards.get_by_text("What small thing could you take turns with?").last).to_be_visible()
    press(cards, "Start again")
    press(cards, "Would you like it today?")
    press(cards, "I do not know yet.")
    expect(cards.get_by_text("Left open on purpose").last).to_be_visible()
    expect(cards.get_by_text("Two chairs, taking turns").last).to_be_hidden()


def test_a_talk_shows_what_was_said_and_what_it_did(cards: Page) -> None:
    cards.set_content(page_of(card("dialogue")))
    expect(cards.get_by_text("Scene 1", exact=True)).to_be_hidden()
    reply(cards, "First come, first served.").click()
    log = cards.get_by_role("log")
    expect(log).to_contain_text("You always sit by the window.")
    expect(log).to_contain_text("First come, first served.")
    expect(log).to_contain_text("A rule ends the talk before it began.")
    expect(log).to_contain_text("Noor sits down by the door")
    strands = cards.get_by_role("list", name="Strands this talk has moved")
    expect(strands.get_by_role("listitem").filter(has_text="voice")).to_contain_text("down")
    expect(strands.get_by_role("listitem").filter(has_text="story")).not_to_contain_text("down")


def test_a_poor_reply_can_be_repaired_and_the_ending_shows_the_shape(cards: Page) -> None:
    cards.set_content(page_of(card("dialogue")))
    for words in ("First come, first served.", "That came out hard.", "Yes. You start"):
        reply(cards, words).click()
    shape = cards.get_by_role("table", name="The shape of this talk, turn by turn")
    expect(shape.get_by_role("row", name="voice")).to_contain_text("down")
    expect(shape.get_by_role("row", name="voice").get_by_role("cell").nth(1)).to_have_text("up")
    expect(shape.get_by_role("row", name="power").get_by_role("cell").nth(2)).to_have_text("up")
    expect(shape.get_by_role("columnheader")).to_have_text(["Strand", "1", "2", "3"])
    expect(cards.locator(".bw-stage")).not_to_contain_text("score")


def test_going_back_one_turn_leaves_the_turns_before(cards: Page) -> None:
    cards.set_content(page_of(card("dialogue")))
    expect(reply(cards, "Go back one turn")).to_be_hidden()
    reply(cards, "First come, first served.").click()
    reply(cards, "That came out hard.").click()
    reply(cards, "Go back one turn").click()
    expect(cards.get_by_role("log")).to_contain_text("First come, first served.")
    expect(cards.get_by_role("log")).not_to_contain_text("That came out hard.")
    reply(cards, "Go back one turn").click()
    expect(cards.get_by_role("log")).not_to_contain_text("First come, first served.")
    expect(reply(cards, "First come, first served.")).to_be_visible()
    expect(reply(cards, "Go back one turn")).to_be_hidden()


def test_a_new_turn_is_in_view(cards: Page) -> None:
    cards.set_content(page_of(card("dialogue")))
    for words in ("First come, first served.", "So, shall we begin?", "I passed over something"):
        reply(cards, words).click()
        cards.wait_for_timeout(700)  # scrolling may be smooth
        expect(cards.get_by_role("log").get_by_text(words)).to_be_in_viewport()


def test_a_dialogue_without_scripts_leads_from_scene_to_scene(plain: Page) -> None:
    plain.set_content(page_of(card("dialogue")))
    plain.get_by_role("link", name="First come, first served.").click()
    assert plain.url.endswith("#dialogue--stiff")
    expect(plain.get_by_text("Noor sits down by the door")).to_be_in_viewport()
    comment = plain.get_by_text("You name the slip and hand the word back.")
    expect(comment).to_be_hidden()
    plain.get_by_text("What this reply does").nth(4).click()
    expect(comment).to_be_visible()


def test_two_dialogues_on_a_page_do_not_mix(cards: Page) -> None:
    cards.set_content(page_of(card("dialogue", "one"), card("dialogue", "two")))
    reply(cards, "First come, first served.").first.click()
    expect(cards.get_by_role("log").nth(1)).not_to_contain_text("First come")
    ids = cards.evaluate("[...document.querySelectorAll('[id]')].map(n => n.id)")
    assert len(ids) == len(set(ids))


def test_an_element_leaves_nothing_behind_and_can_come_again(cards: Page) -> None:
    cards.set_content(page_of(card("dialogue"), card("quiz"), card("sort")))
    for tag in ("bw-dialogue", "bw-quiz", "bw-sort"):
        html = cards.evaluate(
            """tag => {
                const node = document.querySelector(tag), parent = node.parentNode, next = node.nextSibling;
                const drawn = node.innerHTML;
                node.remove();
                const bare = node.innerHTML;
                parent.insertBefore(node, next);
                return [drawn, bare, node.innerHTML];
            }""",
            tag,
        )
        assert "".join(html[0].split()) == "".join(html[2].split()), tag
        assert "<button" not in html[1], tag
        assert "Check my answer" not in html[1], tag
    reply(cards, "First come, first served.").click()
    expect(cards.get_by_role("log").locator(".bw-you")).to_have_count(1)


def test_a_damaged_dialogue_stays_readable(cards: Page) -> None:
    cards.set_content(page_of(card("dialogue").replace('data-to="open"', 'data-to="nowhere"')))
    expect(cards.get_by_role("heading", name="Scene 1")).to_be_visible()
    expect(cards.get_by_role("link", name="First come, first served.")).to_be_visible()


def test_words_changed_by_a_translator_stay_changed(cards: Page) -> None:
    html = card("dialogue").replace("First come, first served.", "<font><font>Wer zuerst kommt.</font></font>")
    cards.set_content(page_of(html))
    reply(cards, "Wer zuerst kommt.").click()
    expect(cards.get_by_role("log")).to_contain_text("Wer zuerst kommt.")


# ---- Sort


def test_sorting_by_keyboard_opens_the_reasons(cards: Page) -> None:
    cards.set_content(page_of(card("sort")))
    reasons = cards.locator(".bw-others")
    expect(reasons.first).to_be_hidden()
    cards.get_by_role("group", name="Where does card 1 go?").get_by_role("radio").first.focus()
    cards.keyboard.press("Space")
    expect(cards.get_by_text("1 of 4 cards have a place.")).to_be_visible()
    cards.keyboard.press("ArrowRight")
    expect(cards.get_by_role("group", name="Where does card 1 go?").get_by_label("Goes one way")).to_be_checked()
    reply(cards, "See what others might say").click()
    expect(reasons.first).to_contain_text("Others put it elsewhere.")
    expect(reasons.nth(2)).to_contain_text("It fits more than one.")
    expect(cards.get_by_text("The question comes too late to change a thing.")).to_be_visible()
    reply(cards, "Start again").click()
    expect(cards.get_by_text("0 of 4 cards have a place.")).to_be_visible()
    expect(reasons.first).to_be_hidden()


def test_a_card_that_fits_two_places_accepts_both(cards: Page) -> None:
    cards.set_content(page_of(card("sort")))
    third = cards.get_by_role("group", name="Where does card 3 go?")
    for column in ("Goes both ways", "Goes one way"):
        third.get_by_label(column).check()
        expect(cards.locator(".bw-others").nth(2)).to_contain_text("Yours is one of them.")


def test_sorting_without_scripts(plain: Page) -> None:
    plain.set_content(page_of(card("sort")))
    plain.get_by_role("group", name="Where does card 1 go?").get_by_label("Goes both ways").check()
    plain.get_by_text("See what others might say").first.click()
    expect(plain.get_by_text("Both give, and both say what they need.")).to_be_visible()


# ---- Quiz


def question(page: Page, kind: str) -> Locator:
    return page.locator(f'.bw-question[data-kind="{kind}"]')


def check(place: Locator) -> None:
    place.get_by_role("button", name="Check my answer").click()


def test_single_choice_tells_about_the_option_chosen(cards: Page) -> None:
    cards.set_content(page_of(card("quiz")))
    single = question(cards, "single")
    check(single)
    expect(single.get_by_role("status")).to_have_text("Choose an answer first.")
    expect(single.get_by_text("See all the feedback")).to_be_hidden()
    single.get_by_label("You should have told me sooner.").check()
    check(single)
    slot = single.locator(".bw-option", has_text="You should have told me").locator(".bw-slot")
    expect(slot).to_contain_text("It puts the weight on the one who was quiet.")
    expect(cards.get_by_text(re.compile(r"1 of \d+ questions looked at\."))).to_be_visible()
    single.get_by_label("Would you like to sit here today?").check()
    expect(slot).to_be_empty()
    check(single)
    expect(single.locator(".bw-slot", has_text="A good answer.")).to_be_visible()
    expect(cards.get_by_text(re.compile(r"1 of \d+ questions looked at\."))).to_be_visible()
    single.get_by_text("See all the feedback").click()
    expect(single.get_by_text("It gives the seat and closes the talk.")).to_be_visible()


def test_multiple_choice_says_when_there_is_more(cards: Page) -> None:
    cards.set_content(page_of(card("quiz")))
    several = question(cards, "multiple")
    several.get_by_label("The host speaks last.").check()
    check(several)
    expect(several.get_by_role("status")).to_contain_text("There is more that fits")
    several.get_by_label("The list goes round").check()
    check(several)
    expect(several.get_by_role("status")).to_have_text("That is all that fits.")


def test_true_or_false_with_a_reason(cards: Page) -> None:
    cards.set_content(page_of(card("quiz")))
    place = question(cards, "true-false")
    place.get_by_label("Say why, in a few words.").fill("Weeks differ.")
    place.get_by_label("True").check()
    check(place)
    expect(place.locator(".bw-slot").first).to_contain_text("That would be a score.")


def test_matching_with_letters(cards: Page) -> None:
    cards.set_content(page_of(card("quiz")))
    place = question(cards, "matching")
    check(place)
    expect(place.get_by_role("status")).to_have_text("Give each one a place first.")
    rows = place.locator(".bw-pair")
    right = [str(rows.nth(i).get_attribute("data-right")) for i in range(3)]
    for i in range(3):
        rows.nth(i).get_by_role("combobox").select_option(right[(i + 1) % 3])
    expect(rows.first.locator(".bw-picked")).to_contain_text(" ")
    check(place)
    expect(rows.first).to_contain_text("It belongs somewhere else.")
    for i in range(3):
        rows.nth(i).get_by_role("combobox").select_option(right[i])
    check(place)
    expect(place.get_by_role("status")).to_have_text("Each one is where it belongs.")
    expect(rows.first).to_contain_text("Saying back shows that words count.")


def test_ordering_by_keyboard(cards: Page) -> None:
    cards.set_content(page_of(card("quiz")))
    place = question(cards, "ordering")
    for want in (1, 2, 3):
        for _ in range(3):
            keys = place.locator(".bw-step").evaluate_all("all => all.map(n => Number(n.dataset.key))")
            if keys.index(want) == want - 1:
                break
            up = place.locator(f'.bw-step[data-key="{want}"]').get_by_role("button", name="Up")
            up.focus()
            cards.keyboard.press("Enter")
            expect(up).to_be_focused()
            expect(place.get_by_role("status")).to_contain_text("of 3.")
    check(place)
    expect(place.get_by_role("status")).to_have_text("Each one is where it belongs.")


def test_a_letter_may_be_right_near_or_another(cards: Page) -> None:
    cards.set_content(page_of(card("quiz")))
    for kind in ("twin", "rank", "spot"):
        place = question(cards, kind)
        check(place)
        expect(place.get_by_role("status")).to_have_text("Give each one a place first.")
        for row in place.locator(".bw-pair").all():
            row.get_by_role("combobox").select_option(str(row.get_attribute("data-right")).split()[0])
        check(place)
        expect(place.get_by_role("status")).to_have_text("Each one is where it belongs.")
        expect(place.locator(".bw-slot .bw-reply")).to_have_count(place.locator(".bw-pair").count())
    spot = question(cards, "spot")
    near = str(spot.locator(".bw-pair[data-near]").first.get_attribute("data-near")).split()[0]
    spot.locator(".bw-pair[data-near] select").first.select_option(near)
    check(spot)
    expect(spot.locator(".bw-slot").first).to_contain_text("Close: look at the lines beside it.")


def test_a_call_needs_its_reason(cards: Page) -> None:
    cards.set_content(page_of(card("quiz")))
    place = question(cards, "reasons")
    place.locator(".bw-tier").first.locator(".bw-option[data-right] input").check()
    check(place)
    expect(place.get_by_role("status")).to_have_text("Choose one of each first.")
    place.locator(".bw-tier").last.locator(".bw-option[data-right] input").check()
    check(place)
    expect(place.get_by_role("status")).to_have_text("Call and reason fit.")
    expect(place.locator(".bw-slot .bw-reply")).to_have_count(2)


def test_own_words_come_before_those_of_others(cards: Page) -> None:
    cards.set_content(page_of(card("quiz")))
    place = question(cards, "compose")
    look = place.get_by_role("button", name="Look at the others")
    look.click()
    expect(place.get_by_role("status")).to_have_text("Write your own line first.")
    expect(place.locator(".bw-compare")).to_be_hidden()
    place.get_by_role("textbox").fill("You were not asked. What would help?")
    look.click()
    expect(place.get_by_role("checkbox").first).to_be_visible()
    expect(place.get_by_text("See all the feedback")).to_be_visible()


def test_a_quiz_without_scripts(plain: Page) -> None:
    plain.set_content(page_of(card("quiz")))
    place = question(plain, "matching")
    place.get_by_role("combobox").first.select_option("B")
    place.get_by_text("See all the feedback").click()
    expect(place.get_by_text("It names the one who decides.")).to_be_visible()
    expect(plain.get_by_role("button")).to_have_count(0)


# ---- What a hand and an eye need


@pytest.mark.parametrize("name", [*KINDS, "quiz"])
def test_everything_fits_and_can_be_touched(cards: Page, name: str) -> None:
    cards.set_viewport_size({"width": 320, "height": 640})
    cards.set_content(page_of(card(name)))
    assert cards.evaluate("document.documentElement.scrollWidth") == 320
    small = cards.evaluate(
        """() => [...document.querySelectorAll('button, summary, label:has(input), select, textarea, .bw-sheets a')]
            .filter(n => n.checkVisibility() && n.getBoundingClientRect().height < 47.9)
            .map(n => n.outerHTML.slice(0, 80))"""
    )
    assert not small


# ---- The rules, without elements


@pytest.fixture
def logic(cards: Page) -> Page:
    cards.set_content(page_of(""))
    return cards


SCENES: dict[str, Any] = {
    "a": {
        "ending": False,
        "choices": [{"to": "b", "moves": [["voice", "up"]]}, {"to": "c", "moves": [["power", "down"]]}],
    },
    "b": {"ending": False, "choices": [{"to": "c", "moves": [["voice", "down"], ["story", "up"]]}]},
    "c": {"ending": True, "choices": []},
}


def test_the_steps_of_a_dialogue(logic: Page) -> None:
    seen = logic.evaluate(
        """scenes => {
            const d = BothWays.dialogue, start = d.begin('a');
            const one = d.say(scenes, start, 0), two = d.say(scenes, one, 0);
            return [d.here(scenes, start), d.here(scenes, one), d.here(scenes, two), d.here(scenes, d.back(two)),
                    d.shape(scenes, two), d.say(scenes, two, 0) === two, start.turns.length,
                    d.back(start).turns.length];
        }""",
        SCENES,
    )
    assert seen == ["a", "b", "c", "b", [[["voice", "up"]], [["voice", "down"], ["story", "up"]]], True, 0, 0]


def test_scenes_that_are_missing_are_named(logic: Page) -> None:
    broken = {**SCENES, "c": {"ending": False, "choices": [{"to": "d", "moves": []}]}}
    assert logic.evaluate("s => BothWays.dialogue.astray(s)", SCENES) == []
    assert logic.evaluate("s => BothWays.dialogue.astray(s)", broken) == ["d"]


@pytest.mark.parametrize(
    ("chosen", "right", "result"),
    [([], ["1"], "none"), (["1"], ["1"], "all"), (["2"], ["1"], "other"), (["1"], ["1", "3"], "more"),
     (["3", "1"], ["1", "3"], "all"), (["1", "2"], ["1", "3"], "other")],
)  # fmt: skip
def test_marking_a_choice(logic: Page, chosen: list[str], right: list[str], result: str) -> None:
    assert logic.evaluate("([c, r]) => BothWays.marking.choice(c, r)", [chosen, right]) == result


@pytest.mark.parametrize(
    ("column", "fits", "result"),
    [
        ("", ["a"], "none"),
        ("a", ["a"], "same"),
        ("b", ["a"], "other"),
        ("a", ["a", "b"], "one"),
        ("c", ["a", "b"], "other"),
    ],
)
def test_comparing_a_card(logic: Page, column: str, fits: list[str], result: str) -> None:
    assert logic.evaluate("([c, f]) => BothWays.marking.card(c, f)", [column, fits]) == result


def test_moving_in_a_list(logic: Page) -> None:
    moved = "([list, from, step]) => BothWays.marking.moved(list, from, step)"
    assert logic.evaluate(moved, [["abc"], 0, 1]) == ["abc"]
    assert logic.evaluate(moved, [["a", "b", "c"], 0, 1]) == ["b", "a", "c"]
    assert logic.evaluate(moved, [["a", "b", "c"], 0, -1]) == ["a", "b", "c"]
    assert logic.evaluate(moved, [["a", "b", "c"], 2, -1]) == ["a", "c", "b"]
    assert logic.evaluate("BothWays.marking.places(['1', '3'], ['1', '2'])") == [True, False]
