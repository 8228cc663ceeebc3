"""Objects -> HTML: the only Jinja environment. It knows templates, not files of content and not site generators."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateNotFound
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup, escape

from bothways import model
from bothways.core import markup
from bothways.core.addresses import Here
from bothways.core.plain import plain
from bothways.core.words import ENGLISH, N_, Words
from bothways.model import found
from bothways.model.answers import LETTERS
from bothways.model.course import Source
from bothways.model.exercise import Exercise
from bothways.model.question import Question
from bothways.model.questions import Quiz
from bothways.model.strands import Strand

TEMPLATES: Final = Path(__file__).parent / "templates"
KINDS: Final = Path(model.__file__).parent
"""Where the kinds have their own templates."""
_ENDING: Final = ".html.j2"
Sources = Mapping[str, Source]
"""Every source by its id."""
_NONE: Final[Sources] = MappingProxyType({})
_BLOCKS: Final = (
    "ul|ol|li|div|p|section|details|summary|h[1-6]|fieldset|legend|header|footer|dl|dt|dd|table|thead|tbody|tr"
)
_GAP: Final = re.compile(rf"(?<=>)\s*\n\s*(?=</?(?:{_BLOCKS})[ >])")
"""White space before a block, which no browser shows: pages are to stay small."""
_MARKED: Final = re.compile(r"[*_\[\]\\&!<>\n\"']|^\s*([-+]|\d+[.)])\s")


@dataclass(frozen=True, slots=True)
class Place(Here):
    """Where something is drawn: in which file of the site (addresses are as seen from there), under which heading."""

    level: int = 3
    """The level of the title's heading."""
    prefix: str = ""
    """What every id begins with, so that ids stay unique on a page."""
    paper: bool = False
    """True when drawn for a worksheet."""

    @property
    def below(self) -> int:
        """The level of a heading inside this one."""
        return min(self.level + 1, 6)

    def inside(self, name: str) -> Place:
        """The place of a part: ids go on from here, its heading is one level lower."""
        return replace(self, prefix=self.id(name), level=self.below)

    def id(self, name: str) -> str:
        """An id that stands only once on the page: no file's name and no heading's id has two hyphens."""
        return f"{self.prefix}--{name}"


