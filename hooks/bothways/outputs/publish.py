"""A site is built beside the last good one and takes its place when it is whole."""

from __future__ import annotations

import contextlib
import gzip
import os
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

_DAY: Final = re.compile(r"\s*<lastmod>[^<]*</lastmod>")


class NewSite:
    """The folder in which one build at a time makes what will be `site`. Until it is published, `site` stays as it was.

    Where a folder cannot be put beside `site`, or not be locked, it is `site` itself.
    """

    def __init__(self, site: Path, report: Callable[[str], None]) -> None:
        self.site = site.resolve()
        self.folder = self.site.with_name(f".{self.site.name}-new")
        self._old = self.site.with_name(f".{self.site.name}-old")
        self._held: int | None = None
        try:
            if sys.platform == "win32" or self.site.is_mount():
                raise OSError
            self._held = _hold(self.folder, report)
        except OSError:
            self.folder = self.site
        else:
            self._take_back()
            _empty(self.folder)

    def _take_back(self) -> None:
        """What a build left that was killed while one folder took the other's place."""
        if self._old.is_dir() and not self.site.exists():
            self._old.rename(self.site)
        self._clear_old()

    def _clear_old(self) -> None:
        """MkDocs leaves hidden files of a site alone (.git, .nojekyll), so they move on with it."""
        for path in self._old.glob(".*"):
            if not (self.site / path.name).exists():
                path.rename(self.site / path.name)
        shutil.rmtree(self._old, ignore_errors=True)

    def publish(self) -> None:
        """The new site takes the place of the last one."""
        if self._held is None:
            return
        if self.site.exists():
            self.site.rename(self._old)
        self.folder.rename(self.site)
        self._clear_old()
        self._let_go()

    def discard(self) -> None:
        """The last site stays. After `publish` there is nothing to do."""
        if self._held is not None:
            shutil.rmtree(self.folder, ignore_errors=True)
            self._let_go()

    def _let_go(self) -> None:
        if self._held is not None:
            os.close(self._held)
        self._held = None


def _hold(folder: Path, report: Callable[[str], None]) -> int:
    """Make the folder and lock it until this process ends, however it ends. The lock goes where the folder goes."""
    import fcntl  # noqa: PLC0415 - not on Windows

    while True:
        folder.mkdir(parents=True, exist_ok=True)
        with contextlib.suppress(FileNotFoundError):  # published or discarded meanwhile
            held = os.open(folder, os.O_RDONLY)
            try:
                fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                report("Another build of this site is at work. Waiting for it …")
                fcntl.flock(held, fcntl.LOCK_EX)
            if folder.exists() and os.path.samestat(os.fstat(held), folder.stat()):
                return held
            os.close(held)


def _empty(folder: Path) -> None:
    for path in folder.iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()


def undate(site: Path) -> None:
    """Take the day of the build out of the site map: it says of every page that it changed today."""
    plain = site / "sitemap.xml"
    if plain.is_file():
        text = _DAY.sub("", plain.read_text(encoding="utf-8")).encode()
        plain.write_bytes(text)
        plain.with_name("sitemap.xml.gz").write_bytes(gzip.compress(text, mtime=0))
