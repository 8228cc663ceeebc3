"""The one door to files: whatever lies in the tree is read, left out, or told; nothing stops the check or hangs it."""

from __future__ import annotations

import os
import shutil
import socket
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bothways.check.course import check
from bothways.source import files, reading, yamlfile
from bothways.source.extensions import Extensions
from bothways.source.files import File
from bothways.source.library import load
from samples import SOME, good_course


@pytest.fixture
def course(tmp_path: Path) -> Path:
    return good_course(tmp_path, SOME)


def told(course: Path) -> list[str]:
    return [f"{problem.path} {problem.code}" for problem in check(load(course))]


@pytest.mark.parametrize(
    "name", ["exercises/unit-1/x.yml", "docs/x.md", "docs/assets/figures/x.svg", "docs/course.yml"]
)
@pytest.mark.parametrize("target", ["nowhere", "x.yml", "/etc/passwd", "../../docs/index.md"])
def test_a_link_is_a_problem_wherever_it_leads(course: Path, name: str, target: str) -> None:
    (course / name).unlink(missing_ok=True)
    (course / name).symlink_to(target)

    assert told(course) == [f"{name} BW115"]


@pytest.mark.parametrize("name", ["exercises/away", "docs/assets/up", "docs/x.txt"])
@pytest.mark.parametrize("target", ["..", "/", "nowhere"])
def test_a_link_to_a_folder_is_not_followed(course: Path, name: str, target: str) -> None:
    (course / name).symlink_to(target)

    assert told(course) == [f"{name} BW115"]


@pytest.mark.parametrize(
    "name", ["exercises/unit-1/x.yml", "docs/x.md", "docs/assets/x.svg", "docs/glossary.yml", "exercises/x"]
)
def test_a_pipe_is_not_waited_for(course: Path, name: str) -> None:
    os.mkfifo(course / name)

    assert told(course) == [f"{name} BW115"]


