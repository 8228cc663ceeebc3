"""A made-up course of any size, as heavy as the real one: for `make bench` and for nothing else."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import yaml

WORDS: Final = (
    *("ask", "listen", "group", "table", "river", "Tuesday", "list", "neighbour", "kettle", "chair", "story", "turn"),
    *("share", "quiet", "plan", "week", "number", "bus", "choir", "garden", "room", "key", "note", "walk", "bread"),
    *("voice", "page", "window", "bring", "decide", "together", "first", "last", "both", "ways", "try", "hold"),
    *("open", "small", "large", "warm", "early", "late", "my", "your", "our", "their", "old", "new", "next", "again"),
    *("perhaps", "because", "before", "after", "until"),
)
STRANDS: Final = ("voice", "story", "power", "feedback", "weight")
LESSONS_NAMED: Final = 99  # lesson numbers have two digits; a larger course names them again from 1


class _Prose:
    """Sentences by chance, the same ones for the same seed."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)

    def line(self, words: int) -> str:
        """So many words as a sentence."""
        return " ".join(self.chance.choices(WORDS, k=words)).capitalize() + "."

    def text(self, words: int) -> str:
        """About so many words in sentences of twelve."""
        return " ".join(self.line(12) for _ in range(max(1, words // 12)))


def _common(kind: str, name: str, objective: str, prose: _Prose) -> dict[str, Any]:
    return {
        "kind": kind,
        "title": f"{kind.capitalize()} {name}",
        "purpose": prose.line(20),
        "minutes": 20,
        "people": {"from": 1, "to": 8},
        "materials": ["This page", "A pen"],
        "objectives": [objective],
        "strands": ["voice", "power"],
        "steps": [prose.line(18) for _ in range(4)],
        "debrief": [prose.line(14) for _ in range(3)],
        "adaptations": [prose.line(18) for _ in range(3)],
    }


def _choice(prose: _Prose, to: str, way: str = "up", **more: Any) -> dict[str, Any]:
    moves = dict.fromkeys(prose.chance.sample(STRANDS, 2), way)
    return {"say": prose.line(18), "comment": prose.line(22), "moves": moves, "to": to, **more}


def dialogue(name: str, objective: str, prose: _Prose) -> dict[str, Any]:
    """Five scenes in a row with a repair beside each way, and three endings; about 7 kB."""
    scenes: list[dict[str, Any]] = []
    for i in range(5):
        onward = f"scene-{i + 1}" if i < 4 else "end-1"
        other = f"scene-{i + 2}" if i < 3 else "end-2"
        mend = "scene-mend"
        choices = [_choice(prose, onward), _choice(prose, other), _choice(prose, mend, "down")]
        scenes.append({"id": f"scene-{i}", "speaker": "Amara", "says": prose.text(36), "choices": choices})
    mending = [_choice(prose, "scene-4", repair=True), _choice(prose, "end-3")]
    scenes.append({"id": "scene-mend", "speaker": "Amara", "says": prose.text(36), "choices": mending})
    for i in (1, 2, 3):
        ending = {"narration": prose.line(20), "ending": prose.line(5), "question": prose.line(14)}
        scenes.append({"id": f"end-{i}", **ending})
    own = {"setting": prose.text(48), "you": "You are Joe, who keeps the list", "scenes": scenes}
    return _common("dialogue", name, objective, prose) | own


def sort(name: str, objective: str, prose: _Prose) -> dict[str, Any]:
    """Eight cards for three columns."""
    columns = [{"id": c, "title": f"Column {c}", "means": prose.line(14)} for c in ("one", "two", "both")]
    cards = [{"text": prose.text(36), "fits": [columns[i % 3]["id"]], "why": prose.line(22)} for i in range(8)]
    return _common("sort", name, objective, prose) | {"columns": columns, "cards": cards}


def quiz(name: str, objective: str, prose: _Prose) -> dict[str, Any]:
    """Five questions of four options."""
    questions = [
        {
            "kind": "single",
            "id": f"question-{i}",
            "scene": prose.line(30),
            "ask": prose.line(14),
            "hint": prose.line(12),
            "objective": objective,
            "strands": ["voice"],
            "options": [
                {"text": prose.line(14), "right": str(o == 1).lower(), "feedback": prose.line(24)} for o in range(4)
            ],
        }
        for i in range(5)
    ]
    return {"title": f"Quiz {name}", "intro": prose.line(12), "questions": questions}


def _lesson(name: str, number: int, prose: _Prose) -> str:
    objective = f"L{number}.1"
    head = {
        "title": f"Lesson {name}",
        "lesson": str(number),
        "summary": prose.line(14),
        "objectives": {objective: prose.line(14)},
        "strands": ["voice", "power"],
    }
    parts = [f"# Lesson {name}", "::: objectives", f'!!! question "{prose.line(6)}"\n    {prose.text(36)}']
    for _ in range(4):
        parts += [f"## {prose.line(5)}", prose.text(100) + " [@P-ONE]", prose.text(90)]
    parts += [f"## Practise {name}", prose.line(14), f"::: exercise dialogue-{name}"]
    parts += [f'!!! poor "{prose.line(3)}"\n    **Amara:** {prose.text(60)}\n\n    **Joe:** {prose.text(60)}']
    parts += [f"## Sort {name}", prose.line(12), f"::: exercise sort-{name}"]
    parts += [f"## Ask yourself {name}", f"::: quiz quiz-{name}", "[Need support now?](../support.md)"]
    return f"---\n{_yaml(head)}---\n" + "\n\n".join(parts) + "\n"


def _yaml(value: object) -> str:
    return str(yaml.safe_dump(value, sort_keys=False, allow_unicode=True, width=110, default_style=None))


SOURCE: Final = {
    "P-ONE": {"label": "One 2020", "cite": "One, A. (2020). A source.", "for": "All of it.", "sure": "some"},
}
PAGES: Final = {
    "index.md": "# Made up\n\nA course by chance.\n",
    "about.md": "# About\n\nAbout it.\n",
    "references.md": "# References\n\n::: references\n",
    "support.md": "# Need support now?\n\n::: local-help\n\nTalk to somebody.\n",
}


def files(lessons: int) -> Iterator[tuple[str, str]]:
    """Path and text of each file of a course of so many lessons."""
    folders = [f"unit-{1 + i}-made-up" for i in range(max(1, lessons // 50))]
    units = [{"folder": folder, "number": 1 + i % 20, "title": f"Unit {i}"} for i, folder in enumerate(folders)]
    yield "docs/course.yml", _yaml({"title": "Made up", "units": units})
    yield "docs/sources.yml", _yaml(SOURCE)
    yield from ((f"docs/{path}", text) for path, text in PAGES.items())
    for i in range(lessons):
        prose, name, folder = _Prose(i), f"{i:04}", folders[i * len(folders) // lessons]
        number = 1 + i % LESSONS_NAMED
        yield f"docs/{folder}/{name}.md", _lesson(name, number, prose)
        yield f"exercises/{folder}/dialogue-{name}.yml", _yaml(dialogue(name, f"L{number}.1", prose))
        yield f"exercises/{folder}/sort-{name}.yml", _yaml(sort(name, f"L{number}.1", prose))
        yield f"quizzes/{folder}/quiz-{name}.yml", _yaml(quiz(name, f"L{number}.1", prose))


def make(into: Path, lessons: int, project: Path) -> Path:
    """Write the course into a folder, with the real project's settings, theme and assets."""
    for path, text in files(lessons):
        file = into / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    shutil.copytree(project / "docs/assets", into / "docs/assets", ignore=shutil.ignore_patterns("figures"))
    shutil.copytree(project / "theme", into / "theme")
    shutil.copytree(project / "hooks", into / "hooks", ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (into / "mkdocs.yml").write_text(_without_nav(settings), encoding="utf-8")
    return into


def _without_nav(settings: str) -> str:
    """The settings without the list of pages: MkDocs then finds them itself."""
    kept, inside = [], False
    for line in settings.splitlines():
        inside = line.startswith("nav:") or (inside and line[:1] in {" ", "", "#"})
        if not inside:
            kept.append(line)
    return "\n".join(kept) + "\n"
