"""`make bench`: what the house costs, in a table. Numbers of one run on one machine; ratios are what to compare.

python tests/bench.py [--quick] [--lessons 100 1000] [--only build check pdf weight]
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from playwright.sync_api import sync_playwright

import synthetic
from bothways.outputs import worksheet
from bothways.source.library import load
from bothways.source.page import Page
from bothways.view import draw
from bothways.view.render import Renderer
from machine import draws_pdfs, find_chrome
from server import Site, serving, weight

ROOT: Final = Path(__file__).resolve().parents[1]
PARTS: Final = ("build", "check", "pdf", "weight")
LARGE: Final = 500


@dataclass(frozen=True)
class Run:
    """One measurement."""

    seconds: float
    count: int
    megabytes: float


@dataclass(frozen=True)
class Row:
    """One line of the table: what, how much, and what it should be at most."""

    what: str
    value: str
    aim: str = ""
    kept: bool | None = None


def run(task: str, folder: Path, *more: str) -> Run:
    """Measure in a process of its own."""
    env = {k: v for k, v in os.environ.items() if k != "CI"} | {"NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, str(ROOT / "tests/bench_worker.py"), task, str(folder), *more]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{task} failed:\n{done.stdout[-2000:]}{done.stderr[-4000:]}")
    return Run(**json.loads(done.stdout.splitlines()[-1]))


def limit(what: str, value: float, most: float, form: str = "{:.2f}") -> Row:
    """A line with an aim."""
    return Row(what, form.format(value), "at most " + form.format(most), value <= most)


def plain_copy(folder: Path, into: Path) -> Path:
    """The same course for plain Material: cards pasted into the Markdown, worksheets as files."""
    shutil.copytree(folder, into, ignore=shutil.ignore_patterns("exercises", "quizzes", "hooks", "site*", ".cache"))
    (into / "hooks").symlink_to(folder / "hooks")
    library, renderer = load(folder), Renderer(pdf=False)
    drawing = draw.Drawing(library, renderer, boxes=False)
    for page in library.pages:
        (into / page.path).write_text(_pasted(page, drawing), encoding="utf-8")
    for sheet in worksheet.sheets(library, renderer):
        target = into / "docs" / sheet.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(sheet.html, encoding="utf-8")
    return into


def _pasted(page: Page, drawing: draw.Drawing) -> str:
    lines = list(page.lines)
    for found in page.directives:
        lines[found.line - 1] = f"<div>\n{drawing.directive(found, page)[0]}\n</div>"
    text = "\n".join(lines).replace("[@P-ONE]", "([One 2020](../references.md))")
    return f"{text}\n\n<div>\n{drawing.source_line(page)}\n</div>\n"


def builds(sizes: list[int], rounds: int, temp: Path) -> Iterator[Row]:
    """Our build against plain Material's, in turns."""
    a_page: dict[int, float] = {}
    for size in sizes:
        ours = synthetic.make(temp / f"ours-{size}", size, ROOT)
        plain = plain_copy(ours, temp / f"plain-{size}")
        pairs = []
        turns = min(rounds, 3 if size < LARGE else 2)
        for i in range(turns):
            print(f"  building {size} lessons, round {i + 1} of {turns} …", flush=True)
            pairs.append((run("build", ours, str(temp / "site-a")), run("plain", plain, str(temp / "site-b"))))
        own, other = (statistics.median(r.seconds for r in side) for side in zip(*pairs, strict=True))
        a_page[size] = own / size
        yield Row(f"build, {size} lessons: ours", f"{own:.1f} s, {own / size * 1000:.1f} ms a page")
        yield Row(f"build, {size} lessons: plain Material", f"{other:.1f} s, {other / size * 1000:.1f} ms a page")
        yield limit(f"build, {size} lessons: ratio", statistics.median(a.seconds / b.seconds for a, b in pairs), 1.2)
        memory = [max(r.megabytes for r in side) for side in zip(*pairs, strict=True)]
        yield Row(f"build, {size} lessons: peak memory", f"{memory[0]:.0f} MB; plain {memory[1]:.0f} MB")
    if len(sizes) > 1:
        yield limit(f"cost a page, {sizes[-1]} to {sizes[0]} lessons", a_page[sizes[-1]] / a_page[sizes[0]], 1.1)


