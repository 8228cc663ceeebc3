"""PDFs: accessible, the same every time, made once, and from nothing but the course's own files."""

from __future__ import annotations

import builtins
import dataclasses
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import page
import pypdf
import pytest

import paper
from bothways.outputs import pdf, pdf_files
from bothways.outputs.pdf_cache import Cache
from bothways.outputs.worksheet import PAPERS, Sheet

if missing := pdf.available():
    if os.environ.get("CI"):
        raise RuntimeError(missing)
    pytest.skip(missing, allow_module_level=True)

SIZES = {"a4": (210, 297), "letter": (216, 279)}
POINTS_A_MM = 72 / 25.4
PROFILE = page.ValidationProfile.PDF_UA_1


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> list[Sheet]:
    return list(paper.sheets(paper.course(tmp_path_factory.mktemp("course"))).values())


@pytest.fixture(scope="module")
def tools() -> pdf.Tools:
    return pdf.Tools(paper.ASSETS)


def simple(html: str, path: str = "worksheets/x/index.html") -> Sheet:
    head = '<!doctype html><html lang="en"><head><title>T</title></head><body>'
    return Sheet("x", "sheet", "T", path, f"{head}{html}</body></html>")


@pytest.fixture(scope="module")
def files(made: list[Sheet], tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], bytes]:
    """Each example's PDF by sheet and paper."""
    into = tmp_path_factory.mktemp("files")
    pdf_files.write_all(made, into, into / "cache", paper.ASSETS, lambda _: None)
    return {(sheet.path, size): (into / sheet.pdf(size)).read_bytes() for sheet in made for size in PAPERS}


def faults(content: bytes) -> list[str]:
    return [fault.rule_id for fault in page.validate_pdf_bytes(content, profile=PROFILE).failures]


def pages(content: bytes) -> list[Any]:
    return list(pypdf.PdfReader(io.BytesIO(content)).pages)


def test_every_kind_is_an_accessible_pdf(files: dict[tuple[str, str], bytes]) -> None:
    assert {key: found for key, content in files.items() if (found := faults(content))} == {}


def test_title_language_and_bookmarks(made: list[Sheet], files: dict[tuple[str, str], bytes]) -> None:
    for sheet in made:
        read = pypdf.PdfReader(io.BytesIO(files[sheet.path, "a4"]))
        assert read.metadata
        assert sheet.title in str(read.metadata.title)
        assert str(read.root_object["/Lang"]) == "en"
        assert sheet.title in str(read.outline[0]["/Title"])  # type: ignore[call-overload]


def test_paper_and_footer(made: list[Sheet], files: dict[tuple[str, str], bytes]) -> None:
    for sheet in made:
        for size, measured in SIZES.items():
            found = pages(files[sheet.path, size])
            box = found[0].mediabox
            assert tuple(round(float(n) / POINTS_A_MM) for n in (box.width, box.height)) == measured
            for number, one in enumerate(found, 1):
                shown = one.extract_text()
                assert f"page {number} of {len(found)}" in shown
                assert f"Both Ways · {sheet.id}" in shown
                assert "CC BY 4.0" in shown


def test_the_bar_is_for_screens(files: dict[tuple[str, str], bytes]) -> None:
    assert not [key for key, content in files.items() if "PDF, A4" in pages(content)[0].extract_text()]


def test_fonts_are_the_courses_own_and_embedded(files: dict[tuple[str, str], bytes]) -> None:
    for key, content in files.items():
        fonts = [f.get_object() for one in pages(content) for f in one["/Resources"].get("/Font", {}).values()]
        assert fonts
        for font in fonts:
            inner = font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
            assert any(name.startswith("/FontFile") for name in inner), key
            assert "Both-Ways" in font["/BaseFont"], key


def test_links_lead_to_places_in_the_pdf_or_to_the_web(files: dict[tuple[str, str], bytes]) -> None:
    for key, content in files.items():
        notes = [note.get_object() for one in pages(content) for note in one.get("/Annots", [])]
        assert not [note for note in notes if ".invalid" in str(note) or "file:" in str(note)], key
    assert [1 for one in pages(files["worksheets/dialogue/index.html", "a4"]) for _ in one.get("/Annots", [])]


ELSEWHERE = """
import sys, paper
from pathlib import Path
from bothways.outputs import pdf, pdf_files
from bothways.outputs.pdf_cache import Cache
sheet = paper.sheets(Path(sys.argv[1]))["worksheets/map/index.html"]
sys.stdout.buffer.write(pdf.make(sheet, "a4", paper.ASSETS))
"""


