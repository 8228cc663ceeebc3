"""What an author meant and Markdown did not understand: it stands as text in a page, and should not pass silently."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bothways.core.words import said

CITATION: Final = r"\[@([A-Z]-[A-Z0-9-]+(?:;\s*@[A-Z]-[A-Z0-9-]+)*)\]"
_TAG: Final = re.compile(r"</?[a-zA-Z!?][^\x02\n>]{0,40}>?")
_CITED: Final = re.compile(r"(?<![\w.@])@[A-Za-z]-[\w-]*|\[[A-Z]-[A-Z0-9-]{2,}\]")
_LINK: Final = re.compile(r"\[[^\]\n\x02]{0,60}\]\s?\(|\]\[")
_DIRECTIVE: Final = re.compile(r"(?::{3}|：{2})[^\n\x02]{0,60}|(?<!\S)::(?=\s?[a-z])[^\n\x02]{0,60}")
_BOX: Final = re.compile(r"(?m)^(?:!!!|\?\?\?|===)[^\n\x02]{0,60}")
_BULLET: Final = re.compile(r"(?m)^[^\S\n]*[•·●▪▫◦‣∙⁃○■□➢➤✓✔\uf0b7][^\n\x02]{0,40}")
_ENTRY: Final = re.compile(
    r"(?m)^[^\S\n]*(?:[–—-][\xa0\t ]|[*+][\xa0 ]|\d{1,3}[.)][\xa0\t ]|[a-z]\)[\xa0\t ])[^\n\x02]{0,40}"
)
_TWIN: Final = re.compile("\\w{0,60}[ſ\u212a\u212b\u2126]\\w{0,60}")
"""Words with a long s, or the sign for kelvin, angstrom or ohm as a letter: whoever searches for the word, or hears
it read aloud, has another word."""
_AMPLE: Final = frozenset("<@[]:：(ſ\u212a\u212b\u2126")
"""Without one of these there is nothing to find in a text: most have none."""

_REMEDY: Final = 'Leave an empty line before the list, and begin each entry with "- " or "1. ".'


def cited(citation: str) -> list[str]:
    """The source ids of a citation: "[@P-HEE; @P-BC]"."""
    return [part.strip(" \n\t[]").removeprefix("@") for part in citation.split(";")]


def faults(text: str) -> Iterator[tuple[str, str, str, str]]:
    """(rule, what, the words as they stand in the source, fix or "") for each thing in a piece of text."""
    if not _AMPLE.intersection(text):
        return
    for match in _TAG.finditer(text):
        yield "BW621", said('there is raw HTML: "{part}".', part=match.group()[:30]), match.group(), ""
    for match in _CITED.finditer(text):
        yield "BW610", said('"{part}" is not written as a citation.', part=match.group()[:40]), match.group(), ""
    for match in _LINK.finditer(text):
        yield "BW623", said('"{part}" did not become a link.', part=match.group()[:40]), match.group(), ""
    for match in _TWIN.finditer(text):
        what = said('"{part}" has a sign that only looks like a letter.', part=match.group()[:40])
        yield "BW630", what, match.group(), ""
    for match in _DIRECTIVE.finditer(text):
        what = said('"{part}" is not a line the course understands.', part=match.group().strip()[:60])
        yield "BW603", what, match.group(), ""


def lines(text: str) -> Iterator[tuple[str, str, str]]:
    """(what, words, fix) for lines of a paragraph that were meant as a list or as a box."""
    for match in _BOX.finditer(text):
        if not match.group().startswith("==="):
            fix = said('Write it like this, with an empty line before it: !!! note "Title"')
            yield said('"{part}" did not become a box.', part=match.group()[:40]), match.group(), fix
    bullets = list(_BULLET.finditer(text))
    entries = [] if bullets else list(_ENTRY.finditer(text))
    found = bullets or (entries if len(entries) > 1 or _listed(entries) else [])
    if found:
        yield (
            said('"{part}" did not become an entry of a list.', part=found[0].group().strip()[:30]),
            found[0].group().strip(),
            _REMEDY,
        )


def _listed(entries: list[re.Match[str]]) -> bool:
    """Whether one line alone is surely meant as an entry of a list."""
    return bool(entries) and bool(re.match(r"\s*(?:-[\xa0\t ]|[*+][\xa0 ]|\d{1,3}\))", entries[0].group()))
