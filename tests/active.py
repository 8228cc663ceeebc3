"""Looks in HTML, as a browser takes it apart, for anything that acts, loads or leads where content must not lead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from typing import Final

from bothways.core import address

_ACTS: Final = frozenset(
    {
        *("script", "style", "iframe", "object", "embed", "base", "meta", "link", "form", "textarea"),
        *("video", "audio", "source", "template", "noscript", "plaintext", "xmp", "marquee", "math"),
        *("frame", "frameset", "applet", "portal", "image", "animate", "set", "use", "foreignobject"),
        *("handler", "title"),
    }
)
_ADDRESSES: Final = frozenset({"href", "src", "xlink:href", "action", "formaction", "data", "poster", "srcset", "ping"})


def active(html: str, inside_drawing: bool = False) -> list[str]:
    """Everything in a piece of HTML that does something: empty where all is well."""
    found = _Found(inside_drawing)
    found.feed(html)
    found.close()
    return found.list


class _Found(HTMLParser):
    def __init__(self, inside_drawing: bool) -> None:
        super().__init__()
        self.list: list[str] = []
        self.drawing = inside_drawing

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Elements that act, attributes that act, addresses that are not allowed."""
        if tag in _ACTS and not (self.drawing and tag == "title"):
            self.list.append(f"<{tag}>")
        self.list += _attributes(dict(attrs))

    def handle_comment(self, data: str) -> None:
        """There are none."""
        self.list.append("<!--")


def _attributes(attributes: Mapping[str, str | None]) -> Iterator[str]:
    for name, value in attributes.items():
        if name.startswith("on") or name in {"srcdoc", "style", "autofocus"}:
            yield f"{name}="
        elif name in _ADDRESSES and not address.is_allowed(value or ""):
            yield f"{name}={value}"
