"""YAML text -> values, and where each value stood. Every scalar stays text: the models give it a type.

So `yes`, `12:30`, `010` and a date come through as they were written, and no author has to know the difference.
The events of the parser are read in one loop, without recursion, so that no file can eat the machine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

import yaml

from bothways.core import signs
from bothways.core.problems import Loc, Problem, problem
from bothways.core.words import said
from bothways.source import files
from bothways.source.files import File
from bothways.source.yaml_words import plain_words

MAX_DEPTH: Final = 12
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INDENT: Final = re.compile(r"^[ -]*([\t\u00a0\u2007\u202f])", re.MULTILINE)
"""What looks like the spaces that indent a line, and is none."""

Value = Any
"""Text, a list of values, or a mapping from text to value."""


@dataclass(frozen=True, slots=True)
class Document:
    """What one YAML text holds. `places` gives (line, column), from 1, for each path of keys; () is the top."""

    path: str
    value: Value = None
    places: Mapping[Loc, tuple[int, int]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    text: str = ""
    """What it was read from: to see quickly whether something can be in it at all."""

    def place(self, loc: Loc) -> tuple[int, int]:
        """Where `loc` stands, or the nearest thing around it that is there."""
        found = self.places.get(loc)
        while found is None and loc:
            loc = loc[:-1]
            found = self.places.get(loc)
        return found or (1, 1)

    def problem(self, code: str, loc: Loc, what: str, fix: str = "") -> Problem:
        """A Problem at the place of `loc`."""
        return problem(code, self.path, *self.place(loc), what, fix)


class _Stop(Exception):
    """Reading cannot go on: it carries the Problem."""

    def __init__(self, found: Problem) -> None:
        self.found = found


def read(file: File) -> Document:
    """The document in `file`. Never raises for what is in the file: that is in `problems`."""
    found = files.read(file)
    if found.text is None:
        return Document(file.path, problems=found.problems)
    document = parse(found.text, file.path)
    return replace(document, problems=(*found.problems, *document.problems)) if found.problems else document


def parse(text: str, path: str, first_line: int = 1) -> Document:
    """The document in `text`; `first_line` is the line of the file on which the text begins."""
    if indent := _INDENT.search(text):
        line = text.count("\n", 0, indent.end()) + first_line
        tab = indent.group(1) == "\t"
        what = said("a tab indents this line.") if tab else said("a no-break space indents this line.")
        return Document(path, problems=(problem("BW102", path, line, indent.end() - indent.start(), what),))
    builder = _Builder(path, first_line)
    try:
        value = builder.build(text)
    except _Stop as stop:
        return Document(path, problems=(*builder.problems, stop.found))
    return Document(path, value, builder.places, tuple(builder.problems), text)


class _Builder:
    """Puts the parser's events together."""

    def __init__(self, path: str, first_line: int) -> None:
        self.path, self.first_line = path, first_line
        self.places: dict[Loc, tuple[int, int]] = {}
        self.problems: list[Problem] = []
        self.quoted: yaml.ScalarEvent | None = None
        """The last text between quotes that goes over several lines."""

    def build(self, text: str) -> Value:
        """The value of the only document in `text`."""
        # Each open collection: [the list or mapping, its path, the key that waits for its value].
        stack: list[list[Any]] = []
        top: Value = None
        documents = 0
        for event in self._events(text):
            match event:
                case yaml.DocumentStartEvent():
                    documents += 1
                    if documents > 1:
                        raise self._stop("BW112", event, said("a second document begins here."))
                case yaml.AliasEvent():
                    raise self._stop("BW107", event, said('there is an alias: "*{anchor}".', anchor=event.anchor))
                case yaml.ScalarEvent() | yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                    if event.anchor:
                        raise self._stop("BW107", event, said('there is an anchor: "&{anchor}".', anchor=event.anchor))
                    if event.tag:
                        self.problems.append(
                            self._stop("BW114", event, said('there is a tag: "{tag}".', tag=_tag(event.tag))).found
                        )
                    if isinstance(event, yaml.ScalarEvent):
                        if stack and stack[-1][2] is None and isinstance(stack[-1][0], dict):
                            self._key(stack[-1], event)
                            continue
                        value: Value = self._seen(event)
                    else:
                        value = [] if isinstance(event, yaml.SequenceStartEvent) else {}
                    loc = self._put(stack, value, event)
                    if not stack:
                        top = value
                    if not isinstance(value, str):
                        if len(stack) >= MAX_DEPTH:
                            raise self._stop(
                                "BW106",
                                event,
                                said("this is nested deeper than {MAX_DEPTH} levels.", MAX_DEPTH=MAX_DEPTH),
                            )
                        stack.append([value, loc, None])
                case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                    stack.pop()
        return top

    def _key(self, frame: list[Any], event: yaml.ScalarEvent) -> None:
        mapping, loc, _ = frame
        key = self._seen(event)
        if key in mapping:
            line, column = self._at(event.start_mark)
            first = self.places[(*loc, key)][0]
            self.problems.append(
                problem(
                    "BW104",
                    self.path,
                    line,
                    column,
                    said('"{key}" stands twice; first in line {first}.', key=key, first=first),
                )
            )
        else:
            self.places[(*loc, key)] = self._at(event.start_mark)
        frame[2] = key

    def _seen(self, event: yaml.ScalarEvent) -> str:
        """The text of an event, without signs that nobody sees: between double quotes there can be a `\\u202E`."""
        text: str = event.value
        if not event.style:  # most texts stand without quotes
            return text
        if event.style in ("'", '"') and self._at(event.start_mark)[0] != self._at(event.end_mark)[0]:
            self.quoted = event
        if event.style == '"' and not (text.isascii() and text.isprintable()):
            names = list(dict.fromkeys(name for _, name in signs.found(text)))
            self.problems += [
                self._stop("BW113", event, said("there is a sign {name}.", name=name)).found for name in names
            ]
            return signs.without(text) if names else text
        return text

    def _put(self, stack: list[list[Any]], value: Value, event: Any) -> Loc:
        """Put the value where it belongs and note its place; the path it has got."""
        if not stack:
            self.places[()] = self._at(event.start_mark)
            return ()
        parent, loc, key = frame = stack[-1]
        if isinstance(parent, list):
            parent.append(value)
            inner: Loc = (*loc, len(parent) - 1)
            self.places[inner] = self._at(event.start_mark)
            return inner
        if key is None:
            raise self._stop("BW103", event, said("a list or a mapping stands where a name should be."))
        parent.setdefault(key, value)
        frame[2] = None
        return (*loc, key)

    def _events(self, text: str) -> Iterator[Any]:
        try:
            yield from yaml.parse(text, Loader=_LOADER)
        except yaml.MarkedYAMLError as error:
            raise _Stop(self._unreadable(error)) from None
        except yaml.reader.ReaderError as error:
            line = text.count("\n", 0, error.position) + self.first_line
            what = said("there is a sign that cannot be seen and that YAML does not allow.")
            raise _Stop(problem("BW103", self.path, line, 1, what, said("Write the line again."))) from None

    def _unreadable(self, error: yaml.MarkedYAMLError) -> Problem:
        """The Problem: what was opened and never closed is mended where it was opened, not where the reader gave up."""
        technical = str(error.problem or "unreadable")
        mark: Any = error.problem_mark
        if self.quoted and mark and self._at(self.quoted.end_mark)[0] == self._at(mark)[0]:
            # The next quote, lines below, was taken for the end of this one.
            technical, mark = "unexpected end of stream", self.quoted.start_mark
        elif error.context_mark and ("unexpected" in technical or "',' or" in technical):
            mark = error.context_mark
        line, column = self._at(mark) if mark else (self.first_line, 1)
        return problem("BW103", self.path, line, column, *plain_words(technical))

    def _at(self, mark: Any) -> tuple[int, int]:
        return mark.line + self.first_line, mark.column + 1

    def _stop(self, code: str, event: Any, what: str) -> _Stop:
        return _Stop(problem(code, self.path, *self._at(event.start_mark), what))


def _tag(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")
