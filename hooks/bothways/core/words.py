"""The words that the program itself says to readers: one catalogue a language, found by the English text.

A text is marked where it stands: `_("…")` or `{% trans %}` in templates, `N_("…")` where Python keeps it for later,
`said("… {name}", name=…)` in problems. `bothways words` collects them into `locale/bothways.pot`. The texts of lessons,
exercises and quizzes are content, not words of the program: a translation of those is another `docs/` folder.
"""

from __future__ import annotations

import gettext
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from babel import Locale, UnknownLocaleError
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

LOCALES: Final = Path(__file__).parents[1] / "locale"
QUOTES: Final[Mapping[str, str]] = {
    "en": "“”‘’",
    "de": "„“‚‘",
    "fr": "«»‹›",
    "es": "«»“”",
    "it": "«»“”",
    "pl": "„”«»",
    "sv": "””’’",
    "fi": "””’’",
    "ja": "「」『』",
    "zh": "“”‘’",
    "ru": "«»„“",
}
"""Outer and inner quotation marks by language; English where a language is not here (CLDR 44, delimiters)."""


def N_(text: str) -> str:
    """Mark a text for the catalogue without translating it here."""
    return text


class Said(str):
    """A sentence of the program with its values put in: English as text, and what is needed to say it otherwise."""

    __slots__ = ("template", "values")
    template: str
    values: Mapping[str, object]

    def into(self, words: Words) -> str:
        """The sentence in another language."""
        values = {name: value.into(words) if isinstance(value, Said) else value for name, value in self.values.items()}
        return words.gettext(self.template).format(**values)


def translated(text: str, words: Words) -> str:
    """A sentence of the program in another language."""
    return text.into(words) if isinstance(text, Said) else words.gettext(text)


def said(template: str, /, **values: object) -> Said:
    """A sentence with named places, such as said('there is no exercise "{id}".', id=name)."""
    sentence = Said(template.format(**values))
    sentence.template, sentence.values = template, values
    return sentence


@dataclass(frozen=True)
class Words:
    """One language: its catalogue, and how it writes quotations, lists and numbers."""

    language: str = "en"
    """A tag such as "en" or "pt-BR"."""
    catalogue: gettext.NullTranslations = field(default_factory=gettext.NullTranslations, repr=False)

    @classmethod
    def of(cls, language: str) -> Words:
        """The words of a language; English where it has no catalogue here."""
        file = LOCALES / language / "bothways.po"
        if not file.is_file():
            return cls(language)
        return cls(language, compiled(file.read_bytes(), language))

    def gettext(self, text: str) -> str:
        """The text in this language."""
        return self.catalogue.gettext(text) if text else ""

    def ngettext(self, one: str, many: str, number: int) -> str:
        """The text that fits a number."""
        return self.catalogue.ngettext(one, many, number)

    @property
    def locale(self) -> Locale:
        """How the language writes; plain English as in Britain ("a, b and c"), and English where it is not known."""
        try:
            return Locale.parse("en-GB" if self.language == "en" else self.language, sep="-")
        except (UnknownLocaleError, ValueError):
            return Locale("en")

    @property
    def direction(self) -> str:
        """Which way its lines run: "ltr" or "rtl"."""
        return self.locale.text_direction

    @property
    def quotes(self) -> str:
        """Its four quotation marks: outer pair, inner pair."""
        return QUOTES.get(self.locale.language, QUOTES["en"])

    def all_of(self, parts: Sequence[str]) -> str:
        """A list with "and", such as "a, b and c"."""
        return format_list(list(parts), style="standard", locale=self.locale) if parts else ""

    def any_of(self, parts: Sequence[str]) -> str:
        """A list with "or", such as "a, b or c"."""
        return format_list(list(parts), style="or", locale=self.locale) if parts else ""

    def number(self, value: float) -> str:
        """A number as the language writes it."""
        return format_decimal(value, locale=self.locale)


def compiled(po: bytes, language: str) -> gettext.GNUTranslations:
    """The catalogue in the text of a .po file."""
    catalogue, binary = read_po(io.BytesIO(po), locale=language.replace("-", "_")), io.BytesIO()
    write_mo(binary, catalogue)
    return gettext.GNUTranslations(io.BytesIO(binary.getvalue()))


ENGLISH: Final = Words()
