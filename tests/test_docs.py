"""The docs are true: what they name exists, what exists they name, and their numbers are those of the code."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any, Final

import pytest

from bothways.__main__ import main
from bothways.check import alignment, language
from bothways.cli import schema
from bothways.core.rules import RULES
from bothways.model.course import Course
from bothways.model.kinds import KINDS
from bothways.source import files, yamlfile
from bothways.source.directive import LISTS, NAMED

ROOT: Final = Path(__file__).resolve().parents[1]
PACKAGE: Final = ROOT / "hooks/bothways"
CONTRIBUTING: Final = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
README: Final = (ROOT / "README.md").read_text(encoding="utf-8")
DECISIONS: Final = (ROOT / "hooks/DECISIONS.md").read_text(encoding="utf-8")
EDGE: Final = re.compile(r"(?<=  )([\w.]+) +-> ([\w.]+)  ")


def module(name: str) -> Path:
    """The file of a module, from its name inside the package."""
    path = PACKAGE / name.replace(".", "/")
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


def docstring(file: Path) -> str:
    """What a module says of itself."""
    return ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or ""


def imported(file: Path) -> set[str]:
    """The names inside the package that a file imports: modules, and what is taken from them."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("bothways"):
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
    return {name.removeprefix("bothways.") for name in names}


def test_the_picture_of_the_house_is_true() -> None:
    edges = EDGE.findall(CONTRIBUTING)

    assert len(edges) >= 15
    assert [name for edge in edges for name in edge if not module(name).is_file()] == []
    assert [(asks, asked) for asks, asked in edges if asked not in imported(module(asks))] == []


def test_the_way_of_a_file_in_the_picture_hangs_together() -> None:
    """From the file one comes to a message, a page, a sheet and the search."""
    asks = {name for name, _ in EDGE.findall(CONTRIBUTING)}

    assert {"source.reading", "check.course", "markdown", "outputs.printing", "outputs.search"} <= asks


def test_the_map_of_the_package_names_every_module() -> None:
    told = (ast.get_docstring(ast.parse((PACKAGE / "__init__.py").read_text(encoding="utf-8"))) or "").split("\n\n", 1)[
        1
    ]
    named = set(re.findall(r"[a-z_]+", told))
    own = {"kinds", "questions"}  # each kind has a folder in these
    there = {
        file.relative_to(PACKAGE).parts[0] if file.name == "__init__.py" else file.stem
        for file in PACKAGE.rglob("*.py")
        if not own & set(file.relative_to(PACKAGE).parts) and file.parent != PACKAGE
    }

    assert sorted(there - named) == []
    layers = re.findall(r"^(\w+)  ", told, re.MULTILINE)
    assert layers == ["__main__", "cli", "markdown", "outputs", "view", "check", "source", "model", "core"]


@pytest.mark.parametrize("file", sorted(PACKAGE.rglob("*.py")), ids=lambda file: file.relative_to(PACKAGE).as_posix())
def test_every_module_says_what_it_is(file: Path) -> None:
    assert len(docstring(file)) > 20


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_has_its_line(name: str) -> None:
    assert f"| `bothways {name}` |" in CONTRIBUTING
    assert main.commands[name].help


def test_no_command_is_told_that_is_not_there() -> None:
    told = re.findall(r"`(?:\.venv/bin/)?bothways ([a-z]+)", CONTRIBUTING + README + DECISIONS)
    assert sorted(set(told) - set(main.commands)) == []


def test_every_target_of_make_is_told_and_is_there() -> None:
    targets = set(re.findall(r"^([a-z]+):.*##", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    told = set(re.findall(r"`make ([a-z]+)", README))

    assert sorted(targets ^ told) == []


def test_every_directive_has_its_line() -> None:
    told = set(re.findall(r"^\| `::: ([a-z-]+)", CONTRIBUTING, re.MULTILINE))
    assert told == {*NAMED, *LISTS}


def test_every_kind_is_named() -> None:
    paragraph = CONTRIBUTING.partition("The kinds are ")[2].partition(". Open the file")[0]
    assert set(re.findall(r"`([a-z-]+)`", paragraph)) == set(KINDS)


def undescribed(value: Any, where: str) -> list[str]:
    """The fields inside a schema that have no words."""
    if not isinstance(value, dict):
        return []
    missing = [
        f"{where}.{name}"
        for name, field in value.get("properties", {}).items()
        if not (field.get("description") or "const" in field or ("$ref" in field))
    ]
    return missing + [
        each for name, inner in value.get("$defs", {}).items() for each in undescribed(inner, f"{where}/{name}")
    ]


@pytest.mark.parametrize("name", sorted(schema.schemas()))
def test_every_field_says_what_it_is_for(name: str) -> None:
    """Editors show it, and the check says it when the field is missing."""
    assert undescribed(schema.schemas()[name], name) == []


def test_every_setting_of_the_course_is_explained_in_its_file() -> None:
    text = (ROOT / "docs/course.yml").read_text(encoding="utf-8")
    told = re.findall(r"^(?:#.*\n)*#.*\n(?:\n)?([a-z_]+):", text, re.MULTILINE)

    assert sorted(told) == sorted(Course.model_fields)


def test_every_rule_says_how_to_mend_it() -> None:
    assert [rule.code for rule in RULES.values() if not (rule.means.endswith(".") and rule.fix.endswith("."))] == []


def test_the_numbers_of_the_docs_are_those_of_the_code() -> None:
    told = r"reading grade (\d+) or below \(facilitators' sessions (\d+), pages for people in danger (\d+)\)"
    grades = re.search(told, CONTRIBUTING)
    assert grades
    assert tuple(map(float, grades.groups())) == (language.MOST, language.MOST_FACILITATORS, language.MOST_SAFETY)
    assert f"At least {alignment.QUESTIONS_EACH} questions ask about each objective." in CONTRIBUTING
    assert RULES["BW105"].means == f"The file is larger than {files.MAX_BYTES // 1000} kB."
    assert RULES["BW106"].means == f"Lists and fields are nested deeper than {yamlfile.MAX_DEPTH} levels."
    assert f"Fewer than {['', 'one', 'two', 'three'][alignment.QUESTIONS_EACH]} questions" in RULES["BW614"].means


def test_the_budgets_in_the_decisions_are_those_of_the_tests() -> None:
    source = ast.parse((ROOT / "tests/browser/test_budget.py").read_text(encoding="utf-8"))
    kept = {
        node.target.id: node.value.value
        for node in source.body
        if isinstance(node, ast.AnnAssign)
        and isinstance(node.target, ast.Name)
        and isinstance(node.value, ast.Constant)
    }
    told = re.search(r"\*\*Budget:\*\* (.*?)\(every page", DECISIONS, re.DOTALL)
    assert told
    numbers = [int(float(number) * 1000) for number in re.findall(r"([\d.]+)\s+kB", told[1])]
    assert numbers == [kept[name] for name in ("SHARED_JS", "PAGE_JS", "OWN_CSS", "FIRST", "LATER")]
