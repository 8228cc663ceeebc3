"""What stands at a directive: the card of an exercise, a quiz, a figure, a generated list, or an author's problem."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from bothways.core.addresses import page_file
from bothways.model.course import Term
from bothways.model.exercise import Exercise
from bothways.model.question import Question
from bothways.model.session import SessionPlan
from bothways.model.strands import Strand
from bothways.source import drawing, files
from bothways.source.directive import Directive
from bothways.source.library import Library
from bothways.source.page import Page
from bothways.source.queries import asked, practice_minutes, practice_test
from bothways.source.reading import Entry
from bothways.view.render import Link, Origin, Place, Renderer


@dataclass(frozen=True, slots=True)
class Aligned:
    """One objective, and what belongs to it."""

    id: str
    text: str
    strands: tuple[Strand, ...]
    exercises: tuple[Link, ...]
    questions: int


@dataclass(frozen=True, slots=True)
class Planned:
    """A lesson and its session plan."""

    page: Page
    plan: SessionPlan


@dataclass(frozen=True, slots=True)
class Drawing:
    """Draws what a page asks for. `boxes`: draw a box where something is wrong."""

    library: Library
    renderer: Renderer
    boxes: bool = False
    directories: bool = True
    """Whether links to pages name folders."""

    def place(self, page: Page | None) -> Place:
        """A page, as the place from which addresses are seen; without one, the home page."""
        return Place(page_file(page.src if page else "index.md", self.directories), self.directories)

    def directive(self, found: Directive, page: Page | None) -> tuple[str, str]:
        """(the HTML of one directive, what is wrong or "")."""
        if found.fault:
            return self._box([found.fault])
        at = self.place(page)
        if found.name == "figure":
            return self._figure(found)
        if found.name == "exercise":
            return self._exercise(found, at)
        if found.name == "quiz":
            return self._quiz(found, at)
        if found.name == "see":
            return self._see(found, at)
        if found.name == "objectives" and not (page and page.head):
            return self._box(["this page has no objectives in its front matter."])
        lists: dict[str, Entry[Any]] = {
            "glossary": self.library.glossary,
            "frameworks": self.library.frameworks,
            "in-danger": self.library.danger,
        }
        data = lists.get(found.name)
        if data and not data.value:
            return self._box([str(p) for p in data.problems] or [f"there is no file {data.path}."])
        at = replace(at, prefix=found.name)
        return self.renderer.draw(f"pages/{found.name}", library=self.library, page=page, at=at, drawing=self), ""

    def origin(self, path: str) -> Origin:
        """Where a source file is, and how to open it."""
        return Origin(path, self.library.course.edit_link(path) or None)

    def source_line(self, page: Page) -> str:
        """The line at the foot of a page that opens its own source."""
        return self.renderer.draw("pages/source-line", origin=self.origin(page.path))

    def aligned(self, page: Page, at: Place) -> list[Aligned]:
        """The objectives of a lesson with what practises and what asks about each."""
        questions = asked(self.library)
        return [
            self._aligned(ident, text, questions[ident], at)
            for ident, text in (page.head.objectives if page.head else {}).items()
        ]

    def _aligned(self, ident: str, text: str, questions: int, at: Place) -> Aligned:
        practising = [e for e in self.library.exercises.values() if e.value and ident in e.value.objectives]
        placed = [e for e in practising if self.library.users("exercise", e.id)]
        links = [Link(e.value.title, self._placed(e.id, at)) for e in placed if e.value]
        strands = {strand for e in practising if e.value for strand in e.value.strands}
        return Aligned(ident, text, tuple(s for s in Strand if s in strands), tuple(links), questions)

    def sheet(self, ident: str | None, at: Place) -> Link | None:
        """The worksheet of an exercise or a quiz, if there is one."""
        entry = self.library.exercises.get(ident or "") or self.library.quizzes.get(ident or "")
        return Link(entry.value.title, at.worksheet(entry.id)) if entry and entry.value else None

    def practice(self) -> tuple[list[Question], list[Question]]:
        """The questions of a practice test, and those for another time."""
        return practice_test(self.library)

    def plans(self) -> list[Planned]:
        """The session plans in the order of their lessons."""
        plans = {e.value.lesson: e.value for e in self.library.plans if e.value}
        lessons = [page for page in self.library.lessons() if page.head]
        return [Planned(page, plans[page.head.name]) for page in lessons if page.head and page.head.name in plans]

    def plan(self, page: Page) -> str:
        """Where the session plan of a lesson stands, as a path in docs/; "" where there is none."""
        shown = next((p.src for p in self.library.pages if any(d.name == "session-plans" for d in p.directives)), "")
        name = page.head.name if page.head else ""
        planned = any(e.value and e.value.lesson == name for e in self.library.plans)
        return f"{shown}#plan-{name.lower()}" if shown and planned else ""

    def words(self, page: Page, found: list[Term]) -> str:
        """The words of the glossary that a lesson uses, with their meanings."""
        return self.renderer.draw("pages/words", terms=found, at=self.place(page))

    def practice_minutes(self, page: Page) -> int:
        """Minutes of all exercises that a page places or points to."""
        return practice_minutes(self.library, page)

    def _lighter(self, exercise: Exercise, at: Place) -> Link | None:
        other = self.library.exercises.get(exercise.lighter or "")
        if not other or not other.value:
            return None
        return Link(other.value.title, self._placed(other.id, at))

    def _exercise(self, found: Directive, at: Place) -> tuple[str, str]:
        entry = self.library.exercises.get(found.id)
        if entry is None or entry.value is None:
            return self._absent(found, entry)
        lighter, sources = self._lighter(entry.value, at), self.library.sources
        return self.renderer.exercise(entry.value, entry.id, at, self.origin(entry.path), lighter, sources), ""

    def _see(self, found: Directive, at: Place) -> tuple[str, str]:
        entry = self.library.exercises.get(found.id)
        if entry is None or entry.value is None:
            return self._absent(found, entry)
        there = Link(entry.value.title, self._placed(entry.id, at))
        return self.renderer.draw("pages/see", ex=entry.value, at=at, there=there), ""

    def _placed(self, ident: str, at: Place) -> str:
        """The address of the place where an exercise stands in full."""
        pages = self.library.users("exercise", ident)
        return at.page(f"{pages[0].src if pages else 'index.md'}#{ident}")

    def _quiz(self, found: Directive, at: Place) -> tuple[str, str]:
        entry = self.library.quizzes.get(found.id)
        if entry is None or entry.value is None:
            return self._absent(found, entry)
        return self.renderer.quiz(entry.value, entry.id, at, self.origin(entry.path), self.library.sources), ""

    def _absent(self, found: Directive, entry: Entry[Any] | None) -> tuple[str, str]:
        return self._box([str(p) for p in entry.problems] if entry else [f'there is no {found.name} "{found.id}".'])

    def _figure(self, found: Directive) -> tuple[str, str]:
        file = self.library.figures.get(found.id)
        if file is None:
            return self._box([f'there is no figure "{found.id}".'])
        drawn = drawing.read(files.read(file).text or "")
        if drawn.root is None or drawn.faults:
            return self._box([f"{file.path}:{line}:{column}: {what}" for line, column, what in drawn.faults])
        svg = Markup(drawing.html(drawn.root, found.id))
        return self.renderer.draw("pages/figure", svg=svg, caption=found.caption, name=found.id), ""

    def box(self, problems: list[str]) -> str:
        """What an author sees where something is to be mended."""
        return self.renderer.draw("pages/problem", problems=problems)

    def _box(self, problems: list[str]) -> tuple[str, str]:
        return self.box(problems), "\n".join(problems)
