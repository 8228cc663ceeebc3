"""What kinds bring to the screen: their elements and their style, each kind's own, published beside the shared ones.

A kind's folder may hold `rules.js` (pure functions), `element.js` and `screen.css`. A script stands in a scope of its
own, in which `KIND` is the kind's word: so a kind that inherits from another has its element too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from bothways.core.addresses import KINDS_PAPER, KINDS_STYLE, QUESTIONS, WORDS, element_file
from bothways.core.words import ENGLISH, N_, Words
from bothways.model import kinds, questions
from bothways.model.exercise import Exercise
from bothways.model.found import beside
from bothways.model.question import Question

_FIRST: Final = N_("Check my answer")
"""A text that every language has: with it come the others."""
_SAY: Final = re.compile(r'\bsay\("((?:[^"\\]|\\.)*)"')
_TAG: Final = re.compile(r"<bw-([a-z-]+)[\s>]")


def published(docs: Path, words: Words = ENGLISH) -> Mapping[str, str]:
    """Every file that is made here: its path in the site, and its text. `docs` holds the shared scripts."""
    files = {element_file(kind): text for kind, cls in kinds.KINDS.items() if (text := _script(kind, cls))}
    rules = _scope(_text(Path(questions.__file__).parent / "rules.js"))
    files[QUESTIONS] = rules + "".join(_script(kind, cls) for kind, cls in questions.KINDS.items())
    files[KINDS_STYLE], files[KINDS_PAPER] = style("screen.css"), style("paper.css")
    shared = [_text(path) for path in sorted((docs / "assets").rglob("*.js")) if "vendor" not in path.parts]
    if said := _said(words, [*files.values(), *shared]):
        files[WORDS] = f"globalThis.BothWays.words = {json.dumps(said, ensure_ascii=False)};\n"
    return files


def style(name: str) -> str:
    """The style of all kinds, for the screen ("screen.css") or for paper ("paper.css")."""
    found = dict.fromkeys(beside(cls, name) for cls in (*kinds.KINDS.values(), *questions.KINDS.values()))
    return "".join(_text(path) for path in found)


def _said(words: Words, scripts: Iterable[str]) -> dict[str, str]:
    """What scripts say, in another language: by the English text. Empty in English."""
    texts = {text for script in scripts for text in texts_of(script)}
    return {text: other for text in sorted(texts) if (other := words.gettext(text)) != text}


def texts_of(script: str) -> list[str]:
    """The texts that a script says: what stands in `say("…")`."""
    return [json.loads(f'"{text}"') for text in _SAY.findall(script) if text]


def scripts(html: str, docs: Path, words: Words = ENGLISH) -> list[str]:
    """The scripts that a page needs for the elements it holds, in their order: paths in the site.

    `docs` is the folder in which the shared elements lie.
    """
    needed: list[str] = [WORDS] if words.gettext(_FIRST) != _FIRST else []
    for tag in dict.fromkeys(_TAG.findall(html)):
        if tag in kinds.KINDS:
            needed += [element_file(tag)] if _script(tag, kinds.KINDS[tag]) else []
        elif (docs / element_file(tag)).is_file():
            needed += [QUESTIONS] if tag == "quiz" else []  # the one shared element to which kinds bring their part
            needed.append(element_file(tag))
    return needed


def _script(kind: str, cls: type[Exercise | Question]) -> str:
    """A kind's script; "" where it has none."""
    return _scope(_text(beside(cls, "rules.js")) + _text(beside(cls, "element.js")), kind)


def _scope(text: str, kind: str = "") -> str:
    """A script in a scope of its own. Without the shared part it does nothing: the plain page stands."""
    head = '(function (BothWays, KIND) {\n"use strict";\nif (!BothWays) return;\n'
    return f'{head}{text}}})(globalThis.BothWays, "{kind}");\n' if text else ""


def _text(path: Path | None) -> str:
    return path.read_text(encoding="utf-8") if path else ""
