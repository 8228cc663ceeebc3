"""PDFs by what went into them: nothing is made twice, and nothing goes stale."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from pathlib import Path
from typing import Final

from bothways.outputs.worksheet import Sheet

_ASSET: Final = re.compile(r"""(?:src|href)="(?:\.\./)*(assets/[^"#?]+)["#?]""")
_URL: Final = re.compile(r"""url\(\s*["']?([^"')]{1,300})["']?\s*\)""")
_ENDS: Final = b"%%EOF\n"


class Cache:
    """PDFs by what went into them, in one folder. A name is never used for other bytes, so nothing goes stale."""

    def __init__(self, folder: Path, assets: Path, salt: str = "") -> None:
        self.folder, self.assets, self._salt = folder, assets, salt
        self._read: dict[str, str] = {}  # an asset's hash, read once a run

    def key(self, sheet: Sheet, paper: str) -> str:
        """A name for the PDF that changes when anything in it would."""
        used = sorted(set(_ASSET.findall(sheet.html)))
        inside = [self._asset(name.removeprefix("assets/")) for name in used]
        parts = [self._salt, paper, sheet.path, sheet.html, *inside]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()

    def _asset(self, name: str) -> str:
        if name not in self._read:
            path = self.assets / name
            content = path.read_bytes() if path.is_file() else b"missing"
            inner = _URL.findall(content.decode()) if path.suffix == ".css" else []
            parts = [hashlib.sha256(content).hexdigest()]
            parts += [self._asset(os.path.normpath(Path(name).parent / each)) for each in inner]
            self._read[name] = " ".join(parts)
        return self._read[name]

    def file(self, key: str) -> Path:
        """Where the PDF with that key is, or will be."""
        return self.folder / f"{key}.pdf"

    def whole(self, key: str) -> bool:
        """Whether that PDF is there, down to its last line."""
        try:
            with self.file(key).open("rb") as file:
                file.seek(-len(_ENDS), os.SEEK_END)
                return file.read() == _ENDS
        except OSError:
            return False

    def put(self, key: str, content: bytes) -> None:
        """Keep a PDF. It is there whole or not at all, even when the power goes."""
        self.folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=self.folder, suffix=".part")
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(self.file(key))

    def prune(self, used: set[str], most: int = 2000) -> None:
        """Throw away the oldest PDFs that this run did not use, once there are more than `most` of them."""
        spare = [path for path in self.folder.glob("*.pdf") if path.stem not in used]
        for path in sorted(spare, key=lambda p: (p.stat().st_mtime, p.name))[: max(0, len(spare) - most)]:
            path.unlink(missing_ok=True)
