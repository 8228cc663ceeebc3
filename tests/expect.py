"""One way to say what a whole-site test found: every finding, one a line, and no traceback around it."""

from __future__ import annotations

from collections.abc import Iterable

import pytest


def nothing(findings: Iterable[str], most: int = 60) -> None:
    """Fail with the findings, if there are any."""
    found = sorted(set(findings))
    if found:
        more = f"\n… and {len(found) - most} more" if len(found) > most else ""
        pytest.fail(f"{len(found)} found:\n" + "\n".join(found[:most]) + more, pytrace=False)
