"""Thirty faults put by hand into a copy of the real course: each is told once, at its line, with what to do."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from bothways.check.course import check
from bothways.source.library import load

U1, U2, U3, U4 = (f"exercises/unit-{n}/" for n in "1234")
SEE, SAY, DO = "docs/unit-1-see-it/", "docs/unit-2-say-it/", "docs/unit-3-do-it-together/"

# file, what a slip of the hand makes of what (regular expressions), and the rule that should notice
FAULTS = [
    (U1 + "opening-circle.yml", r"^minutes: \d+", "minutes: 99", "BW411"),
    (U1 + "power-map.yml", r"^drawing: power", "drawing: pwer", "BW205"),
    (U1 + "where-i-hold-power.yml", r"^debrief:", "debreif:", "BW201"),
    (U1 + "what-i-bring.yml", r"^title: .*", 'title: ""', "BW203"),
    (U1 + "mutual-or-one-way.yml", r"fits: \[", "fits: [nowhere, ", "BW421"),
    (U1 + "two-way-street.yml", r"^people: .*", "people: {from: 9, to: 2}", "BW212"),
    (U1 + "a-lopsided-week.yml", r"^strands:.*", "strands: [wieght]", "BW205"),
    (U1 + "the-sign-up-sheet.yml", r"^        to: [\w-]+", "        to: lost-scene", "BW401"),
    (U1 + "the-phone-tree.yml", r"^        comment: .*\n(?:          .*\n)*", "", "BW202"),
    (U2 + "how-i-listen.yml", r"^kind: reflection", "kind: reflexion", "BW208"),
    (U2 + "story-exchange.yml", r"^kind: exchange", "kind: exchange\nkind: exchange", "BW104"),
    (U2 + "listening-round.yml", r"^title: .*", 'title: "A round', "BW103"),
    (U2 + "late-bus.yml", r"^minutes: \d+", "minutes: ten", "BW204"),
    (U2 + "share-or-keep.yml", r"^    why: .*", "    why: Because <b>it</b> is so.", "BW301"),
    (U3 + "check-in-pair.yml", r"^opening: ", "opening: &a ", "BW107"),
    (U3 + "check-in-group.yml", r"^materials:\n  - ", "materials:\n\t- ", "BW102"),
    (U3 + "group-agreement.yml", r"^objectives: .*", "objectives: [L8.9]", "BW615"),
    (U3 + "what-a-check-in-shows.yml", r"^kind: ", "id: something-else\nkind: ", "BW110"),
    (U4 + "weight-map.yml", r"^debrief:\n  - .*", 'debrief:\n  - "[look](javascript:alert(1))"', "BW302"),
    (U4 + "thirty-day-plan.yml", r"^steps:\n  - .*", 'steps:\n  - "![x](https://example.org/a.png)"', "BW303"),
    ("quizzes/unit-1/we-both-matter.yml", r"^        right: true\n", "", "BW501"),
    ("quizzes/unit-1/one-way-street.yml", r"^        feedback: .*\n(?:          .*\n)*", "", "BW202"),
    ("quizzes/unit-2/feedback-that-goes-both-ways.yml", r"^    misconception: X\d\d", "    misconception: 3", "BW211"),
    ("quizzes/unit-3/little-and-often.yml", r"^  - kind: single", "  - kind: singel", "BW208"),
    (SEE + "1-we-both-matter.md", r"^::: quiz we-both-matter", "::: quiz we-both-mater", "BW602"),
    (SEE + "2-expert-and-everyone-else.md", r"^::: exercise power-map", "  ::: exercise power-map", "BW603"),
    (SEE + "3-one-way-street.md", r"\[@P-MIND-B\]", "[@P-MIND-C]", "BW608"),
    (SAY + "4-stories-that-travel-both-ways.md", r"^## ", '<div onclick="x()">hi</div>\n\n## ', "BW621"),
    (
        "docs/unit-3-do-it-together/8-everyones-thinking.md",
        r"^::: figure write-first",
        "::: figure write-frist",
        "BW604",
    ),
    ("docs/unit-4-keep-it-well/10-growing-together.md", r"^  L10\.2:", "  L9.7:", "BW612"),
]


@pytest.fixture
def copy(root: Path, tmp_path: Path) -> Path:
    for folder in ("docs", "exercises", "quizzes"):
        shutil.copytree(root / folder, tmp_path / folder)
    return tmp_path


def test_every_content_file_is_good(copy: Path) -> None:
    assert [str(p) for p in check(load(copy))] == []


def test_thirty_faults_are_each_told_once_with_a_remedy(copy: Path) -> None:
    expected = []
    for name, old, new, code in FAULTS:
        text = (copy / name).read_text(encoding="utf-8")
        match = re.search(old, text, re.MULTILINE)
        assert match, f"{name}: nothing like {old}"
        (copy / name).write_text(text[: match.start()] + new + text[match.end() :], encoding="utf-8")
        expected.append((name, code))

    found = check(load(copy))

    assert sorted((p.path, p.code) for p in found) == sorted(expected)
    assert len(found) == 30
    assert all(p.line > 1 or p.code in {"BW203", "BW208", "BW110"} for p in found)
    assert all(p.fix for p in found)
