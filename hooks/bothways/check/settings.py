"""What stands in mkdocs.yml: a setting of Material works in our pages, or its author hears that it does not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from bothways.core.problems import Loc, Problem, suggest
from bothways.core.words import said
from bothways.source.library import Library

FEATURES: Final = frozenset(
    {"content.action.edit", "content.action.view", "navigation.footer", "navigation.sections", "navigation.top"}
)
"""Features of Material that our pages have."""
ICONS: Final = frozenset({"edit", "logo", "view"})
"""Signs of Material that our pages show where somebody chooses one."""
_SCRIPT: Final = "it needs Material's script, which no page here loads."
_EXTRA: Final = {
    "analytics": "it would tell somebody else who reads what.",
    "annotate": _SCRIPT,
    "consent": "nothing here asks for consent, because nothing is kept or sent.",
    "tags": "pages have no tags; objectives and strands say what a lesson is about.",
    "version": _SCRIPT,
}
_PLUGINS: Final = {
    "blog": "our pages have no blog.",
    "offline": "its search loads a script from elsewhere; the course opens from a folder without it.",
    "social": "its pictures are made with letters fetched from elsewhere.",
    "tags": _EXTRA["tags"],
}
_EXTENSIONS: Final = {"pymdownx.arithmatex": "it needs a script from elsewhere."}
_ELSEWHERE: Final = re.compile(r"^([a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
Found = Iterator[tuple[Loc, str, str]]
"""Places in mkdocs.yml, what is to be said about them, and how to mend it where that is not "Take it out"."""


def check(library: Library) -> Iterator[Problem]:
    """Settings of mkdocs.yml that our pages do not follow, and a language that nobody has words for."""
    settings = library.site.document
    name = _part(settings.value).get("theme")
    if (_part(name).get("name") or name) != "material":
        return
    for rule in (_theme, _palette, _elsewhere, _named):
        for loc, what, fix in rule(settings.value):
            yield settings.problem("BW641", loc, what, fix)
    known = languages()
    for document, loc in ((library.course_entry.document, ("language",)), (settings, ("theme", "language"))):
        language = _part(document.value, *loc[:-1]).get(loc[-1]) or "en"
        if isinstance(language, str) and language not in known:
            what = said('there are no words for the language "{language}".', language=language)
            yield document.problem("BW642", loc, what, suggest(language, known))


def languages() -> frozenset[str]:
    """The languages for which Material has words."""
    spec = find_spec("material")
    folder = Path(str(spec.origin)).parent if spec else Path()
    return frozenset(file.stem for file in (folder / "templates/partials/languages").glob("*.html"))


def _part(value: Any, *keys: str) -> Mapping[str, Any]:
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _theme(settings: Any) -> Found:
    theme = _part(settings, "theme")
    for i, feature in enumerate(_list(theme.get("features"))):
        if feature not in FEATURES:
            yield ("theme", "features", i), f'"{feature}": {_SCRIPT}', ""
    if theme.get("font") != "false":
        yield (
            ("theme", "font"),
            "letters would come from elsewhere.",
            "Write font: false; ours are in docs/assets/fonts.",
        )
    for name in _part(theme, "icon"):
        if name not in ICONS:
            yield ("theme", "icon", name), said('our pages draw their own sign for "{name}".', name=name), ""


def _palette(settings: Any) -> Found:
    palette = _part(settings, "theme").get("palette")
    for i, one in enumerate(palette if isinstance(palette, list) else [palette]):
        at: Loc = ("theme", "palette", i) if isinstance(palette, list) else ("theme", "palette")
        for name in ("primary", "accent"):
            if name in _part(one):
                yield (
                    (*at, name),
                    said("{name}: our colours are chosen for contrast, in docs/assets/theme.css.", name=name),
                    "",
                )
        scheme = _part(one).get("scheme", "default")
        if scheme not in {"default", "slate"}:
            yield (*at, "scheme"), said('there is no scheme "{scheme}".', scheme=scheme), "Write default or slate."


def _elsewhere(settings: Any) -> Found:
    """Every page allows its own origin only, so that a style or a script from elsewhere would be refused there."""
    for name in ("extra_css", "extra_javascript"):
        for i, address in enumerate(_list(_part(settings).get(name))):
            path = _part(address).get("path", address)
            if isinstance(path, str) and _ELSEWHERE.match(path):
                yield (
                    (name, i),
                    said('"{part}" comes from elsewhere.', part=path[:60]),
                    "Put the file into docs/assets.",
                )


def _named(settings: Any) -> Found:
    """What is refused by its name: extras, plugins, extensions."""
    for name in _part(settings, "extra"):
        if name in _EXTRA:
            yield ("extra", name), f"{name}: {_EXTRA[name]}", ""
    for field, refused in (("plugins", _PLUGINS), ("markdown_extensions", _EXTENSIONS)):
        listed = _part(settings).get(field)
        for i, one in enumerate(_list(listed) or _part(settings, field)):
            name = next(iter(one)) if isinstance(one, dict) and one else one
            if (why := refused.get(str(name).removeprefix("material/"))) is not None:
                yield (field, i) if isinstance(listed, list) else (field, str(name)), f"{name}: {why}", ""
            if "mermaid" in str(one):
                yield (
                    (field, i),
                    "mermaid: it needs a script from elsewhere.",
                    "Draw it as a figure.",
                )
