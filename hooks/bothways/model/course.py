"""The lists of the course: what an organisation may change, sources, the glossary, frameworks to compare with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Final, Literal

from pydantic import ConfigDict, Field, RootModel, StringConstraints

from bothways.core.names import slug
from bothways.core.problems import Fault
from bothways.core.words import said
from bothways.model.text import Bubble, Content, Id, Label, Line, Note, SourceId, Text

Address = Annotated[str, StringConstraints(pattern=r"^https://[^\s<>\"'`{}|\\^]+$", max_length=300)]
"""An https:// address."""
_COMMONS: Final = re.compile(r"CC (BY(?:-NC)?(?:-SA|-ND)?) ([1-9]\.[0-9])")

LessonName = Annotated[str, StringConstraints(pattern=r"^[LF][1-9][0-9]?$")]
"""A lesson, such as L3, or a session for facilitators, such as F1."""


class Unit(Content):
    """A folder of lessons."""

    folder: Id
    """The folder in docs/."""
    title: Label
    """What people call it."""
    number: int = Field(ge=1, le=20)
    """Its place in the course."""


class LocalHelp(Content):
    """Help near you, filled in by whoever runs the course."""

    checked: Note = ""
    """The day on which somebody last tried every line."""
    lines: tuple[Line, ...] = Field(default=(), max_length=12)
    """One place, person or service a line, with how to reach it."""


class Course(Content):
    """The one small file that an organisation adapts: docs/course.yml."""

    title: Label = "Both Ways"
    """The name of the course."""
    licence: Label = "CC BY 4.0"
    """The licence of the course's text. Names such as CC BY-SA 4.0 and CC0 1.0 become links."""
    language: str = Field(default="", pattern=r"^([a-z]{2,3}(-[A-Za-z]{2,8})?)?$")
    """The language of the course, such as en, de or pt-BR. Empty: as in mkdocs.yml, which is English."""
    site_url: str = Field(default="", pattern=r"^(https?://[\w.~/:%+-]+)?$", max_length=200)
    """The web address of this copy, such as https://example.org/courses/both-ways/. Empty: the page for wrong addresses
    is right only when the course stands at the top of its host."""
    repository: str = Field(default="", pattern=r"^(https://[\w.~/:%+-]+)?$", max_length=200)
    """Where the source can be edited, such as https://github.com/you/both-ways. Empty: the path is shown instead."""
    edit: str = Field(default="edit/main/", pattern=r"^[\w/.~-]+/$", max_length=100)
    """What stands between the repository's address and a file's path when one edits it; on GitLab -/edit/main/."""
    contact: Note = ""
    """Whom to write to about this copy of the course."""
    logo: str = Field(default="", pattern=r"^(assets/[\w/-]+\.(svg|png))?$", max_length=200)
    """Your own drawing in place of the two circles: a file in docs/assets, such as assets/our-logo.svg."""
    units: tuple[Unit, ...] = Field(default=(), max_length=20)
    """The units in their order."""
    local_help: LocalHelp = LocalHelp()
    """Help near you, for the page "Need support now?"."""

    def edit_link(self, path: str) -> str:
        """The address that opens the source file for editing, or "" while no repository is set."""
        return f"{self.repository.rstrip('/')}/{self.edit}{path}" if self.repository else ""

    @property
    def licence_link(self) -> str:
        """Where the licence can be read, or "" for one that we do not know."""
        if found := _COMMONS.fullmatch(self.licence):
            return f"https://creativecommons.org/licenses/{found[1].lower()}/{found[2]}/"
        return "https://creativecommons.org/publicdomain/zero/1.0/" if self.licence in {"CC0", "CC0 1.0"} else ""


class Source(Content):
    """One entry of docs/sources.yml."""

    label: Label
    """Short, for the citation in the text, such as HEE 2020."""
    cite: Text
    """Authors, year, title, where it appeared."""
    url: Address | None = None
    """Where it can be read."""
    used_for: Line = Field(alias="for")
    """What this course cites it for."""
    sure: Literal["strong", "some", "limited", "values-based", "practice"]
    """How sure we are of what it is cited for."""
    note: Line | None = None
    """What to know about it, such as that only the abstract was seen."""


class Sources(RootModel[dict[SourceId, Source]]):
    """docs/sources.yml: every source by its id."""

    model_config = ConfigDict(frozen=True)
    root: dict[SourceId, Source] = Field(max_length=1000)


class Term(Content):
    """One word of docs/glossary.yml."""

    term: Label
    """The word."""
    also: tuple[Label, ...] = Field(default=(), max_length=12)
    """Other forms that mean the same and are marked in lessons as well."""
    unless: tuple[Label, ...] = Field(default=(), max_length=12)
    """Phrases in which the word means something else, such as a "repair workshop"; there it is not marked."""
    means: Bubble
    """What it means here, in plain words."""
    lesson: LessonName
    """The lesson that teaches it."""
    sources: tuple[SourceId, ...] = Field(default=(), max_length=12)
    """Sources that the meaning rests on."""

    @property
    def id(self) -> str:
        """Its place on the glossary page."""
        return f"word-{slug(self.term)}"


class Glossary(Content):
    """docs/glossary.yml."""

    terms: tuple[Term, ...] = Field(max_length=500)
    """The words, in any order."""

    def faults(self) -> Iterator[Fault]:
        """Words that would stand at the same place of a page."""
        first: dict[str, str] = {}
        for position, term in enumerate(self.terms):
            if term.id in first:
                what = said('"{term}" and "{part}" would have the same address.', term=term.term, part=first[term.id])
                yield Fault(
                    "BW210",
                    ("terms", position, "term"),
                    what,
                    said('Make one word of them, with the other under "also".'),
                )
            first.setdefault(term.id, term.term)


class Competence(Content):
    """One thing that a framework asks for."""

    name: Line
    """What the framework calls it, in our words where its own may not be copied."""
    lessons: tuple[Annotated[str, StringConstraints(pattern=r"^[LF][1-9][0-9]?$")], ...] = Field(
        min_length=1, max_length=60
    )
    """The lessons that touch it."""
    how: Line
    """What in those lessons touches it."""


class Framework(Content):
    """A published framework that lessons can be compared with."""

    title: Label
    """Its name."""
    source: SourceId
    """Where it stands in docs/sources.yml."""
    about: Bubble
    """What it is, who made it, and what to know about it."""
    competences: tuple[Competence, ...] = Field(min_length=1, max_length=60)
    """What it asks for and which lessons touch it."""


class Frameworks(Content):
    """docs/frameworks.yml."""

    frameworks: tuple[Framework, ...] = Field(max_length=20)
    """The frameworks."""
