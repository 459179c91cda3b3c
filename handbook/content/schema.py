"""The typed model as JSON Schema, and as the template of a new entry."""

from __future__ import annotations

from typing import Any

from handbook.content.rows import FOLDERS, ROWS, written_rows
from handbook.content.shape import (
    ChoiceShape,
    KeyedShape,
    ListShape,
    NumberShape,
    RecordShape,
    RegionalShape,
    Shape,
    TruthShape,
    fields_of,
    shape_of,
)

_ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"


def schema(kind: str = "") -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one kind, or of any kind of entry."""
    kinds = [kind] if kind else list(FOLDERS)
    models = {name: _schema(shape_of(name)) for name in kinds}
    top: dict[str, Any] = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "handbook entry"}
    if kind:
        return {**top, **models[kind]}
    return {**top, "anyOf": [{"$ref": f"#/$defs/{name}"} for name in kinds], "$defs": models}


def _schema(shape: Shape) -> dict[str, Any]:
    """The schema of one shape."""
    about = {"description": shape.field.help} if shape.field.help else {}
    if isinstance(shape, RecordShape):
        fields = dict(fields_of(shape))
        return {
            "type": "object",
            "description": shape.field.help or shape.says,
            "properties": {name: _schema(inner) for name, inner in fields.items()},
            "required": [name for name, inner in fields.items() if inner.field.required],
            "additionalProperties": False,
        }
    if isinstance(shape, ListShape):
        return {**about, "type": ["array", "null"], "items": _schema(shape.item), **_bound("maxItems", shape)}
    if isinstance(shape, KeyedShape):
        value = _schema(shape.value)
        if shape.field.keys:
            rows = dict.fromkeys(shape.field.keys, value)
            return {**about, "type": ["object", "null"], "properties": rows, "additionalProperties": False}
        return {**about, "type": ["object", "null"], "propertyNames": {"pattern": _ID}, "additionalProperties": value}
    if isinstance(shape, ChoiceShape):
        return {**about, "enum": list(shape.choices)}
    if isinstance(shape, TruthShape):
        return {**about, "type": "boolean"}
    if isinstance(shape, NumberShape):
        return {**about, "type": "integer", "minimum": 0, "maximum": 9999}
    text = {"type": ["string", "null"], **_bound("maxLength", shape)}
    if isinstance(shape, RegionalShape):
        forms = {"us": {"type": "string"}, "uk": {"type": "string"}}
        regions = {"type": "object", "properties": forms, "additionalProperties": False}
        return {**about, "anyOf": [text, regions]}
    return {**about, **text, **({"pattern": f"^{shape.field.pattern}$"} if shape.field.pattern else {})}


def _bound(name: str, shape: Shape) -> dict[str, int]:
    """The greatest length, where there is one."""
    return {name: shape.field.longest} if shape.field.longest else {}


def schema_file(kind: str) -> str:
    """Where the schema of a kind stands, seen from an entry's folder."""
    return f"../schemas/{kind}.schema.json"


def editor_line(kind: str) -> str:
    """The first line of a file, by which editors with the YAML language server know the schema."""
    return f"# yaml-language-server: $schema={schema_file(kind)}\n"


_FIRST = ("condition", "a", "b", "minutes", "quiz", "drugs", "evidence", "stages", "sides")
"""What only some kinds have, in the order of a new file."""
_QUESTION = [
    "  # - key: a-name-for-good",
    "  #   ask: What is asked?",
    "  #   options: [The right answer, A wrong one]",
    "  #   answer: The right answer",
    "  #   because: Why it is right. [@source]",
]
"""A question as comments, for a new lesson."""


def template(kind: str, title: str, today: str, due: str) -> str:
    """The file of a new entry: required fields to fill in, the rows as comments with their questions."""
    labels = ROWS[kind]
    fields = dict(fields_of(shape_of(kind)))
    values = {
        "title": title, "short": title[:24].strip(), "aliases": "[]", "summary": ">-\n  Write the whole answer in a few short sentences.",
        "condition": "depression", "a": "[cbt]", "b": "[ssri]", "minutes": "60",
        "steps": "\n  - Write the first step." if kind == "tip" else "\n  - {do: say, minutes: 5, text: Welcome.}",
        "quiz": "\n".join(("", *_QUESTION)),
    }  # fmt: skip
    lines = []
    for name in ("title", "short", "aliases", "asks", *_FIRST, "summary", "urgent", "steps"):
        if name in fields:
            value = values.get(name, "")
            about = "" if "\n" in value or name == "title" else f"    # {fields[name].field.help}"
            lines.append(f"{name}: {value}".replace(": \n", ":\n").rstrip() + about)
    if rows := written_rows(kind):
        lines += ["rows:    # write those that you have sources for, without the mark in front; the question stands behind each"]
        lines += [f"  # {key}:    # {labels[key]}" for key in rows]
    lines += ["see: []", f"review: {{written: {today}, clinician: null, due: {due}}}"]
    return "\n".join(lines) + "\n"
