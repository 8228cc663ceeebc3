"""Whatever stands in a page, a drawing or a text: it is told with its place, and nothing of it acts.

The payloads stand in tests/untrusted. Whatever the check passes, is drawn: found with documents made of nasty pieces.
"""

from __future__ import annotations

import resource
from functools import lru_cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from markdown import Markdown

from active import active
from bothways.check.course import check
from bothways.core import markup
from bothways.markdown import BothWays
from bothways.source import body, drawing, extensions
from bothways.source.library import Library, load
from bothways.view.render import Renderer
from samples import FIGURE, good_course

ROOT = Path(__file__).resolve().parents[1]

HERE: Final = Path(__file__).parent / "untrusted"
SECONDS: Final = 5
"""Of processor time: what any page of 200 kB may take. Most take a hundredth of it."""


def _classes(name: str) -> list[Any]:
    found = yaml.safe_load((HERE / name).read_text(encoding="utf-8"))
    return [pytest.param(payload, id=f"{sort}-{i}") for sort in found for i, payload in enumerate(found[sort])]


def _list(name: str) -> list[Any]:
    return list(yaml.safe_load((HERE / name).read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return good_course(tmp_path_factory.mktemp("course"))


@lru_cache(maxsize=2)
def _drawn_with(root: Path) -> tuple[Library, Renderer]:
    return load(root), Renderer(pdf=False)


def draw(root: Path, text: str, boxes: bool, src: str = "index.md") -> str:
    """The page as HTML, as MkDocs would have it, after the check or (with boxes) under serve."""
    library, renderer = _drawn_with(root)
    md = Markdown(
        extensions=["tables", "toc", "fenced_code", BothWays(library=library, renderer=renderer, boxes=boxes)]
    )
    relpath: Any = SimpleNamespace(run=lambda root: None, file=SimpleNamespace(src_uri=src))
    md.treeprocessors.register(relpath, "relpath", 0)
    return md.convert(text)


def problems(root: Path, text: str) -> list[str]:
    """What the check says about the small course with this text as its first page."""
    page = root / "docs/index.md"
    before = page.read_text(encoding="utf-8")
    try:
        page.write_text(f"# A small course\n\n{text}\n", encoding="utf-8")
        return [str(problem) for problem in check(load(root))]
    finally:
        page.write_text(before, encoding="utf-8")


@pytest.mark.parametrize("text", _classes("pages.yml"))
def test_what_a_page_must_not_hold_is_told_and_does_nothing(course: Path, text: str) -> None:
    found = problems(course, text)

    assert found
    assert all(line.startswith("docs/index.md:") and ":1:1: " not in line for line in found), found
    assert active(draw(course, text, boxes=True)) == []


@pytest.mark.parametrize("text", _list("good.yml"))
def test_what_people_write_passes_and_is_drawn(course: Path, text: str) -> None:
    assert problems(course, text) == []
    assert active(draw(course, text, boxes=False)) == []


@pytest.mark.parametrize("case", _list("repeated.yml"), ids=lambda case: repr(case["piece"]))
def test_no_page_takes_long(case: dict[str, Any]) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    body.read(case["piece"] * case["times"], extensions.Extensions(()))
    body.read(case["piece"] * case["times"], _usual())

    assert resource.getrusage(resource.RUSAGE_SELF).ru_utime - before < SECONDS


def _usual() -> extensions.Extensions:
    return extensions.Extensions(tuple((n, "{}") for n in ("toc", "tables", "fenced_code", "admonition", "smarty")))


@pytest.mark.parametrize("piece", _classes("drawings.yml"))
def test_what_a_drawing_must_not_hold_is_told_and_does_nothing(tmp_path: Path, piece: str) -> None:
    good_course(tmp_path)
    circle = '<circle cx="60" cy="50" r="40" fill="none" stroke="currentColor"/>'
    assert circle in FIGURE
    file = tmp_path / "docs/assets/figures/two-people.svg"
    file.write_text(FIGURE.replace(circle, piece), encoding="utf-8")

    found = [problem for problem in check(load(tmp_path)) if problem.code == "BW631"]
    assert found
    assert {problem.path for problem in found} == {"docs/assets/figures/two-people.svg"}
    root = drawing.read(file.read_text(encoding="utf-8")).root
    assert root is None or active(drawing.html(root, "two-people"), inside_drawing=True) == []


def test_a_drawing_that_is_too_deep_or_too_large_is_told() -> None:
    for text in (
        f'<svg xmlns="{drawing.SVG}">' + "<g>" * 60_000,
        f'<svg xmlns="{drawing.SVG}">' + "<g/>" * 20_000 + "</svg>",
        f'<svg xmlns="{drawing.SVG}"><path d="{"M1 1" * 10_000}"/></svg>',
        "",
        "\0",
        '<?xml version="1.0" encoding="utf-7"?><svg/>',
        f'<!DOCTYPE s [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><svg xmlns="{drawing.SVG}">&c;</svg>',
    ):
        assert drawing.read(text).faults, text[:40]


@pytest.mark.parametrize("text", _list("texts.yml"))
def test_what_a_text_in_yaml_must_not_hold_is_told(text: str) -> None:
    assert list(markup.unsafe(text))


OURS: Final = frozenset({"<template>", "<textarea>", "<title>"})
"""A card has fields to write in and parts for its script, a figure has a title."""
PIECES: Final = [
    *(p.values[0] for p in _classes("pages.yml")),
    *_list("good.yml"),
    *(
        "\n",
        "\n\n",
        " ",
        "    ",
        "`",
        "```",
        "~~~",
        "*",
        "**",
        "_",
        "[",
        "](",
        ")",
        "![",
        "<",
        ">",
        "\\",
        "&",
        "|",
        "---",
    ),
    *("# ", "- ", "1. ", "> ", "!!! note\n    ", "::: exercise the-sort", "::: figure two-people: Two.", "[@P-HEE]"),
    *(
        "words",
        "https://example.org/",
        "support.md",
        "&#60;",
        "\x02wzxhzdk:0\x03",
        "\x02klzzwxh:0000\x03",
        "\x0296\x03",
    ),
    *(
        "\r",
        "\t",
        "\u00a0",
        "\u2028",
        "\x00",
        "\u202e",
        "٣",
        "ſ",
        "[TOC]",
        "{: #id onclick=x }",
        "[y]: ",
        '"',
        "'",
        "=",
    ),
]


@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
@example("## \x02wzxhzdk:0\x03\n\n::: exercise the-sort")
@example('```\x02wzxhzdk:0\x03\n```\n\n"a"')
def test_whatever_the_check_passes_is_drawn_and_nothing_acts(course: Path, text: str) -> None:
    assert [found for found in active(draw(course, text, boxes=True)) if found not in OURS] == []
    told = body.read(text, extensions.of(_drawn_with(course)[0].site)).problems
    if not told and not [p for p in problems(course, text) if "BW607" not in p]:
        draw(course, text, boxes=False)


REAL: Final = [page.src for page in load(ROOT).lessons()]


@settings(max_examples=60)
@given(
    st.sampled_from(REAL), st.lists(st.tuples(st.floats(0, 1), st.integers(0, 9), st.sampled_from(PIECES)), max_size=4)
)
def test_a_real_page_with_pieces_put_in_and_taken_out_is_drawn(src: str, changes: list[tuple[float, int, str]]) -> None:
    page = _drawn_with(ROOT)[0].page(src)
    assert page
    text = "\n".join(page.lines[page.body_start :])
    for where, length, piece in changes:
        at = int(where * len(text))
        text = text[:at] + piece + text[at + length :]

    assert [found for found in active(draw(ROOT, text, boxes=True, src=src)) if found not in OURS] == []


def test_a_page_is_converted_once_for_the_check_and_the_build(tmp_path: Path) -> None:
    library = load(good_course(tmp_path))
    check(library)
    before = body.made()
    page = library.page("unit-1/1-first.md")
    assert page
    text = "\n".join(page.lines[page.body_start :])
    md = Markdown(extensions=[BothWays(library=library, renderer=Renderer(pdf=False))])
    relpath: Any = SimpleNamespace(run=lambda root: None, file=SimpleNamespace(src_uri=page.src))
    md.treeprocessors.register(relpath, "relpath", 0)

    assert "the-sort" in md.convert(text)
    assert body.made() == before
