"""Even if a script came through, no browser would run it: in every page, from http and from a folder."""

from __future__ import annotations

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page

from expect import nothing
from samples import SOME, good_course
from server import Site, serving

POLICY: Final = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">')
PUT_IN: Final = """<p id="put-in">here</p>
<script>window.pwned = "a script"</script>
<img src="x" onerror="window.pwned = 'an event'">
<a id="address" href="javascript:window.pwned='an address'">x</a>
<svg><script>window.pwned = "a script in a drawing"</script></svg>
<iframe srcdoc="<script>parent.pwned = 'a frame'</script>"></iframe>
<object data="data:text/html,<script>opener.pwned=1</script>"></object>
<script src="https://example.invalid/pwned.js"></script>
<script src="data:text/javascript,window.pwned='data'"></script>
<base href="https://example.invalid/"><form action="https://example.invalid/"><button id="send">x</button></form>
"""
ASKED: Final = """() => {
  const made = document.createElement('div');
  made.innerHTML = "<img src=y onerror=\\"window.pwned='a later event'\\">";
  document.body.append(made);
  const script = document.createElement('script');
  script.textContent = "window.pwned = 'a later script'";
  document.body.append(script);
  document.querySelector('#address').click();
}"""


def test_every_page_and_every_sheet_has_the_same_policy_before_anything_that_it_loads(built: Path) -> None:
    policies = set()
    for file in sorted(built.rglob("*.html")):
        text = file.read_text(encoding="utf-8")
        found = POLICY.search(text)
        assert found, file
        assert not re.search(r"<(script|link|style|img)\b", text[: found.start()]), file
        policies.add(found[1])
    (policy,) = policies
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_no_page_holds_a_script_a_style_or_an_event_of_its_own(built: Path) -> None:
    inside = re.compile(r"<script(?![^>]*\bsrc=)|<style|<[a-z][^>]*\s(?:style|on[a-z]+)=", re.IGNORECASE)
    pages = ((p, inside.search(p.read_text(encoding="utf-8"))) for p in sorted(built.rglob("*.html")))
    nothing(f"{p.relative_to(built)}: {found.group()[:60]}" for p, found in pages if found)


@pytest.fixture(scope="module")
def trapped(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of three pages and their assets, with scripts put in by force."""
    copy = tmp_path_factory.mktemp("trapped")
    for name in ("index.html", "unit-1-see-it/1-we-both-matter/index.html", "worksheets/power-map/index.html"):
        text = (built / name).read_text(encoding="utf-8")
        assert "</main>" in text
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        (copy / name).write_text(text.replace("</main>", f"{PUT_IN}</main>", 1), encoding="utf-8")
    (copy / "assets").symlink_to(built / "assets")
    return copy


@pytest.fixture
def bare(browser: Browser) -> Iterator[Page]:
    """A page whose requests are its own affair: here some try to leave, and must not."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_no_script_runs_that_was_put_in(bare: Page, trapped: Path, scheme: str) -> None:
    asked: list[str] = []
    stopped: list[str] = []
    bare.on("request", lambda request: asked.append(request.url))
    bare.on("requestfailed", lambda request: stopped.append(request.url) if request.failure == "csp" else None)
    with serving(trapped) as site:
        for file in sorted(trapped.rglob("*.html")):
            name = file.relative_to(trapped).as_posix()
            bare.goto(site.url + name if scheme == "http" else file.as_uri(), wait_until="load")
            bare.evaluate(ASKED)
            bare.wait_for_timeout(100)
            assert bare.locator("#put-in").count() == 1
            assert bare.evaluate("window.pwned") is None, f"{name}: {bare.evaluate('window.pwned')}"
            address = bare.url
            bare.locator("#send").evaluate("button => button.form.requestSubmit()")
            bare.wait_for_timeout(50)
            assert bare.url == address
    nothing(url for url in asked if "example.invalid" in url and url not in stopped)


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_our_own_files_work_under_the_policy(bare: Page, built: Path, site: Site, scheme: str) -> None:
    refused: list[str] = []
    bare.on("console", lambda message: refused.append(message.text) if "Content Security" in message.text else None)
    name = "unit-1-see-it/2-the-sign-up-sheet/index.html"
    bare.goto(site.url + name if scheme == "http" else (built / name).as_uri(), wait_until="load")

    assert bare.locator("#bw-colours").is_visible()
    assert bare.locator("bw-dialogue button").first.is_visible()
    bare.evaluate("document.fonts.ready")
    assert bare.evaluate("document.fonts.check('16px \"Atkinson Hyperlegible Next\"')")
    before = bare.evaluate("getComputedStyle(document.body).backgroundColor")
    bare.locator("#bw-colours").click()
    assert bare.evaluate("getComputedStyle(document.body).backgroundColor") != before
    nothing(refused)


def test_the_chosen_colours_are_there_before_the_page_is(bare: Page, site: Site) -> None:
    bare.goto(site.url)
    bare.locator("#bw-colours").click()
    chosen = bare.evaluate("document.documentElement.dataset.mdColorScheme")
    bare.goto(site.url + "glossary/", wait_until="commit")
    bare.wait_for_selector("body", state="attached")

    assert bare.evaluate("document.documentElement.dataset.mdColorScheme") == chosen


def test_pages_reload_while_somebody_writes(bare: Page, root: Path, tmp_path: Path) -> None:
    """`mkdocs serve` puts a script into each page; the policy lets that one run and no other."""
    good_course(tmp_path, SOME)
    home = tmp_path / "docs/index.md"
    home.write_text("# Before\n\nWords.\n", encoding="utf-8")
    for name in ("support", "about", "references"):
        (tmp_path / f"docs/{name}.md").write_text(f"# The {name}\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(
        f"site_name: Small\nexclude_docs: '*.yml'\n"
        f"theme: {{name: material, custom_dir: {root / 'theme'}, font: false}}\n"
        f"plugins: []\nmarkdown_extensions: [bothways.markdown]\nhooks: [{root / 'hooks/mkdocs_events.py'}]\n",
        encoding="utf-8",
    )
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"]
    serve = subprocess.Popen(command, cwd=tmp_path, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(port)
        refused: list[str] = []
        bare.on("console", lambda message: refused.append(message.text) if "Content Security" in message.text else None)
        bare.goto(f"http://127.0.0.1:{port}/")
        home.write_text("# After\n\nWords.\n", encoding="utf-8")
        bare.wait_for_selector("h1:has-text('After')", timeout=60_000)
        nothing(refused)
    finally:
        serve.send_signal(signal.SIGINT)
        serve.wait(timeout=30)


def _wait_for(port: int) -> None:
    for _ in range(600):
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1):
                break
        except OSError:
            time.sleep(0.1)
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", "/")
    connection.getresponse()