def test_a_socket_is_not_read(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(course / "docs")  # its whole path may be too long for a socket
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("x.md")

        assert told(course) == ["docs/x.md BW115"]


@pytest.mark.parametrize("name", ["exercises/unit-1/x.yml", "docs/x.md", "docs/glossary.yml", "docs/sessions/L1.yml"])
def test_a_folder_with_the_name_of_a_file_is_a_problem(course: Path, name: str) -> None:
    (course / name / "inside.yml").mkdir(parents=True)

    assert told(course) == [f"{name} BW115"]


@pytest.mark.parametrize("name", ["docs", "exercises", "quizzes"])
def test_a_folder_of_the_course_is_no_file_and_no_link(course: Path, name: str) -> None:
    (course / name).rename(course / "elsewhere")
    (course / name).write_text("a file", encoding="utf-8")
    assert told(course) == [f"{name} BW115"]

    (course / name).unlink()
    (course / name).symlink_to("elsewhere")
    assert told(course) == [f"{name} BW115"]


LEFT_BEHIND = (
    "._the-sort.yml",
    ".hidden.yml",
    ".#the-sort.yml",
    "#the-sort.yml#",
    "the-sort.yml~",
    ".the-sort.yml.swp",
)


@pytest.mark.parametrize("name", [*LEFT_BEHIND, "Thumbs.db", "desktop.ini", ".DS_Store"])
@pytest.mark.parametrize("folder", ["exercises/unit-1", "docs/unit-1", "docs/assets/figures"])
def test_what_editors_and_systems_leave_behind_is_left_out(course: Path, folder: str, name: str) -> None:
    (course / folder / name).write_bytes(b"\x00\x05\x16\x07Mac OS X")

    assert told(course) == []


def test_an_editors_lock_is_left_out(course: Path) -> None:
    (course / "docs/.#index.md").symlink_to("somebody@a-machine.1234")

    assert told(course) == []


@pytest.mark.parametrize("name", ["x.yaml", "X.yml", "x.yml.orig", "x.yml (copy)", "notes.txt", "x"])
def test_other_files_among_the_exercises_are_named(course: Path, name: str) -> None:
    shutil.copy(course / "exercises/unit-1/the-sort.yml", course / "exercises/unit-1" / name)

    assert told(course) == [f"exercises/unit-1/{name} BW109"]


@pytest.mark.parametrize(
    "name", ["x.html", "assets/x.js", "assets/elements/x.js", "x.gif", "assets/x.txt", "x.yml", "CNAME"]
)
def test_other_files_in_docs_are_named_and_not_published(course: Path, name: str) -> None:
    (course / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
    (course / "docs" / name).write_text("x", encoding="utf-8")

    assert told(course) == [f"docs/{name} BW117"]
    assert f"docs/{name}" not in load(course).published


def test_a_name_with_a_line_break_and_colours_is_shown_on_one_line(course: Path) -> None:
    (course / "exercises/unit-1/a\n::error::b\x1b[31m.txt").write_text("x", encoding="utf-8")
    (problem,) = check(load(course))

    assert str(problem).startswith(r"exercises/unit-1/a\n::error::b\x1b[31m.txt:1:1: BW109")
    assert "\n" not in str(problem)


def test_a_file_that_goes_while_it_is_read_is_a_problem(course: Path) -> None:
    path = course / "exercises/unit-1/the-sort.yml"
    file = files.one(course, "exercises/unit-1/the-sort.yml")
    path.unlink()

    assert file
    assert [p.code for p in yamlfile.read(file).problems] == ["BW116"]


def test_a_file_that_becomes_a_pipe_while_it_is_read_is_a_problem(course: Path) -> None:
    path = course / "exercises/unit-1/the-sort.yml"
    file = files.one(course, "exercises/unit-1/the-sort.yml")
    path.unlink()
    os.mkfifo(path)

    assert file
    assert [p.code for p in yamlfile.read(file).problems] == ["BW115"]


def test_a_file_that_grows_while_it_is_read_is_not_read_whole(course: Path) -> None:
    file = files.one(course, "docs/index.md")
    (course / "docs/index.md").write_bytes(b"a" * 10_000_000)

    assert file
    assert [p.code for p in files.read(file).problems] == ["BW105"]


def test_a_folder_that_nobody_may_open_is_one_problem(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    really = os.scandir

    def scandir(path: Path) -> object:
        if path == course / "exercises/unit-1":
            raise PermissionError(13, "Permission denied", str(path))
        return really(path)

    monkeypatch.setattr(os, "scandir", scandir)

    assert told(course) == ["exercises/unit-1 BW116"]


def test_a_tree_without_end_is_refused(course: Path) -> None:
    (course / "exercises" / "/".join("abcdefghijklmnopqrst")).mkdir(parents=True)

    assert told(course) == ["exercises/a/b/c/d/e/f/g/h/i/j/k/l/m BW115"]


def read(content: bytes, name: str, folder: Path) -> None:
    """Read one file as whatever its name says it is."""
    (folder / name).write_bytes(content)
    file = files.one(folder, name)
    assert file
    if name.endswith(".md"):
        reading.read_page(file, Extensions(()))
    else:
        reading.exercise(file)
    assert isinstance(file, File)


@pytest.mark.parametrize("name", ["x.md", "x.yml"])
@given(
    content=st.binary(max_size=400)
    | st.text(max_size=200).map(lambda t: f"---\n{t}\n---\n{t}".encode(errors="replace"))
)
@settings(max_examples=150)
def test_no_bytes_break_the_reading(content: bytes, name: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    read(content, name, tmp_path_factory.getbasetemp())


def test_what_is_left_behind_is_not_published(course: Path) -> None:
    shutil.copy(course / "docs/index.md", course / "docs/index.md~")
    shutil.copy(course / "docs/index.md", course / "docs/.index.md")

    assert load(course).published >= {"docs/index.md", "docs/unit-1/1-first.md", "docs/assets/figures/two-people.svg"}
    assert not {"docs/index.md~", "docs/.index.md", "docs/course.yml"} & load(course).published
