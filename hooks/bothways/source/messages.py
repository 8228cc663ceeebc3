"""A validation error -> a sentence for authors. The one table from the validator's words to theirs."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from typing import Any, Final

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from bothways.core.problems import Fault, Loc, nearest, suggest
from bothways.core.words import said
from bothways.model.question import Question
from bothways.model.text import MISCONCEPTION, OBJECTIVE, SOURCE
from bothways.source import fields

_WANTED: Final = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "fields with names",
    "model_type": "fields with names",
    "model_attributes_type": "fields with names",
}
_HOW: Final = {
    "text": "Write words; if they hold a colon, put quotes around them all.",
    "a whole number": "Write a number such as 10.",
    "true or false": "Write true or false.",
    "a list": 'Write one entry a line, each beginning with "- ".',
    "fields with names": 'Write one field a line, such as "title: My idea".',
}
_PATTERNS: Final = {
    OBJECTIVE: "Write an objective like L2.1.",
    SOURCE: "Write a source like P-HEE.",
    MISCONCEPTION: "Write a misconception like X05.",
}
_WIDE: Final = "Shorten it, or split it. Letters that are twice as wide, as in Chinese, count as two."
_QUOTE: Final = "Put quotes around the whole text."
_PATCHED: Final = {"missing", "empty_text", "text_too_long", "word_too_long", "unsafe"}
_PATCH: Final = "text to be written"
"""Stands in for a missing or unusable text, so that the rest of the file can be checked in the same run."""


def faults(error: ValidationError, model: type[BaseModel]) -> list[Fault]:
    """One Fault for each thing that validation found, in authors' words."""
    found = [_fault(details, model) for details in error.errors(include_url=False) if not _echo(details)]
    unknown = [f.loc for f in found if f.code == "BW201"]
    return [f for f in found if f.code != "BW202" or not any(_misspelt(f.loc, loc) for loc in unknown)]


def _misspelt(missing: Loc, unknown: Loc) -> bool:
    """Whether what is missing is what stands beside it with a slip of the pen: that is one fault, not two."""
    return missing[:-1] == unknown[:-1] and bool(nearest(str(unknown[-1]), [str(missing[-1])]))


def _echo(details: ErrorDetails) -> bool:
    """Whether a list is called too short only because the validator did not count its faulty entries."""
    value = details["input"]
    return details["type"] == "too_short" and len(value) >= details["ctx"]["min_length"]


def patched(value: Any, error: ValidationError, model: type[BaseModel]) -> Any:
    """A copy of `value` without what is unknown and with stand-ins for texts that are missing or unusable."""
    result = copy.deepcopy(value)
    for details in error.errors(include_url=False):
        *around, last = fields.real(details["loc"], model) or ("",)
        holder = _at(result, around)
        if details["type"] == "extra_forbidden" and isinstance(holder, dict):
            holder.pop(last, None)
        elif details["type"] in _PATCHED and holder is not None:
            holder[last] = _PATCH
    return result


def _fault(details: ErrorDetails, model: type[BaseModel]) -> Fault:
    kind, value, context = details["type"], details["input"], details.get("ctx", {})
    loc = fields.real(details["loc"], model)
    name = loc[-1] if loc else ""
    subject = f'"{name}"' if isinstance(name, str) else f"{_one(loc, model)} {name + 1}"
    if kind == "missing":
        return Fault(
            "BW202",
            loc,
            said('{owner} has no "{name}".', owner=_owner(loc, model), name=name),
            fields.describe(model, details["loc"]),
        )
    if kind == "extra_forbidden":
        known = fields.names(model, details["loc"][:-1])
        fix = suggest(str(name), known) or said("There are: {names}.", names=", ".join(known))
        return Fault("BW201", loc, said('{owner} has no field "{name}".', owner=_owner(loc, model), name=name), fix)
    if kind == "unsafe":
        return Fault(context["code"], loc, context["what"])
    if details["loc"][-1:] == ("[key]",) and "pattern" in context:
        return Fault(
            "BW211", loc, said('"{value}" cannot stand here.', value=value), _PATTERNS.get(context["pattern"], "")
        )
    if details["loc"][-1:] == ("[key]",) and "expected" in context:
        allowed = _quoted(context.get("expected", ""))
        fix = suggest(str(value), allowed) or said("There are: {names}.", names=", ".join(allowed))
        return Fault("BW205", loc, said('there is no "{value}" to put here.', value=value), fix)
    if value == "":
        return Fault("BW203", loc, said("{subject} is empty.", subject=subject))
    if kind == "text_too_long":
        what = said(
            "{subject} has {part} {part_2}; {part_3} fit.",
            subject=subject,
            part=context["count"],
            part_2=context["of"],
            part_3=context["most"],
        )
        return Fault("BW209", loc, what, "" if context["of"] == "words" else _WIDE)
    if kind == "word_too_long":
        what = said(
            '{subject} has a word of {number} letters: "{part}…".',
            subject=subject,
            number=len(context["word"]),
            part=context["word"][:20],
        )
        return Fault(
            "BW209",
            loc,
            what,
            said("Put a hyphen or a space into it; {part} letters fit on a line.", part=context["most"]),
        )
    return _value_fault(kind, loc, subject, value, context)


