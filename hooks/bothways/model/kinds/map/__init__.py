"""Map: a drawing and tables that people fill in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from bothways.core.problems import Fault
from bothways.core.words import N_, said
from bothways.model.exercise import Exercise, Words
from bothways.model.text import Content, Label, Line


class Row(Content):
    """A row with a name. Its example shows how it could be filled in."""

    label: Label
    """What stands in the first column."""
    example: tuple[Label, ...] = Field(default=(), max_length=4)
    """A worked example, one text for each further column."""


class Table(Content):
    """One table of the map."""

    title: Label
    """What stands above the table."""
    about: Line | None = None
    """How to fill it in."""
    columns: tuple[Label, ...] = Field(min_length=2, max_length=5)
    """The heads of the columns; the first one names the rows."""
    rows: tuple[Row, ...] = Field(default=(), max_length=12)
    """Rows with a name."""
    blank: Annotated[int, Field(ge=0, le=10)] = 0
    """How many empty rows to add."""

    @property
    def has_example(self) -> bool:
        """Whether any row shows an example."""
        return any(row.example for row in self.rows)


class Map(Exercise):
    """A drawing of a relationship or a group, as tables that can be filled in on screen, on paper or aloud."""

    kind: Literal["map"]
    words: ClassVar[Words] = Words(
        card=N_("Map"),
        sheet=N_("Map to fill in"),
        copies=N_("one for each person"),
    )
    drawing: Literal["street", "power", "weight"]
    """Which drawing stands above the tables."""
    tables: tuple[Table, ...] = Field(min_length=1, max_length=4)
    """One to four tables."""
    finish: tuple[Line, ...] = Field(min_length=1, max_length=4)
    """Sentences to complete at the end, such as "One sentence I could say aloud:"."""

    def own_faults(self) -> Iterator[Fault]:
        for i, table in enumerate(self.tables):
            if not table.rows and not table.blank:
                yield Fault(
                    "BW431", ("tables", i), said('table {number} has neither "rows" nor "blank".', number=i + 1)
                )
            for j, row in enumerate(table.rows):
                if row.example and len(row.example) != len(table.columns) - 1:
                    what = said(
                        "the example has {number} of the {number_2} texts for its row.",
                        number=len(row.example),
                        number_2=len(table.columns) - 1,
                    )
                    yield Fault("BW432", ("tables", i, "rows", j, "example"), what)
