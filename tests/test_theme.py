"""The pages around the text: what docs/course.yml and mkdocs.yml say is so on each, and none of it is markup."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final
from urllib.parse import urljoin

import mkdocs.commands.build
import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from bothways.outputs import pdf
from expect import nothing
from markup_tree import Element, read
from samples import good_course

ROOT: Final = Path(__file__).resolve().parents[1]
SETTINGS: Final = """\
site_name: A small course
exclude_docs: "*.yml"
theme:
  name: material
  custom_dir: {theme}
  font: false
  features: [navigation.footer]
plugins: []
markdown_extensions: [bothways.markdown]
hooks: [{hooks}]
extra_css: [assets/theme.css]
"""
LESSON: Final = "unit-1/1-first/index.html"
Build = Callable[[], Path]


@pytest.fixture
def course(tmp_path: Path) -> Path:
    good_course(tmp_path, ("reflection",))
    settings = SETTINGS.format(theme=ROOT / "theme", hooks=ROOT / "hooks/mkdocs_events.py")
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    shutil.copytree(ROOT / "docs/assets", tmp_path / "docs/assets", dirs_exist_ok=True)
    for name, line in {"index": "", "support": "::: local-help", "about": "", "references": "::: references"}.items():
        (tmp_path / f"docs/{name}.md").write_text(f"# The {name}\n\nWords.\n\n{line}\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def build(course: Path, monkeypatch: pytest.MonkeyPatch) -> Build:
    """Builds the small course as it now stands, in this process, and gives the site. No PDFs."""
    monkeypatch.setattr(pdf, "available", lambda: "no PDFs here")

    def run() -> Path:
        mkdocs.commands.build.build(load_config(str(course / "mkdocs.yml")))
        return course / "site"

    return run


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def pages(site: Path) -> dict[str, Element]:
    return {p.relative_to(site).as_posix(): read(p) for p in sorted(site.rglob("*.html"))}


def test_the_licence_is_one_on_every_page_and_sheet(course: Path, build: Build) -> None:
    change(course / "docs/course.yml", "CC BY 4.0", "CC BY-SA 4.0")
    site = build()

    texts = {name: tree.text() for name, tree in pages(site).items()}
    nothing(name for name, text in texts.items() if "CC BY-SA 4.0" not in text or "CC BY 4.0" in text)
    assert "creativecommons.org/licenses/by-sa/4.0/" in (site / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("licence", ["Ours alone", "CC BY-NC-XX 4.0"])
def test_a_licence_that_we_do_not_know_has_no_link(course: Path, build: Build, licence: str) -> None:
    change(course / "docs/course.yml", "CC BY 4.0", licence)

    foot = (build() / "index.html").read_text(encoding="utf-8").partition("<footer")[2]
    assert licence in foot
    assert "creativecommons" not in foot


def test_units_are_called_what_the_course_says(course: Path, build: Build) -> None:
    change(course / "docs/course.yml", "title: See it", "title: Look & see")
    change(
        course / "mkdocs.yml",
        "plugins:",
        "nav: [index.md, about.md, references.md, support.md, {Unit 1: [unit-1/1-first.md]}]\nplugins:",
    )
    lesson = read(build() / LESSON)

    panel = next(e for e in lesson.all("div") if e.attrs.get("class") == "bw-menu-panel")
    assert "Unit 1 · Look & see" in panel.text()
    eyebrow = next(e for e in lesson.all("p") if e.attrs.get("class") == "bw-eyebrow")
    assert eyebrow.text().strip() == "Unit 1 · Look & see · Lesson 1 of 1"


MARKUP: Final = "&lt;img src=x onerror=alert(1)&gt;"
SHOWN: Final = "&amp;lt;img src=x onerror=alert(1)&amp;gt;"


def test_a_title_is_text_wherever_it_stands(course: Path, build: Build) -> None:
    change(course / "docs/unit-1/1-first.md", "title: The first lesson", f"title: The first {MARKUP}")
    change(course / "docs/unit-1/1-first.md", "# The first lesson\n", "")
    site = build()

    for name, tree in pages(site).items():
        text = (site / name).read_text(encoding="utf-8")
        assert "<img src=x" not in text, name
        nothing(f"{name}: {element.tag}" for element in tree.all() if "onerror" in element.attrs)
    lesson = (site / LESSON).read_text(encoding="utf-8")
    assert f"<title>The first {SHOWN}" in lesson
    assert f">The first {SHOWN}</h1>" in lesson


@pytest.mark.parametrize(
    ("field", "value"),
    [("contact", "contact: course@example.org"), ("title", "title: Both Ways"), ("licence", "licence: CC BY 4.0")],
)
def test_what_the_course_says_is_text(course: Path, build: Build, field: str, value: str) -> None:
    change(course / "docs/course.yml", value, f"{field}: Us &amp; &lt;b&gt;")

    home = (build() / "index.html").read_text(encoding="utf-8")
    assert "Us &amp;amp; &amp;lt;b&amp;gt;" in home
    assert "Us &amp; &lt;b&gt;" not in home


def test_headings_are_text_in_every_list(course: Path, build: Build) -> None:
    file = course / "docs/about.md"
    file.write_text("# About\n\n## A & `<b>`\n\n## Two\n\n## Three\n", encoding="utf-8")

    text = (build() / "about/index.html").read_text(encoding="utf-8")
    assert text.count(">A &amp; &lt;b&gt;</a>") == 2  # at the side, and in the menu
    assert "<b>" not in text


@pytest.mark.parametrize("front", ["template: redirect.html\nlocation: '\"+alert(1)+\"'", "template: nowhere.html"])
def test_nobody_chooses_a_template(course: Path, build: Build, front: str) -> None:
    for head in (f"---\n{front}\n---\n", f"{front}\n\n"):
        (course / "docs/about.md").write_text(f"{head}# The about\n\nWords.\n", encoding="utf-8")
        with pytest.raises(Abort):
            build()


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("de", "ltr")])
@pytest.mark.parametrize("place", ["docs/course.yml", "mkdocs.yml"])
def test_language_and_direction(course: Path, build: Build, language: str, direction: str, place: str) -> None:
    old, line = ("licence:", f"language: {language}\nlicence:"), ("  font:", f"  language: {language}\n  font:")
    change(course / place, *(old if place.startswith("docs") else line))

    home = read(build() / "index.html")
    assert home.first("html").attrs["lang"] == language
    assert home.first("body").attrs["dir"] == direction
    assert home.first("article").attrs["dir"] == "auto"  # a page in another language runs its own way


def test_the_page_for_wrong_addresses_knows_where_the_course_stands(course: Path, build: Build) -> None:
    site = build()

    loads = [e.attrs.get("href", e.attrs.get("src", "")) for e in read(site / "404.html").all("link", "script", "a")]
    nothing(address for address in loads if address.startswith("/") and not address.startswith("/both-ways/"))
    assert "/both-ways/assets/theme.css" in loads


def test_what_mkdocs_yml_says_is_so(course: Path, build: Build) -> None:
    settings = course / "mkdocs.yml"
    change(course / "docs/course.yml", "repository: https://example.org/you/both-ways", 'repository: ""')
    change(
        settings,
        "  features: [",
        "  palette: {scheme: slate}\n  icon: {logo: material/heart}\n  features: [navigation.top, ",
    )
    more = """\