def test_bytes_are_the_same_again_and_in_another_process(made: list[Sheet], tools: pdf.Tools, tmp_path: Path) -> None:
    sheet = next(s for s in made if s.id == "map")
    first = pdf.make(sheet, "a4", paper.ASSETS, tools)
    assert pdf.make(sheet, "a4", paper.ASSETS) == first
    done = subprocess.run(
        [sys.executable, "-c", ELSEWHERE, str(paper.course(tmp_path))],
        cwd=paper.ROOT,
        env={**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": "hooks:tests"},
        capture_output=True,
        check=True,
    )
    assert done.stdout == first


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "http://example.org/x.css",
        "https://example.org/assets/paper.css",
        "data:text/css,p{}",
        "https://bothways.invalid/assets/../../mkdocs.yml",
        "https://bothways.invalid/assets/%2e%2e/course.yml",
        "https://bothways.invalid/course.yml",
        "https://bothways.invalid/assets//etc/passwd.css",
        "ftp://example.org/x",
    ],
)
def test_only_own_assets_are_read(url: str) -> None:
    with pytest.raises(pdf.PdfError, match="own assets"):
        pdf.asset(url, paper.ASSETS)


@pytest.mark.parametrize(
    "html",
    [
        '<img src="file:///etc/passwd" alt="x">',
        '<img src="http://example.org/x.png" alt="x">',
        '<link rel="stylesheet" href="https://example.org/x.css">',
        '<img src="../../../mkdocs.yml" alt="x">',
        '<link rel="stylesheet" href="data:text/css,p{}">',
        "<style>@import url(file:///etc/passwd);</style>",
        '<link rel="attachment" href="file:///etc/passwd">',
    ],
)
def test_nothing_else_gets_into_a_pdf(html: str, tools: pdf.Tools) -> None:
    with pytest.raises(pdf.PdfError):
        pdf.make(simple(html), "a4", paper.ASSETS, tools)


def test_a_drawing_without_a_name_is_an_error(tools: pdf.Tools, tmp_path: Path) -> None:
    (tmp_path / "x.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>')
    (tmp_path / "paper.css").write_text("")
    with pytest.raises(pdf.PdfError, match="alt"):
        pdf.make(simple('<img src="../../assets/x.svg">'), "a4", tmp_path)


@pytest.fixture
def few(made: list[Sheet]) -> list[Sheet]:
    return [sheet for sheet in made if sheet.id in {"reflection", "plan"}]


def test_unchanged_makes_nothing_and_a_word_makes_one_again(few: list[Sheet], tmp_path: Path) -> None:
    site, cache = tmp_path / "site", tmp_path / "cache"
    said: list[str] = []
    assert pdf_files.write_all(few, site, cache, paper.ASSETS, said.append) == pdf_files.Written(4, 0)
    assert said == ["Making 4 of 4 PDFs …"]
    first = {path: path.read_bytes() for path in site.rglob("*.pdf")}
    names = ["plan-a4.pdf", "plan-letter.pdf", "reflection-a4.pdf", "reflection-letter.pdf"]
    assert sorted(path.name for path in first) == names
    assert pdf_files.write_all(few, site, cache, paper.ASSETS, said.append) == pdf_files.Written(0, 4)
    changed = [dataclasses.replace(few[0], html=few[0].html.replace("smallest", "tiniest")), few[1]]
    assert pdf_files.write_all(changed, site, cache, paper.ASSETS, said.append) == pdf_files.Written(2, 2)
    differ = {path.name.rpartition("-")[0] for path, content in first.items() if path.read_bytes() != content}
    assert differ == {few[0].id}


def test_a_changed_font_or_style_changes_the_key(few: list[Sheet], tmp_path: Path) -> None:
    (tmp_path / "fonts").mkdir()
    (tmp_path / "paper.css").write_text('@font-face { src: url("fonts/a.woff2") }')
    (tmp_path / "fonts/a.woff2").write_bytes(b"1")
    keys = [Cache(tmp_path, tmp_path).key(few[0], "a4"), Cache(tmp_path, tmp_path).key(few[0], "letter")]
    (tmp_path / "fonts/a.woff2").write_bytes(b"2")
    keys.append(Cache(tmp_path, tmp_path).key(few[0], "a4"))
    (tmp_path / "paper.css").write_text("p { color: red }")
    keys.append(Cache(tmp_path, tmp_path).key(few[0], "a4"))
    assert len(set(keys)) == 4


def _to_folder(path: Path, _: Path) -> None:
    path.unlink()
    (path / "deep").mkdir(parents=True)


def _to_link(path: Path, to: Path) -> None:
    path.unlink()
    path.symlink_to(to)


DAMAGE: dict[str, Callable[[Path, Path], object]] = {
    "torn": lambda path, _: path.write_bytes(path.read_bytes()[:100]),
    "torn in the last line": lambda path, _: path.write_bytes(path.read_bytes()[:-1]),
    "empty": lambda path, _: path.write_bytes(b""),
    "zeroes": lambda path, _: path.write_bytes(bytes(path.stat().st_size)),
    "zeroes at the end": lambda path, _: path.write_bytes(path.read_bytes()[:-500] + bytes(500)),
    "rubbish with the right ending": lambda path, _: path.write_bytes(b"rubbish %%EOF\n"),
    "rubbish in the middle": lambda path, _: path.write_bytes(path.read_bytes().replace(b"obj", b"jbo", 9)),
    "one bit": lambda path, _: path.write_bytes(bytes([path.read_bytes()[0] ^ 1]) + path.read_bytes()[1:]),
    "something behind": lambda path, _: path.write_bytes(path.read_bytes() + b"%%EOF\n"),
    "another sheet's PDF": lambda path, other: path.write_bytes(other.read_bytes()),
    "a link to another sheet's PDF": _to_link,
    "a link to nothing": lambda path, _: _to_link(path, Path("nowhere")),
    "a folder": _to_folder,
    "gone": lambda path, _: path.unlink(),
}


@pytest.fixture(scope="module")
def whole(made: list[Sheet], tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Sheet], Path]:
    """A sheet's PDFs and the cache that a first build left."""
    into = tmp_path_factory.mktemp("whole")
    sheets = [sheet for sheet in made if sheet.id == "reflection"]
    pdf_files.write_all(sheets, into / "site", into / "cache", paper.ASSETS, lambda _: None)
    return sheets, into


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_pdf_in_the_cache_is_made_again(
    damage: str, whole: tuple[list[Sheet], Path], tmp_path: Path, tools: pdf.Tools, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "Tools", lambda _: tools)
    sheets, first = whole
    shutil.copytree(first / "cache", tmp_path / "cache")
    (tmp_path / "cache/left-by-a-killed-run.part").touch()
    DAMAGE[damage](*sorted((tmp_path / "cache").glob("*.pdf")))
    for made_now in (pdf_files.Written(1, 1), pdf_files.Written(0, 2)):
        assert (
            pdf_files.write_all(sheets, tmp_path / "site", tmp_path / "cache", paper.ASSETS, lambda _: None) == made_now
        )
    assert not list((tmp_path / "cache").glob("*.part"))
    for path in (first / "site").rglob("*.pdf"):
        assert (tmp_path / "site" / path.relative_to(first / "site")).read_bytes() == path.read_bytes()


