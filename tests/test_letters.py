"""Every letter on paper is the letter that was written. Shapes are compared, not the text layer."""

from __future__ import annotations

import html
import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

import glyphs
import paper
from bothways.outputs import pdf
from bothways.outputs.worksheet import Sheet

if missing := pdf.available():
    if os.environ.get("CI"):
        raise RuntimeError(missing)
    pytest.skip(missing, allow_module_level=True)

FACES = list(glyphs.faces(paper.ASSETS / "paper.css"))
BLOCKS = {
    "Latin, its supplement, Extended-A and B": (0x21, 0x250),
    "Greek": (0x370, 0x3E2),
    "more Greek": (0x3F0, 0x400),
    "Cyrillic and its supplement": (0x400, 0x530),
    "Latin Extended Additional": (0x1E00, 0x1F00),
    "Greek Extended": (0x1F00, 0x2000),
}
LETTERS = [chr(c) for a, b in BLOCKS.values() for c in range(a, b) if unicodedata.category(chr(c))[0] in "LN"]
NAMES = "Łódź Māori Şişli Česky Română Győző Ōtautahi ʻŌlelo ṣé ɓə Nguyễn Ελένη Олена"
BARE = "<style>@page { @bottom-left { content: none } @bottom-right { content: none } }</style>"
SCRIPTS = {
    "Devanagari": "न",
    "Bengali": "আ",
    "Tamil": "வ",
    "Sinhala": "ආ",
    "Ethiopic": "ሰ",
    "Thai": "ส",
    "Hangul": "안",
    "Han": "你",
    "Kana": "あ",
    "Arabic": "س",
    "Hebrew": "ש",
    "Georgian": "გ",
}


def sheet(body: str, head: str = "") -> Sheet:
    top = f'<!doctype html><html lang="en"><head><title>T</title>{head}</head><body>'
    return Sheet("x", "sheet", "T", "worksheets/x/index.html", f"{top}{body}</body></html>")


def right(letter: str, weight: str = "400", style: str = "normal") -> glyphs.Shape:
    """How the first family that has a letter draws it, in the file nearest to a weight and a style."""
    having = [face for face in FACES if face.has(letter)]
    nearest = max(
        (face for face in having if face.family == having[0].family),
        key=lambda face: (face.style == style and face.weight == weight, face.style == "normal", face.weight == weight),
    )
    return glyphs.shape(nearest.file, letter)


@pytest.mark.parametrize(("weight", "style"), [("400", "normal"), ("700", "normal"), ("400", "italic")])
def test_every_letter_has_its_own_shape(weight: str, style: str) -> None:
    body = "".join(f"<p>{html.escape(letter)}</p>" for letter in LETTERS)
    styled = sheet(f'<div style="font-weight: {weight}; font-style: {style}">{body}</div>', BARE)
    drawn = glyphs.drawn(pdf.make(styled, "a4", paper.ASSETS))
    assert len(drawn) == len(LETTERS)
    wrong = [one for one, shapes in zip(LETTERS, drawn, strict=True) if shapes != (right(one, weight, style),)]
    assert not wrong


def test_names_are_right_in_head_and_foot() -> None:
    running = f'<p class="running"><span class="running-course">{NAMES}</span></p>'
    drawn = glyphs.drawn(pdf.make(sheet(f'<p class="kicker">{NAMES}</p>{running}'), "a4", paper.ASSETS))
    shapes = [one for piece in drawn for one in piece]
    for weight in ("700", "400"):  # in the head; in the foot
        expected = [right(letter, weight) for letter in NAMES.replace(" ", "")]
        assert expected in [shapes[i : i + len(expected)] for i in range(len(shapes))], weight


def test_no_two_files_share_a_family_weight_and_style() -> None:
    keys = [face.key for face in FACES]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("css", ["paper.css", "theme.css"])
def test_a_declared_range_is_in_its_file(css: str) -> None:
    for face in glyphs.faces(paper.ASSETS / css):
        assert (face.declared or frozenset()) <= glyphs.letters(face.file), face.file.name


WITHOUT = """
import sys, test_letters
from bothways.outputs import pdf
try:
    pdf.make(test_letters.sheet(f"<p>{sys.argv[1]}</p>"), "a4", test_letters.paper.ASSETS)
except pdf.PdfError as error:
    print(error.letters, error)
"""


def test_letters_that_no_font_has_are_named(tmp_path: Path) -> None:
    (tmp_path / "fonts.conf").write_text("<fontconfig></fontconfig>", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", WITHOUT, "A" + "".join(SCRIPTS.values())],
        cwd=paper.ROOT,
        env={**os.environ, "FONTCONFIG_FILE": str(tmp_path / "fonts.conf"), "PYTHONPATH": "hooks:tests"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    letters, _, message = done.stdout.partition(" ")
    assert sorted(letters) == sorted(SCRIPTS.values()), done.stderr
    assert '"न" (devanagari letter na)' in message
    assert "Install a font that has them" in message


def test_an_accent_that_no_single_sign_has_stands_where_its_font_puts_it() -> None:
    made = pdf.make(sheet('<p><span class="bw-marked">m\u0304</span></p>', BARE), "a4", paper.ASSETS)
    file = next(face.file for face in FACES if face.family == "Both Ways Marked")
    assert glyphs.drawn(made) == [(glyphs.shape(file, "m"), glyphs.shape(file, "\u0304"))]
