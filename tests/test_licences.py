"""Everything this project is made with stands under a licence that fits its own."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from bothways.__main__ import main
from bothways.cli.licences import Part, licence, parts

ROOT = Path(__file__).resolve().parents[1]


def test_every_package_and_every_file_of_others_fits() -> None:
    found = parts(ROOT)

    assert [str(part) for part in found if not part.why] == []
    assert {part.use for part in found} == {"runtime", "test", "in the site"}
    assert not [
        part for part in found if part.use == "runtime" and part.licence.startswith("GPL") and "OR" not in part.licence
    ]


def test_every_font_and_script_of_others_is_listed() -> None:
    listed = {part.name for part in parts(ROOT) if part.use == "in the site"}
    there = {path for folder in ("fonts", "vendor") for path in (ROOT / "docs/assets" / folder).glob("*.[jw]*")}

    assert listed == {path.relative_to(ROOT / "docs/assets").as_posix() for path in there}


@pytest.mark.parametrize(
    ("use", "licence", "fits"),
    [
        ("runtime", "MIT", True),
        ("runtime", "MIT AND PSF-2.0", True),
        ("runtime", "GPL-3.0-or-later", False),
        ("runtime", "MIT AND GPL-3.0-or-later", False),
        ("runtime", "GPL-2.0-or-later OR MPL-1.1", True),
        ("runtime", "GPL-2.0 with Classpath exception", False),
        ("test", "GPL-2.0 with Classpath exception", True),
        ("test", "", False),
    ],
)
def test_a_licence_fits_or_not(use: str, licence: str, fits: bool) -> None:
    assert bool(Part("x 1.0", use, licence).why) is fits


def test_a_package_that_is_not_here_has_no_known_licence() -> None:
    assert licence("a-package-that-nobody-wrote") == ""


def test_the_command_lists_all_and_fails_when_one_does_not_fit(tmp_path: Path) -> None:
    for name in ("requirements.lock", "requirements-test.lock", "docs/course.yml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    for name in ("fonts", "vendor"):
        shutil.copytree(ROOT / "docs/assets" / name, tmp_path / "docs/assets" / name)
    good = CliRunner().invoke(main, ["licences", "--root", str(tmp_path)])
    with (tmp_path / "requirements.lock").open("a") as lock:
        lock.write("a-package-that-nobody-wrote==1.0\n")
    (tmp_path / "docs/assets/vendor/minisearch-LICENSE.txt").unlink()
    bad = CliRunner().invoke(main, ["licences", "--root", str(tmp_path)])

    assert good.exit_code == 0, good.output
    assert "mkdocs 1.6.1" in good.output
    assert bad.exit_code == 1
    assert [
        line.split()[1 if line.startswith("runtime") else 3] for line in bad.output.splitlines() if "DOES NOT" in line
    ] == [
        "a-package-that-nobody-wrote",
        "vendor/minisearch.js",
    ]


def test_without_locks_it_says_what_is_missing(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/course.yml").write_text("title: x\n")
    result = CliRunner().invoke(main, ["licences", "--root", str(tmp_path)])

    assert result.exit_code == 1
    assert "requirements.lock" in result.output
    assert "Traceback" not in result.output