def test_a_cache_that_cannot_be_written_is_said_and_is_no_fault(few: list[Sheet], tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file, where the folder should be")
    said: list[str] = []
    assert pdf_files.write_all(
        few[:1], tmp_path, tmp_path / "cache/pdf", paper.ASSETS, said.append
    ) == pdf_files.Written(2, 0)
    assert said[-1].endswith("cannot be written: these PDFs are made again next time.")
    assert len(list(tmp_path.rglob("*.pdf"))) == 2


def test_two_processes_make_the_same_bytes(few: list[Sheet], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pdf_files.write_all(few, tmp_path / "one", tmp_path / "cache-1", paper.ASSETS, lambda _: None)
    monkeypatch.setattr(pdf_files, "_POOL_FROM", 1)
    monkeypatch.setattr(pdf_files, "_CHUNK", 2)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    pdf_files.write_all(few, tmp_path / "two", tmp_path / "cache-2", paper.ASSETS, lambda _: None)
    one, two = ({p.name: p.read_bytes() for p in (tmp_path / name).rglob("*.pdf")} for name in ("one", "two"))
    assert len(one) == 4
    assert one == two


def test_pruning_keeps_what_is_used(tmp_path: Path) -> None:
    cache = Cache(tmp_path, paper.ASSETS)
    for number, key in enumerate("abcd"):
        cache.put(key, b"x")
        os.utime(next(tmp_path.glob(f"{key}-*.pdf")), (number, number))
    cache.prune({"a"}, most=1)
    assert sorted(path.stem[0] for path in tmp_path.glob("*.pdf")) == ["a", "d"]


def test_missing_pango_is_said_with_the_line_that_mends_it(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *args: Any, **kwargs: Any) -> Any:
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without)
    message = pdf.available()
    assert message is not None
    assert "apt-get install -y libpango-1.0-0 libpangoft2-1.0-0" in message
    assert "brew install pango" in message


def test_every_pdf_of_the_course_is_accessible(tmp_path: Path) -> None:
    sheets = paper.real()
    pdf_files.write_all(sheets, tmp_path, paper.ROOT / ".cache/pdf", paper.ASSETS, lambda _: None)
    made = {path: path.read_bytes() for sheet in sheets for size in PAPERS for path in [tmp_path / sheet.pdf(size)]}
    assert {path.name: found for path, content in made.items() if (found := faults(content))} == {}
