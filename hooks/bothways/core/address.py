"""Which addresses content may lead to, for pages and for texts in YAML alike: https pages, and places of the course."""

from __future__ import annotations

import html
import re
import unicodedata
from typing import Final

_WEB: Final = re.compile(r"https://(?:[\w-]+\.)+[\w-]+(?::\d{1,5})?(?:[/?#].*)?", re.IGNORECASE)
_OWN: Final = re.compile(r"(?!//)[^:]+")
_PLAIN: Final = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/?#@!$&'()*+,;=%[]")
_PICTURE: Final = re.compile(r"^[^?#]+\.(?:svg|png|jpg|webp)")
_REFERENCE: Final = re.compile(r"&(?:#\d+;?|#[xX][0-9a-fA-F]+;?|[a-zA-Z][a-zA-Z0-9]*;)")
MOST: Final = 2000
"""Letters of an address, at most."""


def decoded(address: str) -> str:
    """The address as a browser reads it: character references undone, nothing around it."""
    return _REFERENCE.sub(lambda m: html.unescape(m.group()), address).strip()


def is_web(address: str) -> bool:
    """Whether a decoded address is a page on the web that content may lead to: https, a plain host, no password."""
    return _written_plainly(address) and bool(_WEB.fullmatch(address))


def is_own(address: str) -> bool:
    """Whether a decoded address is a place of the course itself: a path from here, or a place on this page."""
    return _written_plainly(address) and bool(_OWN.fullmatch(address))


def is_allowed(address: str) -> bool:
    """Whether a link may have this decoded address."""
    return is_own(address) or is_web(address)


def is_picture(address: str) -> bool:
    """Whether a picture may have this decoded address; that the file is there and harmless is another question."""
    return is_own(address) and bool(_PICTURE.fullmatch(address))


def _written_plainly(address: str) -> bool:
    """No space, no backslash, no sign that is not seen, nothing that whoever writes it down might decode once more."""
    return (
        len(address) <= MOST
        and not _REFERENCE.search(address)
        and all(c in _PLAIN or (c > "\x7f" and unicodedata.category(c)[0] in "LMN") for c in address)
    )
