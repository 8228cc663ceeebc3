"""Finds and loads everything: exercises, quizzes, pages, session plans, figures, and the lists in docs/*.yml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from bothways.core.problems import Problem
from bothways.core.words import said
from bothways.model.course import Course, Frameworks, Glossary, Source, Sources
from bothways.model.danger import Danger
from bothways.model.exercise import Exercise
from bothways.model.questions import Quiz
from bothways.model.search import SearchWords
from bothways.model.session import SessionPlan
from bothways.model.wording import Misconceptions, WordsToAvoid
from bothways.source import extensions, files, reading, site
from bothways.source.files import File
from bothways.source.page import Page
from bothways.source.reading import Entry
from bothways.source.site import Site
from bothways.source.strays import is_published, strays


@dataclass(frozen=True)
class Library:
    """Everything there is, read once and never changed."""

    root: Path
    course: Course
    course_entry: Entry[Course]
    exercises: Mapping[str, Entry[Exercise]]
    quizzes: Mapping[str, Entry[Quiz]]
    sources: Mapping[str, Source]
    sources_entry: Entry[Sources]
    pages: tuple[Page, ...]
    figures: Mapping[str, File]
    plans: tuple[Entry[SessionPlan], ...]
    glossary: Entry[Glossary]
    frameworks: Entry[Frameworks]
    wording: Entry[WordsToAvoid]
    misconceptions: Entry[Misconceptions]
    danger: Entry[Danger]
    site: Site
    search: Entry[SearchWords]
    problems: tuple[Problem, ...]
    """What was found wrong while reading single files."""
    unread: frozenset[str]
    """Paths of files that could not be read: whatever depends on them cannot be judged yet."""
    files: tuple[File, ...]
    """Everything in docs/, exercises/ and quizzes/ but what editors and systems leave there."""

    @cached_property
    def blocked(self) -> bool:
        """Whether a whole folder could not be looked into: then nothing can be said of what belongs together."""
        return any(file.problem and file.suffix not in files.NAMED for file in self.files)

    @cached_property
    def published(self) -> frozenset[str]:
        """Paths of the files in docs/ that become a part of the site."""
        return frozenset(file.path for file in self.files if is_published(file))

    @cached_property
    def source_ids(self) -> Mapping[str, object]:
        """The ids in docs/sources.yml, also of sources in which something is wrong."""
        listed = self.sources_entry.document.value
        return listed if isinstance(listed, dict) else {}

    @cached_property
    def lessons_known(self) -> bool:
        """Whether the number and the objectives of every lesson could be read."""
        return not any(page.path in self.unread or (page.is_lesson and not page.head) for page in self.pages)

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
    found = tuple(file for folder in ("docs", "exercises", "quizzes") for file in files.walk(root, folder))
    data, settings = files.named(found, ".yml"), site.read(root, settings_path)
    exercises = [reading.exercise(file) for file in data if file.path.startswith("exercises/")]
    quizzes = [reading.of(Quiz, file) for file in data if file.path.startswith("quizzes/")]
    plans = [reading.of(SessionPlan, file) for file in data if file.path.startswith("docs/sessions/")]
    course = reading.single(root, "docs/course.yml", Course)
    sources = reading.single(root, "docs/sources.yml", Sources)
    glossary = reading.single(root, "docs/glossary.yml", Glossary)
    frameworks = reading.single(root, "docs/frameworks.yml", Frameworks)
    wording = reading.single(root, "docs/words-to-avoid.yml", WordsToAvoid)
    misconceptions = reading.single(root, "docs/misconceptions.yml", Misconceptions)
    danger = reading.single(root, "docs/in-danger.yml", Danger)
    search = reading.single(root, "docs/search.yml", SearchWords)
    single: list[Entry[Any]] = [course, sources, glossary, frameworks, wording, misconceptions, danger, search]
    entries: list[Entry[Any]] = [*exercises, *quizzes, *plans, *single]
    how = extensions.of(settings)
    pages = [reading.read_page(file, how) for file in files.named(found, ".md") if file.path.startswith("docs/")]
    drawings = [file for file in files.named(found, ".svg") if file.path.startswith("docs/assets/figures/")]
    return Library(
        root=root,
        course=course.value or Course(),
        course_entry=course,
        exercises={e.id: e for e in reversed(exercises)},
        quizzes={e.id: e for e in reversed(quizzes)},
        sources=sources.value.root if sources.value else {},
        sources_entry=sources,
        pages=tuple(page for page, _ in pages),
        figures={file.stem: file for file in drawings},
        plans=tuple(plans),
        glossary=glossary,
        frameworks=frameworks,
        wording=wording,
        misconceptions=misconceptions,
        danger=danger,
        site=settings,
        search=search,
        problems=(
            *_problems(found, entries, pages),
            *settings.problems,
            *extensions.faults(settings),
            *_twins([*exercises, *quizzes]),
        ),
        unread=_unread(found, entries, pages),
        files=found,
    )


_Pages = list[tuple[Page, tuple[Problem, ...]]]


def _problems(found: tuple[File, ...], entries: list[Entry[Any]], pages: _Pages) -> Iterator[Problem]:
    """What is wrong inside single files, or with where they stand."""
    for entry in entries:
        yield from entry.problems
    for _, problems in pages:
        yield from problems
    for file in files.named(found, ".svg"):
        yield from files.read(file).problems
    yield from strays(found)


def _unread(found: tuple[File, ...], entries: list[Entry[Any]], pages: _Pages) -> frozenset[str]:
    """Paths of the files that could not be read, and of those that a page draws and that are not there."""
    drawn = {f"docs/{d.name}.yml" for page, _ in pages for d in page.directives}
    unread = {e.path for e in entries if not isinstance(e.document.value, dict) and (e.problems or e.path in drawn)}
    unread |= {page.path for page, problems in pages if problems and page.front.value is None}
    return frozenset(unread | {file.path for file in files.named(found, ".svg") if files.read(file).text is None})


def _twins(entries: list[Entry[Any]]) -> Iterator[Problem]:
    """Files of the same name in different folders: an id must be the only one of its name."""
    first: dict[str, Entry[Any]] = {}
    for entry in entries:
        if entry.id in first:
            yield entry.problem(
                "BW111", (), said('the id "{id}" is taken by {path}.', id=entry.id, path=first[entry.id].path)
            )
        first.setdefault(entry.id, entry)
