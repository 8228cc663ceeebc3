"""A site takes the place of the last one whole, whatever happens meanwhile."""

from __future__ import annotations

import gzip
import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest

from bothways.outputs import publish
from bothways.outputs.publish import NewSite

FILES = 4
# Builds a site in a process of its own. At the n-th thing that it does to files it is killed: kill -9 at every moment.
BUILD = """
import importlib.util, os, signal, sys
from pathlib import Path
_, source, site, version, left = sys.argv
spec = importlib.util.spec_from_file_location("publish", source)
publish = importlib.util.module_from_spec(spec); sys.modules["publish"] = publish; spec.loader.exec_module(publish)
left = int(left)
def count(event, args):
    global left
    if event in {"os.rename", "os.mkdir", "os.remove", "os.rmdir", "shutil.rmtree", "open", "os.scandir"}:
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(count)
new = publish.NewSite(Path(site), print)
for name in range(4):
    (new.folder / f"{name}.html").write_text(version)
(new.folder / "deep").mkdir()
new.publish()
"""


def build(site: Path, version: str, left: int = 0) -> int:
    command = [sys.executable, "-S", "-c", BUILD, publish.__file__, str(site), version, str(left)]
    return subprocess.run(command, capture_output=True, check=False).returncode


def put(site: Path, version: str) -> None:
    new = NewSite(site, lambda _: None)
    for name in range(FILES):
        (new.folder / f"{name}.html").write_text(version, encoding="utf-8")
    new.publish()


def versions(site: Path) -> list[str]:
    """What the pages of a site say; it is whole when that is one word, as often as there are pages."""
    return [path.read_text(encoding="utf-8") for path in sorted(site.glob("*.html"))]


def test_killed_at_any_moment_the_site_is_whole(tmp_path: Path) -> None:
    site, left, now = tmp_path / "site", 0, "0"
    put(site, now)
    (site / ".nojekyll").touch()
    done = -9
    while done == -9:
        left += 1
        done = build(site, str(left), left)
        NewSite(site, lambda _: None).discard()  # what any next build begins with, a faulty one too
        found = versions(site)
        assert found in ([now] * FILES, [str(left)] * FILES), left
        assert (site / ".nojekyll").exists(), left
        assert [path.name for path in tmp_path.iterdir()] == ["site"]
        now = found[0]
    assert done == 0
    assert left > 10
    assert now == str(left)


def test_builds_at_once_wait_for_each_other(tmp_path: Path) -> None:
    site = tmp_path / "site"
    said: list[str] = []
    first = NewSite(site, said.append)
    second: list[NewSite] = []
    waiting = Thread(target=lambda: second.append(NewSite(site, said.append)))
    waiting.start()
    while not said:
        waiting.join(0.01)
    for name in range(FILES):
        (first.folder / f"{name}.html").write_text("first", encoding="utf-8")
    first.publish()
    waiting.join()
    assert said == ["Another build of this site is at work. Waiting for it …"]
    assert versions(site) == ["first"] * FILES
    (second[0].folder / "0.html").write_text("second", encoding="utf-8")
    assert versions(site) == ["first"] * FILES
    second[0].discard()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_many_builds_at_once_leave_one_whole_site(tmp_path: Path) -> None:
    site = tmp_path / "site"
    command = [sys.executable, "-S", "-c", BUILD, publish.__file__, str(site)]
    running = [subprocess.Popen([*command, str(n), "0"], stdout=subprocess.DEVNULL) for n in range(8)]
    assert [one.wait() for one in running] == [0] * len(running)
    found = versions(site)
    assert len(found) == FILES
    assert len(set(found)) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_hidden_files_of_a_site_stay(tmp_path: Path) -> None:
    site = tmp_path / "site"
    put(site, "one")
    (site / ".git").mkdir()
    (site / ".git/HEAD").write_text("main", encoding="utf-8")
    put(site, "two")
    assert (site / ".git/HEAD").read_text(encoding="utf-8") == "main"


def test_where_nothing_can_stand_beside_the_site_it_is_built_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "is_mount", lambda _: True)
    new = NewSite(tmp_path / "site", lambda _: None)
    assert new.folder == new.site
    new.discard()
    new.publish()


def test_the_site_map_has_no_day(tmp_path: Path) -> None:
    text = "<url>\n  <loc>https://example.org/</loc>\n  <lastmod>2026-11-25</lastmod>\n</url>"
    (tmp_path / "sitemap.xml").write_text(text, encoding="utf-8")
    publish.undate(tmp_path)
    first = (tmp_path / "sitemap.xml.gz").read_bytes()
    assert b"2026" not in gzip.decompress(first)
    assert gzip.decompress(first) == (tmp_path / "sitemap.xml").read_bytes()
    (tmp_path / "sitemap.xml").write_text(text.replace("25<", "26<"), encoding="utf-8")
    publish.undate(tmp_path)
    assert (tmp_path / "sitemap.xml.gz").read_bytes() == first
