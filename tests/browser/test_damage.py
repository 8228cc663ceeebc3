"""Pages in the wild: half a script, a translator, a double press, back and forward, large letters, paper."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Final

import pypdf
import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from cards import card, page_of
from expect import nothing
from server import Site

LESSON: Final = "unit-1-see-it/1-we-both-matter/"
TALK: Final = "unit-1-see-it/2-the-sign-up-sheet/"
PRACTICE: Final = "practice-test/"

# What a browser's translator does: words change, text nodes move into <font>, options change in place.
TRANSLATE: Final = r"""() => {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), all = [];
    while (walk.nextNode()) all.push(walk.currentNode);
    for (const node of all) {
        if (!node.data.trim() || node.parentElement.closest("script, style, textarea, svg, template")) continue;
        const words = node.data.replace(/\p{L}+/gu, (word) => "x" + word);
        if (node.parentElement.tagName === "OPTION") { node.data = words; continue; }
        const outer = document.createElement("font"), inner = document.createElement("font");
        inner.textContent = words;
        outer.append(inner);
        node.replaceWith(outer);
    }
}"""


@pytest.fixture
def cards(page: Page) -> Page:
    """A page on which cards can be shown."""
    page.set_viewport_size({"width": 360, "height": 740})
    return page


def question(page: Page, kind: str) -> Locator:
    return page.locator(f'.bw-question[data-kind="{kind}"]:visible').first


def check(place: Locator) -> None:
    place.get_by_role("button", name="Check my answer").click()


# ---- Presses


def test_a_press_after_writing_a_reason_is_not_lost(cards: Page) -> None:
    cards.set_content(page_of(card("quiz")))
    place = question(cards, "true-false")
    place.get_by_label("True").check()
    check(place)
    place.get_by_role("textbox").press_sequentially("Weeks differ.")
    expect(place.locator(".bw-verdict:visible")).to_have_count(1)
    place.get_by_label("False").check()
    expect(place.locator(".bw-slot:not(:empty)")).to_have_count(0)
    place.get_by_role("textbox").press_sequentially(" Much.")
    button = place.get_by_role("button", name="Check my answer").bounding_box()
    assert button

    cards.mouse.click(button["x"] + 20, button["y"] + 20)

    expect(place.locator(".bw-verdict:visible")).to_have_count(1)


def test_a_double_press_answers_once(cards: Page) -> None:
    cards.set_content(page_of(card("dialogue")))
    reply = cards.get_by_role("button", name="First come, first served.")
    for part in (0.1, 0.5, 0.9):  # wherever the next replies come to stand
        expect(cards.locator(".bw-resting")).to_have_count(0)
        reply.scroll_into_view_if_needed()
        box = reply.bounding_box()
        assert box
        cards.mouse.dblclick(box["x"] + 40, box["y"] + part * box["height"])
        expect(cards.locator(".bw-you")).to_have_count(1)
        cards.get_by_role("button", name="Start again").click()


def test_a_double_press_on_check_leaves_the_answer(cards: Page) -> None:
    cards.set_content(page_of(card("quiz")))
    place = question(cards, "single")
    place.get_by_role("radio").first.check()
    place.get_by_role("button", name="Check my answer").dblclick()
    expect(place.locator(".bw-verdict:visible")).to_have_count(1)
    expect(place.get_by_role("radio").first).to_be_checked()


# ---- A translator


def test_right_answers_stay_right_on_a_translated_page(page: Page) -> None:
    page.goto(PRACTICE)
    for _ in range(20):
        if page.locator('.bw-question[data-kind="matching"]:visible').count():
            break
        page.get_by_role("button", name="Draw other questions").press("Enter")
    page.evaluate(TRANSLATE)
    place = question(page, "matching")
    rows = place.locator(".bw-pair").all()
    for row in rows:
        row.get_by_role("combobox").select_option(value=row.get_attribute("data-right"))
        expect(row.locator(".bw-picked")).to_contain_text("x")
    place.locator(".bw-buttons button").click()
    expect(place.locator(".bw-status")).to_have_text("Each one is where it belongs.")


def test_no_option_is_known_by_its_words(page: Page) -> None:
    for address in (LESSON, PRACTICE):
        page.goto(address)
        assert page.locator("main option:not([value])").count() == 0


# ---- Half a script


def readable(page: Page) -> list[str]:
    """What a person cannot get at on a page in which a script is missing."""
    faults = []
    for place in page.locator(".bw-question").all():
        button = place.get_by_role("button", name="Check my answer")
        if button.count():
            page.evaluate("n => n.querySelectorAll('.bw-option input').forEach(i => i.click())", place.element_handle())
            for select in place.locator("select:visible").all():
                select.select_option(index=1)
            button.click()
        if not (place.locator(".bw-verdict:visible").count() or place.get_by_text("See all the feedback").is_visible()):
            faults.append("no feedback: " + place.locator(".bw-ask").inner_text())
    if page.locator("bw-dialogue").count() and not page.locator(".bw-say:visible").count():
        faults.append("no reply to choose")
    if page.locator("bw-sort").count() and not page.locator(":text('See what others might say'):visible").count():
        faults.append("no reasons for cards")
    return faults


def test_any_script_may_be_missing(page: Page, site: Site) -> None:
    scripts = sorted(p.name for p in (site.root / "assets").rglob("*.js") if p.parent.name in ("elements", "assets"))
    assert len(scripts) > 5
    faults = []
    for name in scripts:
        page.route(f"**/{name}", lambda route: route.abort())
        for address in (LESSON, TALK):
            page.goto(address)
            faults += [f"{name} {address}: {fault}" for fault in readable(page)]
        page.unroute(f"**/{name}")
    nothing(faults)


@pytest.mark.parametrize(
    "lacks",
    [
        "delete Element.prototype.replaceChildren",
        "delete Element.prototype.append",
        "delete Element.prototype.after",
        "delete Array.prototype.flatMap",
        "delete window.customElements; window.customElements = undefined",
        "delete Element.prototype.closest",
        "delete String.prototype.replaceAll; delete Array.prototype.at; delete Object.hasOwn",
        "delete Element.prototype.checkVisibility; delete window.structuredClone",
    ],
)
def test_an_old_browser_has_the_plain_page(context: BrowserContext, lacks: str) -> None:
    page = context.new_page()  # scripts of other parts may say that they cannot go on: only what one can read counts
    page.add_init_script(lacks)
    for address in (LESSON, TALK):
        page.goto(address)
        nothing(readable(page))


def test_what_breaks_in_use_gives_the_plain_page_back(cards: Page) -> None:
    cards.set_content(page_of(card("quiz"), card("dialogue"), card("sort")))
    cards.evaluate("() => { BothWays.marking.choice = BothWays.dialogue.say = () => { throw new Error('gone') } }")
    check(question(cards, "single"))
    expect(cards.get_by_role("button", name="Check my answer")).to_have_count(0)
    question(cards, "single").get_by_text("See all the feedback").click()
    expect(question(cards, "single").get_by_text("A good answer.").first).to_be_visible()
    cards.get_by_role("button", name="First come, first served.").click()
    expect(cards.get_by_role("link", name="First come, first served.")).to_be_visible()
    expect(cards.get_by_role("button", name="See what others might say")).to_be_visible()


# ---- Away and back


@pytest.mark.parametrize("way", ["back", "reload"])
def test_the_count_of_cards_is_true_after(page: Page, way: str) -> None:
    page.goto(LESSON)
    sort = page.locator("bw-sort")
    for number in (0, 1, 2):
        sort.locator(".bw-sort-card").nth(number).get_by_role("radio").first.check()
    if way == "back":
        page.goto("glossary/")
        page.go_back()
    else:
        page.reload()
    expect(sort.get_by_role("status")).to_be_visible()
    page.wait_for_load_state("load")
    chosen = sort.locator("input:checked").count()
    expect(sort.get_by_role("status")).to_contain_text(re.compile(rf"^{chosen} of "))
    expect(sort.get_by_role("button", name="Start again")).to_be_visible(visible=bool(chosen))
    expect(sort.locator(".bw-others:visible")).to_have_count(chosen)


# ---- Links to what is not shown


def test_a_practice_test_counts_what_it_shows(page: Page) -> None:
    page.goto(PRACTICE)
    place = page.locator(".bw-question:visible").filter(has=page.get_by_role("radio")).first
    place.get_by_role("radio").first.check()
    check(place)
    expect(page.locator(".bw-progress")).to_have_text("1 of 20 questions looked at.")


def test_another_practice_test_is_fresh(page: Page) -> None:
    page.goto(PRACTICE)
    for place in page.locator(".bw-question:visible").all():
        for radio in place.get_by_role("radio").all()[:1]:
            radio.check()
            check(place)
    page.get_by_role("button", name="Draw other questions").click()
    expect(page.locator("main input:checked")).to_have_count(0)
    expect(page.locator(".bw-slot:not(:empty)")).to_have_count(0)
    expect(page.locator(".bw-feedback:visible")).to_have_count(0)
    expect(page.locator(".bw-progress")).to_be_empty()


def test_a_link_to_a_question_of_the_practice_test_shows_it(page: Page) -> None:
    page.goto(PRACTICE)
    ids = page.locator(".bw-ask").evaluate_all("all => all.map(n => n.id)")
    hidden = [i for i in ids if not page.locator(f"#{i}").is_visible()]
    assert len(hidden) == len(ids) - 20
    for ident in hidden[:4]:
        page.evaluate("id => location.hash = id", ident)
        expect(page.locator(f"#{ident}")).to_be_in_viewport()
    for ident in (ids[0], ids[-1]):
        page.goto("about:blank")
        page.goto(f"{PRACTICE}#{ident}")
        expect(page.locator(f"#{ident}")).to_be_in_viewport()


def test_a_link_to_a_scene_begins_the_talk_there(page: Page) -> None:
    page.goto(TALK)
    ident, words = page.locator(".bw-scene").nth(4).evaluate("n => [n.id, n.querySelector('.bw-words').innerText]")
    words = " ".join(words.split())[-40:]
    page.goto("about:blank")
    page.goto(f"{TALK}#{ident}")
    expect(page.get_by_role("log")).to_contain_text(words)
    expect(page.locator(".bw-stage")).to_be_in_viewport()
    page.get_by_role("button", name="Start again").click()
    expect(page.get_by_role("log")).not_to_contain_text(words)


# ---- Room


def holding(site: Site, html: str) -> list[str]:
    """The addresses of the pages in which that stands."""
    files = {address: site.file(address) for address in site.pages()}
    return [address for address, file in files.items() if file and html in file.read_text(encoding="utf-8")]


def enlarge(page: Page, percent: int) -> None:
    """The letters alone, as people set them in a browser."""
    page.evaluate("size => document.documentElement.style.setProperty('font-size', size)", f"{percent * 1.0625}%")


LONGEST: Final = """() => {
    const scenes = {};
    for (const node of document.querySelectorAll(".bw-scene"))
        scenes[node.dataset.scene] = [...node.querySelectorAll(".bw-choice")].map((choice) => choice.dataset.to);
    let best = [];
    const walk = (scene, been, way) => {
        if (!scenes[scene].length && way.length > best.length) best = way;
        scenes[scene].forEach((to, i) => been.includes(to) || walk(to, [...been, to], [...way, i]));
    };
    const first = Object.keys(scenes)[0];
    walk(first, [first], []);
    for (const i of best) document.querySelectorAll(".bw-next .bw-say")[i].click();
    return best.length;
}"""


@pytest.mark.parametrize(("width", "letters"), [(320, 100), (360, 100), (320, 200)])
def test_the_shape_of_the_longest_talk_fits(page: Page, site: Site, width: int, letters: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    talks = holding(site, "<bw-dialogue")
    assert len(talks) >= 10
    faults = []
    for address in talks:
        page.goto(address)
        enlarge(page, letters)
        turns = page.evaluate(LONGEST)
        over = page.locator(".bw-shape-frame").evaluate("n => n.scrollWidth - n.clientWidth")
        if over > 0:
            faults.append(f"{address}: {turns} turns, {over}px hidden")
    nothing(faults)


def test_with_letters_twice_as_large_no_card_is_wider_than_a_small_phone(page: Page, site: Site) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    faults = []
    for address in holding(site, 'class="bw-card'):
        page.goto(address)
        enlarge(page, 200)
        page.evaluate("document.querySelectorAll('main details').forEach((node) => (node.open = true))")
        wide = page.evaluate(
            """() => [...document.querySelectorAll('.bw-card, .bw-card *')]
                .filter((n) => n.checkVisibility() && n.getBoundingClientRect().right > innerWidth + 0.5)
                .map((n) => n.tagName + '.' + n.className)"""
        )
        faults += [f"{address}: {len(wide)} too wide, {wide[-1]}"] if wide else []
    nothing(faults)


# ---- Paper


@pytest.fixture
def paper(page: Page) -> Page:
    """A page that is going to be printed from the browser."""
    page.set_viewport_size({"width": 1280, "height": 800})
    return page


def printed(page: Page) -> str:
    """The words that come out of the printer, in single spaces."""
    text = "\n".join(sheet.extract_text() for sheet in pypdf.PdfReader(io.BytesIO(page.pdf())).pages)
    return " ".join(text.replace("\u00a0", " ").split())


@pytest.mark.parametrize("scripts", [True, False])
def test_a_printed_dialogue_says_where_replies_lead_and_what_they_do(
    browser_context_args: dict[str, object], context: BrowserContext, site: Site, scripts: bool
) -> None:
    assert context.browser
    with context.browser.new_context(java_script_enabled=scripts) as own:
        page = own.new_page()
        page.goto(site.url + TALK)
        replies = page.locator(".bw-choice").count()
        comment = page.locator(".bw-choice .bw-comment p").first.text_content() or ""
        text = printed(page)
    assert len(re.findall(r"go to scene \d+", text)) == replies
    assert " ".join(comment.split())[:40] in text


def test_what_is_folded_is_printed_and_shut_again(paper: Page) -> None:
    paper.goto(LESSON)
    how = paper.locator(".bw-how li").first.text_content() or ""
    paper.locator("textarea").first.fill("A long line of words. " * 60 + "The very end.")
    text = printed(paper)
    assert " ".join(how.split())[:40] in text
    assert "The very end." in text
    assert "See all the feedback" not in text  # it waits for an answer
    expect(paper.locator(".bw-how[open]")).to_have_count(0)


def test_the_scripts_hold_no_inline_style_and_no_html(root: Path) -> None:
    texts = [p for folder in ("docs/assets/elements", "hooks/bothways/model") for p in (root / folder).rglob("*.js")]
    assert len(texts) > 8
    nothing(
        f"{path.name}: {word}"
        for path in texts
        for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", 'setAttribute("style"', "onclick", "eval(")
        if word in path.read_text(encoding="utf-8")
    )
