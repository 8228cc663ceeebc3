"""What kinds bring to the screen: their elements and their style, each kind's own, published beside the shared ones.

A kind's folder may hold `rules.js` (pure functions), `element.js` and `screen.css`. A script stands in a scope of its
own, in which `KIND` is the kind's word: so a kind that inherits from another has its element too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from bothways.model import kinds, questions
from bothways.model.exercise import Exercise
from bothways.model.found import beside
from bothways.model.question import Question

STYLE: Final = "assets/kinds.css"
"""The style of all kinds, in one file: it is small, and comes once."""
QUESTIONS: Final = "assets/elements/questions.js"
"""What each kind of question does, in one file: a quiz holds most of them."""
SHARED: Final = Path("assets/elements")
"""Where elements lie that belong to no kind, in docs/ and in the site."""
_TAG: Final = re.compile(r"<bw-([a-z-]+)[\s>]")


def published() -> Mapping[str, str]:
    """Every file that is made here: its path in the site, and its text."""
    files = {_element(kind): text for kind, cls in kinds.KINDS.items() if (text := _script(kind, cls))}
    files[QUESTIONS] = "".join(_script(kind, cls) for kind, cls in questions.KINDS.items())
    styles = dict.fromkeys(beside(cls, "screen.css") for cls in (*kinds.KINDS.values(), *questions.KINDS.values()))
    files[STYLE] = "".join(_text(path) for path in styles)
    return files


def scripts(html: str, docs: Path) -> list[str]:
    """The scripts that a page needs for the elements it holds, in their order: paths in the site.

    `docs` is the folder in which the shared elements lie.
    """
    needed: list[str] = []
    for tag in dict.fromkeys(_TAG.findall(html)):
        if tag in kinds.KINDS:
            needed += [_element(tag)] if _script(tag, kinds.KINDS[tag]) else []
        elif (docs / _element(tag)).is_file():
            needed += [QUESTIONS] if tag == "quiz" else []  # the one shared element to which kinds bring their part
            needed.append(_element(tag))
    return needed


def _element(name: str) -> str:
    return (SHARED / f"{name}.js").as_posix()


def _script(kind: str, cls: type[Exercise | Question]) -> str:
    """A kind's script; "" where it has none. Without the shared part it does nothing: the plain page stands."""
    text = _text(beside(cls, "rules.js")) + _text(beside(cls, "element.js"))
    head = '(function (BothWays, KIND) {\n"use strict";\nif (!BothWays) return;\n'
    return f'{head}{text}}})(globalThis.BothWays, "{kind}");\n' if text else ""


def _text(path: Path | None) -> str:
    return path.read_text(encoding="utf-8") if path else ""
