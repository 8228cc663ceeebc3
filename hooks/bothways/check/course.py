"""Every rule that looks at more than one file, and at the files that are not YAML."""

from __future__ import annotations

from bothways.check import alignment, assets, language, pages, references
from bothways.core.problems import Problem
from bothways.source.library import Library


def check(library: Library) -> list[Problem]:
    """Every problem of the course, sorted, each once."""
    found = {*library.problems}
    for rule in (pages.check, references.check, assets.check, alignment.check, language.check):
        found.update(rule(library))
    return sorted(found)
