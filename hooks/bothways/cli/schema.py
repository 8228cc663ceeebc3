"""JSON Schemas from the models, so that an editor suggests and explains fields while somebody types."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Union

from pydantic import Field, TypeAdapter

from bothways.model.course import Course, Frameworks, Glossary, Sources
from bothways.model.danger import Danger
from bothways.model.kinds import KINDS
from bothways.model.questions import Quiz
from bothways.model.search import SearchWords
from bothways.model.session import SessionPlan
from bothways.model.wording import Misconceptions, WordsToAvoid

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, dict[str, Any]]:
    """Every schema by the name of its file."""
    exercise: TypeAdapter[Any] = TypeAdapter(
        Annotated[Union[tuple(KINDS.values())], Field(discriminator="kind")]  # type: ignore[arg-type]  # noqa: UP007
    )
    made = {
        "exercise": exercise.json_schema(),
        "quiz": Quiz.model_json_schema(),
        "course": Course.model_json_schema(),
        "glossary": Glossary.model_json_schema(),
        "frameworks": Frameworks.model_json_schema(),
        "in-danger": Danger.model_json_schema(),
        "misconceptions": Misconceptions.model_json_schema(),
        "search": SearchWords.model_json_schema(),
        "session": SessionPlan.model_json_schema(),
        "sources": Sources.model_json_schema(),
        "words-to-avoid": WordsToAvoid.model_json_schema(),
    }
    return {f"{name}.json": {"$schema": _DIALECT, **schema} for name, schema in made.items()}


def write(folder: Path) -> Iterator[Path]:
    """Write every schema into `folder`; yields the files."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, schema in schemas().items():
        path = folder / name
        path.write_text(json.dumps(schema, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        yield path
