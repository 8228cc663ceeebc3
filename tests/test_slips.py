"""One slip, one problem, and the true one: every content file of the real course is broken by a typical slip."""

from __future__ import annotations

import re
from typing import Final

# A field with a plain text of two words or more, after its indentation.
PLAIN: Final = re.compile(r'^(?P<indent> *(?:- )?)(?P<key>[a-z_]+): (?P<text>[A-Za-z]\w* \w[^:#"\n]*)$', re.MULTILINE)
NEEDED: Final = r"^( *(?:- )?)(title|label|means|about|lesson|minutes|number): .*\n"


def colon(text: str) -> str:
    """A text gets a colon and no quotes."""
    return PLAIN.sub(lambda m: m[0].replace(" ", ": ", m["indent"].count(" ") + 2).replace(": ", " ", 0), text, count=1)


def quote(text: str) -> str:
    """A quote is opened and never closed."""
    return PLAIN.sub(r'\g<indent>\g<key>: "\g<text>', text, count=1)


def tab(text: str) -> str:
    """A tab indents a line."""
    return re.sub(r"^ {2}(?=\S)", "\t", text, count=1, flags=re.MULTILINE)


def indent(text: str) -> str:
    """A field stands one space too far to the right."""
    return re.sub(
        r"^((?: {2})*(?:- )?)(\w+): (\S.*\n)((?: {2})+)(\w+): (?=\S)",
        r"\1\2: \3\4 \5: ",
        text,
        count=1,
        flags=re.MULTILINE,
    )


def lost(text: str) -> str:
    """A field that must be there is not."""
    return re.sub(NEEDED, lambda m: m[1] if "-" in m[1] else "", text, count=1, flags=re.MULTILINE)


def misspelt(text: str) -> str:
    """Two letters of a field have changed places."""
    return re.sub(
        NEEDED,
        lambda m: m[0].replace(m[2], m[2][0] + m[2][2] + m[2][1] + m[2][3:], 1),
        text,
        count=1,
        flags=re.MULTILINE,
    )
