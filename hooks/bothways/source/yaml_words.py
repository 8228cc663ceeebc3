"""What PyYAML says when it cannot go on, in an author's words."""

from __future__ import annotations

from typing import Final

from bothways.core.words import N_, said

_PLAIN: Final = (
    (
        "mapping values are not allowed",
        N_('there is a ": " where none can be.'),
        N_("If it belongs to the text, put quotes around it all."),
    ),
    (
        "did not find expected key",
        N_("this line does not fit the lines above it."),
        N_("Check its indentation, and whether a quote is missing."),
    ),
    (
        "could not find expected ':'",
        N_("a name stands without a colon."),
        N_("If this line belongs to the text above, indent it."),
    ),
    (
        "did not find expected '-'",
        N_("an entry of this list is out of place."),
        N_('Begin it with "- " in the column of the others.'),
    ),
    ("cannot start any token", N_("a text cannot begin with this sign."), N_("Put quotes around the text.")),
    ("unexpected end of stream", N_("a quote was opened and never closed."), N_("Close it with the same sign.")),
    ("unexpected document indicator", N_("a quote was opened and never closed."), N_("Close it with the same sign.")),
    (
        "did not find expected ',' or",
        N_('a "[" or "{" was opened and never closed.'),
        N_("Close it, or add the comma that is missing."),
    ),
    ("unknown escape character", N_("a backslash stands before a sign that needs none."), N_("Use single quotes.")),
    ("did not find URI escaped", N_("a text cannot begin with %."), N_("Put quotes around the text.")),
)


def plain_words(technical: str) -> tuple[str, str]:
    """The parser's words in an author's words: what and fix."""
    found = ((what, fix) for start, what, fix in _PLAIN if start in technical)
    return next(found, (said("this is not YAML ({technical}).", technical=technical), ""))
