"""Where in its source something stands that was found in the finished tree, in which lines are forgotten."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import islice
from typing import Final

_START: Final = re.compile(r"[^\x02\x03\n*_`\[\]()!\\<>&|\"']{1,40}")
"""The beginning of a text that stands in the source as it stands in the tree."""


class Places:
    """Looks for texts in the order of the tree, so that the second of two like words is found at its own place."""

    def __init__(self, text: str) -> None:
        self._text = text.expandtabs(4)  # as Markdown does
        self._starts = [0, *(m.end() for m in re.finditer("\n", self._text))]
        self._at = 0
        self._within = 0

    def pass_by(self, block: Iterable[str]) -> None:
        """Go on to where a block begins, given its pieces of text: the place of what has no words of its own."""
        words = (start.group().strip() for piece in block for start in _START.finditer(piece))
        for start in islice((w for w in words if len(w) > 1), 4):
            if (at := self._text.find(start, self._at)) >= 0:
                self._at = self._within = self._text.rfind("\n", 0, at) + 1
                return

    def of(self, *words: str) -> tuple[int, int]:
        """(line, column), from 1, of the first of these words that the source has; else of the block."""
        for wanted in filter(None, words):
            at = self._text.find(wanted, self._within)
            at = at if at >= 0 else self._text.find(wanted)
            if at >= 0:
                self._within = max(self._within, at + 1)
                return self._place(at)
        return self._place(self._at)[0], 1

    def like(self, pattern: re.Pattern[str]) -> tuple[int, int]:
        """(line, column) of the next text like this."""
        found = pattern.search(self._text, self._at) or pattern.search(self._text)
        return self._place(found.start() if found else self._at)

    def _place(self, at: int) -> tuple[int, int]:
        line = bisect_right(self._starts, at)
        return line, at - self._starts[line - 1] + 1
