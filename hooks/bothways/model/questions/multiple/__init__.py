"""Multiple choice: more than one good answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from bothways.core.problems import Fault
from bothways.core.words import N_, said
from bothways.model.question import Asking
from bothways.model.questions.choice import Choice


class Multiple(Choice):
    """More than one good answer."""

    kind: Literal["multiple"]
    asking: ClassVar[Asking] = Asking(screen=N_("Choose all that fit."), paper=N_("Choose all that fit."))

    def miscounted(self, right: int) -> Iterator[Fault]:
        if right == 0:
            yield Fault("BW501", ("options",), said('no option of "{id}" is right.', id=self.id))
        elif right == 1 or right == len(self.options):
            what = "only one option" if right == 1 else "every option"
            yield Fault(
                "BW503",
                ("options",),
                said('{what} of "{id}" is right, and its kind is "multiple".', what=what, id=self.id),
            )
