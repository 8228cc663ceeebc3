"""axe finds nothing on any page: light and dark, phone and desk. No rule is switched off."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from server import Site

WIDTHS: Final = {360: 740, 1280: 800}
SCHEMES: Final[tuple[Literal["light", "dark"], ...]] = ("light", "dark")


def _names(run: dict[str, Any]) -> list[str]:
    return [
        f"{fault['id']}: {fault['help']}: {node['target']} {node['html'][:120]} {node.get('failureSummary', '')[:200]}"
        for fault in run["violations"]
        for node in fault["nodes"][:3]
    ]


def test_axe_finds_nothing_on_any_page(page: Page, site: Site) -> None:
    axe, faults = Axe(), []
    for address in site.pages():
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size({"width": 1280, "height": WIDTHS[1280]})
            page.goto(address, wait_until="load")
            for width, height in WIDTHS.items():
                page.set_viewport_size({"width": width, "height": height})
                found = _names(axe.run(page).response)
                faults += [f"{address or 'home'} {scheme} {width}: {name}" for name in found]
    assert not faults, f"{len(faults)} findings\n" + "\n".join(faults[:40])


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_nothing_is_wider_than_the_screen(page: Page, site: Site, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    wide = []
    for address in site.pages():
        page.goto(address, wait_until="load")
        over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if over > 0:
            wide.append(f"{address or 'home'}: {over}px too wide")
    assert not wide


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
