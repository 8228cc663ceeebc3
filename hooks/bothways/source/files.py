"""The one door through which content comes in: plain files inside the course's tree, of a size that can be read.

Nothing here raises for what stands in the tree: whoever asks for a file gets its text or the Problem with it.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from bothways.core import signs
from bothways.core.problems import Problem, problem
from bothways.core.words import said

MAX_BYTES: Final = 200_000
MAX_FOLDERS: Final = 12
"""How deep folders may be nested."""
NAMED: Final = frozenset({".yml", ".yaml", ".md", ".svg"})
"""Endings of content: a folder with such a name is a slip."""
_LEFT_OUT: Final = re.compile(r"^\.|^#.*#$|~$|\.sw[a-p]$|^Thumbs\.db$|^desktop\.ini$", re.IGNORECASE)
"""Hidden files, and those that editors and systems leave beside the real one."""
_FLAGS: Final = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_MOST_SIGNS: Final = 10
"""How many invisible signs of one file are told; whoever mends them sees the rest."""


@dataclass(frozen=True, slots=True)
class File:
    """A file of the tree. `path` is relative to the course; `changed` and `size` change when the file does."""

    root: Path
    path: str
    changed: int = 0
    size: int = 0
    problem: Problem | None = None
    """Why it must not be read, known without opening it."""

    @property
    def full(self) -> Path:
        """Where it is."""
        return self.root / self.path

    @property
    def name(self) -> str:
        """Its name with the ending."""
        return self.path.rpartition("/")[2]

    @property
    def stem(self) -> str:
        """Its name without the ending."""
        return self.name.rpartition(".")[0]

    @property
    def suffix(self) -> str:
        """Its ending, such as ".yml"."""
        return Path(self.name).suffix


@dataclass(frozen=True, slots=True)
class Text:
    """What a file holds; None if it cannot be read. The problems say why, or which signs were left out of the text."""

    text: str | None
    problems: tuple[Problem, ...] = ()


def walk(root: Path, folder: str, depth: int = 0) -> Iterator[File]:
    """Every file below a folder, in the order of their names; those that must not be read carry their Problem.

    Hidden files and what editors leave behind are passed over. A link is never followed.
    """
    here = root / folder
    if depth == 0 and not os.path.lexists(here):
        return
    try:
        if depth == 0 and here.is_symlink():
            raise NotADirectoryError
        with os.scandir(here) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except NotADirectoryError:
        yield _refused(root, folder, "this is not a folder of the course.")
        return
    except OSError as error:
        yield File(root, folder, problem=_unread(folder, error))
        return
    for entry in found:
        if not _LEFT_OUT.search(entry.name):
            yield from _entry(root, f"{folder}/{entry.name}", entry, depth)


def one(root: Path, path: str) -> File | None:
    """The file at a path of the course; None if nothing is there."""
    try:
        return _file(root, path, (root / path).lstat())
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        return File(root, path, problem=_unread(path, error))


def _entry(root: Path, path: str, entry: os.DirEntry[str], depth: int) -> Iterator[File]:
    try:
        status = entry.stat(follow_symlinks=False)
    except OSError as error:
        yield File(root, path, problem=_unread(path, error))
        return
    if not stat.S_ISDIR(status.st_mode) or Path(path).suffix in NAMED:
        yield _file(root, path, status)
    elif depth >= MAX_FOLDERS:
        yield _refused(root, path, said("folders are nested deeper than {MAX_FOLDERS}.", MAX_FOLDERS=MAX_FOLDERS))
    else:
        yield from walk(root, path, depth + 1)


def _file(root: Path, path: str, status: os.stat_result) -> File:
    sorts = (
        (stat.S_ISLNK, "this is a link to something else."),
        (stat.S_ISDIR, "this is a folder with the name of a file."),
    )
    if stat.S_ISREG(status.st_mode):
        return File(root, path, max(status.st_mtime_ns, status.st_ctime_ns), status.st_size)
    what = next((what for known, what in sorts if known(status.st_mode)), "this is a pipe or a device.")
    return _refused(root, path, what)


def _refused(root: Path, path: str, what: str) -> File:
    return File(root, path, problem=problem("BW115", path, 1, 1, what))


def _unread(path: str, error: OSError) -> Problem:
    reason = error.strerror or type(error).__name__
    return problem(
        "BW116", path, 1, 1, said("this cannot be read ({lower}{part}).", lower=reason[:1].lower(), part=reason[1:])
    )


@lru_cache(maxsize=1000)
def read(file: File) -> Text:
    """The text of a file, without signs that nobody sees: each of those is a Problem, the rest can be checked."""
    raw = _bytes(file)
    if isinstance(raw, Problem):
        return Text(None, (raw,))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        column = error.start - raw.rfind(b"\n", 0, error.start)
        return Text(None, (problem("BW101", file.path, line, column, said("this is not UTF-8 text.")),))
    text = text.replace("\r\n", "\n")
    problems = tuple(invisible(text, file.path))
    return Text(signs.without(text) if problems else text, problems)


def invisible(text: str, path: str) -> Iterator[Problem]:
    """A Problem for each sign in the text of a file that nobody sees or that turns the text round."""
    for count, (offset, name) in enumerate(signs.found(text)):
        if count == _MOST_SIGNS:
            return
        line = text.count("\n", 0, offset) + 1
        yield problem(
            "BW113", path, line, offset - text.rfind("\n", 0, offset), said("there is a sign {name}.", name=name)
        )


def _bytes(file: File) -> bytes | Problem:
    """What is in it. It is looked at again when it is open: it may have changed since its folder was read."""
    if file.problem:
        return file.problem
    try:
        handle = os.open(file.full, _FLAGS)
        with os.fdopen(handle, "rb") as stream:
            status = os.fstat(handle)
            if not stat.S_ISREG(status.st_mode):
                return problem("BW115", file.path, 1, 1, said("this is not a plain file."))
            raw = stream.read(MAX_BYTES + 1) if status.st_size <= MAX_BYTES else b""
    except OSError as error:
        return _unread(file.path, error)
    if len(raw) > MAX_BYTES or status.st_size > MAX_BYTES:
        return problem("BW105", file.path, 1, 1, said("the file is larger than 200 kB."))
    return raw


def beginning(file: File, length: int) -> bytes:
    """The first bytes of a file that is not text; none when it cannot be read."""
    try:
        handle = os.open(file.full, _FLAGS)
        with os.fdopen(handle, "rb") as stream:
            return stream.read(length) if stat.S_ISREG(os.fstat(handle).st_mode) else b""
    except OSError:
        return b""


def named(files: Iterable[File], *suffixes: str) -> list[File]:
    """Those that have one of the endings."""
    return [file for file in files if file.suffix in suffixes]
