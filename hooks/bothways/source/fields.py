"""What a model says about a place in a file: its fields, what they are for, what one entry of a list is called."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import BaseModel

from bothways.core.problems import Loc


@cache
def schema_of(model: type[BaseModel]) -> dict[str, Any]:
    """The JSON Schema of a model; made once, it does not change."""
    return model.model_json_schema()


def describe(model: type[BaseModel], loc: Loc) -> str:
    """What the missing field is for, in the words of its docstring."""
    about = _node(model, loc[:-1]).get("properties", {}).get(loc[-1], {}).get("description", "")
    return f"Add it: {about[:1].lower()}{about[1:]}" if about else ""


def names(model: type[BaseModel], loc: Loc) -> list[str]:
    """The fields that can stand at `loc`."""
    return list(_node(model, loc).get("properties", {}))


@cache
def singular(model: type[BaseModel]) -> dict[str, str]:
    """What fields call one of their entries, where their name does not say it: {"order": "step"}."""
    schema = schema_of(model)
    parts = [schema, *schema.get("$defs", {}).values()]
    fields = [named for part in parts for named in part.get("properties", {}).items()]
    return {name: field["one"] for name, field in fields if "one" in field}


def real(loc: Loc, model: type[BaseModel]) -> Loc:
    """The path in the author's file: without the validator's own steps (the kind in a union, "[key]")."""
    steps: list[str | int] = []
    node = schema_of(model)
    for step in loc:
        if step == "[key]":
            continue
        node = _resolve(schema_of(model), node)
        if "discriminator" in node and step in node["discriminator"]["mapping"]:
            node = {"$ref": node["discriminator"]["mapping"][step]}
            continue
        node = _inside(node, step)
        steps.append(step)
    return tuple(steps)


def _node(model: type[BaseModel], loc: Loc) -> dict[str, Any]:
    """The part of the model's JSON Schema that describes what stands at `loc`."""
    schema = schema_of(model)
    node: dict[str, Any] = schema
    for step in loc:
        node = _resolve(schema, node)
        if "discriminator" in node:
            node = {"$ref": node["discriminator"]["mapping"].get(step, "")}
        else:
            node = _inside(node, step)
    return _resolve(schema, node)


def _inside(node: dict[str, Any], step: str | int) -> dict[str, Any]:
    """The part of a schema's node for one of its fields or entries."""
    if isinstance(step, int):
        found = node.get("items", {})
    else:
        others = next(iter(node.get("patternProperties", {}).values()), node.get("additionalProperties"))
        found = node.get("properties", {}).get(step, others)
    return found if isinstance(found, dict) else {}


def _resolve(schema: dict[str, Any], node: dict[str, Any]) -> dict[str, Any]:
    for option in node.get("anyOf", ()):
        if "$ref" in option or "items" in option:
            node = option
    reference = node.get("$ref", "").rsplit("/", 1)[-1]
    return dict(schema["$defs"][reference]) if reference else node
