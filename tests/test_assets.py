"""What kinds bring to the screen: found, complete, and named nowhere else."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

import pytest

from bothways.core import addresses
from bothways.model import kinds, questions
from bothways.model.found import beside
from bothways.model.kinds.sort import Sort
from bothways.outputs import assets

NAMES = (*kinds.KINDS, *questions.KINDS)


@pytest.mark.parametrize("kind", kinds.KINDS)
def test_kind_has_a_style_and_an_element_if_it_is_interactive(kind: str) -> None:
    cls = kinds.KINDS[kind]

    assert beside(cls, "screen.css"), f"{kind} has no style (screen.css)"
    if cls.interactive:
        assert beside(cls, "element.js"), f"{kind} is interactive and has no element (element.js)"
    else:
        assert not beside(cls, "element.js"), f"{kind} has an element; say `interactive: ClassVar[bool] = True`"


@pytest.mark.parametrize("kind", questions.KINDS)
def test_kind_of_question_has_an_element(kind: str) -> None:
    assert beside(questions.KINDS[kind], "element.js"), f"{kind} has no element (element.js)"


def test_a_kind_that_inherits_has_the_element_under_its_own_name(monkeypatch: pytest.MonkeyPatch) -> None:
    class Pile(Sort):
        """Cards in piles."""

        kind: Literal["pile"]  # type: ignore[assignment]

    monkeypatch.setattr(kinds, "KINDS", {**kinds.KINDS, "pile": Pile})
    # As it would be in a folder of its own, without an element there.
    monkeypatch.setattr(assets, "beside", lambda cls, name: beside(Sort if cls is Pile else cls, name))

    made = assets.published(Path(__file__).parents[1] / "docs")

    assert made["assets/elements/pile.js"] == made["assets/elements/sort.js"].replace('"sort");\n', '"pile");\n')
    assert made[addresses.KINDS_STYLE].count(".bw-sort-card {") == 1


def test_a_page_loads_the_scripts_of_what_it_holds_and_no_other(root: Path) -> None:
    docs = root / "docs"

    assert assets.scripts("<p>Words.</p>", docs) == []
    assert assets.scripts('<bw-circle class="bw-card"></bw-circle>', docs) == []
    assert assets.scripts("<bw-sort></bw-sort><bw-sort></bw-sort>", docs) == ["assets/elements/sort.js"]
    assert assets.scripts('<bw-practice-test\n class=""><bw-quiz>', docs) == [
        addresses.QUESTIONS,
        "assets/elements/quiz.js",
    ]


def test_no_kind_is_named_in_what_all_share(root: Path) -> None:
    shared = [root / "docs/assets/practice.css", *sorted((root / "docs/assets/elements").glob("*.js"))]
    name = re.compile(rf"(?<![.\w])(bw-)?({'|'.join(NAMES)})\b(?!\()")  # list.map(…) and list.sort(…) are no kinds
    found = [
        f"{path.name}:{number}: {hit[0]}"
        for path in shared
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        for hit in name.finditer(re.sub(r"\.(?=bw-)", " ", line))
    ]

    assert found == []
