"""The adapter: what needs MkDocs' events, and nothing else. Everything here can also be reached without MkDocs."""

from __future__ import annotations

import dataclasses
import logging
import os
from collections.abc import Callable
from functools import partial
from operator import methodcaller
from pathlib import Path
from threading import Lock, Thread
from typing import Any, Literal

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils import CountHandler

from bothways.check.course import check
from bothways.check.hints import hints
from bothways.core.markup import typographic
from bothways.core.policy import reloading
from bothways.core.problems import count
from bothways.core.words import N_, Words
from bothways.model.course import Course
from bothways.outputs import OUTPUTS, assets, pdf
from bothways.outputs.base import Build, Output, OutputError
from bothways.outputs.publish import NewSite, undate
from bothways.source import queries, site
from bothways.source.library import Library, load
from bothways.view.render import Renderer

log = logging.getLogger("mkdocs.hooks.bothways")
NAME = "bothways.markdown"
_WRITE, _FINISH = methodcaller("write"), methodcaller("finish")
_command, _dirty = "build", False  # MkDocs says both once, at the start
_new_site: NewSite | None = None  # where it is being built; at the end MkDocs gives no settings
_finishing = Lock()  # one build at a time; the next one finds its PDFs made


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remember whether somebody is at work on the content: then a problem is a box in the page, not the end."""
    global _command, _dirty
    _command, _dirty = command, dirty


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Check everything before anything is written: a faulty course leaves the last good site untouched."""
    global _new_site
    if _command != "serve" and not _dirty:
        on_shutdown()  # what an earlier build in this process left, if it was called off
        _new_site = NewSite(Path(config.site_dir), log.info)
        config.site_dir = str(_new_site.folder)
    library = load(_root(config), _settings_path(config))
    problems = check(library)
    for problem in problems:
        log.warning(str(problem.into(Words.of(library.course.language))))
    # Behind a link in docs/ there may be anything, or no end: MkDocs would follow it before we can leave it out.
    linked = any(p.code == "BW115" and p.path.startswith("docs") for p in problems)
    if linked or (problems and _command != "serve"):
        raise Abort(count(len(problems)))
    for hint in hints(library):
        log.info(hint)
    if missing := pdf.available():
        log.log(logging.ERROR if os.environ.get("CI") else logging.INFO, missing)
    refused = {problem.path for problem in problems} - {page.path for page in library.pages}
    sound = tuple(file for file in library.files if file.path not in refused)  # under serve, no refused drawing is sent
    library = dataclasses.replace(library, files=sound, course=_settle(library.course, config))
    config.extra["course"], config.extra["standings"] = library.course, queries.standings(library)
    options: dict[str, Any] = config.mdx_configs.setdefault(NAME, {})
    renderer = Renderer(pdf=not missing, words=Words.of(library.course.language))
    options |= {"library": library, "renderer": renderer, "boxes": _command == "serve"}
    options |= {"use_directory_urls": config.use_directory_urls}
    return config


def _settle(course: Course, config: MkDocsConfig) -> Course:
    """What docs/course.yml says holds for MkDocs too; where it is silent, what mkdocs.yml says holds for the course."""
    config.site_name = course.title
    if course.site_url and _command != "serve":
        config.site_url = course.site_url.rstrip("/") + "/"
    language = course.language or config.theme.get("language") or "en"
    config.theme["language"] = language
    palette = config.theme.get("palette") or []
    if any("media" in one for one in ([palette] if isinstance(palette, dict) else palette)):
        config.theme["palette"] = []  # the system decides, as it does in our pages without a word
    folder = f"{Path(config.docs_dir).name}/"
    if course.repository:
        config.repo_url, config.edit_uri = course.repository, course.edit + folder
    elif config.repo_url:
        edit = (config.edit_uri or course.edit + folder).removesuffix(folder)
        course = course.model_copy(update={"repository": config.repo_url, "edit": edit})
    return course.model_copy(update={"language": language})


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave out what Material brings for its own pages, 2.5 MB, and what a course does not publish; add the elements
    and the style of the kinds."""
    foreign = [folder for folder in config.theme.dirs if folder != config.theme.custom_dir] if _is_ours(config) else []
    published = _library(config).published
    for file in list(files):
        stray = file.src_dir == config.docs_dir and f"docs/{file.src_uri}" not in published
        if stray or file.src_dir in foreign:
            files.remove(file)
    for path, text in assets.published(Path(config.docs_dir), _words(config)).items():
        files.append(File.generated(config, path, content=text))
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Titles as the course has them: of pages from their front matter, of units from docs/course.yml."""
    standings, words = config.extra["standings"], _words(config)
    for page in nav.pages:
        if page.title is None and (ours := _library(config).page(page.file.src_uri)):
            page.title = typographic(queries.title(ours), words.quotes)
    for section in nav.items:
        first = next((child for child in section.children or () if isinstance(child, Page)), None)
        if first and (standing := standings.get(first.file.src_uri)) and standing.unit:
            unit = standing.unit.model_dump() | {"title": typographic(standing.unit.title, words.quotes)}
            section.title = words.gettext(N_("Unit {number} · {title}")).format(**unit)
    return nav


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """The body of one of our pages. Its front matter was read already; behind an empty line MkDocs looks for none."""
    ours = _library(config).page(page.file.src_uri)
    return "\n" + "\n".join(ours.lines[ours.body_start :]) if ours else None


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The front matter as we read it: texts, and only what the pages use. Nobody chooses a template there."""
    if ours := _library(config).page(page.file.src_uri):
        page.meta = queries.meta(ours, _words(config).quotes)
        page.title = page.title or typographic(queries.title(ours), _words(config).quotes)
    elif page.file.generated_by is None:
        page.meta = {}
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Headings in lists are texts, as titles are: then the theme escapes both in the same way."""
    _plain(page.toc)
    return html


