"""Mutants of the real course: content files with something broken, doubled, moved or put in.

python tests/mutants.py [COUNT] [SEED]   tries so many, prints what passed, and stops at the first that breaks the check
"""

from __future__ import annotations

import random
import resource
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from bothways.check.course import check
from bothways.source.library import load

ROOT: Final = Path(__file__).resolve().parents[1]
FOLDERS: Final = ("docs", "exercises", "quizzes")
SECONDS: Final = 20
"""Processor time that one check may take at most; it takes a tenth of a second."""
PIECES: Final[tuple[str, ...]] = (
    *("---\n", "...\n", "\n\n", "\t", "\x00", "\x1b[31m", "\u202e", "\u2028", "\ufeff", "\u00a0", "\r", "\U0001f600"),
    *("- ", ": ", "? ", "| ", "> ", "!x ", "!!int ", "&a ", "*a", "<<: ", "%YAML 1.1\n", *"{}[]\"'#"),
    *("::: ", "::: exercise x\n", "::: glossary\n", "```\n", "~~~\n", "`", "[@P-HEE]", "[@", "](", "[a](b.md)", "<b>"),
    *("title: No\n", "lesson: 1\n", "template: x.html\n", "null", "~", "yes", "0x1F", "1e999", "-1", "9" * 400),
    *("[" * 50, "{a: " * 30, "- " * 40, "x" * 3000, "a: b\n" * 200, " " * 2000, "é" * 300, "&#8238;"),
)


def _insert(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(PIECES) + text[at:]


def _cut(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    length: int = chance.choice((1, 2, 10, 100, 1000))
    return text[:at] + text[at + length :]


def _line(change: Callable[[list[str], int, random.Random], None]) -> Callable[[str, random.Random], str]:
    def mutate(text: str, chance: random.Random) -> str:
        lines = text.split("\n")
        change(lines, chance.randrange(len(lines)), chance)
        return "\n".join(lines)

    return mutate


def _move(lines: list[str], at: int, chance: random.Random) -> None:
    lines.insert(chance.randrange(len(lines)), lines.pop(at))


def _indent(lines: list[str], at: int, chance: random.Random) -> None:
    lines[at] = " " * chance.randrange(5) + lines[at].lstrip()


def _double(lines: list[str], at: int, chance: random.Random) -> None:
    lines[at:at] = [lines[at]] * chance.choice((1, 2, 50))


def _rename(lines: list[str], at: int, chance: random.Random) -> None:
    name, colon, rest = lines[at].partition(":")
    lines[at] = f"{name}{chance.choice('sx-_ ')}{colon}{rest}"


def _revalue(lines: list[str], at: int, chance: random.Random) -> None:
    name, colon, _ = lines[at].partition(":")
    lines[at] = f"{name}{colon} {chance.choice(PIECES)}"


def _swap(text: str, chance: random.Random) -> str:
    middle = chance.randrange(len(text) + 1)
    return text[middle:] + text[:middle]


MUTATIONS: Final[tuple[Callable[[str, random.Random], str], ...]] = (
    *(_insert, _insert, _insert, _cut, _swap),
    *map(_line, (_move, _indent, _double, _rename, _rename, _revalue, _revalue)),
)


def mutants(folder: Path, count: int, seed: int) -> Iterator[tuple[str, list[str]]]:
    """(name of the file, problems) of so many mutants, each alone in the course that is copied into `folder`."""
    chance = random.Random(seed)
    for name in FOLDERS:
        shutil.copytree(ROOT / name, folder / name)
    files = sorted(p for p in folder.rglob("*") if p.suffix in {".yml", ".md"} and "assets" not in p.parts)
    data = [p for p in files if p.parent.name in {"docs", "sessions"} or p.suffix == ".md"]
    for _ in range(count):
        file = chance.choice(chance.choice((files, data)))
        whole = file.read_bytes()
        text = whole.decode()
        for _ in range(chance.choice((1, 1, 1, 2, 4))):
            text = chance.choice(MUTATIONS)(text, chance)
        raw = bytearray(text.encode(errors="surrogatepass"))
        if raw and chance.random() < 0.05:
            raw[chance.randrange(len(raw))] = chance.randrange(256)
        file.write_bytes(bytes(raw))
        yield file.relative_to(folder).as_posix(), [str(problem) for problem in check(load(folder))]
        file.write_bytes(whole)


def main(count: str = "1000", seed: str = "1") -> None:
    """Try them and say what came of it."""
    told: Counter[int] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        for i, (name, problems) in enumerate(mutants(Path(folder), int(count), int(seed))):
            used = int(resource.getrusage(resource.RUSAGE_SELF).ru_utime)
            resource.setrlimit(resource.RLIMIT_CPU, (used + SECONDS, resource.RLIM_INFINITY))
            told[len(problems)] += 1
            if len(problems) > 20:
                print(i, name, len(problems), problems[0])
    print(sorted(told.items()))


if __name__ == "__main__":
    main(*sys.argv[1:])
