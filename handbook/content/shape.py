"""Checks a tree against the typed model and gives plain values, noting every problem with its place.

The declarations in `model` are turned once into a tree of shapes; a shape reads a node.
"""

from __future__ import annotations

import re
import types
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints, is_typeddict

from handbook.content import model
from handbook.content.model import YAML_NAMES, Field
from handbook.content.reading import Reading, Reference, Statement
from handbook.content.tree import Mapping, Node, Scalar, Sequence
from handbook.errors import did_you_mean, near_names

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
_PICTURES = re.compile(r"[\u2190-\u2bff\ufe0f\U00010000-\U0010ffff]")
_GAP = re.compile(r"\S {2,}\S")
_NO_FIELD = Field("")


class Shape:
    """What a value must look like. `empty` is its value where the author left it out."""

    name = "a value"
    empty: Any = None

    def __init__(self, field: Field) -> None:
        self.field = field

    def read(self, node: Node, reading: Reading) -> Any:
        """The plain value of a node; problems are noted and the empty value stands in."""
        raise NotImplementedError


class TextShape(Shape):
    """A text: checked for characters, length and pattern; kept as a statement."""

    name = "text"
    empty = ""

    def read(self, node: Node, reading: Reading) -> Any:
        """The value, with its problems noted."""
        if not isinstance(node, Scalar):
            reading.problem("HB008", node, f"expected {self.name}, got {_name_of(node)}")
            return self.empty
        if node.is_null:
            return self.empty
        text = " ".join(node.value.split("\n")).strip() if "\n" in node.value else node.value.strip()
        if "  " in text:
            if _GAP.search(node.value):
                reading.problem("HB016", node, "several spaces stand in a row; write one")
            text = re.sub(" {2,}", " ", text)
        self._check(text, node, reading)
        return text

    def _check(self, text: str, node: Scalar, reading: Reading) -> None:
        if not text:
            reading.problem("HB012", node, "the text is empty; write it or leave the field out")
        if not text.isascii() and (found := _PICTURES.search(text)):
            reading.problem("HB015", node, f"the character {found.group()!r} is read badly by screen readers; use a word")
        if not text.isprintable() and (found := _CONTROL.search(text)):
            reading.problem("HB010", node, f"the control character {found.group()!r} is not allowed")
        field = self.field
        if field.longest and len(text) > field.longest:
            reading.problem("HB013", node, f"{len(text)} characters; at most {field.longest}")
        if field.pattern and not (re.fullmatch(field.pattern, text) and _is_day(text)):
            reading.problem("HB014", node, f"{text!r} is not a date like 2026-11-21")
        if field.reference:
            reading.references.append(Reference(text, field.reference, node.line, node.column))
        else:
            reading.statements.append(Statement(tuple(reading.where), text, node.line, node.column, field.plain))


class RegionalShape(TextShape):
    """A text, or one text for each region."""

    name = "text, or texts by region"

    def read(self, node: Node, reading: Reading) -> Any:
        """The value, with its problems noted."""
        if not isinstance(node, Mapping):
            return super().read(node, reading)
        forms: dict[str, str] = {}
        for key, value in node.values.items():
            if key not in get_args(model.Region):
                known = list(get_args(model.Region))
                reading.problem("HB006", node.keys[key], f"unknown region {key!r}; regions are us and uk.{did_you_mean(key, known)}")
                continue
            reading.where.append(key)
            forms[key] = super().read(value, reading)
            reading.where.pop()
        return forms


class ChoiceShape(Shape):
    """One of some words."""

    empty = ""

    def __init__(self, field: Field, choices: tuple[str, ...]) -> None:
        super().__init__(field)
        self.choices = choices

    def read(self, node: Node, reading: Reading) -> Any:
        """The value, with its problems noted."""
        if isinstance(node, Scalar) and node.value in self.choices:
            return node.value
        found = node.value if isinstance(node, Scalar) else _name_of(node)
        hint = did_you_mean(found, list(self.choices))
        reading.problem("HB009", node, f"{found!r} is not one of {', '.join(self.choices)}.{hint}")
        return self.empty


class TruthShape(Shape):
    """true or false."""

    name = "true or false"
    empty = False

    def read(self, node: Node, reading: Reading) -> Any:
        """The value, with its problems noted."""
        if isinstance(node, Scalar) and node.value in ("true", "false"):
            return node.value == "true"
        reading.problem("HB008", node, "expected true or false")
        return self.empty


class NumberShape(Shape):
    """A whole number from 0 to 9999."""

    name = "a whole number"
    empty = 0

    def read(self, node: Node, reading: Reading) -> Any:
        """The value, with its problems noted."""
        if isinstance(node, Scalar) and re.fullmatch(r"0|[1-9]\d{0,3}", node.value):
            return int(node.value)
        reading.problem("HB008", node, "expected a whole number")
        return self.empty


