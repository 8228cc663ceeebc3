"""Pages made of the examples, as the course draws them, with its own CSS and scripts inside: no server needed."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import yaml

from bothways.core import addresses
from bothways.model.exercise import Exercise
from bothways.model.kinds import KINDS
from bothways.model.questions import Quiz
from bothways.outputs import assets
from bothways.view.render import Origin, Place, Renderer
from samples import text_of

ROOT: Final = Path(__file__).resolve().parents[1]
ASSETS: Final = ROOT / "docs" / "assets"
SHARED: Final = ("base", "terms", "quiz")


def example(name: str) -> Exercise | Quiz:
    """The checked example of a kind, or of a quiz."""
    fields = yaml.load(text_of(name), yaml.BaseLoader)
    return Quiz.model_validate(fields) if name == "quiz" else KINDS[fields["kind"]].model_validate(fields)


def card(name: str, ident: str = "") -> str:
    """The card of an example. Several on one page need different ids."""
    value, at, origin = example(name), Place("first/index.html"), Origin(f"exercises/{name}.yml")
    if isinstance(value, Quiz):
        return Renderer().quiz(value, ident or name, at, origin)
    return Renderer().exercise(value, ident or name, at, origin)


def scripts() -> str:
    """Our scripts for cards in the order in which pages load them: what all share, what kinds bring, the rest."""
    made = assets.published(ROOT / "docs")
    shared = {name: (ASSETS / f"elements/{name}.js").read_text("utf-8") for name in SHARED}
    own = [made[path] for path in sorted(made) if path.endswith(".js")]
    texts = [shared["base"], shared["terms"], *own, shared["quiz"]]
    return "".join(f"<script>{text}</script>" for text in texts)


def page_of(*cards: str) -> str:
    """A whole page around cards."""
    css = "".join((ASSETS / name).read_text(encoding="utf-8") for name in ("theme.css", "practice.css"))
    css += assets.published(ROOT / "docs")[addresses.KINDS_STYLE]
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Cards</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{css}</style></head>'
        f'<body><main class="bw-main bw-text"><h1>Cards</h1><h2>Practise</h2>{"".join(cards)}</main>'
        f"{scripts()}</body></html>"
    )