def checks(sizes: list[int], rounds: int, temp: Path) -> Iterator[Row]:
    """`bothways check` against plain reading of the same YAML, and against the build that it stands before."""
    size = sizes[-1]
    folder = temp / f"ours-{size}"
    if not folder.exists():
        synthetic.make(folder, size, ROOT)
    turns = [(run("check", folder), run("yaml", folder), run("pages", folder)) for _ in range(rounds + 1)]
    own, other, pages = (min(r.seconds for r in side) for side in zip(*turns, strict=True))
    count = turns[0][0].count
    yield Row(f"check, {count} files", f"{own:.2f} s, {own / count * 1000:.2f} s for 1,000 files")
    yield Row(f"plain PyYAML (C), {count} files", f"{other:.2f} s, {other / count * 1000:.2f} s for 1,000 files")
    yield Row("of it, reading the pages", f"{pages:.2f} s")
    yield limit("check without pages to plain reading", (own - pages) / other, 3)
    yield limit("check to build", own / run("build", folder, str(temp / "site-check")).seconds, 1 / 3)
    yield Row("check: peak memory", f"{turns[0][0].megabytes:.0f} MB")


def pdfs(sheets: int, temp: Path) -> Iterator[Row]:
    """PDFs made, and taken from the cache."""
    if not draws_pdfs():
        yield Row("PDFs", "not measured: the system library is missing")
        return
    folder = temp / "pdf"
    synthetic.make(folder, 1 + sheets // 4, ROOT)
    print("  making PDFs …", flush=True)
    cold, again = (run("pdf", folder, str(temp / "site-pdf"), str(sheets)) for _ in range(2))
    yield Row(f"PDFs, cold, {cold.count} files", f"{cold.count / cold.seconds:.1f} a second")
    yield Row(f"PDFs, unchanged, {again.count} files", f"{again.count / again.seconds:.0f} a second")
    yield limit("PDFs: unchanged to cold, %", again.seconds / cold.seconds * 100, 2, "{:.1f}")
    yield Row("PDFs: peak memory of a process", f"{cold.megabytes:.0f} MB")


def weights(temp: Path) -> Iterator[Row]:
    """What a reader of the real site loads, as the server counts it, gzipped."""
    target = temp / "real"
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(target)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        yield Row("page weight", "not measured: the real site does not build")
        return
    for sort in ("css", "js"):
        files = [f for f in (target / "assets").rglob(f"*.{sort}") if not {"javascripts", "stylesheets"} & set(f.parts)]
        yield Row(f"our own {sort.upper()}, all files", f"{sum(map(weight, files)):,} bytes")
    chrome = find_chrome()
    if not chrome:
        yield Row("page weight", "not measured: no browser")
        return
    with serving(target) as site:
        first, later = _loads(site, chrome)
    yield limit("first load of a lesson, bytes", max(first), 90_000, "{:,.0f}")
    yield limit("a later page, heaviest, bytes", max(later, default=0), 20_500, "{:,.0f}")


def _loads(site: Site, chrome: str) -> tuple[list[int], list[int]]:
    """Bytes of each lesson when it is the first page, and when it follows another."""
    lessons = [a for a in site.pages() if a.startswith("unit-") and a.count("/") == 2]
    first: list[int] = []
    later: list[int] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chrome, args=["--no-sandbox"])
        for fresh in (True, False):
            page = browser.new_page()
            for address in lessons:
                page = browser.new_page() if fresh else page
                site.sent.clear()
                page.goto(site.url + address, wait_until="networkidle")
                (first if fresh else later).append(sum(size for _, size in site.sent))
        browser.close()
    return first, later[1:]


def show(rows: list[Row]) -> None:
    """The table."""
    width = max(len(r.what) for r in rows)
    values = max(len(r.value) for r in rows)
    for row in rows:
        verdict = {None: "", True: "kept", False: "MISSED"}[row.kept]
        print(f"{row.what:<{width}}  {row.value:>{values}}  {row.aim:<18} {verdict}".rstrip())


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lessons", type=int, nargs="+", default=[100, 1000], help="sizes of the made-up course")
    parser.add_argument("--quick", action="store_true", help="small sizes, one round: does it still run?")
    parser.add_argument("--only", choices=PARTS, nargs="+", default=PARTS)
    chosen = parser.parse_args()
    sizes, rounds, sheets = ([10, 30], 1, 12) if chosen.quick else (sorted(chosen.lessons), 3, 120)
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="bothways-bench-") as name:
        temp = Path(name).resolve()
        tasks: dict[str, Callable[[], Iterator[Row]]] = {
            "build": lambda: builds(sizes, rounds, temp),
            "check": lambda: checks(sizes, rounds, temp),
            "pdf": lambda: pdfs(sheets, temp),
            "weight": lambda: weights(temp),
        }
        for part in chosen.only:
            print(f"{part} …", flush=True)
            rows += tasks[part]()
    print()
    show(rows)


if __name__ == "__main__":
    main()
