"""The kinds of exercise, one folder a kind: its class, its templates, its example, its style and its element."""

from __future__ import annotations

from collections.abc import Mapping

from bothways.model import found
from bothways.model.exercise import Exercise

KINDS: Mapping[str, type[Exercise]] = found.kinds(Exercise, __name__, __path__)
"""Every kind of exercise by its word."""
