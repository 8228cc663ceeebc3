"""Every worksheet as PDFs into the site, by two processes where that pays, and only when something changed."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bothways.outputs import pdf
from bothways.outputs.pdf_cache import Cache
from bothways.outputs.worksheet import PAPERS, Sheet

_CHUNK: Final = 10
_POOL_FROM: Final = 40  # a second process takes two seconds to start; for fewer files it does not pay


class Unmade(Exception):
    """The sheets that did not become PDFs, and why. All others are there."""

    def __init__(self, failed: Sequence[tuple[Sheet, pdf.PdfError]]) -> None:
        super().__init__("\n".join(f"{sheet.path}: {error}" for sheet, error in failed))
        self.failed = failed


@dataclass(frozen=True)
class Written:
    """How many PDFs a run made, and how many were there already."""

    made: int
    kept: int


Job = tuple[Sheet, str, str]
"""A sheet, the paper to put it on, and its key."""


def write_all(
    sheets: Iterable[Sheet], site: Path, cache_dir: Path, assets: Path, report: Callable[[str], None]
) -> Written:
    """Every worksheet in both papers into the built site; only what changed is made. Raises Unmade."""
    kept = Cache(cache_dir, assets, pdf.salt())
    jobs: list[Job] = [(sheet, paper, kept.key(sheet, paper)) for sheet in sheets for paper in PAPERS]
    missing = [job for job in jobs if not _put(site, job, kept.get(job[2]))]
    if missing:
        report(f"Making {len(missing)} of {len(jobs)} PDFs …")
    failed: dict[str, tuple[Sheet, pdf.PdfError]] = {}
    lost = 0
    for job, made in _make_all(missing, assets, report):
        if isinstance(made, pdf.PdfError):
            failed.setdefault(job[0].path, (job[0], made))
        else:
            _put(site, job, made)
            lost += not kept.put(job[2], made)
    if lost:
        report(f"{cache_dir} cannot be written: these PDFs are made again next time.")
    kept.prune({key for _, _, key in jobs})
    if failed:
        raise Unmade(list(failed.values()))
    return Written(len(missing), len(jobs) - len(missing))


def _put(site: Path, job: Job, content: bytes | None) -> bool:
    """Write a PDF into the site, if there is one."""
    if content is None:
        return False
    target = site / job[0].pdf(job[1])
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
    return True


Made = tuple[Job, bytes | pdf.PdfError]


def _make_all(jobs: Sequence[Job], assets: Path, report: Callable[[str], None]) -> Iterator[Made]:
    if len(jobs) < _POOL_FROM or (os.cpu_count() or 1) < 2:
        yield from _make_some(jobs, assets)
        return
    chunks = [jobs[i : i + _CHUNK] for i in range(0, len(jobs), _CHUNK)]
    done = 0
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as pool:
        for finished in as_completed([pool.submit(_make_chunk, chunk, assets) for chunk in chunks]):
            yield from finished.result()
            done += len(finished.result())
            report(f"  {done} of {len(jobs)} PDFs")


def _make_chunk(jobs: Sequence[Job], assets: Path) -> list[Made]:
    """In another process, which writes nothing: when the build is killed, nobody goes on writing into its site."""
    return list(_make_some(jobs, assets))


def _make_some(jobs: Sequence[Job], assets: Path) -> Iterator[Made]:
    tools = None
    for job in jobs:
        try:
            tools = tools or pdf.Tools(assets)
            yield job, pdf.make(job[0], job[1], assets, tools)
        except pdf.PdfError as error:
            yield job, error
