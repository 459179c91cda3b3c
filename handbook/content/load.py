"""Reads entries, sources and regions from files, each with all its problems."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from handbook.content.problems import Problem, Problems
from handbook.content.reading import Reading, Reference, Statement
from handbook.content.rows import FOLDERS
from handbook.content.shape import shape_of
from handbook.content.tree import Mapping, parse, read_text

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_KINDS = {folder: kind for kind, folder in FOLDERS.items()} | {"sources": "source", "regions": "region"}


class File(NamedTuple):
    """A YAML file of a collection."""

    path: str
    kind: str
    """An entry's kind, `source` or `region`: the folder gives it."""


class Loaded(NamedTuple):
    """What one file gave."""

    file: File
    id: str
    values: dict[str, Any] | None
    """The entry (or region), with every field present; for sources, key to record. None if it is left out."""
    statements: list[Statement]
    references: list[Reference]
    problems: list[Problem]


def files_of(folder: str, problems: list[Problem]) -> Iterator[File]:
    """The files of a collection, in the order of kinds and names.

    Links to folders are not followed, so a loop of links ends. A folder that cannot be read is
    noted in `problems`.
    """
    for name, kind in _KINDS.items():
        inside = os.path.join(folder, name)
        if not os.path.isdir(inside):
            continue
        try:
            with os.scandir(inside) as listing:
                found = sorted(item.name for item in listing if item.name.endswith((".yaml", ".yml")) and not item.name.startswith("."))
        except OSError as error:
            reason = (error.strerror or "it cannot be read").lower()
            problems.append(Problem(readable(inside), 1, 1, "HB001", f"cannot read the folder: {reason}"))
            continue
        for item_name in found:
            path = os.path.join(inside, item_name)
            if is_text(path):
                yield File(path, kind)
            else:
                problems.append(Problem(readable(path), 1, 1, "HB011", "the path is not UTF-8; rename the file or its folder"))


def is_text(path: str) -> bool:
    """Whether a path can be kept and shown: on most systems a name may hold any bytes."""
    return readable(path) == path


def readable(path: str) -> str:
    """A path with a question mark for each byte that is no text."""
    return path.encode("utf-8", "replace").decode()


def kind_of(path: str) -> str | None:
    """The kind of the entry in a file, by the folder it is in; None if no kind has that folder."""
    return _KINDS.get(os.path.basename(os.path.dirname(os.path.abspath(path))))


def load(file: File, text: str | None = None, *, any_name: bool = False) -> Loaded:
    """Read one file, or a `text` in its stead. A file with a blocking problem of form gives no values.

    Outside a collection a file may have `any_name`; its id is made of what fits.
    """
    problems = Problems(file.path)
    reading = Reading(problems)
    name = os.path.splitext(os.path.basename(file.path))[0]
    if any_name:
        name = "-".join(re.findall(r"[a-z0-9]+", name.lower())) or file.kind
    elif not _ID.fullmatch(name):
        problems.add("HB011", 1, 1, f"the file's name {name!r} is not an id; use lower-case words joined by hyphens")
    text = read_text(file.path, problems) if text is None else text
    tree = parse(text, problems) if text is not None else None
    values: dict[str, Any] | None = None
    if tree is not None:
        values = _sources(tree, reading) if file.kind == "source" else shape_of(file.kind).read(tree, reading)
    if problems.blocking or values is None:
        return Loaded(file, name, None, reading.statements, reading.references, problems.found)
    if file.kind != "source":
        values = {"id": name, "kind": file.kind, **values}
        values["short"] = values.get("short") or values["title"]
    return Loaded(file, name, values, reading.statements, reading.references, problems.found)


def _sources(tree: Mapping, reading: Reading) -> dict[str, Any]:
    """The records of a file of sources, by key."""
    shape = shape_of("source")
    records = {}
    for key, node in tree.values.items():
        reading.where.append(key)
        records[key] = shape.read(node, reading)
        reading.where.pop()
    return records
