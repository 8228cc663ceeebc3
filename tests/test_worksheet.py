"""Worksheets and answer keys: what a trainer would notice."""

from __future__ import annotations

import re
from html import unescape
from itertools import pairwise
from pathlib import Path

import pytest

import paper
from bothways.model.exercise import Exercise
from bothways.model.kinds import KINDS
from bothways.model.kinds.dialogue import Dialogue
from bothways.model.questions import Quiz
from bothways.outputs.worksheet import Sheet, sheets
from bothways.source import library
from bothways.view.render import Renderer

ANSWERS = {"comment", "why", "feedback", "if_true", "if_false"}
"""Fields that only the answer key may show."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Sheet]:
    return paper.sheets(paper.course(tmp_path_factory.mktemp("course")))


def text(html: str) -> str:
    """The words of a page, as they are read."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html)))


def plain_marks(shown: str) -> str:
    """Typewriter's quotes, whichever the file or the page has."""
    return shown.translate(str.maketrans("‘’“”", "''\"\""))


def hidden(value: object) -> list[str]:
    """Every text that belongs to the answer key alone."""
    if isinstance(value, dict):
        own = [str(inner) for name, inner in value.items() if name in ANSWERS]
        return own + [found for inner in value.values() for found in hidden(inner)]
    if isinstance(value, list | tuple):
        return [found for inner in value for found in hidden(inner)]
    return []


def words(raw: str) -> str:
    """A text from YAML as it reads on the page."""
    return re.sub(r"\s+", " ", re.sub(r"\*|\[([^]]*)\]\([^)]*\)", r"\1", raw))


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_has_a_worksheet(made: dict[str, Sheet], kind: str) -> None:
    sheet = made[f"worksheets/{kind}/index.html"]
    assert sheet.part == "sheet"
    shown = text(sheet.html)
    for part in (sheet.title, "minutes", "You need:", "Talk it over", "Other ways to do it", "You can skip this"):
        assert part in shown
    assert not re.search(r"<(input|textarea|select|button|details)\b| style=", sheet.html)
    assert (f"worksheets/{kind}/key/index.html" in made) is KINDS[kind].has_answers


def test_a_quiz_has_a_worksheet_and_a_key(made: dict[str, Sheet]) -> None:
    assert "Name (only if you like)" in text(made["worksheets/quiz/index.html"].html)
    key = text(made["worksheets/quiz/key/index.html"].html)
    assert "Answer key, for the trainer" in key
    assert "1: no mark" in key  # a line of one's own
    assert "2: A C B" in key
    assert "7: C" in key
    assert "9: False" in key


def test_key_has_the_letters_of_the_sheet(made: dict[str, Sheet]) -> None:
    letters = re.compile(r'<b class="bw-letter">([A-F])</b> (?:<span>)?([^<]+)')
    sheet = letters.findall(made["worksheets/quiz/index.html"].html)
    key = letters.findall(made["worksheets/quiz/key/index.html"].html)
    assert key
    assert set(key) <= set(sheet)


def test_scenes_have_the_same_numbers_on_sheet_and_key(made: dict[str, Sheet]) -> None:
    sheet, key = (text(made[f"worksheets/dialogue/{part}index.html"].html) for part in ("", "key/"))
    assert "“First come, first served.” go to scene 3" in sheet
    assert "“First come, first served.” to scene 3" in key
    assert "Scene 5: Two chairs, taking turns." in key


def test_head_leads_to_the_lesson_the_key_the_pdfs_and_support(made: dict[str, Sheet]) -> None:
    html = made["worksheets/dialogue/index.html"].html
    for link in (
        "../../unit-1/1-first/",
        "../../worksheets/dialogue/key/",
        "../../support/",
        "../../",
        "../../worksheets/dialogue/dialogue-a4.pdf",
        "../../worksheets/dialogue/dialogue-letter.pdf",
    ):
        assert f'href="{link}"' in html
    assert 'href="../../../worksheets/dialogue/"' in made["worksheets/dialogue/key/index.html"].html


def test_without_pdfs_no_page_offers_one(tmp_path: Path) -> None:
    found = library.load(paper.course(tmp_path))
    assert not [s.path for s in sheets(found, Renderer(pdf=False)) if ".pdf" in s.html]


