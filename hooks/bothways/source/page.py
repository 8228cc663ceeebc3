"""One Markdown page: its front matter, what it places, what it cites."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated, Final, Literal

from pydantic import Field, StringConstraints

from bothways.core.problems import Problem, problem
from bothways.core.words import said
from bothways.model.strands import Strand
from bothways.model.text import Content, Label, Line, ObjectiveId
from bothways.source import directive, yamlfile
from bothways.source.body import Body
from bothways.source.directive import Directive
from bothways.source.writing import CITATION

WORDS_A_MINUTE: Final = 200
"""Slower than the mean of 238 for silent reading (Brysbaert 2019), for second-language and tired readers."""
_MARKS: Final = re.compile(rf"{CITATION}|\]\([^)]*\)|^\s*!!! \w+")
"""What stands in the text and is not read: citations, addresses, the type of a box."""
_RULE: Final = re.compile(r"^(---|\.\.\.)[ \t]*$")
_ANY: Final = re.compile(r" {0,3}([a-zA-Z0-9_-]{1,60}):(?:\s|$)")
"""A first line that MkDocs takes for front matter."""
_OURS: Final = re.compile(r" {0,3}(title|summary|description|hide|lesson|objectives|strands|template):(?:\s|$)")
"""A line that is front matter, wherever it stands."""
_FENCE: Final = re.compile(r"\s{0,9}(```|~~~)")
MOST_LINES: Final = 100
"""How far down the end of the front matter is looked for."""
_WORD: Final = re.compile(r"\w[\w’'.,-]*")


class PageHead(Content):
    """The front matter of a page that is no lesson. All of it may be left out."""

    title: Label | None = None
    """What the page is called in menus and in the browser."""
    summary: Line | None = None
    """One plain sentence about it, for search engines and previews."""
    description: Line | None = None
    """The same, as MkDocs calls it."""
    hide: tuple[Literal["navigation", "toc", "path", "footer", "feedback", "tags"], ...] = Field(
        default=(), max_length=6
    )
    """Parts of the page that are not shown."""


class Head(PageHead):
    """The front matter of a lesson."""

    title: Label
    """The title of the lesson."""
    lesson: Annotated[str, StringConstraints(pattern=r"^F?[1-9][0-9]?$")]
    """Its number, or F1 and so on for a session for facilitators."""
    summary: Line
    """One plain sentence that stands under the title."""
    objectives: dict[ObjectiveId, Line] = Field(min_length=1, max_length=5)
    """What a person can do after it: id and sentence."""
    strands: tuple[Strand, ...] = Field(min_length=1, max_length=5)
    """The strands it touches."""
    content_note: Line | None = None
    """What may be hard in it, how much, and the choice people have."""

    @property
    def name(self) -> str:
        """L3 for lesson 3, F1 for session F1."""
        return self.lesson if self.lesson.startswith("F") else f"L{self.lesson}"


LESSON: Final = frozenset({"lesson", "objectives", "strands"})
"""Fields that only lessons have: a page with one of them is meant to be one."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of docs/. `src` is its path inside docs/, `head` the front matter of a lesson (None for other pages)."""

    path: str
    src: str
    lines: tuple[str, ...]
    """The whole file, line by line."""
    body_start: int
    """The number of lines before the body."""
    front: yamlfile.Document
    is_lesson: bool
    head: Head | None
    body: Body

    def prose(self) -> list[tuple[int, str]]:
        """(line number, text) of the body: no code blocks, no directives."""
        body = directive.outside_fences(self.lines[self.body_start :])
        return [(n + self.body_start, line) for n, line in body if not line.lstrip().startswith(":::")]

    def words(self) -> int:
        """How many words there are to read."""
        return sum(len(_WORD.findall(_MARKS.sub(" ", line))) for _, line in self.prose())

    def minutes(self) -> int:
        """Minutes of reading, rounded up."""
        return -(-self.words() // WORDS_A_MINUTE)

    def placed(self, name: str) -> list[str]:
        """The ids that the page places by "::: name id", in their order."""
        return [d.id for d in self.directives if d.name == name and not d.fault]

    @property
    def directives(self) -> tuple[Directive, ...]:
        """Every directive, good or faulty, with its line in the file."""
        return tuple(replace(d, line=d.line + self.lead) for d in self.body.directives)

    @property
    def lead(self) -> int:
        """How many lines stand before the first of the body that is not empty: places in `body` count from there."""
        return next((n for n, line in enumerate(self.lines[self.body_start :], self.body_start) if line), 0)

    def citations(self) -> list[tuple[int, int, str]]:
        """(line, column, source id) of every citation."""
        return [(found.line + self.lead, found.column, found.source) for found in self.body.citations]

    def problems(self) -> Iterator[Problem]:
        """What is wrong in the body, with its place in the file."""
        for found in self.body.problems:
            yield replace(found, path=self.path, line=found.line + self.lead)

    def links(self) -> Iterator[tuple[int, int, str]]:
        """(line, column, decoded address) of every link, and of every picture that is in docs/assets."""
        for found in self.body.links:
            if not found.is_picture or self._to(found.address).startswith("assets/"):
                yield found.line + self.lead, found.column, found.address

    def strangers(self) -> Iterator[tuple[int, int, str]]:
        """The same for pictures that are elsewhere."""
        for found in self.body.links:
            if found.is_picture and not self._to(found.address).startswith("assets/"):
                yield found.line + self.lead, found.column, found.address

    def _to(self, address: str) -> str:
        return posixpath.normpath(posixpath.join(posixpath.dirname(self.src), address))


def front_of(text: str, path: str) -> tuple[yamlfile.Document, int]:
    """The front matter as a document with the file's own line numbers, and the number of lines before the body.

    A page without any has an empty one. What looks like front matter and has no end is a Problem.
    """
    lines = text.split("\n", MOST_LINES)
    if lines[0].rstrip() != "---":
        return _astray(lines, path) or yamlfile.Document(path, {}), 0
    end = next((i for i, line in enumerate(lines[1:MOST_LINES], 1) if _RULE.match(line)), 0)
    if not end:
        return _faulty(path, 1, 'the front matter has no second line "---".'), 0
    document = yamlfile.parse("\n".join(lines[1:end]) + "\n", path, first_line=2)
    if document.value is None and not document.problems:
        document = yamlfile.Document(path, {})
    elif document.value is not None and not isinstance(document.value, dict):
        return _faulty(path, 2, "the front matter holds no fields with names."), end + 1
    return document, end + 1


def _astray(lines: list[str], path: str) -> yamlfile.Document | None:
    """What looks like front matter in a page that does not begin with its line; None where nothing does."""
    for number, line in enumerate(lines[:MOST_LINES], 1):
        if found := (_ANY if number == 1 else _OURS).match(line):
            what = said(
                '"{group}:" is front matter, and the first line of the page is not "---".', group=found.group(1)
            )
            return _faulty(path, number, what)
        if _FENCE.match(line):
            return None
    return None


def _faulty(path: str, line: int, what: str) -> yamlfile.Document:
    return yamlfile.Document(path, problems=(problem("BW619", path, line, 1, what),))
