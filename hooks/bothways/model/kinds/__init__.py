"""The kinds of exercise. A new kind is a module here with one class; nothing else has to know of it."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from types import MappingProxyType
from typing import get_args

from pydantic import BaseModel

from bothways.model.exercise import Exercise

for _module in pkgutil.iter_modules(__path__):
    importlib.import_module(f"{__name__}.{_module.name}")


def kind_of(cls: type[BaseModel]) -> str:
    """The word after `kind:` that means this class."""
    return str(get_args(cls.model_fields["kind"].annotation)[0])


KINDS: Mapping[str, type[Exercise]] = MappingProxyType(
    {kind_of(c): c for c in sorted(Exercise.__subclasses__(), key=kind_of)}
)
"""Every kind of exercise by its word."""
