"""The output that people print: every worksheet and answer key as a page and as PDFs."""

from __future__ import annotations

import re
from functools import cached_property
from typing import ClassVar

from bothways.outputs import pdf, pdf_files, worksheet
from bothways.outputs.base import Output, OutputError
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
        if not self.build.renderer.pdf:
            return
        root = self.build.library.root
        try:
            pdf_files.write_all(
                self.sheets, self.build.folder, root / ".cache/pdf", root / "docs/assets", self.build.report
            )
        except pdf_files.Unmade as error:
            lines = [f"{self._place(sheet, one.letters)}{sheet.path}: {one}" for sheet, one in error.failed]
            raise OutputError("\n".join(lines)) from error

    def _place(self, sheet: Sheet, letters: str) -> str:
        """Where its author wrote one of these letters, as `path:line:column: `; nothing if it is not to be found."""
        library = self.build.library
        entry = library.exercises.get(sheet.id) or library.quizzes.get(sheet.id)
        for path in [*([entry.path] if entry else []), "docs/course.yml"]:
            for number, line in enumerate((library.root / path).read_text(encoding="utf-8").splitlines(), 1):
                if found := re.search(f"[{re.escape(letters)}]", line) if letters else None:
                    return f"{path}:{number}:{found.start() + 1}: "
        return ""
