"""One measurement of `make bench`, in a process of its own: prints JSON with seconds and peak memory.

python tests/bench_worker.py build FOLDER SITE | plain FOLDER SITE | check FOLDER | yaml FOLDER | pages FOLDER |
  pdf FOLDER SITE COUNT
"""

from __future__ import annotations

import itertools
import json
import logging
import os
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.utils.yaml import yaml_load

from bothways.check.course import check
from bothways.outputs import pdf, pdf_files, worksheet
from bothways.source import body, extensions, page, site
from bothways.source.library import load
from bothways.view.render import Renderer

OURS: Final = "bothways.markdown"


def _ours(folder: Path, site: Path) -> int:
    """Build as it is, but without PDFs: they are measured apart."""
    pdf.available = lambda: "left out of this measurement"
    build(load_config("mkdocs.yml", site_dir=str(site)))
    return len(list(folder.glob("docs/unit-*/*.md")))


def _plain(folder: Path, site: Path) -> int:
    """Build with everything of the theme and nothing of our extension."""
    settings: dict[str, Any] = yaml_load((folder / "mkdocs.yml").read_text(encoding="utf-8"))
    extensions = [e for e in settings["markdown_extensions"] if e != OURS and not (isinstance(e, dict) and OURS in e)]
    build(load_config("mkdocs.yml", site_dir=str(site), markdown_extensions=extensions, hooks=[], watch=[]))
    return len(list(folder.glob("docs/unit-*/*.md")))


def _check(folder: Path) -> int:
    """What `bothways check` does."""
    problems = check(load(folder))
    assert not problems, problems[:3]
    return sum(1 for _ in _content(folder))


def _pages(folder: Path) -> int:
    """Read the body of every page as Markdown."""
    how = extensions.of(site.read(folder))
    texts = [file.read_text(encoding="utf-8") for file in (folder / "docs").rglob("*.md")]
    for text in texts:
        body.read("\n".join(text.split("\n")[page.front_of(text, "")[1] :]), how)
    return len(texts)


def _yaml(folder: Path) -> int:
    """What reading the same YAML costs anybody."""
    return sum(1 for file in _content(folder) if yaml.load(file.read_bytes(), yaml.CSafeLoader))


def _content(folder: Path) -> itertools.chain[Path]:
    return itertools.chain((folder / "exercises").rglob("*.yml"), (folder / "quizzes").rglob("*.yml"))


def _pdf(folder: Path, site: Path, count: str) -> int:
    """Make so many worksheets as PDF, in both papers, or take them from the cache."""
    sheets = list(itertools.islice(worksheet.sheets(load(folder), Renderer()), int(count)))
    pdf.available()  # a build has asked long before
    begin = time.perf_counter()
    written = pdf_files.write_all(sheets, site, folder / ".cache/pdf", folder / "docs/assets", lambda _: None)
    print(json.dumps({"part": time.perf_counter() - begin}), file=sys.stderr)
    return written.made + written.kept


TASKS: Final[dict[str, Callable[..., int]]] = {
    "build": _ours,
    "plain": _plain,
    "check": _check,
    "yaml": _yaml,
    "pages": _pages,
    "pdf": _pdf,
}


def main(task: str, folder: str, site: str = "", *more: str) -> None:
    """Do it once and say what it cost."""
    logging.disable(logging.WARNING)
    os.chdir(folder)
    places = [Path(folder), *([Path(site)] if site else [])]
    begin = time.perf_counter()
    count = TASKS[task](*places, *more)
    seconds = time.perf_counter() - begin
    own, children = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(json.dumps({"seconds": seconds, "count": count, "megabytes": max(own, children) / 1024}))


if __name__ == "__main__":
    main(*sys.argv[1:])
