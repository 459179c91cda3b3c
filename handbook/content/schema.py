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


_FIRST = ("condition", "a", "b", "minutes", "drugs", "evidence", "stages", "sides")
"""What only some kinds have, in the order of a new file."""
_LESSON = """\
title: {title}
short: {short}
aliases: []
asks: []
summary: >-
  Say in a sentence or two what the session is, and for whom.
urgent:                       # what to do if somebody is in danger
  - If somebody may not be safe, one of the hosts goes along with them. See [[crisis-help]].
minutes: 90
audience: Say who comes, how many, and what they need to know beforehand.
aims:
  - Say what people can do afterwards.
# Each step: what happens (say, show, compare, discuss, quiz or read), its minutes, what is shown, and a text for the trainer.
# Only what is shown stands on the screen; in discuss and quiz it is held back until you open it. The minutes make up the 90.
steps:
  - do: say
    minutes: 5
    text: Say hello, and what the session is and is not. Nobody has to speak about themselves.
  - do: discuss
    minutes: 10
    text: Ask pairs what they would like to know. Collect it on a board.
  - do: show                  # an entry: its warnings and the short answer; of a tip, the steps, too
    minutes: 15
    entry: choosing-treatment
    text: Say what to look at, and ask a question.
  - do: show                  # one row of an entry
    minutes: 10
    entry: cbt
    row: after
    text: Read the row aloud, and ask what is new.
  - do: compare               # two or three entries
    minutes: 15
    entries: [cbt, ssri]
    for: depression           # may be left out
    with: [both, wait]        # may be left out: columns on both together, and on waiting
    rows: [benefit, effort]   # may be left out: then the usual rows are shown
    text: Read the left side, then the right. Name no winner.
  - do: discuss
    minutes: 15
    text: Give each group a made-up person. Which questions should they ask, and whom?
  - do: quiz
    minutes: 10
    text: Ask the hall, and take hands for each answer. Its form is that of the questions below.
  - do: read
    minutes: 5
    entry: dont-stop-suddenly
    text: Read the short answer aloud.
  - do: say
    minutes: 5
    text: Say where to get help and what comes next.
notes: >-
  **Before.** What to prepare. **Time.** What to leave out if you are late. **Hard questions.** What to answer.
handout:
  - What people should remember. See [[choosing-treatment]].
  - Where to get help now is in [[crisis-help]].
quiz:                         # questions for those who revise afterwards; they take no time of the session
  # - key: a-name-for-good
  #   ask: What is asked?
  #   options: [The right answer, A wrong one]
  #   answer: The right answer
  #   because: Why it is right. [@source]
questions: []
see: []
review: {{written: {today}, clinician: null, due: {due}}}
"""


def template(kind: str, title: str, today: str, due: str) -> str:
    """The file of a new entry: required fields to fill in, the rows as comments with their questions."""
    if kind == "lesson":
        return _LESSON.format(title=title, short=title[:24].strip(), today=today, due=due)
    labels = ROWS[kind]
    fields = dict(fields_of(shape_of(kind)))
    values = {
        "title": title, "short": title[:24].strip(), "aliases": "[]", "summary": ">-\n  Write the whole answer in a few short sentences.",
        "condition": "depression", "a": "[cbt]", "b": "[ssri]", "minutes": "60",
        "steps": "\n  - Write the first step." if kind == "tip" else "\n  - {do: say, minutes: 5, text: Welcome.}",
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
