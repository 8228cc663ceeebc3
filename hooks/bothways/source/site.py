"""What mkdocs.yml says that not only MkDocs must know: the menu, the form of addresses, the files left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from pathspec import GitIgnoreSpec

from bothways.core.problems import Loc, Problem
from bothways.source import files, yamlfile

FILE: Final = "mkdocs.yml"
_NO: Final = frozenset({"false", "no", "off"})
_MKDOCS_TAKES: Final = frozenset({"BW105", "BW106", "BW107", "BW112", "BW114"})
_LEFT_OUT: Final = (".*", "/templates/")
"""What MkDocs leaves out of docs/ whatever the settings say."""


@dataclass(frozen=True, slots=True)
class Site:
    """The settings as they were written. Without mkdocs.yml, or when it cannot be read, all is as MkDocs has it."""

    document: yamlfile.Document

    @property
    def problems(self) -> list[Problem]:
        """Why it cannot be read. MkDocs takes more of YAML than content may use: an alias, a tag."""
        return [found for found in self.document.problems if found.code not in _MKDOCS_TAKES]

    @property
    def directories(self) -> bool:
        """Whether links to pages name folders (`use_directory_urls`)."""
        return str(self._value("use_directory_urls")).lower() not in _NO

    def menu(self) -> list[tuple[Loc, str]] | None:
        """(place, path in docs/ or other address) for each entry of `nav`, at any depth; None when MkDocs makes it."""
        nav = self._value("nav")
        return list(_entries(nav, ("nav",))) if isinstance(nav, list) else None

    def extensions(self) -> Iterator[tuple[Loc, str, dict[str, Any]]]:
        """(place, name, options) for each entry of `markdown_extensions`; every option is a text."""
        listed = self._value("markdown_extensions")
        entries = listed if isinstance(listed, list) else [listed] if isinstance(listed, dict) else []
        for i, entry in enumerate(entries):
            for name, given in entry.items() if isinstance(entry, dict) else ((entry, None),):
                loc: Loc = ("markdown_extensions", i) if isinstance(listed, list) else ("markdown_extensions", name)
                yield loc, str(name), given if isinstance(given, dict) else {}

    @property
    def is_written(self) -> bool:
        """Whether there are settings at all."""
        return isinstance(self.document.value, dict)

    def left_out(self) -> GitIgnoreSpec:
        """The files of docs/ that do not come into the site."""
        return self._spec("exclude_docs", "draft_docs", always=_LEFT_OUT)

    def unlisted(self) -> GitIgnoreSpec:
        """The pages that need not stand in the menu."""
        return self._spec("not_in_nav")

    def _value(self, name: str) -> Any:
        return self.document.value.get(name) if isinstance(self.document.value, dict) else None

    def _spec(self, *names: str, always: tuple[str, ...] = ()) -> GitIgnoreSpec:
        lines = [line for name in names for line in str(self._value(name) or "").splitlines()]
        return GitIgnoreSpec.from_lines([*always, *lines])


def read(root: Path, path: str = FILE) -> Site:
    """The settings of the project in `root`."""
    file = files.one(root, path)
    return Site(yamlfile.read(file) if file else yamlfile.Document(path))


def _entries(nav: Any, loc: Loc) -> Iterator[tuple[Loc, str]]:
    if isinstance(nav, str):
        yield loc, nav
    elif isinstance(nav, dict):
        for title, inner in nav.items():
            yield from _entries(inner, (*loc, title))
    elif isinstance(nav, list):
        for i, inner in enumerate(nav):
            yield from _entries(inner, (*loc, i))