def test_a_course_on_a_stick_names_its_pages(tmp_path: Path) -> None:
    found = library.load(paper.course(tmp_path))
    html = next(iter(sheets(found, Renderer(), directories=False))).html
    assert 'href="../../support.html"' in html


def test_no_learners_sheet_gives_an_answer_away() -> None:
    found = library.load(paper.ROOT)
    values: dict[str, Exercise | Quiz] = {e.id: e.value for e in found.exercises.values() if e.value}
    values |= {e.id: e.value for e in found.quizzes.values() if e.value}
    leaks = []
    for sheet in paper.real():
        if sheet.part == "sheet":
            shown = text(sheet.html)
            own = [words(t) for t in hidden(values[sheet.id].model_dump())]
            leaks += [(sheet.id, t) for t in own if len(t.split()) > 3 and t in shown]
            assert "data-right" not in sheet.html
            assert "data-fits" not in sheet.html
    assert not leaks


def test_every_answer_is_in_the_key() -> None:
    found = library.load(paper.ROOT)
    for sheet in paper.real():
        entry = found.exercises.get(sheet.id) or found.quizzes[sheet.id]
        if sheet.part == "key" and entry.value:
            shown = plain_marks(re.sub(r"\[[^]]*\]", "", text(sheet.html)))
            plain = [t for t in hidden(entry.value.model_dump()) if not re.search(r"[^\x00-\u2fff]|[*\[]", t)]
            assert [t for t in plain if plain_marks(words(t)) not in shown] == []


def test_dialogue_on_paper_sends_people_to_the_right_scene() -> None:
    found = library.load(paper.ROOT)
    for sheet in paper.real():
        value = found.exercises[sheet.id].value if sheet.id in found.exercises else None
        if isinstance(value, Dialogue) and sheet.part == "sheet":
            shown = [int(n) for n in re.findall(r"go to scene\s(\d+)", sheet.html)]
            assert shown == [value.number(c.to) for scene in value.scenes for c in scene.choices]


def test_pages_stand_alone_and_carry_no_style_or_script() -> None:
    for sheet in paper.real():
        assert sheet.html.startswith("<!doctype html>\n<html lang=")
        for bad in ("<script", " style=", "<style", "data:", "http://", "<input", "<textarea", "<details"):
            assert bad not in re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", sheet.html), (
                sheet.path,
                bad,
            )
        ids = re.findall(r'\bid="([^"]+)"', sheet.html)
        assert len(ids) == len(set(ids)), sheet.path
        levels = [int(n) for n in re.findall(r"<h([1-6])", sheet.html)]
        assert levels[0] == 1
        assert all(b <= a + 1 for a, b in pairwise(levels)), sheet.path


def test_emoji_and_signs_become_words_all_of_them(tmp_path: Path) -> None:
    root = paper.course(tmp_path)
    file = root / "exercises/unit-1/reflection.yml"
    signs = "👍🏽 🚂🚂 ⭐ ⏰ 🇳🇴 👩‍👩‍👧 1️⃣2️⃣ ❤️ ✓ ☀ ★ → © ™️ № 3 To try"
    file.write_text(file.read_text(encoding="utf-8").replace("To try", signs), encoding="utf-8")
    html = paper.sheets(root)["worksheets/reflection/index.html"].html
    assert (
        "[thumbs up medium skin tone] [locomotive][locomotive] [star] [alarm clock] [Norway] [family woman woman girl] "
        "[keycap 1][keycap 2] [red heart] [check mark] [sun] [black star] → © ™ № 3 To try"
    ) in html


def test_a_letter_and_its_accent_stay_together(tmp_path: Path) -> None:
    root = paper.course(tmp_path)
    file = root / "exercises/unit-1/reflection.yml"
    text = file.read_text(encoding="utf-8").replace("To try", "Ma\u0304ori, Gua\u0303m\u0304")
    file.write_text(re.sub("title: .*", "title: Gm\u0304", text, count=1), encoding="utf-8")
    html = paper.sheets(root)["worksheets/reflection/index.html"].html
    assert 'M\u0101ori, Gu\u00e3<span class="bw-marked">m\u0304</span>' in html
    assert '<h1>G<span class="bw-marked">m\u0304</span></h1>' in html
    assert "<title>Gm\u0304" in html
