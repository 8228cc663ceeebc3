"""Every link of the site leads to a file, and to a place in it: on a web server, and opened from a memory stick."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

import pytest

from bothways.check.site import TAKEN
from bothways.core.addresses import page_file
from bothways.source import outline
from bothways.source.library import load
from expect import nothing
from markup_tree import Element, read

ROOT: Final = Path(__file__).resolve().parents[1]
ATTRIBUTES: Final = ("href", "src", "data-script", "action", "poster")
ELSEWHERE: Final = re.compile(r"(https?|mailto|tel|data):|//")
SITE_URL: Final = re.search(r"^site_url:\s*(\S+)", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"), re.MULTILINE)
PREFIX: Final = urlsplit(SITE_URL[1]).path.rstrip("/") if SITE_URL else ""
"""The path at which the site will live: 404.html carries it, because it answers for any address."""


class Walk:
    """A built site, followed link by link. `folders`: whether a link may name a folder, as a web server lets it."""

    def __init__(self, root: Path, folders: bool) -> None:
        self.root, self.folders = root, folders
        self.trees = {p.relative_to(root).as_posix(): read(p) for p in sorted(root.rglob("*.html"))}
        self.ids = {path: {e.attrs["id"] for e in tree.all() if "id" in e.attrs} for path, tree in self.trees.items()}

    def broken(self) -> Iterator[str]:
        """Every link that leads nowhere, and why."""
        for path, tree in self.trees.items():
            for address in _addresses(tree):
                if why := self._fault(path, address):
                    yield f"{path} -> {address}: {why}"
        for sheet in self.root.rglob("*.css"):
            for address in re.findall(r"url\(\s*[\"']?([^)\"']+)", sheet.read_text(encoding="utf-8")):
                if why := self._fault(sheet.relative_to(self.root).as_posix(), address):
                    yield f"{sheet.name} -> {address}: {why}"

    def _fault(self, path: str, address: str) -> str:
        if not address or ELSEWHERE.match(address):
            return ""
        url = urlsplit(address)
        way = posixpath.join("/", posixpath.dirname(path), unquote(url.path)) if url.path else f"/{path}"
        file = posixpath.normpath(way.removeprefix(PREFIX) if url.path.startswith("/") else way).lstrip("/")
        if (self.root / file).is_dir():
            if not self.folders and path != "404.html":  # which only a web server shows
                return "a folder"
            file = posixpath.join(file, "index.html")
        if not (self.root / file).is_file():
            return "no such file"
        return "no such place" if url.fragment and unquote(url.fragment) not in self.ids.get(file, ()) else ""


def _addresses(tree: Element) -> set[str]:
    return {e.attrs[name] for e in tree.all() for name in ATTRIBUTES if name in e.attrs}


@pytest.fixture(scope="module")
def on_a_server(built: Path) -> Walk:
    return Walk(built, folders=True)


@pytest.fixture(scope="module")
def on_a_stick(stick: Path) -> Walk:
    return Walk(stick, folders=False)


def test_every_link_leads_somewhere(on_a_server: Walk) -> None:
    assert len(on_a_server.trees) > 100
    nothing(on_a_server.broken())


def test_every_link_leads_somewhere_on_a_stick(on_a_stick: Walk) -> None:
    assert len(on_a_stick.trees) > 100
    assert "support.html" in on_a_stick.trees
    nothing(on_a_stick.broken())


def test_both_forms_hold_the_same_pages(on_a_server: Walk, on_a_stick: Walk) -> None:
    def names(walk: Walk) -> set[str]:
        return {path.removesuffix(".html").removesuffix("/index") for path in walk.trees}

    assert names(on_a_server) == names(on_a_stick)


def test_the_check_knows_the_places_of_every_page(on_a_server: Walk) -> None:
    """So that a link which it lets pass leads somewhere, and one which it refuses does not."""
    library = load(ROOT)
    for page in library.pages:
        path = re.sub(r"(^|/)index/index\.html$", r"\1index.html", page.src.removesuffix(".md") + "/index.html")
        places = outline.places(library, page)
        article = next(on_a_server.trees[path].all("article"))
        headings = {e.attrs["id"] for e in article.all("h2", "h3", "h4") if "id" in e.attrs}
        cards = tuple(f"{ident}-" for name in ("exercise", "quiz") for ident in page.placed(name))
        parts = {place for place in headings if place.startswith((*cards, "practice-test-"))}
        parts |= {"words-in-this-lesson", "drawn"}  # drawn from what Markdown has made of the page
        nothing(f"{page.src}: #{place} is not there" for place in places - on_a_server.ids[path])
        nothing(f"{page.src}: #{place} is not known" for place in headings - parts - places)


def test_a_build_writes_nothing_of_its_own_elsewhere(built: Path) -> None:
    """Else a page of somebody's could be overwritten, and the check would not know."""
    docs = [file.relative_to(ROOT / "docs").as_posix() for file in (ROOT / "docs").rglob("*")]
    theirs = {page_file(src) if src.endswith(".md") else src for src in docs}
    files = {file.relative_to(built).as_posix() for file in built.rglob("*") if file.is_file()}
    nothing(file for file in files - theirs if not {file, file.partition("/")[0]} & set(TAKEN))
    nothing(f"{file} is in docs/ too" for file in theirs & set(TAKEN))
