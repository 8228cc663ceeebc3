"""The body of a page, read once: as Python-Markdown reads it, with nothing of an author's that could become HTML.

The check and the build both take what `read` gives. So they cannot disagree, and no page is converted twice: whoever
asks second gets what the first one made.
"""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Final

from markdown import Extension, Markdown
from markdown.inlinepatterns import ENTITY_RE, InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from bothways.core.names import slug
from bothways.core.problems import Problem, problem
from bothways.core.words import said
from bothways.source import allowed, directive, limits, tree
from bothways.source.directive import Directive
from bothways.source.extensions import Extensions
from bothways.source.places import Places
from bothways.source.tree import Cited, Link
from bothways.source.writing import CITATION

TOP: Final = "content"
"""The place at which the text of every page begins."""
MOST: Final = 100
"""Problems told of one page: nobody mends more in one go."""
PARAGRAPH: Final = 6000
"""Letters of one paragraph, heading or cell, at most."""
DEPTH: Final = 20
"""Elements in one another."""
_FENCE: Final = re.compile(r"^\s*(?:`{3,}[^`]*|~{3,}.*)$")
_AFTER_FENCES: Final = 24
"""Fenced code is gone by now (25)."""
_BEFORE_LINKS: Final = 175
"""A citation is looked at before Markdown takes its brackets for a link (160)."""
_ENTITIES: Final = 80
_BEFORE_CONTENTS: Final = 7
"""The list of headings is not made yet (5)."""
_BEFORE_WORDS: Final = 21
"""The blocks are there, and nobody has looked at what is in them (20)."""
_FINISHED: Final = 0.5
"""Everything is an element by now; escaped letters are not yet turned back (0)."""


@dataclass(frozen=True, slots=True, eq=False)
class Body:
    """A page's finished tree, and what was found in it. Lines and columns count from 1 in the body's own text.

    `kept` is what Markdown sets aside and puts in at the end: finished HTML, or a directive still to be drawn. Whoever
    changes the tree takes a copy first.
    """

    root: ElementTree.Element
    kept: tuple[str | Directive, ...] = ()
    contents: tuple[dict[str, Any], ...] = ()
    """The table of contents, as the toc extension makes it."""
    directives: tuple[Directive, ...] = ()
    citations: tuple[Cited, ...] = ()
    links: tuple[Link, ...] = ()
    ids: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    """What an author must mend, without the page's path."""


class _TooMuch(Exception):
    """A page that takes too long to read."""


def read(text: str, how: Extensions) -> Body:
    """The body of a page (its text without the front matter). Never raises."""
    return _read(text.replace("\r\n", "\n").strip("\n"), how)


@lru_cache(maxsize=4096)
def _read(text: str, how: Extensions) -> Body:
    if found := tuple(limits.check(text)):
        return Body(ElementTree.Element("div"), problems=found)
    reading = _Reading(text)
    md = how.markdown(reading)
    try:
        lines = text.split("\n")
        for preprocessor in md.preprocessors:
            lines = preprocessor.run(lines)
        root: Any = md.parser.parseDocument(lines).getroot()
        for treeprocessor in md.treeprocessors:
            changed = treeprocessor.run(root)
            root = root if changed is None else changed
    except (_TooMuch, RecursionError) as error:
        what = str(error) if isinstance(error, _TooMuch) else "lists, quotes or marks stand too deep in one another."
        found = (problem("BW628", "", *reading.places.of(""), what),)
        return Body(ElementTree.Element("div"), problems=found)
    return reading.body(root, md)


