"""Finds and loads everything: exercises, quizzes, pages, sources, figures. Reading never raises; it notes Problems."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from bothways import directive, messages, page, yamlfile
from bothways.course import Course, Source
from bothways.kinds import KINDS
from bothways.kinds.base import Exercise, Id
from bothways.page import Head, Page
from bothways.problems import Fault, Problem, problem
from bothways.questions import Quiz

M = TypeVar("M", bound=BaseModel)
_ID: Final[TypeAdapter[str]] = TypeAdapter(Id)


@dataclass(frozen=True, slots=True)
class Entry(Generic[M]):
    """One content file: its id, its path, what it holds (None if it could not be read) and what is wrong inside it."""

    id: str
    path: str
    document: yamlfile.Document
    value: M | None
    problems: tuple[Problem, ...]

    def problem(self, code: str, loc: tuple[str | int, ...], what: str, fix: str = "") -> Problem:
        """A Problem at a place of this file."""
        return self.document.problem(code, loc, what, fix)


@dataclass(frozen=True)
class Library:
    """Everything there is, read once and never changed."""

    root: Path
    course: Course
    exercises: Mapping[str, Entry[Exercise]]
    quizzes: Mapping[str, Entry[Quiz]]
    sources: Mapping[str, Source]
    sources_document: yamlfile.Document
    pages: tuple[Page, ...]
    figures: Mapping[str, Path]
    problems: tuple[Problem, ...]
    """What was found wrong while reading single files."""

    def lessons(self) -> list[Page]:
        """The pages that are lessons or sessions for facilitators, with their front matter."""
        return [p for p in self.pages if p.head]

    def page(self, src: str) -> Page | None:
        """The page at that path inside docs/."""
        return next((p for p in self.pages if p.src == src), None)

    def users(self, name: str, ident: str) -> list[Page]:
        """The pages that place an exercise, a quiz or a figure."""
        return [p for p in self.pages if ident in p.placed(name)]


def load(root: Path) -> Library:
    """Read the project in `root`. Files that did not change since the last call are not read again."""
    exercises = _entries(root, "exercises", _exercise)
    quizzes = _entries(root, "quizzes", _quiz)
    course = _single(root, "docs/course.yml", Course)
    sources_document, sources, source_problems = _sources(root)
    pages = tuple(_page(file, root, *_stamp(file)) for file in sorted((root / "docs").rglob("*.md")))
    figures = {file.stem: file for file in sorted((root / "docs/assets/figures").glob("*.svg"))}
    entries: list[Entry[Any]] = [*exercises, *quizzes]
    problems = (
        [p for e in [*entries, course] for p in e.problems]
        + [p for one in pages for p in one[1]]
        + [*_strays(root), *_twins(entries), *source_problems]
    )
    return Library(
        root=root,
        course=course.value or Course(),
        exercises={e.id: e for e in reversed(exercises)},
        quizzes={e.id: e for e in reversed(quizzes)},
        sources=sources,
        sources_document=sources_document,
        pages=tuple(one for one, _ in pages),
        figures=figures,
        problems=tuple(problems),
    )


def _stamp(file: Path) -> tuple[int, int]:
    stat = file.stat()
    return stat.st_mtime_ns, stat.st_size


def _entries(root: Path, folder: str, make: Any) -> list[Entry[Any]]:
    return [make(file, root, *_stamp(file)) for file in sorted((root / folder).rglob("*.yml"))]


@lru_cache(maxsize=20_000)
def _exercise(file: Path, root: Path, _changed: int, _size: int) -> Entry[Exercise]:
    document = yamlfile.read(file, root)
    if not isinstance(document.value, dict):
        return _empty(file, document)
    kind = document.value.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        found = messages.unknown_kind(kind, KINDS) if isinstance(kind, str) else messages.no_kind(KINDS)
        problems = (*document.problems, *(document.problem(f.code, f.loc, f.what, f.fix) for f in found))
        return Entry(file.stem, document.path, document, None, problems)
    return _entry(file, document, KINDS[kind])


@lru_cache(maxsize=20_000)
def _quiz(file: Path, root: Path, _changed: int, _size: int) -> Entry[Quiz]:
    document = yamlfile.read(file, root)
    return _entry(file, document, Quiz) if isinstance(document.value, dict) else _empty(file, document)


def _single(root: Path, path: str, model: type[M]) -> Entry[M]:
    """The one file at `path`; when it is not there, as if it were empty."""
    file = root / path
    if not file.is_file():
        return Entry(file.stem, path, yamlfile.Document(path), None, ())
    document = yamlfile.read(file, root)
    return _entry(file, document, model) if isinstance(document.value, dict) else _empty(file, document)


def _empty(file: Path, document: yamlfile.Document) -> Entry[Any]:
    problems = document.problems
    if not problems:
        what = "the file is empty." if document.value is None else "the file holds no fields with names."
        problems = (document.problem("BW108", (), what),)
    return Entry(file.stem, document.path, document, None, problems)


def _entry(file: Path, document: yamlfile.Document, model: type[M]) -> Entry[M]:
    value, faults = validated(document.value, model)
    if "id" in document.value and document.value["id"] != file.stem and hasattr(model, "faults"):
        what = f'the id "{document.value["id"]}" is not the name of the file.'
        faults.append(Fault("BW110", ("id",), what, f'Write "{file.stem}", or leave the id out.'))
    problems = (*document.problems, *(document.problem(f.code, f.loc, f.what, f.fix) for f in faults))
    return Entry(file.stem, document.path, document, value, problems)


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
            patched = model.model_validate(messages.patched(value, error))
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


def _sources(root: Path) -> tuple[yamlfile.Document, dict[str, Source], list[Problem]]:
    file = root / "docs/sources.yml"
    if not file.is_file():
        return yamlfile.Document("docs/sources.yml"), {}, []
    document = yamlfile.read(file, root)
    sources: dict[str, Source] = {}
    problems = list(document.problems)
    for ident, value in (document.value or {}).items():
        made, faults = validated(value, Source)
        problems += [document.problem(f.code, (ident, *f.loc), f.what, f.fix) for f in faults]
        if made:
            sources[ident] = made
    return document, sources, problems


@lru_cache(maxsize=20_000)
def _page(file: Path, root: Path, _changed: int, _size: int) -> tuple[Page, tuple[Problem, ...]]:
    path = file.relative_to(root).as_posix()
    text = file.read_bytes()[: yamlfile.MAX_BYTES].decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
    front, start = page.front_of(text, path)
    problems = list(front.problems)
    if "\ufffd" in text:
        line = text[: text.index("\ufffd")].count("\n") + 1
        problems.append(problem("BW101", path, line, 1, "this is not UTF-8 text."))
    if file.stat().st_size > yamlfile.MAX_BYTES:
        problems.append(problem("BW105", path, 1, 1, "the file is larger than 200 kB."))
    is_lesson = isinstance(front.value, dict) and "lesson" in front.value
    head = None
    if is_lesson:
        head, faults = validated(page.lesson_fields(front.value), Head)
        problems += [front.problem("BW611" if f.code == "BW202" else f.code, f.loc, f.what, f.fix) for f in faults]
    lines = tuple(text.split("\n"))
    src = file.relative_to(root / "docs").as_posix()
    placed = tuple(directive.find(("",) * start + lines[start:]))
    return Page(path, src, lines, start, front, is_lesson, head, placed), tuple(problems)


def _strays(root: Path) -> Iterator[Problem]:
    """Files that would be overlooked: a wrong ending, or a name that cannot be an id."""
    for folder in ("exercises", "quizzes"):
        for file in sorted((root / folder).rglob("*")):
            path = file.relative_to(root).as_posix()
            if file.is_file() and not file.name.startswith(".") and (file.suffix != ".yml" or not is_id(file.stem)):
                yield problem("BW109", path, 1, 1, f'"{file.name}" is not a name for a content file.')


def is_id(name: str) -> bool:
    """Whether a name can be an id."""
    try:
        _ID.validate_python(name)
    except ValidationError:
        return False
    return True


def _twins(entries: list[Entry[Any]]) -> Iterator[Problem]:
    """Files of the same name in different folders: an id must be the only one of its name."""
    first: dict[str, Entry[Any]] = {}
    for entry in entries:
        if entry.id in first:
            yield entry.problem("BW111", (), f'the id "{entry.id}" is taken by {first[entry.id].path}.')
        first.setdefault(entry.id, entry)
