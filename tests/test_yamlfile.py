"""The loader keeps what authors wrote, finds its place, and cannot be broken by any text."""

from __future__ import annotations

import string
from pathlib import Path
from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from bothways.model.kinds import KINDS
from bothways.source import files
from bothways.source.reading import validated
from bothways.source.yamlfile import Document, parse, read

WORDS = st.text(string.ascii_letters + string.digits + " äéß'’\"#:-,.?!&*", min_size=1, max_size=30).map(str.strip)
VALUES = st.recursive(
    WORDS,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=4) | st.dictionaries(WORDS.filter(bool), inner, min_size=1, max_size=4)
    ),
    max_leaves=20,
)


@given(VALUES)
def test_what_was_written_is_what_is_read(value: Any) -> None:
    assert parse(yaml.safe_dump(value, allow_unicode=True), "a.yml").value == value


@given(st.text(max_size=300))
def test_no_text_breaks_the_loader(text: str) -> None:
    document = parse(text, "a.yml")

    assert document.problems or document.value is None or isinstance(document.value, str | list | dict)


@given(VALUES.filter(lambda v: isinstance(v, dict)), st.sampled_from(sorted(KINDS)))
def test_no_content_breaks_the_messages(value: dict[str, Any], kind: str) -> None:
    made, faults = validated({"kind": kind, **value}, KINDS[kind])

    assert made is None
    assert all(fault.what.endswith((".", "?")) for fault in faults)


def test_words_that_yaml_would_change_stay_as_they_are() -> None:
    document = parse("a: yes\nb: 12:30\nc: 010\nd: 2026-11-23\ne: null\nf: 1e3\n", "a.yml")

    assert document.value == {"a": "yes", "b": "12:30", "c": "010", "d": "2026-11-23", "e": "null", "f": "1e3"}


def test_every_value_has_its_place() -> None:
    document = parse("title: x\nscenes:\n  - id: a\n    says: >-\n      long\n      text\n  - id: b\n", "a.yml")

    assert document.place(("title",)) == (1, 1)
    assert document.place(("scenes", 0, "says")) == (4, 5)
    assert document.place(("scenes", 1)) == (7, 5)
    assert document.place(("scenes", 1, "comment")) == (7, 5)


def test_a_file_of_a_billion_laughs_is_refused_at_once() -> None:
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n"
    bomb += "".join(f"{b}: &{b} [{', '.join(['*' + a] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))

    assert [p.code for p in parse(bomb, "a.yml").problems] == ["BW107"]


def test_a_file_of_ten_thousand_brackets_is_refused_at_once() -> None:
    assert [p.code for p in parse("[" * 10_000, "a.yml").problems] == ["BW106"]


def test_a_file_larger_than_the_limit_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes(b"a" * (files.MAX_BYTES + 1))
    file = files.one(tmp_path, "a.yml")

    assert file
    assert [p.code for p in read(file).problems] == ["BW105"]


def test_an_unknown_place_is_the_nearest_one_around_it() -> None:
    assert Document("a.yml").place(("anything", 3)) == (1, 1)