class _Reading(Extension):
    """Takes raw HTML out of the Markdown that we run, and notes what stands in the page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.places = Places(text)
        self.lines = text.split("\n")
        self.directives: list[Directive] = []
        self.kept: dict[int, Directive] = {}
        self.problems: list[Problem] = []
        self.seen = tree.Seen()

    def extendMarkdown(self, md: Markdown) -> None:
        """Register what reads in our way, last of all extensions."""
        md.preprocessors.deregister("html_block", strict=False)
        md.inlinePatterns.deregister("html", strict=False)
        md.preprocessors.register(_Directives(md, self), "bothways-directives", _AFTER_FENCES)
        md.inlinePatterns.register(_Citations(CITATION, md), "bothways-citations", _BEFORE_LINKS)
        md.inlinePatterns.register(_Entities(ENTITY_RE, md), "entity", _ENTITIES)
        md.treeprocessors.register(_Room(md), "bothways-room", _BEFORE_WORDS)
        md.treeprocessors.register(_Title(md), "bothways-title", _BEFORE_CONTENTS)
        md.treeprocessors.register(_Look(md, self), "bothways-look", _FINISHED)
        if "toc" in md.treeprocessors:
            toc: Any = md.treeprocessors["toc"]
            toc.slugify = self._slug

    def body(self, root: ElementTree.Element, md: Markdown) -> Body:
        """What was read."""
        stash = md.htmlStash.rawHtmlBlocks
        for html_ in stash:
            self.problems += [
                problem("BW621", "", *self.places.of(wrong), said('there is raw HTML: "{wrong}".', wrong=wrong))
                for wrong in (allowed.refused_in(str(html_)) if "<" in str(html_) else ())
            ]
        return Body(
            root,
            tuple(self.kept.get(i, str(html_)) for i, html_ in enumerate(stash)),
            tuple(getattr(md, "toc_tokens", ())),
            tuple(self.directives),
            tuple(self.seen.citations),
            tuple(self.seen.links),
            tuple(self.seen.ids),
            tuple((self.problems + self.seen.problems)[:MOST]),
        )

    def _slug(self, words: str, separator: str) -> str:
        """The id of a heading, never one that a card or a list of this page has."""
        made = slug(words, separator)
        return f"{made}_1" if directive.is_taken(made, self.directives) else made


class _Directives(Preprocessor):
    def __init__(self, md: Markdown, reading: _Reading) -> None:
        super().__init__(md)
        self.reading = reading

    def run(self, lines: list[str]) -> list[str]:
        """Every directive kept aside, so that Markdown leaves it alone."""
        result: list[str] = []
        at = 0
        self._open_fences(lines)
        for line in lines:
            found = directive.parse(line)
            if found is None:
                result.append(line)
                continue
            at = self._line(line, at)
            found = replace(found, line=at)
            self.reading.directives.append(found)
            self.reading.kept[self.md.htmlStash.html_counter] = found
            result += ["", self.md.htmlStash.store("<div></div>"), ""]
        return result

    def _open_fences(self, lines: list[str]) -> None:
        """Blocks of code are gone by now: marks that are left begin none. Of a pair, the first is told."""
        left = [line for line in lines if _FENCE.match(line)]
        at = 0
        for position, line in enumerate(left):
            at = self._line(line, at)
            if position % 2 == 0:
                what = said("a block of code is not closed, or not at the edge.")
                self.reading.problems.append(problem("BW620", "", at, 1, what))

    def _line(self, text: str, after: int) -> int:
        """The number of the next line with this text: blocks of code before it have been taken out of `lines`."""
        same = (n for n, line in enumerate(self.reading.lines, 1) if n > after and line.strip() == text.strip())
        return next(same, max(after, 1))


class _Citations(InlineProcessor):
    def handleMatch(self, m: re.Match[str], data: str) -> tuple[ElementTree.Element, int, int]:  # type: ignore[override]
        """The citation as an element that still holds what was written: whoever draws it puts the links in."""
        element = ElementTree.Element("span", {"class": tree.CITATION})
        element.text = AtomicString(m.group())
        return element, m.start(0), m.end(0)


class _Entities(InlineProcessor):
    def handleMatch(self, m: Any, data: str) -> tuple[str | None, int | None, int | None]:  # type: ignore[override]
        """A character reference as the letter that it means, kept aside because it is not to be read as Markdown."""
        letters = html.unescape(m.group())
        if letters == m.group():
            return None, None, None
        return self.md.htmlStash.store(html.escape(letters)), m.start(0), m.end(0)


class _Room(Treeprocessor):
    def run(self, root: ElementTree.Element) -> None:
        """Stop before reading what would take too long."""
        level = [root]
        for _ in range(DEPTH):
            level = [child for element in level for child in element]
            if any(len(text or "") > PARAGRAPH for element in level for text in (element.text, element.tail)):
                raise _TooMuch(said("a paragraph has more than {PARAGRAPH} letters.", PARAGRAPH=PARAGRAPH))
        if level:
            raise _TooMuch("lists, quotes or boxes stand too deep in one another.")


class _Title(Treeprocessor):
    def run(self, root: ElementTree.Element) -> None:
        """The title's place has one name on all pages. By its words it would often meet the quiz of the same name."""
        title = next(root.iter("h1"), None)
        if title is not None:
            title.set("id", TOP)


class _Look(Treeprocessor):
    def __init__(self, md: Markdown, reading: _Reading) -> None:
        super().__init__(md)
        self.reading = reading

    def run(self, root: ElementTree.Element) -> None:
        """Look at the finished tree."""
        self.reading.seen = tree.look(root, self.reading.places)


def made() -> int:
    """How many bodies have been read so far, and not taken from memory."""
    return _read.cache_info().misses
