"""axe finds nothing on any page: light and dark, phone and desk. No rule is switched off."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from expect import nothing
from server import Site

WIDTHS: Final = {360: 740, 1280: 800}
SCHEMES: Final[tuple[Literal["light", "dark"], ...]] = ("light", "dark")


def _names(run: dict[str, Any]) -> list[str]:
    """A line for each rule that is broken, with the first element that breaks it."""
    return [
        f"{fault['id']}, {len(fault['nodes'])} times: {fault['nodes'][0]['html'][:120]} "
        + " ".join(fault["nodes"][0]["failureSummary"].split())[:240]
        for fault in run["violations"]
    ]


def _looks(address: str) -> list[tuple[Literal["light", "dark"], int]]:
    """How a page is looked at. Worksheets are paper, one look for all screens: two of the four will do."""
    if address.startswith("worksheets/"):
        return [("light", 1280), ("dark", 360)]
    return [(scheme, width) for scheme in SCHEMES for width in WIDTHS]


def test_axe_finds_nothing_on_any_page(page: Page, site: Site) -> None:
    axe, faults = Axe(), []
    for address in site.pages():
        for scheme, width in _looks(address):
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size({"width": width, "height": WIDTHS[width]})
            page.goto(address, wait_until="load")
            found = _names(axe.run(page).response)
            faults += [f"{address or 'home'} {scheme} {width}: {name}" for name in found]
    nothing(faults)


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_nothing_is_wider_than_the_screen(page: Page, site: Site, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    wide = []
    for address in site.pages():
        page.goto(address, wait_until="load")
        over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if over > 0:
            wide.append(f"{address or 'home'}: {over}px too wide")
    nothing(wide)


def test_dark_is_dark_and_light_is_light(page: Page, site: Site) -> None:
    lesson = next(a for a in site.pages() if a.startswith("unit-1"))
    seen = {}
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        page.goto(lesson)
        seen[scheme] = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert seen["light"] != seen["dark"], seen


def test_the_site_has_the_pages_that_are_judged(built: Path) -> None:
    assert (built / "index.html").exists()
    assert list(built.glob("unit-1*/**/index.html"))
