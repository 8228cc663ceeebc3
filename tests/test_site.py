"""The real mkdocs.yml, built strictly once: what a reader gets, whatever browser and with no network."""

from __future__ import annotations

import html
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from expect import nothing
from markup_tree import Element, read, words

ROOT: Final = Path(__file__).resolve().parents[1]
UNREAD: Final = re.compile(r"<(script|style|code|pre)\b.*?</\1>|<!--.*?-->|<[^>]*>", re.DOTALL)
LOADS: Final = {"link": "href", "script": "src", "img": "src", "iframe": "src", "source": "src", "use": "href"}


def content(folder: str) -> list[tuple[str, dict[str, Any]]]:
    """Id and fields of each content file in a folder."""
    files = sorted((ROOT / folder).rglob("*.yml"))
    return [(f.stem, yaml.load(f.read_text(encoding="utf-8"), yaml.BaseLoader)) for f in files]


@pytest.fixture(scope="module")
def trees(built: Path) -> dict[str, Element]:
    """Each HTML page of the site, read, by its path in the site."""
    return {p.relative_to(built).as_posix(): read(p) for p in sorted(built.rglob("*.html"))}


@pytest.fixture(scope="module")
def index(built: Path) -> list[dict[str, Any]]:
    """What the search can find."""
    script = (built / "assets/search-index.js").read_text(encoding="utf-8")
    found = json.loads(script.partition("=")[2].strip().removesuffix(";"))
    return [dict(zip(("location", "title", "kind", "text"), section, strict=True)) for section in found["sections"]]


@pytest.fixture(scope="module")
def searchable(index: list[dict[str, Any]]) -> str:
    """All words that the search can find."""
    return words(" ".join(re.sub(r"<[^>]+>", " ", f"{entry['title']} {entry['text']}") for entry in index))


def lessons(trees: dict[str, Element]) -> dict[str, Element]:
    """The pages that a lesson's Markdown became."""
    return {path: tree for path, tree in trees.items() if re.match(r"unit-|facilitators/", path)}


def test_there_are_lessons_and_each_exercise_stands_in_one(trees: dict[str, Element]) -> None:
    ids = {e.attrs["id"] for tree in lessons(trees).values() for e in tree.all() if "id" in e.attrs}
    wanted = {name for name, _ in content("exercises") + content("quizzes")}
    everywhere = {e.attrs["id"] for tree in trees.values() for e in tree.all() if "id" in e.attrs}
    assert lessons(trees)
    nothing(f"{name} is on no page" for name in wanted - everywhere)
    nothing(f"{name} is in no lesson" for name in {name for name, _ in content("exercises")} - ids)


def test_no_page_loads_anything_from_another_host(built: Path, trees: dict[str, Element]) -> None:
    strangers = [
        f"{path}: {element.attrs[LOADS[element.tag]]}"
        for path, tree in trees.items()
        for element in tree.all(*LOADS)
        if re.match(r"(https?:)?//", element.attrs.get(LOADS[element.tag], ""))
        and element.attrs.get("rel") not in {"canonical", "license", "edit", "alternate"}
    ]
    for sheet in built.rglob("*.css"):
        found = re.findall(r"(?:url\(|@import)\s*[\"']?((?:https?:)?//[^)\"']+)", sheet.read_text(encoding="utf-8"))
        strangers += [f"{sheet.name}: {address}" for address in found]
    nothing(strangers)


def test_no_directive_and_no_template_sign_is_left_on_a_page(trees: dict[str, Element]) -> None:
    left = [
        f"{path}: {found[0]}"
        for path, tree in trees.items()
        if (found := re.search(r"(?m)^:::.*|\{\{|\{%|\bUndefined\b|None</", tree.text()))
    ]
    nothing(left)


def test_every_page_says_where_support_is(trees: dict[str, Element]) -> None:
    without = [
        path
        for path, tree in trees.items()
        if not path.startswith("support/") and not any("support/" in a.attrs.get("href", "") for a in tree.all("a"))
    ]
    nothing(without)


def test_what_to_do_in_danger_is_the_same_on_every_page(built: Path) -> None:
    pages = {p.parent.name: p.read_text(encoding="utf-8") for p in built.rglob("index.html")}
    lists = {name: re.findall(r'<ol class="bw-danger">.*?</ol>', html, re.DOTALL) for name, html in pages.items()}
    found = {name: re.sub(r'href="[^"]*"', "", each[0]) for name, each in lists.items() if each}

    assert {"support", "7-little-and-often", "9-sharing-the-weight", "duties-and-safety"} <= found.keys()
    assert len(set(found.values())) == 1


