"""Addresses: wherever one stands in the site, and whichever form it has, a link leads to the right file."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.structure.files import File

from bothways.core.addresses import Here, Part, page_file, pdf_file, sheet_file

HOME, SUPPORT, UNIT, LESSON = "index.md", "support.md", "unit-1/index.md", "unit-1/1-first.md"


@pytest.mark.parametrize(
    ("start", "target", "folders", "files"),
    [
        (HOME, HOME, "./", "index.html"),
        (HOME, "index.md#x", "./#x", "index.html#x"),
        (HOME, SUPPORT, "support/", "support.html"),
        (HOME, LESSON, "unit-1/1-first/", "unit-1/1-first.html"),
        (SUPPORT, HOME, "../", "index.html"),
        (SUPPORT, SUPPORT, "../support/", "support.html"),
        (SUPPORT, "unit-1/index.md#x", "../unit-1/#x", "unit-1/index.html#x"),
        (UNIT, HOME, "../", "../index.html"),
        (UNIT, "README.md", "../", "../index.html"),
        (LESSON, HOME, "../../", "../index.html"),
        (LESSON, "support.md#now", "../../support/#now", "../support.html#now"),
        (LESSON, "assets/elsewhere.svg", "../../assets/elsewhere.svg", "../assets/elsewhere.svg"),
        (LESSON, "what is it?.md", "../../what%20is%20it%3F/", "../what%20is%20it%3F.html"),
    ],
)
def test_from_a_page(start: str, target: str, folders: str, files: str) -> None:
    assert Here(page_file(start)).page(target) == folders
    assert Here(page_file(start, False), False).page(target) == files


@pytest.mark.parametrize(
    ("part", "to_it", "its_pdf", "home"),
    [
        ("sheet", "worksheets/late-bus/", "worksheets/late-bus/late-bus-a4.pdf", "../../"),
        ("key", "worksheets/late-bus/key/", "worksheets/late-bus/late-bus-key-a4.pdf", "../../../"),
    ],
)
def test_a_worksheet_is_at_the_same_place_in_both_forms(part: Part, to_it: str, its_pdf: str, home: str) -> None:
    assert Here(page_file(LESSON)).worksheet("late-bus", part) == f"../../{to_it}"
    assert Here(page_file(LESSON, False), False).worksheet("late-bus", part) == f"../{to_it}index.html"
    assert Here(page_file(LESSON)).pdf("late-bus", "a4", part) == f"../../{its_pdf}"
    assert Here(sheet_file("late-bus", part)).page(HOME) == home
    assert Here(sheet_file("late-bus", part), False).page(HOME) == f"{home}index.html"


PARTS: tuple[Part, ...] = ("sheet", "key")
NAMES = st.one_of(
    st.sampled_from(["index", "README", "1-first", "a:b", "a b", "wörter", "что", "50%", "q?", "c#", "&amp", "..."]),
    st.text(
        st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="/#\\"), min_size=1, max_size=8
    ).filter(lambda name: name.strip(".") != ""),
)
FOLDERS = st.lists(NAMES.filter(lambda name: name.strip(".") != ""), max_size=3)
SOURCES = st.tuples(FOLDERS, NAMES).map(lambda each: "/".join([*each[0], f"{each[1]}.md"]))


def reached(start: str, href: str, directories: bool) -> str:
    """The file of the site that a browser gets to, with a web server (directories) or without one."""
    target = urlsplit(href)
    assert not target.scheme
    assert not target.netloc
    assert not target.query
    way = posixpath.normpath(posixpath.join("/", posixpath.dirname(start), unquote(target.path)))
    if directories and target.path.endswith("/"):
        way = posixpath.join(way, "index.html")
    return way.lstrip("/")


@given(start=SOURCES, target=SOURCES.filter(lambda src: "#" not in src), directories=st.booleans())
def test_any_page_from_any_page(start: str, target: str, directories: bool) -> None:
    here = Here(page_file(start, directories), directories)
    for anchor in ("", "#a-place"):
        href = here.page(target + anchor)
        assert reached(here.file, href, directories) == page_file(target, directories)
        assert href.endswith(anchor)


@given(start=SOURCES, directories=st.booleans(), part=st.sampled_from(PARTS))
def test_any_worksheet_from_any_page_and_back(start: str, directories: bool, part: Part) -> None:
    here = Here(page_file(start, directories), directories)
    there = Here(sheet_file("late-bus", part), directories)
    assert reached(here.file, here.worksheet("late-bus", part), directories) == there.file
    assert reached(here.file, here.pdf("late-bus", "a4", part), directories) == pdf_file("late-bus", part, "a4")
    assert reached(there.file, there.to("assets/paper.css"), directories) == "assets/paper.css"
    if "#" not in start:
        assert reached(there.file, there.page(start), directories) == here.file


@pytest.mark.parametrize("src", [HOME, SUPPORT, UNIT, LESSON, "README.md", "unit-1/README.md", "a/index/index.md"])
@pytest.mark.parametrize("directories", [True, False])
def test_pages_are_where_mkdocs_writes_them(src: str, directories: bool) -> None:
    assert File(src, "docs", "site", directories).dest_uri == page_file(src, directories)
