"""The adapter: what needs MkDocs' events, and nothing else. Everything here can also be reached without MkDocs."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from threading import Lock, Thread
from typing import Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from bothways.check.course import check
from bothways.core.problems import count
from bothways.outputs import OUTPUTS, assets, pdf
from bothways.outputs.base import Build, Output
from bothways.source.library import load
from bothways.view.render import Renderer

log = logging.getLogger("mkdocs.hooks.bothways")
NAME = "bothways.markdown"
_command = "build"
"""The only thing kept between builds: MkDocs says it once, at the start."""
_finishing = Lock()
"""One build at a time; the next one finds its PDFs made."""


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remember whether somebody is at work on the content: then a problem is a box in the page, not the end."""
    global _command
    _command = command


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Check everything before anything is written: a faulty course leaves the last good site untouched."""
    library = load(_root(config))
    problems = check(library)
    for problem in problems:
        log.warning(str(problem))
    if problems and _command != "serve":
        raise Abort(count(len(problems)))
    missing = pdf.available()
    if missing:
        log.log(logging.ERROR if os.environ.get("CI") else logging.INFO, missing)
    config.site_name = library.course.title
    config.extra["course"] = library.course
    options: dict[str, Any] = config.mdx_configs.setdefault(NAME, {})
    options |= {"library": library, "renderer": Renderer(pdf=not missing), "boxes": _command == "serve"}
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the elements and the style of the kinds."""
    for path, text in assets.published().items():
        files.append(File.generated(config, path, content=text))
    return files


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, **_: object) -> dict[str, Any]:
    """A page loads the scripts of the elements that it holds, and no other."""
    context["bw_scripts"] = assets.scripts(page.content or "", Path(config.docs_dir))
    return context


def on_post_build(config: MkDocsConfig) -> None:
    """Add what is made beside the pages. What takes long goes on in the background while somebody is at work."""
    options = config.mdx_configs[NAME]
    build = Build(options["library"], options["renderer"], Path(config.site_dir), log.info)
    outputs = [output(build) for output in OUTPUTS]
    for output in outputs:
        output.write()
    if _command == "serve":  # nobody should wait for paper before seeing a page
        Thread(target=_finish, args=(outputs,), daemon=True).start()
    else:
        _finish(outputs)


def _finish(outputs: list[Output]) -> None:
    with _finishing:
        for output in outputs:
            output.finish()


def _root(config: MkDocsConfig) -> Path:
    return Path(config.docs_dir).parent
