"""Which of Python-Markdown's extensions pages are read with: what mkdocs.yml says, as far as it is safe."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from markdown import Extension, Markdown

from bothways.core.problems import Problem, suggest
from bothways.core.words import said
from bothways.source.site import Site

OURS: Final = "bothways.markdown"
_ALWAYS: Final = ("toc", "tables", "fenced_code")
"""MkDocs itself turns these on."""
_USUAL: Final = ("admonition", "smarty")
"""Where there is no mkdocs.yml."""
_PREFIX: Final = "markdown.extensions."
SAFE: Final = frozenset(
    {
        *("abbr", "admonition", "def_list", "fenced_code", "footnotes", "nl2br", "sane_lists", "smarty", "tables"),
        *("toc", "pymdownx.betterem", "pymdownx.caret", "pymdownx.details", "pymdownx.highlight"),
        *("pymdownx.inlinehilite", "pymdownx.keys", "pymdownx.mark", "pymdownx.superfences", "pymdownx.tabbed"),
        *("pymdownx.tilde",),
    }
)
"""Extensions that make no HTML of an author's choosing, read no files and ask nobody. `attr_list`, for example, would
let a page carry event attributes; `md_in_html` raw HTML; `pymdownx.snippets` any file of the machine."""
_TOLD: Final = frozenset({OURS, "pymdownx.arithmatex"})
"""Ours, and what `check.settings` refuses with its reason."""


@dataclass(frozen=True, slots=True)
class Extensions:
    """What a page is read with. `listed`: names, and options as JSON, so that it can be the key of a memory."""

    listed: tuple[tuple[str, str], ...]

    def markdown(self, reading: Extension) -> Markdown:
        """A converter with these extensions and, last of all, our own."""
        names = [name for name, _ in self.listed]
        return Markdown(
            extensions=[*names, reading], extension_configs={name: json.loads(given) for name, given in self.listed}
        )


def of(site: Site) -> Extensions:
    """What the pages of a site are read with. Extensions that are not safe are left out (see `faults`)."""
    options: dict[str, Any] = {name: {} for name in (_ALWAYS if site.is_written else (*_ALWAYS, *_USUAL))}
    for _, name, given in site.extensions():
        name = name.removeprefix(_PREFIX)
        if name in SAFE:
            options[name] = given or options.get(name) or {}
    return Extensions(tuple((name, json.dumps(given)) for name, given in options.items()))


def faults(site: Site) -> Iterator[Problem]:
    """A problem for each extension that mkdocs.yml turns on and that pages may not use."""
    for loc, name, _ in site.extensions():
        if name.removeprefix(_PREFIX) not in SAFE | _TOLD:
            what = said('"{name}" is not among the extensions that pages are read with.', name=name)
            yield site.document.problem("BW633", loc, what, suggest(name, SAFE))
