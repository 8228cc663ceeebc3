"""What every output shares. An output is a module in this folder with one class; nothing else has to know of it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from bothways.source.library import Library
from bothways.view.render import Renderer


class OutputError(Exception):
    """Something that cannot be made: sentences for whoever builds, one a line."""


@dataclass(frozen=True, slots=True)
class Build:
    """What an output is made from, and where it goes."""

    library: Library
    renderer: Renderer
    folder: Path
    """The built site, or any other folder."""
    report: Callable[[str], None]
    """Says how far it is, a line at a time."""
    directories: bool = True
    """Whether links to pages name folders."""


class Output(ABC):
    """Something that is made from the library beside the pages. Made anew for each build."""

    name: ClassVar[str]
    """The word on the command line."""

    alone: ClassVar[bool] = True
    """Whether it can be made without a site: then the command line offers it."""

    def __init__(self, build: Build) -> None:
        self.build = build

    @classmethod
    def missing(cls) -> str | None:
        """What this machine lacks for it, with the line that mends it; None when nothing is missing."""
        return None

    @abstractmethod
    def write(self) -> None:
        """What a reader of the site may ask for at once. Raises OutputError."""

    def finish(self) -> None:
        """What takes long. While somebody is at work on the content this goes on beside them. Raises OutputError."""
        return
