"""Every rule that looks at more than one file, and at the files that are not YAML."""

from __future__ import annotations

from bothways.check import alignment, assets, language, links, pages, references, settings, site, useful
from bothways.core.problems import Problem
from bothways.source.library import Library


def check(library: Library) -> list[Problem]:
    """Every problem of the course, sorted, each once."""
    found = {*library.problems}
    if library.blocked:
        return sorted(found)
    for rules in (pages, references, links, assets, site, useful, alignment, language, settings):
        found.update(rules.check(library))
    return sorted(found)
