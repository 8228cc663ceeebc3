"""Addresses: where everything stands in the built site, and the way there from any page.

A site has two forms. With directory addresses a page is a folder with an index.html in it, and links name the folder:
that is for a web server. With file addresses (`use_directory_urls: false`) every link names a file: that is for a
memory stick, because a browser that opens a folder of a disk shows a list. Nothing else in the program makes addresses.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal
from urllib.parse import quote

Part = Literal["sheet", "key"]
INDEX: Final = "index.html"
WORKSHEETS: Final = "worksheets"
KINDS_STYLE: Final = "assets/kinds.css"
"""The style of all kinds, in one file: it is small, and comes once."""
PAPER: Final = "assets/paper.css"
KINDS_PAPER: Final = "assets/kinds-paper.css"
"""The styles of worksheets: the shared one, and that of all kinds."""
WORDS: Final = "assets/words.js"
"""What the scripts say, where the course is not in English."""
QUESTIONS: Final = "assets/elements/questions.js"
"""What each kind of question does, in one file: a quiz holds most of them."""
SEARCH: Final = "assets/search-index.js"
"""The words of the course for the search."""
WRITTEN: Final = MappingProxyType(
    {
        KINDS_STYLE: "the style of all kinds",
        QUESTIONS: "what each kind of question does",
        WORDS: "what the scripts say",
        KINDS_PAPER: "the style of all kinds on paper",
        SEARCH: "the words of the course for the search",
        WORKSHEETS: "the worksheets",
        "search": "the search",
        "404.html": "the page for lost addresses",
        "sitemap.xml": "the list of all pages",
        "sitemap.xml.gz": "the list of all pages",
    }
)
"""Folders and files of the site that a build writes by itself, and what they hold; kinds have their `element_file`."""


def page_file(src: str, directories: bool = True) -> str:
    """The file in the site of a page in docs/, by MkDocs' rules: "support.md" is support/index.html or support.html."""
    parent, name = posixpath.split(src)
    stem = "index" if name == "README.md" else name.removesuffix(".md")
    return posixpath.join(parent, *((stem, INDEX) if directories and stem != "index" else (f"{stem}.html",)))


def sheet_file(ident: str, part: Part = "sheet") -> str:
    """The file in the site of a worksheet or an answer key; the same in both forms."""
    return posixpath.join(WORKSHEETS, ident, *(("key",) if part == "key" else ()), INDEX)


def element_file(kind: str) -> str:
    """The file in the site of the script that belongs to a kind, or to another element of our own."""
    return f"assets/elements/{kind}.js"


def pdf_file(ident: str, part: Part, paper: str) -> str:
    """The file in the site of a worksheet's PDF."""
    return f"{WORKSHEETS}/{ident}/{ident}{'-key' if part == 'key' else ''}-{paper}.pdf"


@dataclass(frozen=True, slots=True)
class Here:
    """One file of the site, such as "support/index.html", and the way from it to everything else.

    Every method gives what belongs into an `href` or a `src`, before it is escaped for HTML.
    """

    file: str = INDEX
    directories: bool = True
    """Whether links to pages name folders."""

    @property
    def root(self) -> str:
        """The way to the top of the site: one "../" for each folder this file is in."""
        return "../" * self.file.count("/")

    def to(self, file: str, anchor: str = "") -> str:
        """The way to a file of the site, such as "assets/paper.css"; with `anchor`, to a place in it."""
        folder, name = posixpath.split(file)
        if self.directories and name == INDEX:
            file = f"{folder}/" if folder else ""
        return (self.root + quote(file) or "./") + (f"#{anchor}" if anchor else "")

    def page(self, path: str) -> str:
        """The way to a page or another file, from its path in docs/, such as "support.md#local"."""
        path, _, anchor = path.partition("#")
        return self.to(page_file(path, self.directories) if path.endswith(".md") else path, anchor)

    def worksheet(self, ident: str, part: Part = "sheet") -> str:
        """The way to a worksheet or an answer key."""
        return self.to(sheet_file(ident, part))

    def pdf(self, ident: str, paper: str, part: Part = "sheet") -> str:
        """The way to a worksheet's PDF."""
        return self.to(pdf_file(ident, part, paper))
