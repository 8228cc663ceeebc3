"""Which of Python-Markdown's extensions pages are read with: what mkdocs.yml says, as far as it is safe."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import yaml
from markdown import Extension, Markdown

from bothways.core.problems import Problem, problem, suggest

FILE: Final = "mkdocs.yml"
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


@dataclass(frozen=True, slots=True)
class Settings:
    """What a page is read with. `options` of each extension are JSON, so that all of it can be a key of a memory."""

    extensions: tuple[tuple[str, str], ...]

    def markdown(self, reading: Extension) -> Markdown:
        """A converter with these extensions and, last of all, our own."""
        names = [name for name, _ in self.extensions]
        options = {name: json.loads(given) for name, given in self.extensions}
        return Markdown(extensions=[*names, reading], extension_configs=options)


def settings(root: Path) -> Settings:
    """What the project in `root` reads its pages with. Extensions that are not safe are left out (see `faults`)."""
    return Settings(tuple((name, given) for name, given in _wanted(root) if name in SAFE))


def faults(root: Path) -> Iterator[Problem]:
    """A problem for each extension that mkdocs.yml turns on and that pages may not use."""
    for name, _ in _wanted(root):
        if name not in SAFE:
            lines = (root / FILE).read_text(encoding="utf-8").split("\n")
            line = next((i for i, text in enumerate(lines, 1) if name in text), 1)
            what = f'"{name}" is not among the extensions that pages are read with.'
            yield problem("BW633", FILE, line, 1, what, suggest(name, SAFE))


def _wanted(root: Path) -> tuple[tuple[str, str], ...]:
    file = root / FILE
    if not file.is_file():
        return tuple((name, "{}") for name in (*_ALWAYS, *_USUAL))
    stat = file.stat()
    return _read(file, stat.st_mtime_ns, stat.st_size)


@lru_cache(maxsize=4)
def _read(file: Path, _changed: int, _size: int) -> tuple[tuple[str, str], ...]:
    try:
        given = (yaml.load(file.read_bytes(), _Loader) or {}).get("markdown_extensions") or []
    except yaml.YAMLError:  # MkDocs says so itself, and better
        given = []
    listed = [*_ALWAYS, *(given if isinstance(given, list) else [given])]
    pairs = [pair for entry in listed for pair in (entry.items() if isinstance(entry, dict) else [(entry, None)])]
    options: dict[str, Any] = {}
    for name, value in pairs:
        options[str(name).removeprefix(_PREFIX)] = value or options.get(name) or {}
    return tuple((name, json.dumps(value, default=str)) for name, value in options.items() if name != OURS)


class _Loader(yaml.SafeLoader):
    """Reads mkdocs.yml, whose values may name Python objects: those stay names here and are never looked up."""


_Loader.add_multi_constructor("", lambda loader, suffix, node: f"{suffix} {getattr(node, 'value', '')}")