def _plain(headings: TableOfContents | list[Any]) -> None:
    for heading in headings:
        heading.title = Markup(heading.title).striptags()
        _plain(heading.children)


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """The theme's templates escape every value, Material's own among them, and say their words in the language."""
    if _is_ours(config):
        words = _words(config)
        env.autoescape = env.trim_blocks = env.lstrip_blocks = True  # without the lines that only held a tag
        env.filters["typographic"] = partial(typographic, quotes=words.quotes)
        env.add_extension("jinja2.ext.i18n")
        env.install_gettext_callables(words.gettext, words.ngettext, newstyle=True)
    return env


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
    """Pages allow no script inside them; MkDocs' reload is let through."""
    server.set_app(reloading(server.get_app()))  # type: ignore[arg-type]
    return server


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, **_: object) -> dict[str, Any]:
    """A page loads the scripts of the elements that it holds, and no other."""
    context["bw_scripts"] = assets.scripts(page.content or "", Path(config.docs_dir), _words(config))
    return context


def on_post_build(config: MkDocsConfig) -> None:
    """Add what is made beside the pages. What takes long goes on in the background while somebody is at work."""
    options = config.mdx_configs[NAME]
    build = Build(options["library"], options["renderer"], Path(config.site_dir), log.info, config.use_directory_urls)
    outputs = [output(build) for output in OUTPUTS]
    if _command == "serve":  # nobody should wait for paper before seeing a page
        _make(outputs, _WRITE)
        Thread(target=_finish, args=(outputs,), daemon=True).start()
        return
    if not (_make(outputs, _WRITE) and _make(outputs, _FINISH)):
        raise Abort("The site is not built.")
    undate(build.folder)
    if _new_site and not (config.strict and _warned()):
        _new_site.publish()
        config.site_dir = str(_new_site.site)


def on_shutdown() -> None:
    """However the build ended: what did not become the site goes."""
    if _new_site:
        _new_site.discard()


def _make(outputs: list[Output], step: Callable[[Output], None]) -> bool:
    """Take all outputs one step further; whether all went well."""
    good = True
    for output in outputs:
        try:
            step(output)
        except OutputError as error:
            good = False
            for line in str(error).splitlines():
                log.error(line)
    return good


def _finish(outputs: list[Output]) -> None:
    with _finishing:
        _make(outputs, _FINISH)


def _warned() -> bool:
    """Whether MkDocs will stop because of warnings. With --strict it counts them, and says so after this."""
    counters = [h for h in logging.getLogger("mkdocs").handlers if isinstance(h, CountHandler)]
    return any(counter.get_counts() for counter in counters)


def _library(config: MkDocsConfig) -> Library:
    library: Library = config.mdx_configs[NAME]["library"]
    return library


def _words(config: MkDocsConfig) -> Words:
    words: Words = config.mdx_configs[NAME]["renderer"].words
    return words


def _is_ours(config: MkDocsConfig) -> bool:
    """Whether pages are drawn by our theme, and not by Material's or MkDocs' own."""
    return config.theme.name == "material" and bool(config.theme.custom_dir)


def _root(config: MkDocsConfig) -> Path:
    return Path(config.docs_dir).parent


def _settings_path(config: MkDocsConfig) -> str:
    """The settings that this build was told to use, as seen from the project's folder."""
    return os.path.relpath(config.config_file_path or _root(config) / site.FILE, _root(config))
