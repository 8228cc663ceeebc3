"""What is too much for one page: found in its text before anything reads it as Markdown, in linear time.

Python-Markdown takes quadratic time for some long paragraphs and ends in a RecursionError for deep nesting. The limits
are far beyond what a page for people needs, and low enough that a page of any content is read within seconds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bothways.core.problems import Problem, problem
from bothways.core.words import said

LINE: Final = 4000
"""Letters in one line."""
WORD: Final = 1000
"""Letters without a space."""
LINES: Final = 4000
BLOCK: Final = 120
"""Lines without an empty one between them."""
BRACKETS: Final = 600
"""Square brackets that open on one page."""
MARKS: Final = 1500
"""Stars, underlines, backticks and waves on one page."""
HEADINGS: Final = 150
DEPTH: Final = 6
"""Lists and quotes inside one another."""

_WORD: Final = re.compile(rf"\S{{{WORD + 1}}}")
_HEADING: Final = re.compile(r"^\s*(?:#|(?:=+|-+)\s*$)")
_NESTED: Final = re.compile(rf"^(?:[ ]*(?:>|[-+*](?=[ ])|\d{{1,9}}\.(?=[ ]))){{{DEPTH + 1}}}")
_RULE: Final = re.compile(r"^[ *_-]*$")
_INDENT: Final = 4 * (DEPTH + 1)


def check(text: str) -> Iterator[Problem]:
    """Each way in which a page is too much, once, at the first place (line and column from 1, without a path)."""
    lines = text.split("\n")
    first = {what: line for line, what in _lines(lines)}
    for what, line in first.items():
        yield problem("BW628", "", line, 1, what)
    marks = sum(map(text.count, "*_`~"))
    brackets = text.count("[")
    for count, most, name in ((brackets, BRACKETS, "square brackets"), (marks, MARKS, "stars and backticks")):
        if count > most:
            yield problem(
                "BW628",
                "",
                1,
                1,
                said("the page has {count} {name}; {most} are the most.", count=count, name=name, most=most),
            )


def _lines(lines: list[str]) -> Iterator[tuple[int, str]]:
    """(line, what), the last place first, so that of the same thing the first place stays."""
    if len(lines) > LINES:
        yield LINES, said("the page has more than {LINES} lines.", LINES=LINES)
    headings = [n for n, line in enumerate(lines, 1) if line and _HEADING.match(line)]
    if len(headings) > HEADINGS:
        yield (
            headings[HEADINGS],
            said("the page has more than {HEADINGS} headings and lines of dashes.", HEADINGS=HEADINGS),
        )
    for number in range(len(lines), 0, -1):
        line = lines[number - 1]
        if len(line) > LINE:
            yield number, said("a line has more than {LINE} letters.", LINE=LINE)
        if _WORD.search(line):
            yield number, said("a word has more than {WORD} letters.", WORD=WORD)
        deep = len(line) - len(line.lstrip(" \t")) >= _INDENT or "\t" * (DEPTH + 1) in line[:_INDENT]
        if line.strip() and (deep or (_NESTED.match(line) and not _RULE.fullmatch(line))):
            yield number, said("lists, quotes or boxes stand more than {DEPTH} deep in one another.", DEPTH=DEPTH)
        if number > BLOCK and all(lines[number - 1 - BLOCK : number]):
            yield number, said("there are more than {BLOCK} lines without an empty one.", BLOCK=BLOCK)
