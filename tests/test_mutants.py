"""Broken content of every sort stops at a Problem with a place: never at a traceback, and never without an end."""

from __future__ import annotations

import re
from pathlib import Path

from mutants import mutants

PLACE = re.compile(r"^(docs|exercises|quizzes)[/:].*?:\d+:\d+: BW\d{3} ")


def test_no_mutant_of_the_course_breaks_the_check(tmp_path: Path) -> None:
    tried = list(mutants(tmp_path, count=80, seed=20))

    assert len(tried) == 80
    assert [problem for _, problems in tried for problem in problems if not PLACE.match(problem)] == []
    assert sum(1 for _, problems in tried if problems) > 40
