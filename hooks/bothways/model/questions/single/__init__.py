"""Single choice: one good answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from bothways.core.problems import Fault
from bothways.core.words import N_
from bothways.model.question import Asking
from bothways.model.questions.choice import Choice


class Single(Choice):
    """One good answer among three to six."""

    kind: Literal["single"]
    asking: ClassVar[Asking] = Asking(screen=N_("Choose one."))

    def miscounted(self, right: int) -> Iterator[Fault]:
        if right == 0:
            yield Fault("BW501", ("options",), f'no option of "{self.id}" is right.')
        elif right > 1:
            yield Fault("BW502", ("options",), f'{right} options of "{self.id}" are right, and its kind is "single".')
