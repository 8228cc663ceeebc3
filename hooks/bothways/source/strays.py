"""Which files a course may hold, by their place and their ending. Everything else is named, and never published."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from bothways.core.problems import Problem, problem, suggest
from bothways.core.words import said
from bothways.source.files import File
from bothways.source.reading import is_id

READ: Final = frozenset(
    f"docs/{name}.yml"
    for name in (
        "course",
        "frameworks",
        "glossary",
        "in-danger",
        "misconceptions",
        "search",
        "sources",
        "words-to-avoid",
    )
)
"""The single files of data in docs/."""
PROGRAM: Final = frozenset(
    f"docs/assets/{name}"
    for name in (
        "paper.css",
        "practice.css",
        "theme.css",
        "colours.js",
        "search.js",
        "theme.js",
        "vendor/minisearch-LICENSE.txt",
        "vendor/minisearch.js",
        "vendor/minisearch.yml",
        *(f"elements/{tag}.js" for tag in ("base", "practice-test", "quiz", "terms")),
    )
)
"""Styles and scripts that are the program's own, and what lies beside them. A new one is added here, by hand: content
brings none."""
_PUBLISHED: Final = re.compile(
    r"^docs/(.+/)?[^/]+\.(md|svg)$"
    r"|^docs/assets/(.+/)?[^/]+\.(png|jpe?g|webp|woff2)$"
    r"|^docs/assets/fonts/LICENSE[\w-]*\.txt$"
)
_SESSION: Final = re.compile(r"^docs/sessions/[^/]+\.yml$")
_FOLDERS: Final = ("exercises/", "quizzes/")


def is_published(file: File) -> bool:
    """Whether a file of docs/ becomes a part of the site."""
    return not file.problem and (file.path in PROGRAM or bool(_PUBLISHED.match(file.path)))


def strays(files: Iterable[File]) -> Iterator[Problem]:
    """A Problem for each file that nobody reads: a wrong ending, a wrong place, a name that cannot be an id."""
    for file in files:
        if file.problem:
            yield file.problem
        elif file.path.startswith(_FOLDERS):
            if file.suffix != ".yml" or not is_id(file.stem):
                yield problem(
                    "BW109", file.path, 1, 1, said('"{name}" is not a name for a content file.', name=file.name)
                )
        elif not (is_published(file) or file.path in READ or _SESSION.match(file.path)):
            fix = suggest(file.path, READ) if file.suffix in {".yml", ".yaml"} else ""
            yield problem(
                "BW117", file.path, 1, 1, said('"{name}" is neither published nor read here.', name=file.name), fix
            )
