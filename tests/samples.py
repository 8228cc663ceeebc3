"""A small good course in a folder, made from the examples: tests change one thing in it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from bothways.cli import new
from bothways.model.kinds import KINDS
from bothways.model.questions import KINDS as QUESTIONS

LESSON: Final = """\
---
title: The first lesson
lesson: 1
summary: One lesson that holds an example of everything.
objectives:
  L1.1: Try one of each.
strands: [voice]
---

# The first lesson

::: objectives

Some words that rest on a source [@P-HEE].

::: figure two-people: Two people.

## Practise

{placed}
"""
FIGURE: Final = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 340 100" role="img" aria-labelledby="two-t two-d">
<title id="two-t">Two people</title><desc id="two-d">Two circles of one size.</desc>
<circle cx="60" cy="50" r="40" fill="none" stroke="currentColor"/></svg>
"""
SOURCES: Final = """\
P-HEE:
  label: HEE 2020
  cite: Health Education England (2020). A framework.
  url: https://example.org/framework
  for: What it says.
  sure: values-based
"""
COURSE: Final = """\
title: Both Ways
licence: CC BY 4.0
units:
  - {folder: unit-1, title: See it, number: 1}
contact: course@example.org
site_url: https://example.org/both-ways/
repository: https://example.org/you/both-ways
local_help: {checked: 2025-03-01, lines: ["Ask at the front desk."]}
"""
WORDS: Final = """\
words:
  - {avoid: [the mentally ill], say: people with …, why: It makes people into one thing.}
  - {avoid: [normal people, normal person], say: other people, why: It says that some are not., sources: [P-HEE]}
  - {avoid: [obviously], say: leave it out, why: It is not so for whoever needs to read it.}
  - {avoid: [a borderline], unless: [a borderline case], say: a person with …, why: It makes a person into a diagnosis.}
"""
MISCONCEPTIONS: Final = """\
X04: A good peer gives advice.
X05: Everyone speaks for the same number of minutes.
"""


ALL: Final = tuple(KINDS)
SOME: Final = ("circle", "dialogue", "map", "plan", "reflection", "sort")
"""Enough for the rules; a new kind does not move their lines."""
ASKED: Final = ("single", "multiple", "true-false", "matching", "ordering")
"""The same for questions."""


def text_of(name: str) -> str:
    """The example of a kind of exercise, or of a quiz that holds one question of each kind."""
    return new.example_quiz() if name == "quiz" else new.example(KINDS[name])


def good_course(root: Path, kinds: tuple[str, ...] = ALL) -> Path:
    """Write the course into `root` and return it. It has one lesson that places an example of each kind."""
    files = {f"exercises/unit-1/the-{kind}.yml": text_of(kind) for kind in kinds}
    files["quizzes/unit-1/the-quiz.yml"] = new.example_quiz(QUESTIONS[kind] for kind in ASKED)
    placed = [f"::: exercise the-{kind}" for kind in kinds] + ["::: quiz the-quiz"]
    files["docs/unit-1/1-first.md"] = LESSON.format(placed="\n\n".join(placed))
    files["docs/index.md"] = "# A small course\n\nWords.\n"
    files["docs/support.md"] = "# Need support now?\n\n::: local-help\n"
    files["docs/references.md"] = "# References\n\n::: references\n"
    files["docs/assets/figures/two-people.svg"] = FIGURE
    files["docs/sources.yml"] = SOURCES
    files["docs/course.yml"] = COURSE
    files["docs/words-to-avoid.yml"] = WORDS
    files["docs/misconceptions.yml"] = MISCONCEPTIONS
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root
