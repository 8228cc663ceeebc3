"""The adapter: a faulty course never becomes a site, and the last good one stays."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs.config import load_config

from bothways.source import extensions
from bothways.source.library import load
from samples import SOME, good_course

SETTINGS = """\
site_name: A small course
docs_dir: docs
site_dir: site
exclude_docs: "*.yml"
theme: mkdocs
plugins: []
markdown_extensions: [bothways.markdown]
hooks: [{hooks}]
"""


@pytest.fixture
def course(tmp_path: Path, root: Path) -> Path:
    good_course(tmp_path, SOME)
    (tmp_path / "mkdocs.yml").write_text(SETTINGS.format(hooks=root / "hooks/mkdocs_events.py"), encoding="utf-8")
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("the last good site", encoding="utf-8")
    return tmp_path


def build(course: Path, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment}
    command = [sys.executable, "-m", "mkdocs", "build", *options]
    return subprocess.run(command, cwd=course, env=env, capture_output=True, text=True, check=False)


def test_a_faulty_course_is_not_built_and_the_last_site_stays(course: Path) -> None:
    path = course / "exercises/unit-1/the-sort.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("minutes: 10", "minutes: ten"), encoding="utf-8")
    lesson = course / "docs/unit-1/1-first.md"
    lesson.write_text(lesson.read_text(encoding="utf-8") + "\n::: exercise not-there\n", encoding="utf-8")

    done = build(course)

    assert done.returncode == 1
    assert 'exercises/unit-1/the-sort.yml:4:1: BW204 "minutes" must be a whole number' in done.stderr
    assert 'BW601 there is no exercise "not-there".' in done.stderr
    assert "2 problems to mend." in done.stdout
    assert "Traceback" not in done.stderr
    assert (course / "site/index.html").read_text(encoding="utf-8") == "the last good site"


def test_a_good_course_is_built_with_its_worksheets(course: Path, root: Path) -> None:
    shutil.copytree(root / "docs/assets", course / "docs/assets", dirs_exist_ok=True)
    done = build(course)

    assert done.returncode == 0, done.stderr
    assert "<bw-sort" in (course / "site/unit-1/1-first/index.html").read_text(encoding="utf-8")
    assert "Four cards" in (course / "site/worksheets/the-sort/index.html").read_text(encoding="utf-8")
    assert "Answer key" in (course / "site/worksheets/the-sort/key/index.html").read_text(encoding="utf-8")


def test_the_menu_is_that_of_the_settings_in_use(course: Path) -> None:
    settings = (course / "mkdocs.yml").read_text(encoding="utf-8")
    (course / "other.yml").write_text(settings + "nav: [index.md, nosuch.md]\n", encoding="utf-8")
    (course / "mkdocs.yml").write_text(settings + "nav: [neither.md]\n", encoding="utf-8")

    done = build(course, "-f", "other.yml")

    assert done.returncode == 1
    assert 'other.yml:9:17: BW653 the menu names "nosuch.md"' in done.stderr
    assert "neither.md" not in done.stderr


def test_a_page_where_a_build_writes_is_a_problem(course: Path) -> None:
    (course / "docs/worksheets").mkdir()
    (course / "docs/worksheets/the-sort.md").write_text("# My own page\n", encoding="utf-8")

    done = build(course)

    assert done.returncode == 1
    assert 'docs/worksheets/the-sort.md:1:1: BW655 "worksheets" is where a build writes the worksheets.' in done.stderr


def test_every_link_of_ours_names_a_file_when_asked(course: Path, root: Path) -> None:
    shutil.copytree(root / "docs/assets", course / "docs/assets", dirs_exist_ok=True)
    done = build(course, "--no-directory-urls")

    assert done.returncode == 0, done.stderr
    lesson = (course / "site/unit-1/1-first.html").read_text(encoding="utf-8")
    assert 'href="../worksheets/the-sort/index.html"' in lesson
    assert 'href="../references.html#p-hee"' in lesson
    sheet = (course / "site/worksheets/the-sort/index.html").read_text(encoding="utf-8")
    assert 'href="../../unit-1/1-first.html"' in sheet
    assert 'href="../../support.html"' in sheet
    assert not list(course.glob(".site-*"))


def test_a_warning_keeps_the_last_site_where_warnings_count(course: Path, root: Path) -> None:
    shutil.copytree(root / "docs/assets", course / "docs/assets", dirs_exist_ok=True)
    with (course / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("extra_templates: [not-there.html]\n")
    done = build(course, "--strict")

    assert done.returncode == 1
    assert "in strict mode" in done.stderr + done.stdout
    assert (course / "site/index.html").read_text(encoding="utf-8") == "the last good site"
    assert not list(course.glob(".site-*"))


def test_a_letter_that_cannot_be_printed_stops_the_build_and_has_a_place(course: Path, root: Path) -> None:
    shutil.copytree(root / "docs/assets", course / "docs/assets", dirs_exist_ok=True)
    path = course / "exercises/unit-1/the-sort.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("Four cards", "Four न cards"), encoding="utf-8")
    (course / "fonts.conf").write_text("<fontconfig></fontconfig>", encoding="utf-8")
    done = build(course, FONTCONFIG_FILE=str(course / "fonts.conf"))

    assert done.returncode == 1
    said = 'worksheets/the-sort/index.html: no font here can print "न" (devanagari letter na). Install a font'
    assert re.search(r"exercises/unit-1/the-sort.yml:\d+:\d+: " + re.escape(said), done.stderr), done.stderr
    assert "Traceback" not in done.stderr
    assert (course / "site/index.html").read_text(encoding="utf-8") == "the last good site"


def test_nothing_else_that_lies_in_docs_is_published(course: Path, root: Path) -> None:
    shutil.copytree(root / "docs/assets", course / "docs/assets", dirs_exist_ok=True)
    for name in ("index.md~", ".index.md", "#index.md#", "unit-1/.DS_Store", "assets/Thumbs.db"):
        (course / "docs" / name).write_text("# TOPSECRET\n", encoding="utf-8")

    done = build(course)

    assert done.returncode == 0, done.stderr
    files = [file for file in (course / "site").rglob("*") if file.is_file()]
    assert not [file for file in files if b"TOPSECRET" in file.read_bytes()]
    assert not [file for file in files if file.name.startswith(".") or file.suffix == ".yml"]


@pytest.mark.parametrize(("name", "target"), [("assets/up", ".."), ("assets/x.txt", "../../../outside.txt")])
def test_a_link_in_docs_is_never_followed(course: Path, name: str, target: str) -> None:
    (course.parent / "outside.txt").write_text("TOPSECRET", encoding="utf-8")
    (course / "docs" / name).symlink_to(target)

    done = build(course)

    assert done.returncode == 1
    assert f"docs/{name}:1:1: BW115 this is a link" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_title_stays_what_was_written(course: Path, root: Path) -> None:
    shutil.copytree(root / "docs/assets", course / "docs/assets", dirs_exist_ok=True)
    titles = ("No", "yes", "12:30", "010", "1.10", "null", "2026-01-02", "1e3", "~")
    for i, title in enumerate(titles):
        (course / f"docs/page-{i}.md").write_text(f"---\ntitle: {title}\n---\n\n# Words\n", encoding="utf-8")
    lesson = course / "docs/unit-1/1-first.md"
    lesson.write_text(lesson.read_text(encoding="utf-8").replace("lesson: 1", "lesson: '1'"), encoding="utf-8")

    done = build(course)

    assert done.returncode == 0, done.stderr
    shown = [(course / f"site/page-{i}/index.html").read_text(encoding="utf-8") for i in range(len(titles))]
    assert [title for title, page in zip(titles, shown, strict=True) if f"<title>{title} - " not in page] == []


def test_the_check_reads_pages_with_the_extensions_that_mkdocs_uses(root: Path) -> None:
    config = load_config(str(root / "mkdocs.yml"))
    used = [name.removeprefix("markdown.extensions.") for name in config.markdown_extensions]

    assert used[-1] == extensions.OURS
    assert [name for name, _ in extensions.of(load(root).site).listed] == used[:-1]
    for name, options in extensions.of(load(root).site).listed:
        assert json.loads(options).keys() == (config.mdx_configs.get(name) or {}).keys()
