"""Payloads in a browser: a course full of them, shown as while somebody mends it. Nothing runs, nothing is fetched.

The check refuses every one of them; here it is passed over, as `mkdocs serve` does, and the policy of the pages is
switched off, so that only what they hold is tried.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from playwright.sync_api import Dialog, Page

from samples import FIGURE, good_course
from server import Site, serving

ROOT: Final = Path(__file__).resolve().parents[2]
PAYLOADS: Final = ROOT / "tests/untrusted"
EACH: Final = 20
"""How many payloads stand on one page."""
SERVED: Final = """
import sys
from mkdocs.commands.build import build
from mkdocs.config import load_config
config = load_config("mkdocs.yml", site_dir=sys.argv[1])
config.plugins.on_startup(command="serve", dirty=False)
build(config)
"""
SETTINGS: Final = """\
site_name: A small course
exclude_docs: "*.yml"
theme: {{name: material, custom_dir: {root}/theme, font: false}}
plugins: [search]
markdown_extensions: [tables, toc, admonition, bothways.markdown]
hooks: [{root}/hooks/mkdocs_events.py]
"""


def payloads(name: str) -> list[str]:
    """All payloads of one file, whatever they try."""
    found: Any = yaml.safe_load((PAYLOADS / name).read_text(encoding="utf-8"))
    return list(found) if isinstance(found, list) else [one for sort in found.values() for one in sort]


def quoted(text: str) -> str:
    """As YAML in double quotes."""
    return yaml.safe_dump(text, default_style='"', allow_unicode=True, width=10**6).strip()


def write(course: Path) -> int:
    """The payloads as pages, titles, texts of exercises and questions, drawings; how many there are."""
    pages, texts, drawings = payloads("pages.yml"), payloads("texts.yml"), payloads("drawings.yml")
    for start in range(0, len(pages), EACH):
        parts = "\n\n".join(pages[start : start + EACH])
        (course / f"docs/pages-{start}.md").write_text(f"# Payloads\n\n{parts}\n", encoding="utf-8")
    example = (course / "exercises/unit-1/the-reflection.yml").read_text(encoding="utf-8")
    placed = []
    for i, text in enumerate(texts):
        (course / f"docs/title-{i}.md").write_text(f"---\ntitle: {quoted(text)}\n---\n\nWords.\n", encoding="utf-8")
        lines = [f"purpose: {quoted(text)}" if line.startswith("purpose:") else line for line in example.split("\n")]
        (course / f"exercises/unit-1/text-{i}.yml").write_text("\n".join(lines), encoding="utf-8")
        placed.append(f"::: exercise text-{i}")
    for i, inside in enumerate(drawings):
        drawing = FIGURE.partition("<circle")[0] + inside + "</svg>\n"
        (course / f"docs/assets/figures/drawn-{i}.svg").write_text(drawing, encoding="utf-8")
        placed.append(f"::: figure drawn-{i}: A drawing.")
    (course / "docs/cards.md").write_text("# Cards\n\n" + "\n\n".join(placed) + "\n", encoding="utf-8")
    return len(pages) + 2 * len(texts) + len(drawings)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The course full of payloads, built as under serve."""
    course = good_course(tmp_path_factory.mktemp("course"), ("reflection",))
    shutil.copytree(ROOT / "docs/assets", course / "docs/assets", dirs_exist_ok=True)
    assert write(course) >= 300
    (course / "mkdocs.yml").write_text(SETTINGS.format(root=ROOT), encoding="utf-8")
    command = [sys.executable, "-c", SERVED, str(course / "site")]
    done = subprocess.run(command, cwd=course, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    assert "Traceback" not in done.stderr
    with serving(course / "site") as served:
        yield served


@pytest.mark.browser_context_args(bypass_csp=True)
def test_no_payload_runs_or_fetches(page: Page, site: Site) -> None:
    ran: list[str] = []

    def opened_a_box(dialog: Dialog) -> None:
        ran.append(f"{page.url}: {dialog.message}")
        dialog.dismiss()

    def asked(url: str) -> None:
        if not url.startswith((site.url, "data:", "blob:")):
            ran.append(f"{page.url}: {url}")

    page.on("dialog", opened_a_box)
    page.on("request", lambda request: asked(request.url))
    opened = 0
    for file in sorted(site.root.rglob("*.html")):
        if "worksheets" in file.parts and "text-" not in str(file):
            continue
        page.goto(f"{site.url}{file.relative_to(site.root).as_posix()}", wait_until="load")
        page.mouse.move(200, 300)
        opened += 1
    for drawing in sorted((site.root / "assets").rglob("*.svg")):
        page.goto(f"{site.url}{drawing.relative_to(site.root).as_posix()}", wait_until="load")
        opened += 1

    assert opened > 40
    assert ran == []
