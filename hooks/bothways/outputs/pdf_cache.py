"""PDFs by what went into them: nothing is made twice, nothing goes stale, and wrong bytes are noticed."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import shutil
import tempfile
from functools import cached_property
from pathlib import Path
from typing import Final

from bothways.outputs.worksheet import Sheet

_ASSET: Final = re.compile(r"""(?:src|href)="(?:\.\./)*(assets/[^"#?]+)["#?]""")
_URL: Final = re.compile(r"""url\(\s*["']?([^"')]{1,300})["']?\s*\)""")


class Cache:
    """One folder of PDFs. A file's name says what went in (its key) and what came out, so that damage is seen.

    A folder that cannot be read or written is an empty one: then everything is made again each time.
    """

    def __init__(self, folder: Path, assets: Path, salt: str = "") -> None:
        self.folder, self.assets, self._salt = folder, assets, salt
        self._read: dict[str, str] = {}  # an asset's hash, read once a run

    def key(self, sheet: Sheet, paper: str) -> str:
        """A name for the PDF that changes when anything in it would."""
        used = sorted(set(_ASSET.findall(sheet.html)))
        inside = [self._asset(name.removeprefix("assets/")) for name in used]
        return _digest("\n".join([self._salt, paper, sheet.path, sheet.html, *inside]).encode())

    def _asset(self, name: str) -> str:
        if name not in self._read:
            path = self.assets / name
            content = path.read_bytes() if path.is_file() else b"missing"
            inner = _URL.findall(content.decode()) if path.suffix == ".css" else []
            parts = [_digest(content)]
            parts += [self._asset(os.path.normpath(Path(name).parent / each)) for each in inner]
            self._read[name] = " ".join(parts)
        return self._read[name]

    @cached_property
    def _kept(self) -> dict[str, Path]:
        """The files by their keys, as they were when the run began."""
        return {path.stem.partition("-")[0]: path for path in sorted(self.folder.glob("*-*.pdf"))}

    def get(self, key: str) -> bytes | None:
        """The PDF with that key; None when it is not here, or no longer as it was put here."""
        path = self._kept.get(key)
        try:
            content = path.read_bytes() if path else b""
        except OSError:
            return None
        return content if path == self._file(key, content) else None

    def put(self, key: str, content: bytes) -> bool:
        """Keep a PDF, whole or not at all. Whether it could be kept."""
        target = self._file(key, content)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self.folder, suffix=".part")
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            if target.is_dir():
                shutil.rmtree(target)
            Path(name).replace(target)
        except OSError:
            return False
        return True

    def _file(self, key: str, content: bytes) -> Path:
        return self.folder / f"{key}-{_digest(content)}.pdf"

    def prune(self, used: set[str], most: int = 2000) -> None:
        """Throw away what a killed run left, and the oldest PDFs that this run did not use, but for `most` of them.

        Another run that was just writing such a part makes that PDF again next time; nothing else happens to it.
        """
        with contextlib.suppress(OSError):
            spare = [path for path in self.folder.glob("*.pdf") if path.stem.partition("-")[0] not in used]
            oldest = sorted(spare, key=lambda p: (p.stat().st_mtime, p.name))[: max(0, len(spare) - most)]
            for path in [*self.folder.glob("*.part"), *oldest]:
                path.unlink(missing_ok=True)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
