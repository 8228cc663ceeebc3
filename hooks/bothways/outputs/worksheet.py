"""Worksheets: for each exercise and quiz a page to print and write on, and an answer key where there are answers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import emoji

from bothways.core.addresses import Part, pdf_file, sheet_file
from bothways.model.course import Course
from bothways.model.exercise import Exercise
from bothways.model.questions import Quiz
from bothways.source.library import Library
from bothways.source.page import Page
from bothways.source.queries import users
from bothways.view.render import Link, Place, Renderer
from bothways.view.render import part as own_template

PAPERS: Final[Mapping[str, str]] = {"a4": "A4", "letter": "Letter"}
"""The papers that PDFs are made for, and what people call them."""


# A PDF has no way to call an inline drawing decoration: without a name it would not be PDF/UA.
_DECORATION: Final = re.compile(r'<svg\b[^>]*aria-hidden="true"[^>]*>')
# A letter and accents that are no single sign, in text (the next bracket opens), not in a tag or a title.
_MARKED: Final = re.compile(r"(\w[\u0300-\u036f]+)(?=[^<>]*<(?!/title))")
# Where there may be emoji, so that only there a slow search begins: a key, or signs in a row.
_EMOJI: Final = re.compile(r"[0-9#*]?[©®\u200d\u203c-\u3299\ufe0f\U0001f000-\U000e007f]+")
# Signs that our fonts have, though there are emoji of them; and all other drawings among the signs.
_LETTERS: Final = frozenset("©®™‼⁉ℹ↔↕↖↗↘↙")
_PICTURE: Final = re.compile(r"[\u2300-\u27bf\u2900-\u2bff\U0001f000-\U0001faff][\ufe0e\ufe0f]?")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page to print. The same HTML is shown in the browser and becomes the PDF."""

    id: str
    part: Part
    title: str
    path: str
    """Where it goes in the site, such as worksheets/late-bus/index.html."""
    html: str

    def pdf(self, paper: str) -> str:
        """Where its PDF goes in the site."""
        return pdf_file(self.id, self.part, paper)


def write(sheets: Iterable[Sheet], folder: Path) -> None:
    """Write the pages into a folder, such as the built site."""
    for sheet in sheets:
        target = folder / sheet.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(sheet.html, encoding="utf-8")


def sheets(library: Library, renderer: Renderer, directories: bool = True) -> Iterator[Sheet]:
    """Every worksheet and answer key of the course. `directories`: whether links to pages name folders."""
    titles = {e.id: e.value.title for e in library.exercises.values() if e.value}
    press = _Press(library.course, renderer, directories, users(library), titles)
    for exercise in library.exercises.values():
        if exercise.value:
            yield press.draw(exercise.value, exercise.id, "sheet")
            if exercise.value.has_answers:
                yield press.draw(exercise.value, exercise.id, "key")
    for quiz in library.quizzes.values():
        if quiz.value:
            yield press.draw(quiz.value, quiz.id, "sheet")
            yield press.draw(quiz.value, quiz.id, "key")


@dataclass(frozen=True, slots=True)
class _Press:
    """What all worksheets of a run share."""

    course: Course
    renderer: Renderer
    directories: bool
    users: Mapping[str, Sequence[Page]]
    titles: Mapping[str, str]

    def draw(self, value: Exercise | Quiz, ident: str, part: Part) -> Sheet:
        """One worksheet or answer key."""
        at = Place(sheet_file(ident, part), self.directories, level=1, prefix=ident, paper=True)
        html = self.renderer.page(
            _template(value, part),
            thing=value,
            **{"ex" if isinstance(value, Exercise) else "quiz": value},
            ident=ident,
            part=part,
            at=at,
            course=self.course,
            lessons=[Link(_title(page), at.page(page.src)) for page in self.users.get(ident, ())],
            lighter=self._lighter(value, at),
            other=self._other(value, ident, part, at),
            pdfs=[Link(name, at.pdf(ident, paper, part)) for paper, name in PAPERS.items()]
            if self.renderer.pdf
            else [],
        )
        return Sheet(ident, part, value.title, at.file, _printable(html) + "\n")

    def _lighter(self, value: Exercise | Quiz, at: Place) -> Link | None:
        if isinstance(value, Quiz) or not value.lighter:
            return None
        return Link(self.titles.get(value.lighter, value.lighter), at.worksheet(value.lighter))

    def _other(self, value: Exercise | Quiz, ident: str, part: Part, at: Place) -> Link | None:
        if part == "key":
            return Link("Worksheet", at.worksheet(ident))
        if isinstance(value, Quiz) or value.has_answers:
            return Link("Answer key", at.worksheet(ident, "key"))
        return None


def _template(value: Exercise | Quiz, part: Part) -> str:
    if isinstance(value, Exercise):
        return own_template(value, "key" if part == "key" else "paper")
    return "sheets/quiz-key" if part == "key" else "sheets/quiz"


def _printable(html: str) -> str:
    """Drawings get names; emoji and signs become words: no font of ours has them, and a grey printer tells few apart.

    A letter with its accents becomes one sign where there is one; where there is none, a font of its own draws both.
    """
    html = _DECORATION.sub(lambda m: f"{m[0]}<title>{'Strand' if 'bw-sign' in m[0] else 'Sign'}</title>", html)
    html = _EMOJI.sub(lambda m: emoji.replace_emoji(m[0], replace=_in_words), unicodedata.normalize("NFC", html))
    html = _MARKED.sub(r'<span class="bw-marked">\1</span>', html)
    return _PICTURE.sub(lambda m: f"[{unicodedata.name(m[0][0], 'picture').lower().removesuffix(' sign')}]", html)


def _in_words(sign: str, known: Mapping[str, Any]) -> str:
    plain = sign.rstrip("\ufe0f")
    return plain if plain in _LETTERS else f"[{known['en'].strip(':').replace('_', ' ')}]"


def _title(page: Page) -> str:
    if page.head:
        return f"Lesson {page.head.lesson}: {page.head.title}" if page.head.lesson.isdigit() else page.head.title
    return next((line.removeprefix("# ").strip() for line in page.lines if line.startswith("# ")), page.src)
