"""Which entries of a catalogue are written, and which entries stand in no catalogue.

A catalogue is a YAML file of ids by kind. A kind holds a list of ids, or ids with anything behind
them; other keys may group kinds, such as those that are to be written later.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from handbook.content.load import Loaded
from handbook.content.problems import Problems
from handbook.content.rows import FOLDERS
from handbook.content.tree import Mapping, Node, Scalar, Sequence, parse, read_text
from handbook.errors import UsageError, did_you_mean

_KINDS = {folder: kind for kind, folder in FOLDERS.items()} | {kind: kind for kind in FOLDERS}


class Wanted(NamedTuple):
    """An entry that a catalogue names."""

    id: str
    kind: str
    group: str
    """The key above the kind, such as `extension`; empty for the catalogue itself."""


class Gap(NamedTuple):
    """A difference between a catalogue and the entries."""

    what: str
    """`missing`, `extra`, or `kind` for an entry that is there under another kind."""
    kind: str
    """For `kind`, the kind that the catalogue wants."""
    id: str
    group: str
    path: str
    """The entry's file; empty for a missing one."""


def read_catalogue(path: str) -> list[Wanted]:
    """The entries that a catalogue names, in its order. Raises UsageError if it cannot be read or is none."""
    problems = Problems(path)
    text = read_text(path, problems)
    tree = parse(text, problems) if text is not None else None
    if tree is None or problems.found:
        raise UsageError(f"{problems.found[0]}. A catalogue lists ids by kind")
    return list(_wanted(tree, "", path))


def _wanted(tree: Mapping, group: str, path: str) -> Iterator[Wanted]:
    """The entries of one group."""
    for key, node in tree.values.items():
        if kind := _KINDS.get(key):
            for item in _ids(node, path):
                yield Wanted(item, kind, group)
        elif isinstance(node, Mapping) and not group:
            yield from _wanted(node, key, path)
        else:
            raise UsageError(f"{path}:{tree.keys[key].line}: no kind is called {key!r}.{did_you_mean(key, list(FOLDERS.values()))}")


def _ids(node: Node, path: str) -> Iterator[str]:
    """The ids of one kind."""
    if isinstance(node, Mapping):
        yield from node.keys
    elif isinstance(node, Sequence):
        for item in node.items:
            if not isinstance(item, Scalar):
                raise UsageError(f"{path}:{item.line}: expected an id")
            yield item.value
    elif not (isinstance(node, Scalar) and node.is_null):
        raise UsageError(f"{path}:{node.line}: expected ids, as a list or as keys")


def gaps(catalogue: list[Wanted], entries: Iterable[Loaded]) -> list[Gap]:
    """What a catalogue and the entries differ in: missing ones in its order, then other kinds, then extra ones."""
    there = {loaded.id: loaded for loaded in entries}
    named = {wanted.id for wanted in catalogue}
    missing = [Gap("missing", wanted.kind, wanted.id, wanted.group, "") for wanted in catalogue if wanted.id not in there]
    kinds = [
        Gap("kind", wanted.kind, wanted.id, wanted.group, there[wanted.id].file.path)
        for wanted in catalogue
        if wanted.id in there and there[wanted.id].file.kind != wanted.kind
    ]
    extra = [Gap("extra", loaded.file.kind, id, "", loaded.file.path) for id, loaded in there.items() if id not in named]
    return missing + kinds + extra
