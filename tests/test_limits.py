"""What the check lets pass fits and is quickly done: letters, lists, and patterns that no text makes slow."""

from __future__ import annotations

import importlib
import os
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from typing import Any, get_origin

import pytest
from annotated_types import MaxLen
from pydantic import BaseModel, TypeAdapter, ValidationError

import bothways
from bothways.core import letters
from bothways.model.text import Bubble, Label, Line, Text


def modules() -> list[Any]:
    """Every module of the package."""
    names = [found.name for found in pkgutil.walk_packages(bothways.__path__, "bothways.")]
    return [importlib.import_module(name) for name in names if not name.endswith("__main__")]


def below(cls: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for sub in cls.__subclasses__():
        yield sub
        yield from below(sub)


def test_every_list_in_every_model_has_a_longest_length() -> None:
    modules()
    models = {cls for cls in below(BaseModel) if cls.__module__.startswith("bothways.") and "[" not in cls.__name__}
    endless = [
        f"{cls.__name__}.{name}"
        for cls in models
        for name, field in cls.model_fields.items()
        if get_origin(field.annotation) in (tuple, list, dict, set, frozenset)
        and not any(isinstance(rule, MaxLen) for rule in field.metadata)
    ]

    assert len(models) > 40
    assert sorted(endless) == []


def test_every_text_in_every_model_has_a_longest_length() -> None:
    modules()
    models = {cls for cls in below(BaseModel) if cls.__module__.startswith("bothways.") and "[" not in cls.__name__}
    endless = [
        f"{cls.__name__}.{name}"
        for cls in models
        for name, field in cls.model_fields.items()
        if field.annotation is str and name != "kind" and not field.metadata
    ]

    assert sorted(endless) == []


@pytest.mark.parametrize(("kind", "words"), [(Label, 12), (Line, 45), (Bubble, 60), (Text, 150)])
def test_a_text_has_room_for_its_words_and_no_more(kind: Any, words: int) -> None:
    accepts = TypeAdapter(kind).validate_python
    accepts(" ".join(["Genosse"] * words))  # German words, with seven letters and a space on average
    accepts("互" * (words * 4))

    for text in ("a " * (words + 1), "互" * (words * 4 + 1), "ไ" * (words * 8 + 1), "ab" * (words * 4) + " a"):
        with pytest.raises(ValidationError) as refused:
            accepts(text.strip())
        assert refused.value.errors()[0]["type"] in {"text_too_long", "word_too_long"}


def test_an_address_in_a_link_takes_no_room() -> None:
    TypeAdapter(Label).validate_python(f"Read [this](https://example.org/{'a' * 150})")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Donaudampfschifffahrtsgesellschaftskapitän", None),
        ("a" * 45, None),
        (f"so {'a' * 46} it is", "a" * 46),
        (f"{'a' * 30}-{'a' * 30}", None),
        (f"{'a' * 30}/{'a' * 30}", None),
        ("互相支持" * 40, None),
        ("ความช่วยเหลือ" * 20, None),
        (f"[x](https://example.org/{'a' * 90})", None),
        (f"https://example.org/{'a' * 90}", "a" * 90),
    ],
)
def test_a_word_that_no_line_can_hold_is_found(text: str, word: str | None) -> None:
    assert letters.unbroken(text) == word


@pytest.mark.parametrize(("text", "width"), [("abc", 3), ("äé", 2), ("e\u0301", 1), ("互相", 4), ("한", 2), ("ａ", 2)])
def test_wide_letters_take_the_room_of_two(text: str, width: int) -> None:
    assert letters.width(text) == width


SEEDS = (
    *" \t\n\"'“‘[]()<>`&#*_-!:;/.,aA1é漢😀=",
    *("](", "](a", "[a](", "![", "<a", "<!", "``a", "[@A-A", "[@A-A; ", "&#", "---\n", "::: a", "a-", "A-", "a: "),
    *("- ", "a.", "1. ", "../", " {", "“a", "](javascript", "javascript:", "data:", "https://", "](  ", "a'a", "a\n"),
    *("<svg ", 'src="', 'href="../', "url(", " on", " =", "x=", "aria-hidden=", "<span ", '<h2 id="'),
    *("\u200d", "😀\ufe0f"),
)
OF_OUR_OWN_PAGES = ("bothways.outputs.pdf.", "bothways.outputs.publish.")
"""Where patterns read what the program has written itself, in which every link has its end."""
FUZZ = """
import json, re, resource, sys
from test_limits import SEEDS, patterns
resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
for where, pattern in patterns():
    for seed in SEEDS:
        print(where, repr(seed), flush=True)
        text = (seed * 20_000)[:20_000]
        for end in ("", "\\0"):
            pattern.search(text + end)
            pattern.match(text + end)
print("done")
"""


def patterns() -> list[tuple[str, re.Pattern[str]]]:
    """Every compiled pattern that is a value of a module, or lies in a table of one."""
    found: dict[re.Pattern[str], str] = {}

    def gather(where: str, value: object, depth: int = 0) -> None:
        if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
            found.setdefault(value, where)
        elif isinstance(value, tuple | list | frozenset | set | dict) and depth < 4:
            for inner in value.values() if isinstance(value, dict) else value:
                gather(where, inner, depth + 1)

    for module in modules():
        for name, value in vars(module).items():
            gather(f"{module.__name__}.{name}", value)
    return [(where, pattern) for pattern, where in found.items() if not where.startswith(OF_OUR_OWN_PAGES)]


def test_no_pattern_is_slowed_by_a_long_text() -> None:
    """It is stopped after a minute of processor time: many times what it takes, and less than a slow pattern needs."""
    env = {"PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", FUZZ], capture_output=True, text=True, check=False, env=env)

    assert done.stdout.endswith("done\n"), f"{done.stdout[-200:]}{done.stderr[-2000:]}"
