"""The Python-Markdown extension: "::: exercise x" -> its card, "[@P-HEE]" -> a citation. MkDocs, ProperDocs and
Zensical all run it unchanged, so that a lesson is complete without any hook.

A build never gets here with problems: the check has stopped it before. Under `serve` a box stands where something is
wrong, so that an author can go on.
"""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from functools import lru_cache
from pathlib import Path
from typing import Any

from markdown import Extension, Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from bothways.model.kinds import KINDS
from bothways.source import directive
from bothways.source.library import Library, load
from bothways.source.page import CITATION, Page, cited
from bothways.view import draw, layout, terms
from bothways.view.render import Place, Renderer

AFTER_FENCES = 24
"""Fenced code is gone by now (25), and raw HTML not yet looked at (20)."""
AT_THE_END = -10
"""Links and emphasis are elements by now (20), and MkDocs has looked at the author's links (0)."""
BEFORE_CONTENTS = 7
"""The author's own ids are set by now (8), and the list of headings is not made yet (5)."""
BEFORE_LINKS = 175
"""A citation is looked at before Markdown takes its brackets for a link (160)."""


class Unexpanded(LookupError):
    """A directive or a citation leads nowhere and no box may stand for it."""


class BothWays(Extension):
    """The extension. Somebody else may pass its values in; without them it reads the project itself."""

    def __init__(self, **options: Any) -> None:
        self.config = {
            "root": ["", "The project's folder; the current one when empty."],
            "library": ["", "The library, when somebody has loaded it already."],
            "renderer": ["", "The renderer that goes with it."],
            "use_directory_urls": [None, "Whether links to pages name folders; as mkdocs.yml has it when not said."],
            "boxes": [False, "Draw a box where something is wrong, instead of stopping."],
        }
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:
        """Add the processors."""
        library, renderer = self.getConfig("library"), self.getConfig("renderer")
        if not isinstance(library, Library):
            library = load(Path(self.getConfig("root") or ".").resolve())
        if not isinstance(renderer, Renderer):
            renderer = _renderer()
        # Otherwise a paragraph is put around a card, and browsers tear the two apart.
        md.block_level_elements.extend(f"bw-{name}" for name in (*KINDS, "quiz", "practice-test"))
        said = self.getConfig("use_directory_urls")
        directories = library.site.directories if said is None else said
        drawing = draw.Drawing(library, renderer, boxes=self.getConfig("boxes"), directories=directories)
        md.preprocessors.register(_Directives(md, drawing), "bothways-directives", AFTER_FENCES)
        md.treeprocessors.register(_Layout(md), "bothways-layout", BEFORE_CONTENTS)
        md.treeprocessors.register(_Terms(md, drawing), "bothways-terms", AT_THE_END)
        md.inlinePatterns.register(_Citations(CITATION, md, drawing), "bothways-citations", BEFORE_LINKS)


def makeExtension(**options: Any) -> BothWays:
    """How Python-Markdown finds the extension."""
    return BothWays(**options)


@lru_cache(maxsize=1)
def _renderer() -> Renderer:
    """Templates are read again by themselves when they change."""
    return Renderer()


def page_src(md: Markdown) -> str:
    """The path, inside docs/, of the page that is being drawn; "" when nobody says. Both ways are undocumented."""
    treeprocessors: Any = md.treeprocessors
    preprocessors: Any = md.preprocessors
    if "relpath" in treeprocessors:  # MkDocs, ProperDocs
        return str(treeprocessors["relpath"].file.src_uri)
    if "rendering_context" in preprocessors:  # Zensical
        return str(preprocessors["rendering_context"].page.path)
    return ""


class _Directives(Preprocessor):
    def __init__(self, md: Markdown, drawing: draw.Drawing) -> None:
        super().__init__(md)
        self.drawing = drawing

    def run(self, lines: list[str]) -> list[str]:
        """Every directive replaced by its HTML, kept aside so that Markdown leaves it alone."""
        page = self.drawing.library.page(page_src(self.md))
        result: list[str] = []
        for line in lines:
            found = directive.parse(line)
            result += ["", self._keep(self._html(found, page)), ""] if found else [line]
        if page:
            result += ["", self._keep(self.drawing.source_line(page)), "", ""]
        return result

    def _keep(self, html: str) -> str:
        return self.md.htmlStash.store(html)

    def _html(self, found: directive.Directive, page: Page | None) -> str:
        html, problem = self.drawing.directive(found, page)
        if problem and not self.drawing.boxes:
            raise Unexpanded(problem)
        return html


class _Layout(Treeprocessor):
    def run(self, root: ElementTree.Element) -> None:
        """Frames, places and cards."""
        layout.arrange(root, home=page_src(self.md) == "index.md")


class _Terms(Treeprocessor):
    def __init__(self, md: Markdown, drawing: draw.Drawing) -> None:
        super().__init__(md)
        self.drawing = drawing

    def run(self, root: ElementTree.Element) -> None:
        """In a lesson, link the glossary's words where they first appear, and list them at its end."""
        page = self.drawing.library.page(page_src(self.md))
        glossary = self.drawing.library.glossary.value
        if not page or not page.head or not glossary:
            return
        if found := terms.mark(root, glossary.terms):
            words = ElementTree.Element("p")
            words.text = self.md.htmlStash.store(self.drawing.words(page, found))
            root.insert(len(root) - 1, words)


class _Citations(InlineProcessor):
    def __init__(self, pattern: str, md: Markdown, drawing: draw.Drawing) -> None:
        super().__init__(pattern, md)
        self.drawing = drawing

    def handleMatch(self, m: Any, data: str) -> tuple[str, int, int]:  # type: ignore[override]
        """The citation as links to the references page, kept aside: MkDocs would look for the page beside this one."""
        at = self.drawing.place(self.drawing.library.page(page_src(self.md)))
        links = Markup("; ").join(self._link(ident, at) for ident in cited(m.group(1)))
        html = Markup('<span class="bw-cite">({})</span>').format(links)
        return self.md.htmlStash.store(html), m.start(0), m.end(0)

    def _link(self, ident: str, at: Place) -> Markup:
        source = self.drawing.library.sources.get(ident)
        if source is None and not self.drawing.boxes:
            raise Unexpanded(f'there is no source "{ident}"')
        label = source.label if source else f"unknown: {ident}"
        return Markup('<a href="{}">{}</a>').format(at.page(f"references.md#{ident.lower()}"), label)
