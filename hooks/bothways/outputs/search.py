"""The words of the course as one script, so that the search works from a server and from a memory stick alike.

MkDocs' search plugin has read the built pages by then and left out what says `data-search-exclude`: answers and
feedback. From its index come sections with their text; from the library, what each of them is.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar, Final

from bothways.core.addresses import SEARCH, Here
from bothways.core.plain import plain
from bothways.model.search import SearchWords
from bothways.outputs.base import Output
from bothways.source.queries import entries, users

_INDEX: Final = "search/search_index.json"
_TAG: Final = re.compile(r"<[^<>]*>")
_SPACE: Final = re.compile(r"\s+")


class Search(Output):
    """The index of the search."""

    name: ClassVar[str] = "search"
    alone: ClassVar[bool] = False

    @property
    def _home(self) -> Here:
        """The top of the site: addresses in the index are as seen from there."""
        return Here(directories=self.build.directories)

    def write(self) -> None:
        source = self.build.folder / _INDEX
        if not source.is_file():
            return  # a site without the search plugin
        sections = [*self._sections(json.loads(source.read_text(encoding="utf-8"))["docs"]), *self._words()]
        words = self.build.library.search.value or SearchWords()
        found = {
            "support": self._home.page("support.md"),
            "trouble": words.trouble,
            "skip": words.skip,
            "also": [[also.typed, also.find] for also in words.also],
            "sections": [*sections, *self._sheets()],
        }
        text = (
            json.dumps(found, ensure_ascii=False, separators=(",", ":")).replace("\u2028", " ").replace("\u2029", " ")
        )
        target = self.build.folder / SEARCH
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(f"globalThis.BothWays.searchIndex = {text};\n", encoding="utf-8")
        source.unlink()
        _without_empty(source.parent)

    def _sections(self, docs: list[dict[str, Any]]) -> Iterator[list[str]]:
        """[address, title, kind, text] of each section of each page, in the order of the pages."""
        kinds, shown = dict(self._kinds()), users(self.build.library)
        twice = {
            f"practice-test--{quiz.id}-{question.id}"  # it stands in its lesson too
            for quiz in self.build.library.quizzes.values()
            for question in (quiz.value.questions if quiz.value and quiz.id in shown else ())
        }
        pages = {self._home.page(page.src).removeprefix("./"): page for page in self.build.library.pages}
        for doc in docs:
            address, _, anchor = str(doc["location"]).partition("#")
            page = pages.get(address)
            if anchor in twice:
                continue
            kind = kinds.get(anchor, "") if anchor else "lesson" if page and page.head else "page"
            yield [doc["location"], _words_of(doc["title"]), kind, _words_of(doc["text"])]

    def _kinds(self) -> Iterator[tuple[str, str]]:
        """The anchor of each exercise and question, and what it is."""
        for ident in self.build.library.exercises:
            yield ident, "exercise"
        for quiz in self.build.library.quizzes.values():
            for question in quiz.value.questions if quiz.value else ():
                yield f"{quiz.id}--{question.id}", "question"
                yield f"practice-test--{quiz.id}-{question.id}", "question"

    def _words(self) -> Iterator[list[str]]:
        """The words of the glossary."""
        glossary, home = self.build.library.glossary.value, self._home
        for term in glossary.terms if glossary else ():
            text = " ".join([plain(term.means), *term.also])
            yield [home.page(f"glossary.md#{term.id}"), plain(term.term), "word", text]

    def _sheets(self) -> Iterator[list[str]]:
        """The worksheets: their titles alone, for their words stand in the lessons."""
        library = self.build.library
        for entry in entries(library):
            if entry.value:
                yield [self._home.worksheet(entry.id), plain(entry.value.title), "sheet", ""]


def _words_of(marked: str) -> str:
    """The text of a bit of HTML, with a space where a tag was."""
    return _SPACE.sub(" ", html.unescape(_TAG.sub(" ", marked))).strip()


def _without_empty(folder: Path) -> None:
    if not any(folder.iterdir()):
        folder.rmdir()
