"""What kinds bring to the screen: their elements and their style, each kind's own, published beside the shared ones.

A kind's folder may hold `rules.js` (pure functions), `element.js` and `screen.css`. No kind is named anywhere else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from bothways.model import kinds, questions

STYLE: Final = "assets/kinds.css"
"""The style of all kinds, in one file: it is small, and comes once."""
QUESTIONS: Final = "assets/elements/questions.js"
"""What each kind of question does, in one file: a quiz holds most of them."""
SHARED: Final = Path("assets/elements")
"""Where elements lie that belong to no kind, in docs/ and in the site."""
_TAG: Final = re.compile(r"<bw-([a-z-]+)[\s>]")


def published() -> Mapping[str, str]:
    """Every file that is made here: its path in the site, and its text."""
    own = {kind: folder(kinds, kind) for kind in kinds.KINDS}
    asked = {kind: folder(questions, kind) for kind in questions.KINDS}
    files = {_element(kind): text for kind, path in own.items() if (text := _script(path))}
    files[QUESTIONS] = "".join(map(_script, asked.values()))
    files[STYLE] = "".join(_text(path / "screen.css") for path in (*own.values(), *asked.values()))
    return files


def scripts(html: str, docs: Path) -> list[str]:
    """The scripts that a page needs for the elements it holds, in their order: paths in the site.

    `docs` is the folder in which the shared elements lie.
    """
    needed: dict[str, None] = {}
    for tag in dict.fromkeys(_TAG.findall(html)):
        if tag in kinds.KINDS:
            needed |= dict.fromkeys(_element(kind) for kind in _line(tag) if _script(folder(kinds, kind)))
        elif (docs / SHARED / f"{tag}.js").is_file():
            if tag == "quiz":  # the one shared element to which kinds bring their part
                needed[QUESTIONS] = None
            needed[_element(tag)] = None
    return list(needed)


def folder(package: object, kind: str) -> Path:
    """Where a kind keeps what is its own. `package` is that of the exercises' kinds or of the questions'."""
    return Path(str(getattr(package, "__file__", ""))).parent / kind.replace("-", "_")


def _element(name: str) -> str:
    return (SHARED / f"{name}.js").as_posix()


def _line(kind: str) -> list[str]:
    """A kind after those that it inherits from: their elements come before its own."""
    line = [name for name, cls in kinds.KINDS.items() if issubclass(kinds.KINDS[kind], cls)]
    return sorted(line, key=lambda name: len(kinds.KINDS[name].__mro__))


def _script(path: Path) -> str:
    """A kind's script in a scope of its own. Without the shared part it does nothing: the plain page stands."""
    text = _text(path / "rules.js") + _text(path / "element.js")
    head = '(function (BothWays) {\n"use strict";\nif (!BothWays) return;\n'
    return f"{head}{text}}})(globalThis.BothWays);\n" if text else ""


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""
