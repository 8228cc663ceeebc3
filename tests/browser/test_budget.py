"""Page weight, as the server counts it, gzipped. Sizes, not seconds: they are the same on every machine."""

from __future__ import annotations

import posixpath
import re
from typing import Final

import pytest
from playwright.sync_api import Browser, Page

from expect import nothing
from server import Site, weight

FIRST: Final = 90_000
LATER: Final = 20_500
SHARED_JS: Final = 8_000
PAGE_JS: Final = 20_000
OWN_CSS: Final = 16_000


def lesson_pages(site: Site) -> list[str]:
    """The lessons' addresses, in their order."""
    return [a for a in site.pages() if re.match(r"unit-\d[^/]*/[^/]+/$", a)]


def load(page: Page, site: Site, address: str) -> int:
    """Open a page and return the bytes that the server sent for it."""
    site.sent.clear()
    page.goto(address, wait_until="load")
    page.evaluate("document.fonts.ready")
    return sum(size for _, size in site.sent)


def test_first_load_of_every_page(site: Site, browser: Browser) -> None:
    """Each with an empty cache. Of the sheets, which share a style, the heaviest is enough."""
    sheets = [a for a in site.pages() if a.startswith("worksheets/")]
    heaviest = max(sheets, key=lambda a: weight(site.file(a) or site.root))
    too_heavy = []
    for address in [a for a in site.pages() if a not in sheets] + [heaviest]:
        context = browser.new_context(base_url=site.url)
        total = load(context.new_page(), site, address)
        context.close()
        sent = ", ".join(f"{size} {path}" for path, size in sorted(site.sent, key=lambda s: -s[1])[:4])
        if total > FIRST:
            too_heavy.append(f"{address or 'home'}: {total} bytes, of them {sent}")
    nothing(too_heavy)


def test_every_later_page(page: Page, site: Site) -> None:
    """After one lesson and one sheet, whose styles, scripts and letters are kept."""
    for address in (lesson_pages(site)[0], next(a for a in site.pages() if a.startswith("worksheets/"))):
        load(page, site, address)
    nothing(f"{a or 'home'}: {n} bytes" for a in site.pages() if (n := load(page, site, a)) > LATER)


def test_own_scripts_and_styles(site: Site) -> None:
    """What every page loads, what any page loads, and the styles: one's own, each file counted as it travels."""
    loads = {a: own_files(site, a) for a in site.pages()}
    screens = {a: files for a, files in loads.items() if not a.startswith("worksheets/")}
    shared = set.intersection(*(set(files) for files in screens.values()))
    weights = {path: weight(site.root / path) for files in loads.values() for path in files}
    assert sum(weights[path] for path in shared if path.endswith(".js")) <= SHARED_JS, (shared, weights)
    nothing(
        f"{address or 'home'}: {total} bytes of {ending}"
        for address, files in loads.items()
        for ending, most in ((".js", PAGE_JS), (".css", OWN_CSS))
        if (total := sum(weights[path] for path in files if path.endswith(ending))) > most
    )


def own_files(site: Site, address: str) -> list[str]:
    """The scripts and styles that a page names, as paths in the site. The search's come when asked."""
    file = site.file(address)
    assert file
    html = file.read_text(encoding="utf-8")
    named = re.findall(r'\s(?:src|href)="?([^"\s>]+\.(?:js|css))', html)
    here = file.relative_to(site.root).parent
    return sorted({posixpath.normpath(here / path).lstrip("/") for path in named})


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_a_lesson_reads_without_script(page: Page, site: Site) -> None:
    page.goto(lesson_pages(site)[0])
    assert page.locator("article h1").is_visible()
    assert page.locator(".bw-exercise").first.is_visible()