def test_the_support_page_begins_with_what_to_do(built: Path) -> None:
    html = (built / "support/index.html").read_text(encoding="utf-8")
    article = html[html.index("<h1") :]

    assert "course.yml" not in article.partition("bw-source")[0]
    assert article.index("Call the emergency number") < article.index("<h2")


def test_ids_are_unique_and_headings_skip_no_level(trees: dict[str, Element]) -> None:
    faults = []
    for path, tree in trees.items():
        ids = [e.attrs["id"] for e in tree.all() if "id" in e.attrs]
        faults += [f"{path}: id {name} stands twice" for name in {i for i in ids if ids.count(i) > 1}]
        levels = [int(e.tag[1]) for e in tree.all("h1", "h2", "h3", "h4", "h5", "h6")]
        faults += [f"{path}: h{a} then h{b}" for a, b in pairwise(levels) if b > a + 1]
        if levels.count(1) != 1:
            faults.append(f"{path}: {levels.count(1)} h1")
    nothing(faults)


def test_search_finds_titles(searchable: str) -> None:
    """Of everything that stands as a card in a page; the bank of questions for the practice test has none."""
    lessons_text = "\n".join(p.read_text(encoding="utf-8") for p in (ROOT / "docs").rglob("*.md"))
    placed = set(re.findall(r"^::: (?:exercise|quiz) (\S+)", lessons_text, re.MULTILINE))
    cards = [(name, fields["title"]) for name, fields in content("exercises") + content("quizzes") if name in placed]
    nothing(f"{name}: {title}" for name, title in cards if words(title) not in searchable)


def test_search_finds_each_question(searchable: str) -> None:
    asked = [(name, q["ask"]) for name, fields in content("quizzes") for q in fields["questions"]]
    nothing(f"{name}: {ask}" for name, ask in asked if words(ask) not in searchable)


def test_search_finds_what_people_say_in_dialogues(searchable: str) -> None:
    said = [
        (name, scene["says"])
        for name, fields in content("exercises")
        if fields["kind"] == "dialogue"
        for scene in fields["scenes"]
        if "says" in scene
    ]
    nothing(f"{name}: {text}" for name, text in said if words(text) not in searchable)


def _answers() -> Iterator[tuple[str, str]]:
    for name, fields in content("exercises"):
        if fields["kind"] == "dialogue":
            yield from ((name, c["comment"]) for scene in fields["scenes"] for c in scene.get("choices", []))
        if fields["kind"] == "sort":
            yield from ((name, card["why"]) for card in fields["cards"])
    for name, fields in content("quizzes"):
        for question in fields["questions"]:
            options = question.get("options", [])
            yield from ((name, option["feedback"]) for option in options if "feedback" in option)


def test_search_does_not_find_answers(searchable: str) -> None:
    nothing(f"{name}: {text}" for name, text in _answers() if words(text) in searchable)


def test_answers_are_on_the_page_all_the_same(trees: dict[str, Element]) -> None:
    shown = " ".join(words(tree.text()) for tree in trees.values())
    nothing(f"{name}: {text}" for name, text in _answers() if words(text) not in shown)


def test_worksheets_are_found_by_their_titles_alone(index: list[dict[str, Any]]) -> None:
    sheets = [entry for entry in index if "worksheets/" in entry["location"]]
    assert len(sheets) == len(content("exercises") + content("quizzes"))
    nothing(entry["location"] for entry in sheets if entry["text"] or "/key/" in entry["location"])


WITHOUT_HOOKS: Final = """
import sys
from mkdocs.commands.build import build
from mkdocs.config import load_config
build(load_config("mkdocs.yml", hooks=[], site_dir=sys.argv[1]))
"""


def test_without_hooks_every_lesson_is_complete(trees: dict[str, Element], tmp_path: Path) -> None:
    """Another generator (Zensical) ignores hooks: a lesson must not need them."""
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_HOOKS, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    for path, tree in lessons(trees).items():
        bare = read(tmp_path / path)
        assert bare.first("article").text() == tree.first("article").text(), path


def test_no_straight_quotation_mark_is_left(built: Path) -> None:
    """In titles, menus, the words of links, drawings: wherever people read."""
    for page in sorted(built.rglob("*.html")):
        text = html.unescape(UNREAD.sub(" ", page.read_text(encoding="utf-8")))
        nothing(f"{page.relative_to(built)}: {found}" for found in re.findall(r".{0,20}[\"'].{0,20}", text))
