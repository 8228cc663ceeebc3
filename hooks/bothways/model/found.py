"""How kinds are found: a kind is a package in a folder, and what belongs to it lies beside its class."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar, get_args

from pydantic import BaseModel

K = TypeVar("K", bound=BaseModel)


def kinds(base: type[K], package: str, path: Iterable[str]) -> Mapping[str, type[K]]:
    """Every kind below `base` by its word. Imports all packages in `path`, the folder of `package`.

    A kind is a class that says `kind: Literal["word"]` itself; it may inherit from another kind.
    """
    for module in pkgutil.iter_modules(path):
        importlib.import_module(f"{package}.{module.name}")
    found = {kind_of(cls): cls for cls in _below(base) if "kind" in cls.__annotations__}
    return MappingProxyType(dict(sorted(found.items())))


def kind_of(cls: type[BaseModel]) -> str:
    """The word after `kind:` that means this class."""
    return str(get_args(cls.model_fields["kind"].annotation)[0])


def beside(cls: type[BaseModel], name: str) -> Path | None:
    """The file of that name in the folder of a kind, or of the kind that it inherits from; None where there is none."""
    for owner in cls.__mro__:
        if issubclass(owner, BaseModel) and owner is not BaseModel and "kind" in owner.__annotations__:
            file = Path(inspect.getfile(owner)).parent / name
            if file.is_file():
                return file
    return None


def _below(cls: type[K]) -> Iterator[type[K]]:
    for sub in cls.__subclasses__():
        yield sub
        yield from _below(sub)
