"""What a screen reader is given to say, as text: where the focus stands, and what live regions announce, in order.

The files in tests/golden/spoken were checked once against Orca's speech in Firefox and in Chromium. A line with `>` is
what the person does; the lines below it are what is said. `--update-golden` writes them anew; read the diff.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import CDPSession, Page

from cards import card, page_of

GOLDEN: Final = Path(__file__).resolve().parents[1] / "golden" / "spoken"

LISTEN: Final = """() => {
    window.heard = [];
    const region = (node) => (node.nodeType === 1 ? node : node.parentElement)?.closest(
        "[aria-live], [role=status], [role=alert], [role=log]");
    new MutationObserver((changes) => {
        const changed = new Set(changes.filter((c) => c.type === "characterData" || c.addedNodes.length)
            .map((c) => region(c.target)));
        for (const node of changed)
            if (node && node.getAttribute("aria-live") !== "off" && node.textContent.trim())
                window.heard.push(node.textContent.replace(/\\s+/g, " ").trim());
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
}"""


def said(node: dict[str, Any], what: str) -> str:
    """The name or the description of a node in the accessibility tree."""
    return " ".join(str(node.get(what, {}).get("value", "")).split())


def role(node: dict[str, Any]) -> str:
    """What it is; Chromium's word for a summary changes with its versions."""
    name = str(node.get("role", {}).get("value", ""))
    return "summary" if name.startswith("Disclosure") else name


class Ear:
    """Writes down what is said on a page."""

    def __init__(self, page: Page) -> None:
        self.page, self.lines = page, list[str]()
        self.tree: CDPSession = page.context.new_cdp_session(page)
        page.evaluate(LISTEN)

    def does(self, what: str, action: Callable[[], object]) -> None:
        """The person does something; then what is heard of it."""
        before = self.focus()
        action()
        self.page.wait_for_timeout(50)
        self.lines.append(f"> {what}")
        if (now := self.focus()) != before:
            self.lines.append(now)
        self.lines += [f"[announced] {words}" for words in self.page.evaluate("heard.splice(0)")]

    def press(self, key: str) -> None:
        """A key, by its name."""
        self.does(key, lambda: self.page.keyboard.press(key))

    def focus(self) -> str:
        """Role, name and description of what has the focus, from the accessibility tree."""
        nodes = {node["nodeId"]: node for node in self.tree.send("Accessibility.getFullAXTree")["nodes"]}
        for node in nodes.values():
            properties = {p["name"]: p["value"].get("value") for p in node.get("properties", ())}
            if properties.get("focused") and node["role"]["value"] != "RootWebArea":
                parts = [role(node), said(node, "name"), said(node, "description")]
                around = nodes.get(node.get("parentId", ""))
                while around:
                    if role(around) in ("group", "radiogroup") and said(around, "name"):
                        parts.append(f"in: {said(around, 'name')}")
                    around = nodes.get(around.get("parentId", ""))
                return ", ".join(part for part in parts if part)
        return "nothing has the focus"


def same(name: str, ear: Ear, update: bool) -> None:
    """Compare with the golden file."""
    file, said = GOLDEN / f"{name}.txt", "\n".join(ear.lines) + "\n"
    if update:
        GOLDEN.mkdir(parents=True, exist_ok=True)
        file.write_text(said, encoding="utf-8")
    assert said == file.read_text(encoding="utf-8")


@pytest.fixture
def shown(page: Page) -> Callable[[str, str], Ear]:
    """Show one card, and put the focus on the first thing to press or choose in a part of it."""

    def show(name: str, part: str) -> Ear:
        page.set_viewport_size({"width": 1280, "height": 900})
        page.set_content(page_of(card(name)))
        page.locator(part).locator(":is(button, input, select, textarea):visible").first.focus()
        return Ear(page)

    return show


def test_a_talk(shown: Callable[[str, str], Ear], update_golden: bool) -> None:
    ear = shown("dialogue", ".bw-next")
    for key in ("Tab", "Enter", "Tab", "Enter", "Tab", "Enter", "Tab", "Tab", "Tab", "Enter"):
        ear.press(key)
    ear.does("Start again", lambda: ear.page.get_by_role("button", name="Start again").press("Enter"))
    same("dialogue", ear, update_golden)


def test_cards_to_sort(shown: Callable[[str, str], Ear], update_golden: bool) -> None:
    ear = shown("sort", ".bw-sort-cards")
    for key in ("Space", "ArrowDown", "Tab", "Enter", "Tab", "Space"):
        ear.press(key)
    ear.does(
        "See what others might say",
        lambda: ear.page.get_by_role("button", name="See what others might say").press("Enter"),
    )
    same("sort", ear, update_golden)


@pytest.mark.parametrize(
    ("kind", "keys"),
    [
        ("single", ("Space", "Tab", "Enter", "Tab", "Shift+Tab", "Shift+Tab", "ArrowDown", "Tab", "Enter")),
        ("multiple", ("Enter", "Space", "Tab", "Tab", "Space", "Tab", "Tab", "Enter")),
        ("true-false", ("Space", "Tab", "w", "h", "y", "Tab", "Enter")),
        ("matching", ("b", "Tab", "a", "Tab", "Tab", "Enter", "Shift+Tab", "c", "Tab", "Enter")),
        ("twin", ("a", "Tab", "b", "Tab", "Enter")),
        ("spot", ("2", "Tab", "1", "Tab", "Enter")),
        ("reasons", ("Space", "Tab", "Space", "Tab", "Enter")),
        ("rank", ("1", "Tab", "2", "Tab", "3", "Tab", "1", "Tab", "2", "Tab", "3", "Tab", "Enter")),
        ("compose", ("I", "Tab", "Enter", "Tab")),
        ("ordering", ("Tab", "Enter", "Tab", "Tab", "Tab", "Enter")),
    ],
)
def test_a_question(shown: Callable[[str, str], Ear], kind: str, keys: tuple[str, ...], update_golden: bool) -> None:
    ear = shown("quiz", f'.bw-question[data-kind="{kind}"]')
    for key in keys:
        ear.press(key)
    same(kind, ear, update_golden)


def test_a_check_is_one_message(page: Page) -> None:
    page.set_content(page_of(card("quiz")))
    ear = Ear(page)
    for place in page.locator(".bw-question").all():
        for choice in place.locator("fieldset input").all():
            choice.evaluate("n => n.click()")
        for select in place.locator("select:visible").all():
            select.select_option(index=1)
        for field in place.locator("textarea").all():
            field.fill("In a few words.")
        page.wait_for_timeout(20)
        page.evaluate("heard.splice(0)")
        place.locator(".bw-buttons > button").last.press("Enter")
        page.wait_for_timeout(20)
        assert len(page.evaluate("heard.splice(0)")) == 1
    assert ear.lines == []