@dataclass(frozen=True, slots=True)
class Link:
    """A title and where it leads."""

    title: str
    href: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the source file of something is: its path in the project, and the link that opens it for editing."""

    path: str
    edit: str | None = None


@dataclass(frozen=True, slots=True)
class Renderer:
    """Draws with the templates, in one language. `pdf` says whether PDF worksheets are made in this build."""

    pdf: bool = True
    words: Words = ENGLISH
    jinja: Environment = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "jinja", environment(self.words))

    def exercise(
        self, ex: Exercise, name: str, at: Place, origin: Origin, lighter: Link | None = None, sources: Sources = _NONE
    ) -> str:
        """The card of an exercise. `name` is its id; `lighter` leads to its lighter alternative."""
        at = replace(at, prefix=name, paper=False)
        return self.draw(part(ex, "screen"), ex=ex, name=name, at=at, origin=origin, lighter=lighter, sources=sources)

    def quiz(self, quiz: Quiz, name: str, at: Place, origin: Origin, sources: Sources = _NONE) -> str:
        """The card of a quiz."""
        at = replace(at, prefix=name, paper=False)
        return self.draw("quiz", quiz=quiz, name=name, at=at, origin=origin, sources=sources)

    def page(self, template: str, **values: object) -> str:
        """One template with any values, as it is."""
        return self.jinja.get_template(f"{template.removesuffix(_ENDING)}{_ENDING}").render(
            pdf=self.pdf, words=self.words, **values
        )

    def draw(self, template: str, **values: object) -> str:
        """One template with any values, without the blank lines that would end a block of HTML in Markdown."""
        html = self.page(template, **values)
        return _GAP.sub("", html).replace("\n\n", "\n").strip()


def environment(words: Words = ENGLISH) -> Environment:
    """The templates in one language, with their filters: text from YAML, numbers of people, lists."""
    jinja = Environment(
        loader=FileSystemLoader([TEMPLATES, KINDS]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        auto_reload=True,
        extensions=["jinja2.ext.i18n"],
    )
    jinja.install_gettext_callables(words.gettext, words.ngettext, newstyle=True)  # type: ignore[attr-defined]
    jinja.policies["ext.i18n.trimmed"] = True
    jinja.filters.update(_filters(words))
    jinja.globals |= {"STRANDS": tuple(Strand), "LETTERS": LETTERS}
    return jinja


def _filters(words: Words) -> Mapping[str, Callable[..., str]]:
    outer, inner = words.quotes[:2], words.quotes[2:]
    parser, inside = markup.parser(outer + inner), markup.parser(inner + outer)

    def inline(text: str, at: Place, parser: MarkdownIt = parser) -> Markup:
        """Text of one paragraph as HTML without a <p> around it."""
        if not _MARKED.search(text):
            return escape(text)
        return _html(parser, parser.parseInline(text), at)

    def quoted(text: str, at: Place) -> Markup:
        """What somebody says, in quotation marks. Those that stand in it already become inner ones."""
        text = text.translate(dict(zip(map(ord, outer), inner, strict=True)))
        return Markup("{}{}{}").format(outer[0], inline(text, at, inside), outer[1])

    def block(text: str, at: Place) -> Markup:
        """Text as paragraphs and lists."""
        if not _MARKED.search(text):
            return Markup("<p>{}</p>").format(text)
        return _html(parser, parser.parse(text), at)

    def as_plain(text: str) -> str:
        """A text without marks: for the words of a link, a label, the head of a page."""
        return plain(text, words.quotes) if _MARKED.search(text) else text

    def any_of(names: Iterable[str], at: Place) -> Markup:
        """Names of which one fits, each in bold: "Two-way or Not clear yet"."""
        return Markup(words.any_of([str(Markup("<strong>{}</strong>").format(inline(name, at))) for name in names]))

    def begun(text: str) -> str:
        """A sentence as the end of one that has begun. Other languages keep it: a noun may stand first."""
        return text[:1].lower() + text[1:] if words.language.startswith("en") else text

    return {
        "inline": inline,
        "quoted": quoted,
        "block": block,
        "plain": as_plain,
        "begun": begun,
        "people": partial(people, words=words),
        "any_of": any_of,
        "part": part,
    }


def part(value: Exercise | Question, name: str) -> str:
    """The template of that name of one kind, such as "screen": beside its class or the class that it inherits from."""
    file = found.beside(type(value), f"{name}{_ENDING}")
    if file is None:
        raise TemplateNotFound(f"{type(value).__name__} has no {name}{_ENDING}")
    return file.relative_to(KINDS).as_posix()


def _html(parser: MarkdownIt, tokens: list[Token], at: Place) -> Markup:
    """Tokens as HTML, with addresses as seen from this place. The parser lets no raw HTML through."""
    for token in tokens:
        for inner in token.children or ():
            if inner.type == "link_open":
                href = str(inner.attrGet("href") or "")
                inner.attrSet("href", href if "://" in href else at.page(href))
            elif inner.type == "image":
                inner.attrSet("src", at.page(str(inner.attrGet("src") or "")))
    return Markup(parser.renderer.render(tokens, parser.options, {}).strip())


def people(least: int, most: int, words: Words = ENGLISH) -> str:
    """How many people, in words."""
    groups = {1: N_("on your own"), 2: N_("in pairs"), 3: N_("in threes")}
    if least == most and least in groups:
        return words.gettext(groups[least])
    if least == most:
        return words.ngettext("{number} person", "{number} people", least).format(number=least)
    if least == 1:
        others = words.ngettext(
            "on your own or with {number} other", "on your own or with up to {number} others", most - 1
        )
        return others.format(number=most - 1)
    return words.gettext("{least} to {most} people").format(least=least, most=most)
