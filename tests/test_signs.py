"""Signs that nobody sees are named, in every kind of file; what a script or an emoji needs is let through."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bothways.check.course import check
from bothways.core import signs
from bothways.core.problems import problem, report
from bothways.source.library import load
from bothways.source.yamlfile import parse
from samples import SOME, good_course

NAMED = {
    "\u202a": "U+202A LEFT-TO-RIGHT EMBEDDING",
    "\u202e": "U+202E RIGHT-TO-LEFT OVERRIDE",
    "\u2066": "U+2066 LEFT-TO-RIGHT ISOLATE",
    "\u2069": "U+2069 POP DIRECTIONAL ISOLATE",
    "\u200b": "U+200B ZERO WIDTH SPACE",
    "\u200c": "U+200C ZERO WIDTH NON-JOINER",
    "\u200d": "U+200D ZERO WIDTH JOINER",
    "\u200f": "U+200F RIGHT-TO-LEFT MARK",
    "\u2060": "U+2060 WORD JOINER",
    "\u00ad": "U+00AD SOFT HYPHEN",
    "\ufeff": "U+FEFF ZERO WIDTH NO-BREAK SPACE",
    "\u2028": "U+2028 LINE SEPARATOR",
    "\u2029": "U+2029 PARAGRAPH SEPARATOR",
    "\ufe0f": "U+FE0F VARIATION SELECTOR-16",
    "\u3164": "U+3164 HANGUL FILLER",
    "\ufffd": "U+FFFD REPLACEMENT CHARACTER",
    "\ue000": "U+E000 PRIVATE USE",
    "\U000e0041": "U+E0041 TAG LATIN CAPITAL LETTER A",
    "\U00100000": "U+100000 PRIVATE USE",
    "\x00": "U+0000 NULL",
    "\x07": "U+0007 CONTROL SIGN",
    "\x1b": "U+001B ESCAPE",
    "\x7f": "U+007F DELETE",
    "\x85": "U+0085 NEXT LINE",
}


@pytest.mark.parametrize(("sign", "name"), NAMED.items(), ids=NAMED.values())
def test_a_sign_that_nobody_sees_is_named_with_its_place(sign: str, name: str) -> None:
    assert list(signs.found(f"so{sign}me words")) == [(2, name)]
    assert signs.without(f"so{sign}me words") == "some words"


@pytest.mark.parametrize("sign", NAMED, ids=NAMED.values())
def test_it_is_found_as_a_reference_as_well(sign: str) -> None:
    for written in (f"&#{ord(sign)};", f"&#x{ord(sign):X};"):
        assert list(signs.found(f"so{written}me")) == [(2, NAMED[sign])], written


@pytest.mark.parametrize("written", ["&shy;", "&rlm;", "&zwj;", "&ZeroWidthSpace;", "&NoBreak;"])
def test_it_is_found_by_its_name(written: str) -> None:
    assert len(list(signs.found(f"so{written}me"))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "می‌خواهم",  # Persian: a verb and its beginning, not joined
        "क्‍ष and श्‌र",  # Hindi: half letters
        "ශ්‍රී ලංකා",  # Sinhala
        "👩‍💻 👩🏽‍🤝‍👨🏻 🏳️‍🌈 ❤️‍🔥 👁️‍🗨️",  # pictures that are joined
        "1️⃣ ☺️ ©️ ✔︎",  # styles of pictures
        "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",  # the flag of Scotland
        "ไทย\u200bแลนด์",  # Thai: where a line may end
        "ភាសា\u200bខ្មែរ",  # Khmer
        "the word שלום\u200f, and more",  # a mark on a line with Hebrew
        "葛\U000e0100城",  # a form of one Chinese letter
        "no\u00a0break, thin\u202fspace, wide\u3000space",
        "Ä é ñ ß ı ŋ ẞ ﬁ Ω Ж",
        "a\tb\nc\r\nd",
        "AT&T &amp; &nbsp; &copy; R&D; &#8212;",
    ],
)
def test_what_a_script_or_a_picture_needs_is_let_through(text: str) -> None:
    assert list(signs.found(text)) == []
    assert signs.without(text) == text


def test_no_flag_hides_a_message() -> None:
    assert len(list(signs.found("\U0001f3f4" + "\U000e0068" * 20))) > 10


@pytest.mark.parametrize(
    "name", ["exercises/unit-1/the-sort.yml", "docs/unit-1/1-first.md", "docs/course.yml", "docs/support.md"]
)
def test_every_file_is_looked_through(name: str, tmp_path: Path) -> None:
    path = good_course(tmp_path, SOME) / name
    lines = path.read_text(encoding="utf-8").split("\n")
    lines[1] += " \u202e"
    path.write_text("\n".join(lines), encoding="utf-8")

    found = [problem for problem in check(load(tmp_path)) if problem.code == "BW113"]

    assert [(p.path, p.line, p.column) for p in found] == [(name, 2, len(lines[1]))]


@pytest.mark.parametrize("written", [r"\u202e", r"\U0000202E", r"\L", r"\e", r"\x00", r"\uE000", r"\N"])
def test_an_escape_in_yaml_is_looked_through(written: str) -> None:
    document = parse(f'a: "some {written}words"\n', "a.yml")

    assert [(p.code, p.line, p.column) for p in document.problems] == [("BW113", 1, 4)]
    assert document.value == {"a": "some words"}


def test_a_space_that_does_not_break_is_named_where_it_indents() -> None:
    (found,) = parse("a:\n\u00a0 b: c\n", "a.yml").problems

    assert str(found) == "a.yml:2:1: BW102 a no-break space indents this line. Use two plain spaces instead."


@pytest.mark.parametrize(
    "written", ["!x a", "!!str a", "!!python/object:os.system a", "! a", "!<tag:x> a", "!x [a]", "!x {b: c}"]
)
def test_a_tag_is_told_and_the_value_kept(written: str) -> None:
    document = parse(f"a: {written}\n", "a.yml")

    assert [(p.code, p.line, p.column) for p in document.problems] == [("BW114", 1, 4)]
    assert document.value["a"]


def test_what_is_printed_has_no_colours_and_no_commands() -> None:
    found = [problem("BW201", "a\n::warning::.yml", 1, 1, 'there is no field "x\n::error::\x1b[31m\u202e".')]

    for form in ("text", "github", "json"):
        text = report(found, form)
        shown = json.loads(text)[0]["what"] if form == "json" else text
        assert not set(shown) & set("\x1b\u202e"), form
        assert "\\x1b[31m\\u202e" in shown or "\\x1b[31m\\u202e" in text
    lines = report(found).splitlines()
    assert not [line for line in lines if line.startswith("::")]
    assert len(report(found, "github").splitlines()) == 1
