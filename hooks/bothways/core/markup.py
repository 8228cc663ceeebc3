"""The small safe subset of Markdown that text inside YAML may use: paragraphs, lists, emphasis, links, own images."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore

from bothways.core.words import ENGLISH

_ENABLED: Final = ["emphasis", "link", "image", "list", "newline", "escape", "entity", "smartquotes"]
_SUSPECT: Final = re.compile(r"[<\[]|&#|javascript:|data:", re.IGNORECASE)
_TAG: Final = re.compile(r"<[a-zA-Z/!?]")
_SCHEME: Final = re.compile(r"\]\([\s<]*(javascript|data|vbscript|file)\s*:", re.IGNORECASE)
_CONTROL: Final = re.compile(r"[\x00-\x1f]")
_PAGE: Final = re.compile(r"^(?!/|\.|[a-zA-Z][a-zA-Z0-9+.-]*:)[\w/-]+\.md(#[\w-]+)?$")
_OPENS: Final = re.compile(r"(?<!\S)\"(?=\S)")
_ASSET: Final = re.compile(r"^assets/[\w/-]+\.(svg|png|jpg|webp)$")


@cache
def parser(quotes: str = ENGLISH.quotes) -> MarkdownIt:
    """A Markdown parser for the subset. Raw HTML stays text in it, whatever else happens.

    Straight quotation marks become those in `quotes`: the outer pair, then the inner pair.
    """
    made = MarkdownIt("zero", {"html": False, "breaks": False, "typographer": True, "quotes": quotes})
    made.core.ruler.after("smartquotes", "lone", _lone)
    return made.enable(_ENABLED)


def _lone(state: StateCore) -> None:
    """Marks without a partner, which the parser leaves straight: an apostrophe ('90s), a quotation that goes on."""
    opening, closing = state.md.options["quotes"][:2]
    for token in state.tokens:
        for text in (inner for inner in token.children or () if inner.type == "text"):
            words = _OPENS.sub(opening, text.content.replace("'", "’"))
            text.content = words.replace('"', closing)


_PARSER: Final = parser()


def links(text: str) -> Iterator[tuple[str, str]]:
    """Each ("link" or "image", address) in the text."""
    if not _SUSPECT.search(text):
        return
    for block in _PARSER.parse(text):
        for token in block.children or ():
            if token.type == "link_open":
                yield "link", str(token.attrGet("href") or "")
            elif token.type == "image":
                yield "image", str(token.attrGet("src") or "")


def unsafe(text: str) -> Iterator[tuple[str, str]]:
    """Each (rule, what) that must not stand in content. Cheap for text without `<` and `[`: most of it."""
    if not _SUSPECT.search(text):
        return
    if tag := _TAG.search(text):
        yield "BW301", f'there is raw HTML: "{text[tag.start() : tag.start() + 20]}".'
    # The parser leaves a link with such an address as it stands, as text: an author should hear of it all the same.
    if scheme := _SCHEME.search(_plain(text)):
        yield "BW302", f'a link leads to "{scheme.group(1).lower()}:".'
        return
    for sort, address in links(text):
        if sort == "image" and not _ASSET.match(address):
            yield "BW303", f'the image "{address}" is not one of the project\'s own.'
        elif sort == "link" and not (address.startswith("https://") or _PAGE.match(address)):
            yield "BW302", f'a link leads to "{address}".'


def _plain(text: str) -> str:
    """The text with character references and control characters undone, as a browser would read an address."""
    return _CONTROL.sub("", html.unescape(text))
