"""Collects the words of the program for translators, and says how far each language is."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from babel.messages import Catalog
from babel.messages.extract import extract, extract_from_dir
from babel.messages.pofile import read_po, write_po

from bothways.core.rules import RULES
from bothways.core.words import LOCALES
from bothways.outputs.assets import texts_of

PACKAGE: Final = Path(__file__).parents[1]
TEMPLATE: Final = LOCALES / "bothways.pot"
_METHODS: Final = [("**.py", "python"), ("**.j2", "jinja2"), ("**.html", "jinja2")]
_OPTIONS: Final[dict[str, dict[str, Any]]] = {"**": {"trimmed": "true", "silent": "false"}}
_KEYWORDS: Final[dict[str, Any]] = {
    "_": None,
    "N_": None,
    "said": None,
    "gettext": None,
    "ngettext": (1, 2),
}


def collect(root: Path) -> Catalog:
    """Every text of the program: the package, the page template and the scripts of the project in `root`."""
    catalog = Catalog(project="Both Ways", charset="utf-8", fuzzy=False)
    folders = [(PACKAGE, "hooks/bothways"), (root / "theme", "theme"), (root / "docs/assets", "docs/assets")]
    for folder, shown in folders:
        for file, _, message, comments, context in extract_from_dir(
            folder, _METHODS, _OPTIONS, keywords=_KEYWORDS, strip_comment_tags=True
        ):
            catalog.add(message, locations=[(f"{shown}/{file}", 0)], auto_comments=comments, context=context)
    for folder, shown in folders:
        for script in sorted(path for path in folder.rglob("*.js") if "vendor" not in path.parts):
            for text in texts_of(script.read_text(encoding="utf-8")):
                catalog.add(text, locations=[(f"{shown}/{script.relative_to(folder).as_posix()}", 0)])
    adapter = root / "hooks/mkdocs_events.py"
    if adapter.is_file():
        with adapter.open("rb") as source:
            for _, message, comments, context in extract("python", source, _KEYWORDS):
                catalog.add(message, locations=[("hooks/mkdocs_events.py", 0)], auto_comments=comments, context=context)
    for rule in RULES.values():
        for text in (rule.means, rule.fix):
            catalog.add(text, locations=[("hooks/bothways/core/rules.py", 0)])
    return catalog


def as_po(catalog: Catalog) -> str:
    """The catalogue as the text of a .po file: the same for the same words, without a date."""
    out = io.BytesIO()
    write_po(out, catalog, width=110, omit_header=True, sort_output=True, include_lineno=False)
    return _HEAD + out.getvalue().decode("utf-8")


_HEAD: Final = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'


def progress(catalog: Catalog) -> Iterator[str]:
    """One line a language: how many of the words it has."""
    wanted = {message.id for message in catalog if message.id}
    for file in sorted(LOCALES.glob("*/bothways.po")):
        done = {m.id for m in read_po(io.BytesIO(file.read_bytes())) if m.id and m.string and not m.fuzzy}
        yield f"{file.parent.name}: {len(done & wanted)} of {len(wanted)}, {len(done - wanted)} no longer used"
