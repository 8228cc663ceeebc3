"""What a build makes beside the pages. Each output is one module; they are found as kinds are."""

from __future__ import annotations

import importlib
import pkgutil

from bothways.outputs.base import Output

for _module in pkgutil.iter_modules(__path__):
    importlib.import_module(f"{__name__}.{_module.name}")

OUTPUTS: tuple[type[Output], ...] = tuple(sorted(Output.__subclasses__(), key=lambda output: output.name))
"""Every output, in the order of their names."""
