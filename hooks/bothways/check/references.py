"""What leads nowhere, and what nobody uses: directives, exercises, quizzes, citations, sources."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from bothways.core.problems import Problem, nearest, problem, suggest
from bothways.core.words import N_, said
from bothways.model.text import SOURCE
from bothways.source.library import Library
from bothways.source.queries import entries
from bothways.source.reading import Entry, is_id

_ABSENT: Final = {
    "exercise": N_('there is no exercise "{id}".'),
    "see": N_('there is no exercise "{id}".'),
    "quiz": N_('there is no quiz "{id}".'),
    "figure": N_('there is no figure "{id}".'),
}
_WORDS: Final = re.compile(r"[a-z0-9-]+")
_CITED: Final = re.compile(r"\(([A-Z]-[A-Z0-9-]+)\)")


def check(library: Library) -> Iterator[Problem]:
    """Every problem of this sort."""
    for rule in (_placements, _unused, _citations, _bracketed):
        yield from rule(library)


def _placements(library: Library) -> Iterator[Problem]:
    """Directives that cannot be understood or that lead nowhere."""
    known: dict[str, tuple[str, Mapping[str, object]]] = {
        "exercise": ("BW601", library.exercises),
        "quiz": ("BW602", library.quizzes),
        "figure": ("BW604", library.figures),
        "see": ("BW601", library.exercises),
    }
    for page in library.pages:
        for d in page.directives:
            if d.fault:
                yield problem("BW603", page.path, d.line, 1, d.fault)
            elif d.name in known and d.id not in known[d.name][1]:
                code, names = known[d.name]
                what = said(_ABSENT[d.name], id=d.id)
                yield problem(code, page.path, d.line, 1, what, suggest(d.id, names))


def _unused(library: Library) -> Iterator[Problem]:
    sorts: list[tuple[str, str, Mapping[str, Entry[Any]]]] = [
        ("exercise", "BW605", library.exercises),
        ("quiz", "BW606", library.quizzes),
    ]
    if any(page.path in library.unread for page in library.pages):
        return  # it may be used there
    for name, code, known in sorts:
        used = {_meant(ident, known) for page in library.pages for ident in page.placed(name)}
        used |= {word for page in library.pages for d in page.directives if d.fault for word in _WORDS.findall(d.fault)}
        if name == "quiz" and any(d.name == "practice-test" for page in library.pages for d in page.directives):
            continue  # a practice test draws from every quiz
        for entry in known.values():
            if entry.id not in used and is_id(entry.id) and entry.path not in library.unread:
                fix = said('Put the line "::: {name} {id}" into a lesson.', name=name, id=entry.id)
                yield problem(
                    code, entry.path, 1, 1, said('no lesson uses the {name} "{id}".', name=name, id=entry.id), fix
                )


def _meant(ident: str, known: Mapping[str, object]) -> str:
    """The id that somebody meant: a slip of the pen is one problem, not two."""
    return ident if ident in known else next(iter(nearest(ident, known)), ident)


def _citations(library: Library) -> Iterator[Problem]:
    """Sources that are cited but not listed, and those listed but never cited."""
    cited: set[str] = set()
    known, listed = library.source_ids, isinstance(library.sources_entry.document.value, dict)
    for page in library.pages:
        for line, column, ident in page.citations():
            cited.add(_meant(ident, known))
            if listed and ident not in known:
                yield problem("BW608", page.path, line, column, _no_source(ident), suggest(ident, known))
    for entry in (*entries(library), library.glossary, library.frameworks, library.wording):
        places = [*entry.named("sources"), *entry.named("source")]
        for loc, ident in places:
            cited.add(_meant(ident, known))
            if listed and ident not in known and re.fullmatch(SOURCE, ident):
                yield entry.problem("BW608", loc, _no_source(ident), suggest(ident, known))
    for ident in known:
        if ident not in cited and not library.unread:  # what cannot be read may cite it
            yield library.sources_entry.problem(
                "BW609", (ident,), said('nothing cites the source "{ident}".', ident=ident)
            )


def _bracketed(library: Library) -> Iterator[Problem]:
    """Known sources in round brackets, without the sign that makes a citation of them."""
    for page in library.pages:
        for number, text in page.prose():
            for found in _CITED.finditer(text):
                if (ident := found.group(1)) in library.source_ids:
                    what = said('"{group}" is not written as a citation.', group=found.group())
                    yield problem(
                        "BW610",
                        page.path,
                        number,
                        found.start() + 1,
                        what,
                        said("Write it like [@{ident}].", ident=ident),
                    )


def _no_source(ident: str) -> str:
    return said('there is no source "{ident}" in docs/sources.yml.', ident=ident)
