"""The elements and attributes that Markdown may make on a page. Whatever else turns up is refused and taken out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from types import MappingProxyType
from typing import Final

_CLASS: Final = re.compile(r"(?!.*\b(?:bw|md)-)[\w -]{0,80}")
_ANY: Final = re.compile(r"[^\x00-\x08\x0b-\x1f]*", re.DOTALL)
_ADDRESS: Final = re.compile(".*", re.DOTALL)
_ID: Final = re.compile(r"[\w.:-]+")
_NUMBER: Final = re.compile(r"[0-9]{1,6}")
_COMMON: Final = {"class": _CLASS, "dir": re.compile("rtl|ltr|auto")}
_CELL: Final = {"style": re.compile(r"text-align: (?:left|right|center);")}
_PLAIN: Final = (
    *("p", "ul", "li", "dl", "dt", "dd", "blockquote", "pre", "code", "em", "strong", "br", "hr", "table", "thead"),
    *("tbody", "tr", "span", "del", "ins", "mark", "kbd", "sub", "details", "summary"),
)
ELEMENTS: Final[Mapping[str, Mapping[str, re.Pattern[str]]]] = MappingProxyType(
    dict.fromkeys(_PLAIN, _COMMON)
    | {f"h{level}": _COMMON | {"id": _ID} for level in range(1, 7)}
    | {
        "a": _COMMON | {"href": _ADDRESS, "title": _ANY},
        "img": {"src": _ADDRESS, "alt": _ANY, "title": _ANY},
        "abbr": {"title": _ANY},
        "ol": _COMMON | {"start": _NUMBER},
        "li": _COMMON | {"id": re.compile(r"fn:[\w-]+")},
        "sup": _COMMON | {"id": re.compile(r"fnref[\d]*:[\w-]+")},
        "th": _COMMON | _CELL,
        "td": _COMMON | _CELL,
        "div": _COMMON | {"data-tabs": re.compile(r"[\d:]+")},
        "details": _COMMON | {"open": re.compile("open")},
        "input": {
            "type": re.compile("radio"),
            "id": re.compile(r"__tabbed_[\d_]+"),
            "name": re.compile(r"__tabbed_\d+"),
            "checked": re.compile("checked"),
        },
        "label": {"for": re.compile(r"__tabbed_[\d_]+")},
    }
)
"""Each element with its attributes and the values that these may have. Addresses are judged apart."""
_CODE: Final = frozenset({"pre", "code", "div", "span", "p", "table", "tbody", "tr", "td", "a"})
"""What may stand in the finished HTML that Markdown keeps aside: blocks of code."""


def refused(tag: str, attributes: Mapping[str, str | None]) -> str:
    """What of an element is not allowed, as it would be written: `<b>`, `onclick=`; "" where all is well."""
    known = ELEMENTS.get(tag)
    if known is None:
        return f"<{tag}>"
    for name, value in attributes.items():
        if name not in known or not known[name].fullmatch(value or ""):
            return f"{name}="
    return ""


def refused_in(html: str) -> Iterator[str]:
    """The same for finished HTML, such as a block of code."""
    parser = _Elements()
    parser.feed(html)
    parser.close()
    yield from parser.found


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Code has classes for its colours, and nothing else."""
        wrong = refused(tag, dict(attrs)) if tag in _CODE and tag != "a" else f"<{tag}>"
        if wrong:
            self.found.append(wrong)

    def handle_comment(self, data: str) -> None:
        """Code is escaped: there is nothing to comment."""
        self.found.append("<!--")

    def handle_decl(self, decl: str) -> None:
        """Nor to declare."""
        self.found.append("<!")

    def handle_pi(self, data: str) -> None:
        """Nor to instruct."""
        self.found.append("<?")
