"""Finds and loads everything: exercises, quizzes, pages, session plans, sources, figures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from bothways.core.problems import Problem, problem
from bothways.model.course import Course, Frameworks, Glossary, Source
from bothways.model.danger import Danger
from bothways.model.exercise import Exercise
from bothways.model.questions import Quiz
from bothways.model.session import SessionPlan
from bothways.source import extensions, reading, site, yamlfile
from bothways.source.page import Page
from bothways.source.reading import Entry
from bothways.source.site import Site


@dataclass(frozen=True)
class Library:
    """Everything there is, read once and never changed."""

    root: Path
    course: Course
    course_document: yamlfile.Document
    exercises: Mapping[str, Entry[Exercise]]
    quizzes: Mapping[str, Entry[Quiz]]
    sources: Mapping[str, Source]
    sources_document: yamlfile.Document
    pages: tuple[Page, ...]
    figures: Mapping[str, Path]
    plans: tuple[Entry[SessionPlan], ...]
    glossary: Entry[Glossary]
    frameworks: Entry[Frameworks]
    danger: Entry[Danger]
    site: Site
    problems: tuple[Problem, ...]
    """What was found wrong while reading single files."""

    def lessons(self) -> list[Page]:
        """The pages that are lessons, and then sessions for facilitators, in the order of their numbers."""
        return sorted((p for p in self.pages if p.head), key=_place)

    def page(self, src: str) -> Page | None:
        """The page at that path inside docs/."""
        return self._by_src.get(src)

    @cached_property
    def _by_src(self) -> dict[str, Page]:
        return {page.src: page for page in self.pages}

    def users(self, name: str, ident: str) -> list[Page]:
        """The pages that place an exercise, a quiz or a figure."""
        return [p for p in self.pages if ident in p.placed(name)]


def _place(page: Page) -> tuple[bool, int]:
    """Lessons in the order of their numbers, then the sessions for facilitators."""
    number = page.head.lesson if page.head else "0"
    return number.startswith("F"), int(number.removeprefix("F"))


def load(root: Path, settings_path: str = site.FILE) -> Library:
    """Read the project in `root`. Files that did not change since the last call are not read again."""
    exercises = _entries(root, "exercises", reading.exercise)
    quizzes = _entries(root, "quizzes", reading.quiz)
    plans = [
        reading.single(root, f"docs/sessions/{f.name}", SessionPlan) for f in _files(root, "docs/sessions", "*.yml")
    ]
    course = reading.single(root, "docs/course.yml", Course)
    glossary = reading.single(root, "docs/glossary.yml", Glossary)
    frameworks = reading.single(root, "docs/frameworks.yml", Frameworks)
    danger = reading.single(root, "docs/in-danger.yml", Danger)
    sources_document, sources, source_problems = _sources(root)
    settings = site.read(root, settings_path)
    how = extensions.of(settings)
    pages = tuple(reading.read_page(file, root, *reading.stamp(file), how) for file in _files(root, "docs", "*.md"))
    entries: list[Entry[Any]] = [*exercises, *quizzes]
    problems = (
        [p for e in [*entries, *plans, course, glossary, frameworks, danger] for p in e.problems]
        + [p for one in pages for p in one[1]]
        + [*_strays(root), *_twins(entries), *source_problems, *extensions.faults(settings)]
    )
    return Library(
        root=root,
        course=course.value or Course(),
        course_document=course.document,
        exercises={e.id: e for e in reversed(exercises)},
        quizzes={e.id: e for e in reversed(quizzes)},
        sources=sources,
        sources_document=sources_document,
        pages=tuple(one for one, _ in pages),
        figures={file.stem: file for file in _files(root, "docs/assets/figures", "*.svg")},
        plans=tuple(plans),
        glossary=glossary,
        frameworks=frameworks,
        danger=danger,
        site=settings,
        problems=tuple(problems),
    )


def _files(root: Path, folder: str, pattern: str) -> list[Path]:
    return sorted((root / folder).rglob(pattern))


def _entries(root: Path, folder: str, read: Callable[..., Entry[Any]]) -> list[Entry[Any]]:
    return [read(file, root, *reading.stamp(file)) for file in _files(root, folder, "*.yml")]


def _sources(root: Path) -> tuple[yamlfile.Document, dict[str, Source], list[Problem]]:
    file = root / "docs/sources.yml"
    if not file.is_file():
        return yamlfile.Document("docs/sources.yml"), {}, []
    document = yamlfile.read(file, root)
    sources: dict[str, Source] = {}
    problems = list(document.problems)
    for ident, value in (document.value or {}).items():
        made, faults = reading.validated(value, Source)
        problems += [document.problem(f.code, (ident, *f.loc), f.what, f.fix) for f in faults]
        if made:
            sources[ident] = made
    return document, sources, problems


def _strays(root: Path) -> Iterator[Problem]:
    """Files that would be overlooked: a wrong ending, or a name that cannot be an id."""
    for folder in ("exercises", "quizzes"):
        for file in _files(root, folder, "*"):
            path = file.relative_to(root).as_posix()
            if (
                file.is_file()
                and not file.name.startswith(".")
                and (file.suffix != ".yml" or not reading.is_id(file.stem))
            ):
                yield problem("BW109", path, 1, 1, f'"{file.name}" is not a name for a content file.')


def _twins(entries: list[Entry[Any]]) -> Iterator[Problem]:
    """Files of the same name in different folders: an id must be the only one of its name."""
    first: dict[str, Entry[Any]] = {}
    for entry in entries:
        if entry.id in first:
            yield entry.problem("BW111", (), f'the id "{entry.id}" is taken by {first[entry.id].path}.')
        first.setdefault(entry.id, entry)
