"""What the tests need from the machine: a browser and the library that draws PDFs. `make test` runs this first.

It finds them, else gets them where that is allowed, else says plainly what will be skipped. In CI nothing may be
missing.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from playwright.sync_api import sync_playwright

BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC_CHROME: Final = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
PDF_LIBRARIES: Final = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")


def in_ci() -> bool:
    """Whether nothing may be skipped."""
    return os.environ.get("CI", "").lower() in {"1", "true"}


def find_chrome() -> str | None:
    """The path of a Chromium or Chrome: $CHROME, one on the PATH, or the one that Playwright fetched."""
    return next(_candidates(), None)


def _candidates() -> Iterator[str]:
    if (chosen := os.environ.get("CHROME")) and Path(chosen).exists():
        yield chosen
    for name in BROWSERS:
        if found := shutil.which(name):
            yield found
    if MAC_CHROME.exists():
        yield str(MAC_CHROME)
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    if Path(own).exists():
        yield own


def draws_pdfs() -> bool:
    """Whether WeasyPrint finds its system libraries without a warning: in the tests a warning is an error.

    Asked in another process: a failed import leaves traces.
    """
    command = [sys.executable, "-W", "error", "-c", "import weasyprint"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def _may_use_apt() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def _run(*command: str) -> bool:
    print("  " + " ".join(command), flush=True)
    return subprocess.run(command, check=False, stdout=subprocess.DEVNULL).returncode == 0


def _apt(*packages: str) -> bool:
    return _run("apt-get", "update") and _run("apt-get", "install", "-y", "--no-install-recommends", *packages)


def _get_chrome() -> bool:
    if _may_use_apt() and _apt("chromium"):
        return True
    return _run(sys.executable, "-m", "playwright", "install", "chromium")


def main() -> int:
    """Print what there is; get what is missing; 1 when something is missing in CI."""
    missing = 0
    if not find_chrome():
        print("No Chromium or Chrome here; getting one …", flush=True)
        _get_chrome()
    if chrome := find_chrome():
        print(f"browser: {chrome}")
    else:
        missing += 1
        print("no browser: the tests in tests/browser are skipped. Install Chromium, or set CHROME to its path.")
    if not draws_pdfs() and _may_use_apt():
        _apt(*PDF_LIBRARIES)
    if draws_pdfs():
        print("PDFs: the system library is here")
    else:
        missing += 1
        print(f"no PDFs: their tests are skipped. Mend it with: apt-get install -y {' '.join(PDF_LIBRARIES)}")
    return 1 if missing and in_ci() else 0


if __name__ == "__main__":
    sys.exit(main())