class ListShape(Shape):
    """A list of one kind of thing."""

    name = "a list"

    def __init__(self, field: Field, item: Shape) -> None:
        super().__init__(field)
        self.item = item

    @property
    def empty(self) -> Any:
        """A new empty list."""
        return []

    def read(self, node: Node, reading: Reading) -> Any:
        """The value, with its problems noted."""
        if isinstance(node, Scalar) and node.is_null:
            return []
        if not isinstance(node, Sequence):
            reading.problem("HB008", node, f"expected a list, got {_name_of(node)}")
            return []
        if self.field.longest and len(node.items) > self.field.longest:
            reading.problem("HB013", node, f"{len(node.items)} items; at most {self.field.longest}")
        values = []
        for number, item in enumerate(node.items, 1):
            reading.where.append(str(number))
            values.append(self.item.read(item, reading))
            reading.where.pop()
        return values


class KeyedShape(Shape):
    """A mapping whose keys are data: row keys or ids."""

    name = "keys with values"

    def __init__(self, field: Field, value: Shape) -> None:
        super().__init__(field)
        self.value = value

    @property
    def empty(self) -> Any:
        """A new empty mapping."""
        return {}

    def read(self, node: Node, reading: Reading) -> Any:
        """The value, with its problems noted."""
        if not isinstance(node, Mapping):
            if not (isinstance(node, Scalar) and node.is_null):
                reading.problem("HB008", node, f"expected keys with values, got {_name_of(node)}")
            return {}
        values = {}
        for key, value in node.values.items():
            at = node.keys[key]
            if self.field.keys and key not in self.field.keys:
                reading.problem("HB006", at, f"unknown key {key!r}.{did_you_mean(key, list(self.field.keys))}")
                continue
            if isinstance(self.value, TextShape) and isinstance(value, Scalar) and value.is_null:
                reading.problem("HB012", at, f"{key!r} is empty; write it or take it out")
                continue
            if self.field.reference:
                reading.references.append(Reference(key, self.field.reference, at.line, at.column))
            reading.where.append(key)
            values[key] = self.value.read(value, reading)
            reading.where.pop()
        return {key: values[key] for key in self.field.keys if key in values} if self.field.keys else values


class RecordShape(Shape):
    """A mapping with fixed fields."""

    name = "fields"

    def __init__(self, field: Field, fields: dict[str, Shape], says: str) -> None:
        super().__init__(field)
        self.fields = fields
        self.says = says

    @property
    def empty(self) -> Any:
        """The record with every field empty."""
        return {name: shape.empty for name, shape in self.fields.items()}

    def read(self, node: Node, reading: Reading) -> Any:
        """The value, with its problems noted."""
        if not isinstance(node, Mapping):
            reading.problem("HB008", node, f"expected fields, got {_name_of(node)}")
            return self.empty
        yaml_names = {YAML_NAMES.get(name, name): name for name in self.fields}
        meant = set()
        for key, at in node.keys.items():
            if key not in yaml_names:
                meant.update(near_names(key, list(yaml_names), most=1))
                reading.problem("HB006", at, f"unknown field {key!r}.{did_you_mean(key, list(yaml_names))}")
        before = len(reading.statements)
        values = {}
        for key, name in yaml_names.items():
            shape = self.fields[name]
            child = node.values.get(key)
            if child is None or (isinstance(child, Scalar) and child.is_null):
                if shape.field.required and key not in meant:
                    reading.problem("HB007", child or node, f"the field {key!r} is missing: {shape.field.help}")
                values[name] = shape.empty
                continue
            reading.where.append(key)
            values[name] = shape.read(child, reading)
            reading.where.pop()
        if sources := values.get("sources"):
            for index in range(before, len(reading.statements)):
                reading.statements[index] = reading.statements[index]._replace(sources=tuple(sources))
        return values


def _is_day(text: str) -> bool:
    """Whether the calendar has a day."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _name_of(node: Node) -> str:
    """What a node is, in an author's words."""
    if isinstance(node, Mapping):
        return "fields (is there a `: ` in a text without quotes?)"
    return "a list" if isinstance(node, Sequence) else "text"


@cache
def shape_of(kind: str) -> RecordShape:
    """The shape of one kind of entry, or of `source` or `region`."""
    models = {**model.MODELS, "source": model.Source, "region": model.RegionHelp}
    shape = _shape(models[kind], _NO_FIELD)
    assert isinstance(shape, RecordShape)
    for made in ("id", "kind"):
        shape.fields.pop(made, None)
    return shape


def _shape(hint: Any, field: Field) -> Shape:
    """The shape that a type hint stands for."""
    if get_origin(hint) is Annotated:
        inner, *extra = get_args(hint)
        own = next((item for item in extra if isinstance(item, Field)), field)
        return _shape(inner, own)
    if is_typeddict(hint):
        hints = get_type_hints(hint, include_extras=True)
        fields = {name: _shape(inner, _NO_FIELD) for name, inner in hints.items()}
        return RecordShape(field, fields, (hint.__doc__ or "").splitlines()[0])
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return RegionalShape(field)
    if origin is Literal:
        return ChoiceShape(field, args)
    if origin is list:
        return ListShape(field, _shape(args[0], _NO_FIELD))
    if origin is dict:
        return KeyedShape(field, _shape(args[1], _NO_FIELD))
    simple: dict[Any, type[Shape]] = {str: TextShape, bool: TruthShape, int: NumberShape}
    return simple[hint](field)


def fields_of(shape: RecordShape) -> Iterator[tuple[str, Shape]]:
    """The fields of a record by the names that authors write."""
    for name, inner in shape.fields.items():
        yield YAML_NAMES.get(name, name), inner
