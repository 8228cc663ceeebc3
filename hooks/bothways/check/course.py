"""Everything that must be mended, in one list; and what leads nowhere, what nobody uses, what is not safe in a page."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from bothways.check import alignment, language, links, settings, site, useful
from bothways.core.problems import Problem, nearest, problem, suggest
from bothways.model.text import SOURCE
from bothways.source.library import Library
from bothways.source.queries import entries
from bothways.source.reading import Entry, is_id

_TAG: Final = re.compile(r"<(?:[a-zA-Z!?])[^>\n]*")
_WORDS: Final = re.compile(r"[a-z0-9-]+")
_CODE: Final = re.compile(r"`+[^`]*`+")
_LINK: Final = re.compile(r"\]\(\s*<?([^)\s>]*)")
_SCHEME: Final = re.compile(r"^[\w.-]+:(?!//)|^[a-z]+://|^//")


def check(library: Library) -> list[Problem]:
    """Every problem of the course, sorted, each once."""
    found = {*library.problems}
    if library.blocked:
        return sorted(found)
    for rule in (
        _placements,
        _unused,
        _twice,
        _citations,
        _pages,
        _logo,
        _figures,
        links.check,
        site.check,
        useful.check,
        alignment.check,
        language.check,
        settings.check,
    ):
        found.update(rule(library))
    return sorted(found)


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
                what = f'there is no {"exercise" if d.name == "see" else d.name} "{d.id}".'
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
                fix = f'Put the line "::: {name} {entry.id}" into a lesson.'
                yield problem(code, entry.path, 1, 1, f'no lesson uses the {name} "{entry.id}".', fix)


def _meant(ident: str, known: Mapping[str, object]) -> str:
    """The id that somebody meant: a slip of the pen is one problem, not two."""
    return ident if ident in known else next(iter(nearest(ident, known)), ident)


def _twice(library: Library) -> Iterator[Problem]:
    first: dict[tuple[str, str], str] = {}
    for page in library.pages:
        for d in page.directives:
            if not d.id or d.fault or d.name == "see":
                continue
            if (d.name, d.id) in first:
                what = f'the {d.name} "{d.id}" is also placed in {first[d.name, d.id]}.'
                yield problem("BW607", page.path, d.line, 1, what)
            first.setdefault((d.name, d.id), page.path)


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
            yield library.sources_entry.problem("BW609", (ident,), f'nothing cites the source "{ident}".')


def _no_source(ident: str) -> str:
    return f'there is no source "{ident}" in docs/sources.yml.'


def _pages(library: Library) -> Iterator[Problem]:
    """Raw HTML and addresses that do not belong into a page."""
    for page in library.pages:
        for number, line in page.prose():
            text = _CODE.sub(lambda m: " " * len(m.group()), line)
            for tag in _TAG.finditer(text):
                if not re.match(r"<https?://", tag.group()):
                    yield problem(
                        "BW621", page.path, number, tag.start() + 1, f'there is raw HTML: "{tag.group()[:30]}".'
                    )
            for link in _LINK.finditer(text):
                address = link.group(1)
                if _SCHEME.match(address) and not address.startswith("https://"):
                    yield problem("BW622", page.path, number, link.start(1) + 1, f'a link leads to "{address[:60]}".')


def _logo(library: Library) -> Iterator[Problem]:
    logo = library.course.logo
    if logo and not (library.root / "docs" / logo).is_file():
        yield library.course_entry.problem("BW304", ("logo",), f'there is no file "docs/{logo}".')


def _figures(library: Library) -> Iterator[Problem]:
    for file in library.figures.values():
        path = file.relative_to(library.root).as_posix()
        if path in library.unread:
            continue
        for what in drawing_faults(file):
            yield problem("BW631", path, 1, 1, what)


_DANGER: Final = (
    (r"<!(DOCTYPE|ENTITY)", "it declares a document type."),
    (r"<(script|foreignObject|iframe|image|style|animate|set)\b", "it holds an element that a drawing does not need."),
    (r"\son\w+\s*=", "it holds an event attribute."),
    (r"""href\s*=\s*["'](?!#)""", "it links to something outside itself."),
    (r"url\((?!#)", "it loads something from outside itself."),
)


def drawing_faults(file: Path) -> Iterator[str]:
    """What is wrong with an SVG that is to be put into a page."""
    text = file.read_text(encoding="utf-8", errors="replace")
    dangers = [what for pattern, what in _DANGER if re.search(pattern, text, re.IGNORECASE)]
    yield from dangers
    if dangers:
        return
    try:
        top = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        yield f"it is not a valid drawing ({error})."
        return
    names: Callable[[str], bool] = lambda name: any(e.tag.rpartition("}")[2] == name and e.text for e in top)  # noqa: E731
    for name in ("title", "desc"):
        if not names(name):
            yield f"it has no {name}."
    if top.get("role") != "img" or not top.get("aria-labelledby"):
        yield 'it is not marked up as one picture (role="img" and aria-labelledby).'
