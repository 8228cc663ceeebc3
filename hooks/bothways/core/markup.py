"""The small safe subset of Markdown that text inside YAML may use: paragraphs, lists, emphasis, links, own images."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from bothways.core import address
from bothways.core.words import ENGLISH, said

_ENABLED: Final = ["emphasis", "link", "image", "list", "newline", "escape", "entity"]
_SUSPECT: Final = re.compile(r"[<\[&]|\n\s*\n|^\s*(?:[-+*]|\d+[.)])(?:\s|$)", re.MULTILINE)
_TAG: Final = re.compile(r"<[a-zA-Z/!?]")
_OPEN: Final = re.compile(r"\]\(")
_PAGE: Final = re.compile(r"^(?!\.)[\w/-]+\.md(#[\w-]+)?")
_OPENS: Final = re.compile(r"(?<!\S)\"(?=\S)")
_ASSET: Final = re.compile(r"^assets/[\w/-]+\.(svg|png|jpg|webp)")


@cache
def parser(quotes: str = ENGLISH.quotes) -> MarkdownIt:
    """A Markdown parser for the subset. Raw HTML stays text in it, whatever else happens.

    Straight quotation marks become those in `quotes`: the outer pair, then the inner pair.
    """
    return _made(quotes)


def _made(quotes: str = ENGLISH.quotes) -> MarkdownIt:
    return _typographer(quotes).enable(_ENABLED)


def typographic(text: str, quotes: str = ENGLISH.quotes) -> str:
    """A text that is no Markdown, such as the title of a page, with typographic quotation marks."""
    if '"' not in text and "'" not in text:
        return text
    return "".join(token.content for token in _typographer(quotes).parseInline(text)[0].children or ())


def _typographer(quotes: str) -> MarkdownIt:
    made = MarkdownIt("zero", {"html": False, "breaks": False, "typographer": True, "quotes": quotes})
    made.core.ruler.after("smartquotes", "lone", _lone)
    return made.enable("smartquotes")


def _lone(state: StateCore) -> None:
    """Marks without a partner, which the parser leaves straight: an apostrophe ('90s), a quotation that goes on."""
    opening, closing = state.md.options["quotes"][:2]
    for token in state.tokens:
        for text in (inner for inner in token.children or () if inner.type == "text"):
            words = _OPENS.sub(opening, text.content.replace("'", "’"))
            text.content = words.replace('"', closing)


def _judging() -> MarkdownIt:
    """The same parser, but no address is too bad to be a link: an author is to hear of it."""
    made = _made()
    made.validateLink = lambda url: True  # type: ignore[method-assign]
    return made


_PARSER: Final = _judging()


def links(text: str) -> Iterator[tuple[str, str]]:
    """Each ("link" or "image", address) in the text."""
    if "](" in text:
        yield from _links(_PARSER.parse(text))


def _links(blocks: list[Token]) -> Iterator[tuple[str, str]]:
    for block in blocks:
        for token in block.children or ():
            if token.type == "link_open":
                yield "link", str(token.attrGet("href") or "")
            elif token.type == "image":
                yield "image", str(token.attrGet("src") or "")


def unsafe(text: str, blocks: bool = False) -> Iterator[tuple[str, str]]:
    """Each (rule, what) that must not stand in content; `blocks`: the field may hold paragraphs and lists.

    It reads the text as it will be drawn. Cheap for text without marks: most of it.
    """
    if not _SUSPECT.search(text):
        return
    if tag := _TAG.search(text):
        yield "BW301", said('there is raw HTML: "{part}".', part=text[tag.start() : tag.start() + 20])
    tokens = _PARSER.parse(text)
    if not blocks and [token.type for token in tokens] != ["paragraph_open", "inline", "paragraph_close"]:
        yield "BW306", "this field holds one paragraph, and there is a list or a second one."
        return
    yield from _addresses(tokens)


def _addresses(tokens: list[Token]) -> Iterator[tuple[str, str]]:
    for sort, found in _links(tokens):
        where = address.decoded(found)
        if sort == "image" and not _ASSET.fullmatch(where):
            yield "BW303", said('the image "{part}" is not one of the project\'s own.', part=found[:60])
        elif sort == "link" and not (address.is_web(where) or _PAGE.fullmatch(where)):
            yield "BW302", said('a link leads to "{part}".', part=found[:60]) if where else "a link leads nowhere."
    for inline in (child for token in tokens for child in token.children or ()):
        if inline.type == "text" and _OPEN.search(inline.content):
            yield "BW302", said('a link is not written as links are: "{part}".', part=inline.content[:40])
        elif inline.type == "image" and not inline.content.strip():
            yield "BW307", "an image has no words for people who do not see it."
    yield from _empty(tokens)


def _empty(tokens: list[Token]) -> Iterator[tuple[str, str]]:
    for token in tokens:
        for here, after in zip(token.children or (), (token.children or ())[1:], strict=False):
            if here.type == "link_open" and after.type == "link_close":
                yield "BW302", "a link has no words."
