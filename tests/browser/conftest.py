"""The browser: a Chromium or Chrome of this machine. Without one these tests are skipped, except in CI."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import pytest
from playwright.sync_api import BrowserContext, Page

from machine import find_chrome
from server import Site

QUIET: Final = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-sandbox",
)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start the browser that was found; Playwright would look for its own."""
    chrome = find_chrome()
    if not chrome:
        pytest.skip("no Chromium or Chrome here (python tests/machine.py gets one)")
    return {**browser_type_launch_args, "executable_path": chrome, "args": list(QUIET)}


@pytest.fixture(scope="session")
def base_url(site: Site) -> str:
    """Lets tests write `page.goto("support/")`."""
    return site.url


@pytest.fixture
def context(context: BrowserContext, site: Site) -> Iterator[BrowserContext]:
    """Every test: no request leaves for another host, and no script fails."""
    strangers: list[str] = []

    def watch(url: str) -> None:
        if not url.startswith((site.url, "data:", "blob:", "about:")):
            strangers.append(url)

    context.on("request", lambda request: watch(request.url))
    context.set_default_timeout(10_000)
    yield context
    assert not strangers, f"requests to other hosts: {strangers}"


@pytest.fixture
def page(page: Page) -> Iterator[Page]:
    """Every test: no error in any script."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    assert not errors, f"errors in scripts: {errors}"
