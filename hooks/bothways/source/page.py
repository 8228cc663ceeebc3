"""One Markdown page: its front matter, what it places, what it cites."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated, Any, Final

from pydantic import Field, StringConstraints

from bothways.core.problems import Problem
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
_WORD: Final = re.compile(r"\w[\w’'.,-]*")


class Head(Content):
    """The front matter of a lesson."""

    title: Label
    """The title of the lesson."""
    lesson: Annotated[str, StringConstraints(pattern=r"^F?[1-9][0-9]?$")]
    """Its number, or F1 and so on for a session for facilitators."""
    summary: Line
    """One plain sentence that stands under the title."""
    objectives: dict[ObjectiveId, Line] = Field(min_length=1, max_length=5)
    """What a person can do after it: id and sentence."""
    strands: tuple[Strand, ...] = Field(min_length=1)
    """The strands it touches."""
    content_note: Line | None = None
    """What may be hard in it, how much, and the choice people have."""

    @property
    def name(self) -> str:
        """L3 for lesson 3, F1 for session F1."""
        return self.lesson if self.lesson.startswith("F") else f"L{self.lesson}"


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


def split(text: str) -> tuple[str | None, int]:
    """(the front matter or None, how many lines stand before the body)."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return None, 0
    for i, line in enumerate(lines[1:], 1):
        if line.rstrip() == "---":
            return "\n".join(lines[1:i]) + "\n", i + 1
    return None, 0


def front_of(text: str, path: str) -> tuple[yamlfile.Document, int]:
    """The front matter as a document with the file's own line numbers, and the number of lines before the body."""
    front, start = split(text)
    if front is None:
        return yamlfile.Document(path, {}), start
    document = yamlfile.parse(front, path, first_line=2)
    return document, start


def lesson_fields(value: Any) -> dict[str, Any]:
    """The fields of the front matter that are ours; MkDocs has others, such as `hide`."""
    return {k: v for k, v in value.items() if k not in {"hide", "template", "search", "description", "status"}}
