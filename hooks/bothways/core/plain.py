"""Content as plain text: what an export, a message or a calendar can show that knows no Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_it.token import Token

from bothways.core import markup
from bothways.core.words import ENGLISH


def plain(text: str, quotes: str = ENGLISH.quotes) -> str:
    """The words of a text from YAML: marks, links and images gone, entries of a list with "- " or their number."""
    return "\n".join(_lines(markup.parser(quotes).parse(text)))


def _lines(tokens: list[Token]) -> Iterator[str]:
    lead = ""
    for token in tokens:
        if token.type == "list_item_open":
            lead = f"{token.info}{token.markup} " if token.info else "- "
        elif token.type == "inline":
            yield lead + "".join(_words(token.children or []))
            lead = ""


def _words(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in {"softbreak", "hardbreak"}:
            yield " "
        else:
            yield token.content
