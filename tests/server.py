"""A small static server for a built site. It gzips what a real host gzips, and keeps count of what it sent."""

from __future__ import annotations

import gzip
import posixpath
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

PACKED: Final = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".webmanifest", ".ico"}


@cache
def packed(path: Path, changed: float) -> bytes:
    """A file as it goes over the wire. (`changed` keys the cache, so that a new build is read anew.)"""
    raw = path.read_bytes()
    return gzip.compress(raw, 6, mtime=0) if path.suffix in PACKED else raw


def weight(path: Path) -> int:
    """Bytes over the wire of one file."""
    return len(packed(path, path.stat().st_mtime))


@dataclass
class Site:
    """A folder that is being served."""

    root: Path
    url: str = ""
    sent: list[tuple[str, int]] = field(default_factory=list)
    """Path and bytes of each answer, in the order of the requests; `sent.clear()` starts anew."""

    def file(self, address: str) -> Path | None:
        """The file behind an address, or None."""
        clean = posixpath.normpath("/" + unquote(urlsplit(address).path)).lstrip("/")
        path = self.root / clean
        if path.is_dir():
            path = path / "index.html"
        return path if path.is_file() else None

    def pages(self) -> list[str]:
        """Address of each HTML page, without host, such as "worksheets/power-map/"."""
        found = (p.relative_to(self.root).as_posix() for p in self.root.rglob("*.html"))
        return sorted(p.removesuffix("index.html") if p.endswith("index.html") else p for p in found)


def _handler(site: Site) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = site.file(self.path)
            status = 200 if path else 404
            path = path or site.file("/404.html")
            body = packed(path, path.stat().st_mtime) if path else b"not here"
            self.send_response(status)
            self.send_header("Content-Type", _type(path))
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "max-age=600")
            if path and path.suffix in PACKED:
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(body)
            site.sent.append((self.path, len(body)))

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    return Handler


def _type(path: Path | None) -> str:
    if path and path.suffix == ".woff2":
        return "font/woff2"
    kind = (guess_type(path.name)[0] if path else None) or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that hangs up early is no fault."""


@contextmanager
def serving(root: Path) -> Iterator[Site]:
    """Serve a folder on a free port of this machine."""
    site = Site(root)
    server = _Server(("127.0.0.1", 0), _handler(site))
    site.url = f"http://127.0.0.1:{server.server_port}/"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