def _value_fault(kind: str, loc: Loc, subject: str, value: Any, context: Mapping[str, Any]) -> Fault:
    if kind in _WANTED:
        wanted = _WANTED[kind]
        if wanted == "text" and isinstance(value, dict):
            return Fault(
                "BW204", loc, said("{subject} must be text, and its colon made a field of it.", subject=subject), _QUOTE
            )
        return Fault(
            "BW204",
            loc,
            said("{subject} must be {wanted}, and is {shown}.", subject=subject, wanted=wanted, shown=_shown(value)),
            _HOW[wanted],
        )
    if kind in {"literal_error", "enum"}:
        allowed = _quoted(context["expected"])
        fix = suggest(str(value), allowed) or said("Choose {either}.", either=_either(allowed))
        return Fault("BW205", loc, said("{subject} cannot be {shown}.", subject=subject, shown=_shown(value)), fix)
    if kind in {"union_tag_invalid", "union_tag_not_found"}:
        if kind == "union_tag_not_found":
            for near in nearest("kind", set(map(str, value)) - Question.model_fields.keys()):
                return _misspelt_kind((*loc, near))
            return Fault(
                "BW202", loc, said('{subject} has no "kind".', subject=subject), said("Add the kind of question it is.")
            )
        known = _quoted(context["expected_tags"])
        fix = suggest(context["tag"], known) or said("Choose {either}.", either=_either(known))
        return Fault("BW208", (*loc, "kind"), said('there is no kind of question "{part}".', part=context["tag"]), fix)
    if kind in {"greater_than_equal", "less_than_equal"}:
        limit = f"at least {context['ge']}" if "ge" in context else f"at most {context['le']}"
        return Fault(
            "BW206", loc, said("{subject} is {value}; it must be {limit}.", subject=subject, value=value, limit=limit)
        )
    if kind in {"too_short", "too_long"}:
        limit = f"at least {context['min_length']}" if "min_length" in context else f"at most {context['max_length']}"
        return Fault(
            "BW207",
            loc,
            said(
                "{subject} has {part} entries; it needs {limit}.",
                subject=subject,
                part=context["actual_length"],
                limit=limit,
            ),
        )
    fix = _PATTERNS.get(str(context.get("pattern")), "")
    return Fault("BW211", loc, said("{subject} cannot be {shown}.", subject=subject, shown=_shown(value)), fix)


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return "fields with names"
    if isinstance(value, list | tuple):
        return "a list"
    text = str(value)
    return f'"{text[:40]}…"' if len(text) > 40 else f'"{text}"'


def _quoted(expected: str) -> list[str]:
    """The words in the validator's "'a', 'b' or 'c'"."""
    return expected.replace(" or ", ", ").replace("'", "").split(", ")


def _either(words: list[str]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}" if len(words) > 1 else words[0]


def _owner(loc: Loc, model: type[BaseModel]) -> str:
    """Who has or lacks the last field of `loc`: "choice 2", "people", or "this file"."""
    around = loc[:-1]
    if not around:
        return "this file"
    return f'"{around[-1]}"' if isinstance(around[-1], str) else f"{_one(around, model)} {around[-1] + 1}"


def _one(loc: Loc, model: type[BaseModel]) -> str:
    """The word for one entry of the list that `loc` ends in: as its field says, or the field's name without its s."""
    name = str(loc[-2]) if len(loc) > 1 else "entry"
    return fields.singular(model).get(name, name.removesuffix("s"))


def _at(value: Any, loc: Any) -> Any:
    for step in loc:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return None
    return value


def unknown_kind(kind: str, known: Mapping[str, object]) -> Iterator[Fault]:
    """A fault for a kind of exercise that is not there."""
    fix = suggest(kind, known) or said("Choose {either}.", either=_either(list(known)))
    yield Fault("BW208", ("kind",), said('there is no kind of exercise "{kind}".', kind=kind), fix)


def _misspelt_kind(loc: Loc) -> Fault:
    return Fault("BW201", loc, said('there is no field "{part}" here.', part=loc[-1]), said('Did you mean "kind"?'))


def no_kind(value: Mapping[str, object], known: Mapping[str, object]) -> Iterator[Fault]:
    """A fault for a file that does not say what kind of exercise it is, or says it under a misspelt name."""
    for near in nearest("kind", set(value) - {"id"}):
        yield _misspelt_kind((near,))
        return
    yield Fault(
        "BW202", ("kind",), said('this file has no "kind".'), said("Add it: {either}.", either=_either(list(known)))
    )
