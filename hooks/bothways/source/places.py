"""Where in its source something stands that was found in the finished tree, in which lines are forgotten."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

_START: Final = re.compile(r"[^\x02\x03\n*_`\[\]()!\\<>&|\"']{1,40}")
"""The beginning of a text that stands in the source as it stands in the tree."""


class Places:
    """Looks for texts in the order of the tree, so that the second of two like words is found at its own place."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(m.end() for m in re.finditer("\n", text))]
        self._at = 0
        self._within = 0

    def pass_by(self, block: str) -> None:
        """Go on to where a block begins: whatever is not found by its words is told at this line."""
        for start in _START.finditer(block):
            if len(words := start.group().strip()) > 1:
                self._at = self._within = max(self._text.find(words, self._at), self._at)
                return

    def of(self, words: str) -> tuple[int, int]:
        """(line, column), from 1, of words as they stand in the source; without a hit, of the block they are in."""
        at = self._text.find(words, self._within) if words else -1
        if at < 0 and words:
            at = self._text.find(words)
        if at < 0:
            return self._place(self._at)[0], 1
        self._within = max(self._within, at + 1)
        return self._place(at)

    def _place(self, at: int) -> tuple[int, int]:
        line = bisect_right(self._starts, at)
        return line, at - self._starts[line - 1] + 1
