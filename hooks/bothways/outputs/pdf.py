"""One worksheet as a PDF/UA-1 file, made by WeasyPrint, with the same bytes every time."""

from __future__ import annotations

import contextlib
import importlib.metadata
import logging
import os
import re
import unicodedata
import zlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

from bothways.core.addresses import KINDS_PAPER, PAPER
from bothways.outputs.assets import style as style_of
from bothways.outputs.worksheet import PAPERS, Sheet

_HOST: Final = "https://bothways.invalid/"  # stands for the site's root; nothing is ever asked of it
_TYPES: Final = {
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".webp": "image/webp",
}
_EXTRA: Final = "@page { size: %s } .foot { display: none }"  # the margins of each page say what the foot says
# Letter is 18 mm shorter than A4: a little less of everything keeps a sheet to as many pages.
_SHORT: Final = {"letter": "html { font-size: 11pt } @page { margin: 12mm 18mm 16mm }"}
_LINK: Final = re.compile(rf'<link rel="stylesheet" href="(\.\./)*({PAPER}|{KINDS_PAPER})">')  # read once a run instead
_HERE: Final = re.compile(r'<a [^>]*href="(?!#|https://)[^"]*"[^>]*>(.*?)</a>', re.DOTALL)
_NAMED: Final = 12  # letters that a message calls by their names; the others it shows


class PdfError(Exception):
    """A PDF that cannot be made, or that would not be accessible; `letters` are those that no font has."""

    def __init__(self, what: str, letters: str = "") -> None:
        super().__init__(what, letters)
        self.what, self.letters = what, letters

    def __str__(self) -> str:
        return self.what


def available() -> str | None:
    """None when PDFs can be made; otherwise what is missing, and the one line that mends it."""
    try:
        import weasyprint  # noqa: F401, PLC0415 - slow to load, and its system library may be missing
    except OSError:
        return (
            "PDF worksheets need the system library Pango, which is not here. To mend it, run\n"
            "    sudo apt-get install -y libpango-1.0-0 libpangoft2-1.0-0     (Debian, Ubuntu)\n"
            "    brew install pango                                          (macOS)"
        )
    except ImportError:
        return "PDF worksheets need WeasyPrint, which is not here. To mend it, run\n    make setup"
    return None


class Tools:
    """What a run shares between its PDFs: finding fonts and reading the style take as long as drawing a page."""

    def __init__(self, assets: Path) -> None:
        import weasyprint  # noqa: PLC0415
        from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415

        self.fonts, self.fetcher = FontConfiguration(), _fetcher_class()(assets)
        try:
            style = weasyprint.CSS(url=f"{_HOST}{PAPER}", url_fetcher=self.fetcher, font_config=self.fonts)
            kinds = weasyprint.CSS(string=style_of("paper.css"), base_url=_HOST, url_fetcher=self.fetcher)
        except weasyprint.urls.FatalURLFetchingError as error:
            raise PdfError(str(error.__cause__ or error)) from error
        sizes = {
            paper: weasyprint.CSS(string=_EXTRA % name.lower() + _SHORT.get(paper, ""))
            for paper, name in PAPERS.items()
        }
        self.styles = {paper: [style, kinds, extra] for paper, extra in sizes.items()}


def asset(url: str, assets: Path) -> Path:
    """The file of the project's own assets that an address means. Any other address is refused."""
    if not url.startswith(f"{_HOST}assets/"):
        raise PdfError(f"A worksheet may only use the course's own assets, not {url}")
    path = (assets / url.removeprefix(f"{_HOST}assets/")).resolve()
    if not path.is_relative_to(assets.resolve()) or path.suffix not in _TYPES:
        raise PdfError(f"A worksheet may only use the course's own assets, not {url}")
    return path


@cache
def _fetcher_class() -> type[Any]:
    from weasyprint.urls import URLFetcher, URLFetcherResponse  # noqa: PLC0415

    class Fetcher(URLFetcher):  # type: ignore[misc]
        """Reads the project's own assets and nothing else: no network, no other file."""

        def __init__(self, assets: Path) -> None:
            super().__init__(allowed_protocols=("https",), allow_redirects=False, fail_on_errors=True)
            self._assets = assets

        def fetch(self, url: str, headers: object = None) -> Any:
            path = asset(url, self._assets)
            return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": _TYPES[path.suffix]})

    return Fetcher


def make(sheet: Sheet, paper: str, assets: Path, tools: Tools | None = None) -> bytes:
    """One worksheet as a tagged PDF with title, language and embedded fonts.

    A link to another page of the site leads nowhere on paper: its words stay, the link goes.
    """
    import weasyprint  # noqa: PLC0415

    html = _HERE.sub(r"<span>\1</span>", _LINK.sub("", sheet.html))
    with _fixed_clock(), _faults() as faults:
        try:
            tools = tools or Tools(assets)
            page = weasyprint.HTML(string=html, base_url=_HOST + sheet.path, url_fetcher=tools.fetcher)
            made: bytes = page.write_pdf(
                stylesheets=tools.styles[paper], font_config=tools.fonts, pdf_variant="pdf/ua-1", pdf_tags=True
            )
        except weasyprint.urls.FatalURLFetchingError as error:
            raise PdfError(str(error.__cause__ or error)) from error
    if faults.said:
        raise PdfError("; ".join(faults.said))
    if faults.letters:
        raise PdfError(_no_font("".join(faults.letters)), "".join(faults.letters))
    return made


def _no_font(letters: str) -> str:
    names = (f'"{letter}" ({unicodedata.name(letter, f"U+{ord(letter):04X}").lower()})' for letter in letters[:_NAMED])
    more = f", nor {' '.join(letters[_NAMED:])}" if len(letters) > _NAMED else ""
    return (
        f"no font here can print {', '.join(names)}{more}. Install a font that has them, such as "
        "the package fonts-noto on Debian, or write this with other letters."
    )


@contextlib.contextmanager
def _fixed_clock() -> Iterator[None]:
    """Cutting a weight out of a variable font stamps it with the time of day, unless this is set."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = "0"
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before


class _Faults(logging.Handler):
    """WeasyPrint says in its log what keeps a PDF from being accessible, or which letters no font has, and goes on."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []
        self.letters: dict[str, None] = {}  # a set that keeps its order

    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno >= logging.ERROR:
            self.said.append(record.getMessage())
        elif record.msg.startswith(".notdef") and isinstance(record.args, tuple):
            self.letters[str(record.args[0])] = None


@contextlib.contextmanager
def _faults() -> Iterator[_Faults]:
    """What WeasyPrint says meanwhile. It is an error here."""
    logger, faults = logging.getLogger("weasyprint"), _Faults()
    level, before = logger.level, logger.handlers
    logger.handlers, logger.level = [faults], logging.WARNING
    try:
        yield faults
    finally:
        logger.handlers, logger.level = before, level


def salt() -> str:
    """What every PDF depends on besides its sheet and the assets: what draws, shapes, cuts and packs it."""
    from weasyprint.text.ffi import harfbuzz, pango  # noqa: PLC0415

    shaper = [0, 0, 0]  # HarfBuzz only answers whether it is at least so new
    for place in range(3):
        while harfbuzz.hb_version_atleast(*shaper[:place], shaper[place] + 1, *[0] * (2 - place)):
            shaper[place] += 1
    made_by = [importlib.metadata.version(name) for name in ("weasyprint", "pydyf", "fonttools")]
    versions = [*made_by, str(pango.pango_version()), str(shaper), zlib.ZLIB_RUNTIME_VERSION]
    return f"{versions} {_EXTRA} {_SHORT} {_HERE.pattern} {style_of('paper.css')}"
