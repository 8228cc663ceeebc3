"""Reads single files: YAML into checked objects, Markdown into pages. Reading never raises; it notes Problems."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from bothways.core.problems import Fault, Loc, Problem
from bothways.core.words import said
from bothways.model.exercise import Exercise
from bothways.model.kinds import KINDS
from bothways.model.text import Id
from bothways.source import body, files, messages, page, yamlfile
from bothways.source.extensions import Extensions
from bothways.source.files import File
from bothways.source.page import Head, Page, PageHead

M = TypeVar("M", bound=BaseModel)
REFERENCES: Final = frozenset(
    {
        "objective",
        "objectives",
        "source",
        "sources",
        "lighter",
        "exercise",
        "quiz",
        "lesson",
        "lessons",
        "misconception",
    }
)
"""Fields whose texts are ids of something elsewhere."""
_ID: Final[TypeAdapter[str]] = TypeAdapter(Id)


@dataclass(frozen=True, slots=True)
class Entry(Generic[M]):
    """One content file: its id, its path, what it holds (None if it could not be read) and what is wrong inside it."""

    id: str
    path: str
    document: yamlfile.Document
    value: M | None
    problems: tuple[Problem, ...]
    names: Mapping[str, list[tuple[Loc, str]]]
    """Where it names something elsewhere: for each field of `REFERENCES`, places and ids."""

    def named(self, field: str) -> Sequence[tuple[Loc, str]]:
        """(place, id) wherever it has something under a field of that name, at any depth."""
        return self.names.get(field, ())

    def problem(self, code: str, loc: tuple[str | int, ...], what: str, fix: str = "") -> Problem:
        """A Problem at a place of this file."""
        return self.document.problem(code, loc, what, fix)


@lru_cache(maxsize=20_000)
def exercise(file: File) -> Entry[Exercise]:
    """An exercise file."""
    document = yamlfile.read(file)
    if not isinstance(document.value, dict):
        return _empty(file, document)
    kind = document.value.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        found = messages.unknown_kind(kind, KINDS) if isinstance(kind, str) else messages.no_kind(document.value, KINDS)
        problems = (*document.problems, *(document.problem(f.code, f.loc, f.what, f.fix) for f in found))
        return Entry(file.stem, document.path, document, None, problems, names(document.value))
    return _entry(file, document, KINDS[kind])


@lru_cache(maxsize=20_000)
def of(model: type[M], file: File) -> Entry[M]:
    """A file whose fields are those of one model: a quiz, a session plan, the glossary …"""
    document = yamlfile.read(file)
    return _entry(file, document, model) if isinstance(document.value, dict) else _empty(file, document)


def single(root: Path, path: str, model: type[M]) -> Entry[M]:
    """The one file at `path`; when it is not there, as if it were empty."""
    if file := files.one(root, path):
        return of(model, file)
    return Entry(path, path, yamlfile.Document(path), None, (), {})


def _empty(file: File, document: yamlfile.Document) -> Entry[Any]:
    problems = document.problems
    if not problems:
        what = "the file is empty." if document.value is None else "the file holds no fields with names."
        problems = (document.problem("BW108", (), what),)
    return Entry(file.stem, document.path, document, None, problems, names(document.value))


def _entry(file: File, document: yamlfile.Document, model: type[M]) -> Entry[M]:
    value, faults = validated(document.value, model)
    if "id" in document.value and document.value["id"] != file.stem and "id" in model.model_fields:
        what = said('the id "{part}" is not the name of the file.', part=document.value["id"])
        faults.append(Fault("BW110", ("id",), what, said('Write "{stem}", or leave the id out.', stem=file.stem)))
    problems = (*document.problems, *(document.problem(f.code, f.loc, f.what, f.fix) for f in faults))
    return Entry(file.stem, document.path, document, value, problems, names(document.value))


def validated(value: Any, model: type[M]) -> tuple[M | None, list[Fault]]:
    """The model made from `value`, and every fault.

    When fields are wrong, the rules that look at the whole are tried on a patched copy, so that an author sees
    everything in one run.
    """
    try:
        made = model.model_validate(value)
    except ValidationError as error:
        faults = messages.faults(error, model)
        try:
            patched = model.model_validate(messages.patched(value, error, model))
        except ValidationError:
            return None, faults
        seen = {f.loc for f in faults}
        return None, faults + [f for f in _own(patched) if f.loc not in seen and not _missing(f.loc, value)]
    return made, _own(made)


def _own(made: BaseModel) -> list[Fault]:
    own = getattr(made, "faults", None)
    return list(own()) if own else []


def _missing(loc: tuple[str | int, ...], value: Any) -> bool:
    """Whether `loc` leads to nothing in what the author wrote: then the fault comes from a stand-in."""
    for step in loc:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return True
    return False


@lru_cache(maxsize=20_000)
def read_page(file: File, how: Extensions) -> tuple[Page, tuple[Problem, ...]]:
    """A Markdown page, and what is wrong with its front matter."""
    found = files.read(file)
    text = found.text or ""
    front, start = page.front_of(text, file.path) if found.text is not None else (yamlfile.Document(file.path), 0)
    problems = [*found.problems, *front.problems]
    is_lesson = isinstance(front.value, dict) and not page.LESSON.isdisjoint(front.value)
    fields: PageHead | None = None
    if isinstance(front.value, dict):
        fields, faults = validated(front.value, Head if is_lesson else PageHead)
        code = {"BW202": "BW611"} if is_lesson else {}
        problems += [front.problem(code.get(f.code, f.code), f.loc, f.what, f.fix) for f in faults]
    lines = tuple(text.split("\n"))
    content = body.read("\n".join(lines[start:]), how)
    head = fields if isinstance(fields, Head) else None
    src = file.path.removeprefix("docs/")
    return Page(file.path, src, lines, start, front, is_lesson, head, content), tuple(problems)


def is_id(name: str) -> bool:
    """Whether a name can be an id."""
    try:
        _ID.validate_python(name)
    except ValidationError:
        return False
    return True


def texts(value: Any, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """(place, text) for every text in raw content, at any depth."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from texts(inner, (*loc, key))
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from texts(inner, (*loc, i))
    elif isinstance(value, str):
        yield loc, value


def names(value: Any) -> Mapping[str, list[tuple[Loc, str]]]:
    """For each field of `REFERENCES`, the places and texts under it, at any depth."""
    found: dict[str, list[tuple[Loc, str]]] = {}
    for field, loc, text in _references(value, (), ""):
        found.setdefault(field, []).append((loc, text))
    return found


def _references(value: Any, loc: Loc, field: str) -> Iterator[tuple[str, Loc, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in REFERENCES:
                yield from _references(inner, (*loc, key), key)
            elif not isinstance(inner, str):
                yield from _references(inner, (*loc, key), "")
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from _references(inner, (*loc, i), field)
    elif field:
        yield field, loc, value
