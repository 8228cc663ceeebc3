"""Single choice: one good answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from bothways.core.problems import Fault
from bothways.core.words import N_, said
from bothways.model.question import Asking
from bothways.model.questions.choice import Choice


class Single(Choice):
    """One good answer among three to six."""

    kind: Literal["single"]
    asking: ClassVar[Asking] = Asking(screen=N_("Choose one."))

    def miscounted(self, right: int) -> Iterator[Fault]:
        if right == 0:
            yield Fault("BW501", ("options",), said('no option of "{id}" is right.', id=self.id))
        elif right > 1:
            yield Fault(
                "BW502",
                ("options",),
                said('{right} options of "{id}" are right, and its kind is "single".', right=right, id=self.id),
            )
