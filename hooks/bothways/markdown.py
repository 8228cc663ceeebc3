"""The Python-Markdown extension: "::: exercise x" -> its card, "[@P-HEE]" -> a citation. MkDocs, ProperDocs and
Zensical all run it unchanged, so that a lesson is complete without any hook.

It does not convert a page itself: it takes the body as `source.body` reads it, which is what the check has looked at,
and draws into it. A build never gets here with problems: the check has stopped it before. Under `serve` a box stands
where something is wrong, so that an author can go on.
"""

from __future__ import annotations

import copy
import xml.etree.ElementTree as ElementTree
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from markdown import Extension, Markdown
from markdown.util import ETX, STX

from bothways.model.kinds import KINDS
from bothways.source import body, extensions, writing
from bothways.source.body import Body
from bothways.source.directive import Directive
from bothways.source.library import Library, load
from bothways.source.page import Page
from bothways.source.tree import CITATION
from bothways.view import direction, draw, layout, terms
from bothways.view.render import Renderer


class Unexpanded(LookupError):
    """A page has something that leads nowhere or cannot be drawn, and no box may stand for it."""


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
        """Let the page be read by `source.body`, and draw what it asks for."""
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
        own = {type(t) for t in md.treeprocessors}
        md.convert = partial(_convert, md, drawing, own)  # type: ignore[method-assign]


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


def _convert(md: Markdown, drawing: draw.Drawing, own: set[type], source: str) -> str:
    """The page as HTML: what Markdown.convert does, from the tree on that `body.read` gives.

    Of the processors only those run that came after ours (not in `own`): what the site generator does to its links.
    """
    content = body.read(source, extensions.of(drawing.library.site))
    page = drawing.library.page(page_src(md))
    lead = _box(content, page, drawing)
    root = copy.deepcopy(content.root)
    md.htmlStash.reset()
    for kept in content.kept:
        md.htmlStash.store(kept if isinstance(kept, str) else _drawn(kept, page, drawing))
    made: Any = md
    made.toc_tokens = copy.deepcopy(list(content.contents))
    layout.arrange(root, home=page_src(md) == "index.md")
    for treeprocessor in md.treeprocessors:
        if type(treeprocessor) not in own:
            changed = treeprocessor.run(root)
            root = root if changed is None else changed
    _cite(root, page, drawing)
    direction.mark(root)
    _finish(md, root, page, drawing)
    html = md.serializer(root).strip()
    html = html.removeprefix("<div>").removesuffix("</div>").strip()
    for postprocessor in md.postprocessors:
        html = postprocessor.run(html)
    return (lead + html).strip()


def _box(content: Body, page: Page | None, drawing: draw.Drawing) -> str:
    """A box with what is wrong in the page's own text; "" where nothing is."""
    found = [str(p) for p in (page.problems() if page and page.body is content else content.problems)]
    if found and not drawing.boxes:
        raise Unexpanded("\n".join(found))
    return drawing.box(found) + "\n" if found else ""


def _drawn(found: Directive, page: Page | None, drawing: draw.Drawing) -> str:
    """The HTML of a directive. No text of an author's may hold the marks by which Markdown finds what it set aside."""
    html, problem = drawing.directive(found, page)
    if problem and not drawing.boxes:
        raise Unexpanded(problem)
    return html.replace(STX, "").replace(ETX, "")


def _cite(root: ElementTree.Element, page: Page | None, drawing: draw.Drawing) -> None:
    """Put the links into citations. MkDocs has looked at the author's links by now: it would not know these."""
    at = drawing.place(page)
    for element in root.iter("span"):
        if element.get("class") != CITATION:
            continue
        before = element
        element.text, written = "(", element.text or ""
        for ident in writing.cited(written):
            if before is not element:
                before.tail = "; "
            source = drawing.library.sources.get(ident)
            if source is None and not drawing.boxes:
                raise Unexpanded(f'there is no source "{ident}"')
            href = at.page(f"references.md#{ident.lower()}")
            before = ElementTree.SubElement(element, "a", {"href": href})
            before.text = source.label if source else f"unknown: {ident}"
        before.tail = ")"


def _finish(md: Markdown, root: ElementTree.Element, page: Page | None, drawing: draw.Drawing) -> None:
    """In a lesson, link the glossary's words where they first appear, and list them; then the line of the source."""
    if page is None:
        return
    glossary = drawing.library.glossary.value
    shown = any(d.name == "glossary" for d in page.directives)
    found = terms.mark(root, glossary.terms) if page.head and glossary and not shown else []
    if found:
        root.append(_paragraph(md, drawing.words(page, found)))
    root.append(_paragraph(md, drawing.source_line(page)))


def _paragraph(md: Markdown, html: str) -> ElementTree.Element:
    """Finished HTML, set aside in a paragraph that Markdown takes away again."""
    element = ElementTree.Element("p")
    element.text = md.htmlStash.store(html)
    return element