repo_url: https://github.com/example/course
edit_uri: edit/trunk/docs/
site_author: Somebody
copyright: <a href="https://example.org/us">Us</a>, 2026
extra:
  homepage: https://example.org/all-courses
  alternate: [{name: العربية, link: /ar/, lang: ar}]
  social: [{icon: material/heart, link: "https://example.org/@us", name: We elsewhere}]
"""
    settings.write_text(settings.read_text(encoding="utf-8") + more, encoding="utf-8")
    home = (build() / "index.html").read_text(encoding="utf-8")

    for wanted in (
        'data-md-color-scheme="slate"',
        '<meta name="author" content="Somebody">',
        '<a href="https://example.org/us">Us</a>, 2026',
        'href="https://github.com/example/course"',
        "https://github.com/example/course/edit/trunk/docs/index.md",
        'href="https://example.org/all-courses"',
        '<link rel="alternate" href="/ar/" hreflang="ar">',
        '<a href="/ar/" hreflang="ar" lang="ar">العربية</a>',
        'title="We elsewhere"',
        ">Back to top</a>",
    ):
        assert wanted in home


def test_what_a_page_hides_is_hidden(course: Path, build: Build) -> None:
    (course / "docs/about.md").write_text(
        "---\ntitle: The about\nhide: [toc, navigation, footer]\n---\n# The about\n\n## A\n\n## B\n\n## C\n",
        encoding="utf-8",
    )
    about = read(build() / "about/index.html")

    named = {e.attrs.get("class"): e.attrs for e in about.all("nav")}
    assert "bw-toc" not in named
    assert "bw-steps" not in named
    assert "hidden" in named["bw-nav"]


def test_an_announcement_of_ones_own(course: Path, build: Build) -> None:
    shutil.copytree(ROOT / "theme", course / "theme")
    change(course / "mkdocs.yml", str(ROOT / "theme"), "theme")
    main = course / "theme/main.html"
    main.write_text(main.read_text(encoding="utf-8") + "{% block announce %}We meet on Monday{% endblock %}")

    banner = next(e for e in read(build() / "index.html").all("aside") if e.attrs.get("class") == "md-banner")
    assert "We meet on Monday" in banner.text()


def test_nothing_is_copied_that_no_page_asks_for(built: Path) -> None:
    """Scripts, styles, pictures and letters: each is named by a page, a style or a script."""
    texts = "\n".join(
        p.read_text(encoding="utf-8") for p in built.rglob("*") if p.suffix in {".html", ".css", ".js"} and p.is_file()
    )
    kept = [p for p in (built / "assets").rglob("*") if p.suffix in {".js", ".css", ".map", ".png", ".woff2", ".svg"}]
    nothing(p.relative_to(built).as_posix() for p in kept if p.name not in texts)


def test_every_page_leads_on_and_back(built: Path) -> None:
    """All pages of the menu are one row."""
    chain: list[str] = []
    here: str | None = "http://x/"
    while here and len(chain) < 200:
        chain.append(here)
        links = read(built / here.removeprefix("http://x/") / "index.html").all("a")
        here = next((urljoin(here, a.attrs["href"]) for a in links if a.attrs.get("rel") == "next"), None)
    panel = next(e for e in read(built / "index.html").all("div") if e.attrs.get("class") == "bw-menu-panel")
    listed = {urljoin("http://x/", a.attrs["href"]) for a in panel.all("a")}

    assert len(chain) == len(set(chain))
    assert listed == set(chain)


def test_the_menu_and_the_heading_say_the_same(built: Path) -> None:
    tree = read(built / "index.html")
    panel = next(e for e in tree.all("div") if e.attrs.get("class") == "bw-menu-panel")
    for link in panel.all("a"):
        if link.attrs.get("aria-current"):
            continue  # this page
        heading = read(built / link.attrs["href"] / "index.html").first("h1").text()
        assert re.sub(r"^(F?\d+)\s+", "", " ".join(link.text().split())) == " ".join(heading.split())
