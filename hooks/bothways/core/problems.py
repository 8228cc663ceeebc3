"""Problems: what an author must mend, and the shapes in which they are printed.

A check that looks at one value yields a `Fault` (it knows the place inside the file, as a path of keys). Whoever
read the file turns it into a `Problem` (it knows the line and the column).
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from bothways.core.rules import RULES
from bothways.core.signs import visible
from bothways.core.words import ENGLISH, N_, Words, translated

Loc = tuple[str | int, ...]
FORMATS: Final = ("text", "json", "github")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong inside one file. `loc` is a path of keys and positions, such as ("scenes", 2, "id")."""

    code: str
    loc: Loc
    what: str
    fix: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something an author must mend. `line` and `column` start at 1; `path` is relative to the project."""

    path: str
    line: int
    column: int
    code: str
    what: str
    fix: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.code} {self.what} {self.fix}"

    def into(self, words: Words) -> Problem:
        """The same problem in another language."""
        return replace(self, what=translated(self.what, words), fix=translated(self.fix, words))


def problem(code: str, path: str, line: int, column: int, what: str, fix: str = "") -> Problem:
    """A Problem; without `fix` it takes the remedy of its rule. Signs that content put into it are visible."""
    return Problem(visible(path), line, column, code, visible(what), visible(fix) or RULES[code].fix)


def nearest(word: str, known: Iterable[str]) -> list[str]:
    """The known word that is most like `word`, alone in a list; an empty list when none is near."""
    return difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)


def suggest(word: str, known: Iterable[str]) -> str:
    """'Did you mean "x"?' when a known word is near `word`, else an empty text."""
    near = nearest(word, known)
    return f'Did you mean "{near[0]}"?' if near else ""


def report(problems: Iterable[Problem], form: str = "text", words: Words = ENGLISH) -> str:
    """All problems, sorted, one a line, in one of `FORMATS`; text ends with the count."""
    ordered = [one.into(words) for one in sorted(set(problems))]
    if form == "json":
        fields = Problem.__dataclass_fields__
        return json.dumps([{name: getattr(p, name) for name in fields} for p in ordered], ensure_ascii=False, indent=1)
    if form == "github":
        return "\n".join(_annotation(p) for p in ordered)
    return "\n".join([*map(str, ordered), count(len(ordered), words)])


def count(number: int, words: Words = ENGLISH) -> str:
    """How many problems there are, in words."""
    if not number:
        return words.gettext(N_("No problems."))
    return words.ngettext("{number} problem to mend.", "{number} problems to mend.", number).format(number=number)


def _annotation(p: Problem) -> str:
    """One problem as a GitHub workflow command (docs.github.com, "Workflow commands", `::error`)."""
    message = _escape(f"{p.what} {p.fix}")
    path, title = (_escape(text).replace(":", "%3A").replace(",", "%2C") for text in (p.path, p.code))
    return f"::error file={path},line={p.line},col={p.column},title={title}::{message}"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
