"""The command line, as a person types it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bothways.__main__ import main
from bothways.core.rules import RULES
from bothways.model.kinds import KINDS
from bothways.outputs import pdf, pdf_files
from samples import ALL, ASKED, good_course


@pytest.fixture
def course(tmp_path: Path) -> Path:
    return good_course(tmp_path)


def run(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


def break_it(course: Path) -> None:
    path = course / "exercises/unit-1/the-sort.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("minutes: 10", "minutes: ten, or so"), encoding="utf-8")


def test_check_of_a_good_course_says_so(course: Path) -> None:
    result = run("check", "--root", str(course))

    assert (result.exit_code, result.output) == (0, "No problems.\n")


def test_check_says_what_is_not_filled_in_yet_and_does_not_fail(course: Path) -> None:
    path = course / "docs/course.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("contact: course@example.org", 'contact: ""'))
    (course / "docs/two.md").write_text("---\ntitle: One\n---\n\n# *Another* one\n", encoding="utf-8")
    result = run("check", "--root", str(course))

    assert (result.exit_code, result.output) == (
        0,
        "No problems.\n\nWorth a look, and stops nothing:\n"
        'docs/course.yml:5:1: "contact" is empty: nobody can see whom to write to about this copy of the course.\n'
        'docs/two.md:5:1: the heading is "Another one", and the menu says "One".\n',
    )


def test_check_prints_each_problem_and_fails(course: Path) -> None:
    break_it(course)
    result = run("check", "--root", str(course))

    assert result.exit_code == 1
    assert result.output == (
        'exercises/unit-1/the-sort.yml:4:1: BW204 "minutes" must be a whole number, and is "ten, or so". '
        "Write a number such as 10.\n1 problem to mend.\n"
    )


def test_check_for_programs(course: Path) -> None:
    break_it(course)
    (found,) = json.loads(run("check", "--root", str(course), "--format", "json").output)

    assert found["path"] == "exercises/unit-1/the-sort.yml"
    assert (found["line"], found["column"], found["code"]) == (4, 1, "BW204")


def test_check_as_annotations_on_a_pull_request(course: Path) -> None:
    break_it(course)
    result = run("check", "--root", str(course), "--format", "github")

    assert result.exit_code == 1
    assert result.output.startswith("::error file=exercises/unit-1/the-sort.yml,line=4,col=1,title=BW204::")
    assert run("check", "--root", str(good_course(course)), "--format", "github").output == ""


def test_rules_lists_every_rule_with_its_remedy() -> None:
    output = run("rules").output

    assert all(f"{rule.code}  {rule.means}\n       {rule.fix}\n" in output for rule in RULES.values())


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_exercise_passes_once_a_lesson_uses_it(course: Path, kind: str) -> None:
    result = run("new", "exercise", kind, "my-idea", "--root", str(course))
    lesson = course / "docs/unit-1/1-first.md"
    lesson.write_text(lesson.read_text(encoding="utf-8") + "\n::: exercise my-idea\n", encoding="utf-8")

    assert result.output.startswith("Wrote exercises/unit-1/my-idea.yml.")
    assert run("check", "--root", str(course)).output == "No problems.\n"


def test_a_new_quiz_passes_once_a_lesson_uses_it(course: Path) -> None:
    run("new", "quiz", "my-questions", "--root", str(course))
    lesson = course / "docs/unit-1/1-first.md"
    lesson.write_text(lesson.read_text(encoding="utf-8") + "\n::: quiz my-questions\n", encoding="utf-8")

    assert run("check", "--root", str(course)).output == "No problems.\n"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("exercise", "dialog", "my-idea"), 'There is no kind "dialog". Did you mean "dialogue"?'),
        (("exercise", "dialogue", "My Idea"), '"My Idea" cannot be a name.'),
        (("exercise", "sort", "the-sort"), 'The name "the-sort" is taken by exercises/unit-1/the-sort.yml.'),
        (("exercise", "sort"), "Write the kind and then a name"),
        (("exercise", "sort", "../../outside"), '"../../outside" cannot be a name.'),
    ],
)
def test_new_says_what_it_cannot_do(course: Path, words: tuple[str, ...], says: str) -> None:
    result = run("new", *words, "--root", str(course))

    assert result.exit_code != 0
    assert says in result.output
    assert "Traceback" not in result.output


def test_new_never_writes_over_a_file(course: Path) -> None:
    before = (course / "exercises/unit-1/the-sort.yml").read_text(encoding="utf-8")
    run("new", "exercise", "sort", "the-sort", "--root", str(course))

    assert (course / "exercises/unit-1/the-sort.yml").read_text(encoding="utf-8") == before


def test_stats_counts_what_there_is(course: Path) -> None:
    output = run("stats", "--root", str(course)).output

    assert f"Exercises: {len(ALL)} " in output
    assert f"Questions: {len(ASKED)} " in output
    assert "L1.1" in output


def test_worksheets_lead_to_the_site_in_the_form_that_the_settings_say(
    course: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "available", lambda: None)
    monkeypatch.setattr(pdf_files, "write_all", lambda *_: None)

    for setting, address in (("true", "../../support/"), ("false", "../../support.html")):
        (course / "mkdocs.yml").write_text(f"use_directory_urls: {setting}\n", encoding="utf-8")
        assert run("worksheets", str(course / "out"), "--root", str(course)).exit_code == 0
        assert f'href="{address}"' in (course / "out/worksheets/the-sort/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "words", [("check",), ("stats",), ("new", "quiz", "x"), ("new", "exercise", "sort", "x"), ("worksheets", "out")]
)
def test_a_folder_that_is_no_course_is_refused(course: Path, words: tuple[str, ...]) -> None:
    result = run(*words, "--root", str(course / "docs"))

    assert result.exit_code == 2
    assert "is not the folder of a course: it has no docs/course.yml." in result.output
    assert "Traceback" not in result.output
    assert not (course / "docs/quizzes").exists()


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1", "utf-8"])
def test_output_never_fails_for_its_encoding(course: Path, encoding: str) -> None:
    path = course / "exercises/unit-1/the-sort.yml"
    path.write_text(path.read_text(encoding="utf-8") + "ключ 鍵 \u201c\x1b\u202e: x\n", encoding="utf-8")
    env = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "bothways", "check", "--root", str(course)]
    done = subprocess.run(command, env=env, capture_output=True, check=False)

    assert done.returncode == 1
    assert b"BW113 there is a sign U+001B ESCAPE." in done.stdout
    assert b"BW201 this file has no field" in done.stdout
    assert b"\x1b" not in done.stdout
    assert b"Traceback" not in done.stderr


def test_no_line_of_the_output_is_a_command_of_a_workflow(course: Path) -> None:
    path = course / "exercises/unit-1/the-sort.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text('"x\\n::error::pwned\\e[31m": 1\n' + text, encoding="utf-8")
    output = run("check", "--root", str(course)).output

    assert not [line for line in output.splitlines() if line.startswith("::")]
    assert "\x1b" not in output
    assert r"x\n::error::pwned" in output
