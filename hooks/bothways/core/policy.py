"""The content security policy of pages, and how the live reload of `mkdocs serve` gets past it.

The policy itself stands in the templates: own files only, and no script inside a page. MkDocs writes its reload script
into each page that it serves; that one script gets a number that nobody can guess, and the policy names the number.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Iterable
from typing import Any, Final

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
"""A WSGI application (PEP 3333)."""
_OWN: Final = re.compile(rb"(<meta http-equiv=\"?Content-Security-Policy[^>]*script-src 'self')")
_INSIDE: Final = b"<script>"


def reloading(served: Application) -> Application:
    """The same application; in its pages the last script inside the page, MkDocs' own, may run."""

    def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        head: list[Any] = []
        answer = served(environ, lambda *words: head.extend(words))
        try:
            body = b"".join(answer)
        finally:
            getattr(answer, "close", lambda: None)()
        status, headers = head[0], head[1]
        if any(name == "Content-Type" and value == "text/html" for name, value in headers):
            body = allowed(body, secrets.token_urlsafe(16).encode())
            headers = [(name, str(len(body)) if name == "Content-Length" else value) for name, value in headers]
        start_response(status, headers)
        return [body]

    return application


def allowed(page: bytes, number: bytes) -> bytes:
    """A page of `mkdocs serve`, whose policy lets its last script inside the page run."""
    before, script, after = page.rpartition(_INSIDE)
    if not script:
        return page
    return _OWN.sub(rb"\1 'nonce-%b'" % number, before, count=1) + b'<script nonce="%b">' % number + after
