"""The catalogue: in a language that is made up, no word of the program is left as it was, on any page or sheet."""

from __future__ import annotations

import html
import re
import shutil
from pathlib import Path
from typing import Final

import pytest
from babel.messages.plurals import get_plural
from babel.messages.pofile import write_po
from mkdocs.commands.build import build
from mkdocs.config import load_config

from bothways.check.course import check
from bothways.cli import words as catalogue
from bothways.core import words
from bothways.core.problems import report
from bothways.core.words import ENGLISH, Words, said
from bothways.source.library import load
from expect import nothing
from samples import good_course

ROOT: Final = Path(__file__).resolve().parents[1]
OPEN, SHUT = "⟦", "⟧"
PLACE: Final = re.compile(r"%\([a-z]+\)s|\{[a-z]*\}|<[^>]*>")
TEXT: Final = re.compile(r">([^<>]+)<")
SPOKEN: Final = re.compile(r'\s(?:aria-label|alt|title|placeholder|data-dark|data-light|data-failed)="([^"]+)"')
WORD: Final = re.compile(r"[^\W\d_]{3,}")
MATERIALS: Final = re.compile(r'(?s)<a [^>]*class="(?:md-skip|md-top)[^>]*>.*?</a>')
"""What says its words from Material's own catalogue."""
MARKS: Final = re.compile(r"\s+|[*_`\\“”‘’\"']+|\[@[^]]*\]")


def plain(text: str) -> str:
    """Small letters, numbers and points without white space, quotation marks and marks of Markdown."""
    text = text.lower()
    return MARKS.sub("", re.sub(r"\]\([^)]*\)|\[(?!@)", "", text)).replace("–", "-").replace("…", "...")


def stretched(text: str) -> str:
    """The text between marks, two letters in five more; what a program puts in stays as it is."""
    return f"{OPEN}{text}{'~' * (len(PLACE.sub('', text)) * 2 // 5)}{SHUT}"


def write_catalogue(folder: Path, language: str) -> None:
    """A catalogue in which every text is marked."""
    template, number = catalogue.collect(ROOT), get_plural(language)[0]
    for message in template:
        if message.id:
            message.flags.discard("python-format")
            one, *many = map(str, message.id if isinstance(message.id, tuple) else (message.id,))
            message.string = tuple(map(stretched, (one, *many)[:number])) if many else stretched(one)
    file = folder / language / "bothways.po"
    file.parent.mkdir(parents=True)
    with file.open("wb") as out:
        write_po(out, template)


@pytest.fixture(scope="module")
def course_text() -> str:
    """All content, plain: a page may show pieces of it unmarked."""
    folders = ("docs", "exercises", "quizzes")
    files = [
        file for folder in folders for ending in ("*.md", "*.yml", "*.svg") for file in (ROOT / folder).rglob(ending)
    ]
    texts = [file.read_text(encoding="utf-8") for file in [*files, ROOT / "mkdocs.yml"]]
    return plain("\n".join([*texts, *(file.relative_to(ROOT).as_posix() for file in files)]))


@pytest.mark.parametrize(("language", "direction"), [("eo", "ltr"), ("fa", "rtl")])
def test_no_word_of_the_program_is_left(
    language: str, direction: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, course_text: str
) -> None:
    write_catalogue(tmp_path / "locale", language)
    monkeypatch.setattr(words, "LOCALES", tmp_path / "locale")
    monkeypatch.setattr("bothways.outputs.pdf.available", lambda: "not in this test")
    monkeypatch.delenv("CI", raising=False)
    for name in ("docs", "exercises", "quizzes", "theme", "hooks"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    shutil.copyfile(ROOT / "mkdocs.yml", tmp_path / "mkdocs.yml")
    course = tmp_path / "docs/course.yml"
    course.write_text(
        re.sub(r"(?m)^language:.*$", f"language: {language}", course.read_text(encoding="utf-8")), encoding="utf-8"
    )
    monkeypatch.chdir(tmp_path)
    build(load_config("mkdocs.yml"))

    left: dict[str, list[str]] = {}
    for page in sorted((tmp_path / "site").rglob("*.html")):
        text = page.read_text(encoding="utf-8")
        assert re.search(r'<html lang="([^"]+)"', text)[1] == language, page  # type: ignore[index]
        assert re.search(r'<(?:html|body) [^>]*\bdir="(\w+)"', text)[1] == direction, page  # type: ignore[index]
        body = MATERIALS.sub("", re.sub(r"(?s)<head>.*?</head>|<script.*?</script>", "", text))
        for bit in (*TEXT.findall(body), *SPOKEN.findall(body)):
            for piece in re.split(f"{OPEN}[^{SHUT}]*{SHUT}|[·;]|^[A-F]: ", html.unescape(bit)):
                if WORD.search(piece) and plain(piece).strip(".:,()") not in course_text:
                    left.setdefault(piece.strip(), []).append(page.relative_to(tmp_path / "site").as_posix())
    nothing(f"{text}  ({pages[0]})" for text, pages in sorted(left.items()))

    said_by_scripts = (tmp_path / "site/assets/words.js").read_text(encoding="utf-8")
    assert f'"Check my answer": "{OPEN}Check my answer' in said_by_scripts


def test_the_catalogue_is_what_the_program_says() -> None:
    """`bothways words` writes it anew."""
    assert catalogue.TEMPLATE.read_text(encoding="utf-8") == catalogue.as_po(catalogue.collect(ROOT))


def test_lists_numbers_and_quotation_marks_are_those_of_the_language() -> None:
    assert ENGLISH.all_of(["a", "b", "c"]) == "a, b and c"
    assert ENGLISH.any_of(["a", "b"]) == "a or b"
    assert Words("de").all_of(["a", "b", "c"]) == "a, b und c"
    assert Words("de").number(1234.5) == "1.234,5"
    assert Words("de").quotes[:2] == "„“"
    assert (Words("ar").direction, Words("de").direction) == ("rtl", "ltr")


def test_a_sentence_keeps_what_it_needs_to_be_said_otherwise(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sentence = said('there is no exercise "{id}".', id="late-bus")
    assert sentence == 'there is no exercise "late-bus".'

    po = tmp_path / "de/bothways.po"
    po.parent.mkdir()
    po.write_text('msgid "there is no exercise \\"{id}\\"."\nmsgstr "es gibt keine Übung „{id}“."\n', encoding="utf-8")
    monkeypatch.setattr(words, "LOCALES", tmp_path)
    assert sentence.into(Words.of("de")) == "es gibt keine Übung „late-bus“."


def test_problems_are_told_in_the_language_of_the_course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_catalogue(tmp_path / "locale", "eo")
    monkeypatch.setattr(words, "LOCALES", tmp_path / "locale")
    root = good_course(tmp_path / "course")
    lesson = root / "docs/unit-1/1-first.md"
    lesson.write_text(
        lesson.read_text(encoding="utf-8") + "\n::: exercise not-there\n\n[a](nowhere.md)\n", encoding="utf-8"
    )

    told = report(check(load(root)), words=Words.of("eo"))

    assert f'{OPEN}there is no exercise "not-there".' in told
    assert all(line.count(OPEN) >= 2 for line in told.splitlines()[:-1]), told
    assert f"{OPEN}2 problems to mend." in told
