"""The output that people print: every worksheet and answer key as a page and as PDFs."""

from __future__ import annotations

from functools import cached_property
from typing import ClassVar

from bothways.outputs import pdf, worksheet
from bothways.outputs.base import Output
from bothways.outputs.worksheet import Sheet


class Worksheets(Output):
    """Write every worksheet as HTML and PDF into FOLDER, without building the site."""

    name: ClassVar[str] = "worksheets"

    @classmethod
    def missing(cls) -> str | None:
        return pdf.available()

    @cached_property
    def sheets(self) -> list[Sheet]:
        """Every sheet of the course."""
        return list(worksheet.sheets(self.build.library, self.build.renderer, self.build.directories))

    def write(self) -> None:
        worksheet.write(self.sheets, self.build.folder)

    def finish(self) -> None:
        if self.build.renderer.pdf:
            root = self.build.library.root
            pdf.write_all(self.sheets, self.build.folder, root / ".cache/pdf", root / "docs/assets", self.build.report)
