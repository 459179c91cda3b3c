"""YAML with line numbers. The only module that knows YAML.

Files are read event by event into nodes, so that nothing is resolved behind the author's back: all
scalars stay text (`yes`, `12:30`, `010`), a key that stands twice is seen, anchors, aliases and tags
are refused at the first sight of one, and depth and size are bounded.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

import yaml

from handbook.content.problems import Problems

LARGEST_FILE = 1 << 20
"""Bytes. A long entry has 30 KB."""
DEEPEST = 12
"""Mappings and lists within each other. A stage's option has five."""

_NOT_TEXT = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What YAML 1.1 allows in no file."""

_Loader = getattr(yaml, "CLoader", yaml.Loader)


@dataclass(slots=True)
class Node:
    """A value in a file, with the place it stands at (line and column counted from 1)."""

    line: int
    column: int


@dataclass(slots=True)
class Scalar(Node):
    """A single value, always as the text that was written."""

    value: str = ""
    quoted: bool = False

    @property
    def is_null(self) -> bool:
        """Whether nothing was written: `null`, `~` or an empty value without quotes."""
        return not self.quoted and self.value in ("", "null", "~", "Null", "NULL")


@dataclass(slots=True)
class Sequence(Node):
    """A list."""

    items: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Mapping(Node):
    """Keys with their values, in the order of the file; the first of two equal keys is kept."""

    values: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Scalar] = field(default_factory=dict)


class _Stop(Exception):
    """The rest of the file cannot be made sense of; the problem has been noted."""


def read_text(path: str, problems: Problems) -> str | None:
    """The text of a file, or None with the reason noted. Never waits on a pipe or device."""
    try:
        status = os.stat(path)
        if not stat.S_ISREG(status.st_mode):
            problems.add("HB001", 1, 1, "this is not a regular file; move it out of the folder")
            return None
        if status.st_size > LARGEST_FILE:
            size = status.st_size / (1 << 20)
            problems.add("HB001", 1, 1, f"the file has {size:.1f} MiB; at most 1 MiB is read. Split it")
            return None
        with open(path, "rb") as file:
            return file.read(LARGEST_FILE + 1).decode("utf-8")
    except UnicodeDecodeError as error:
        problems.add("HB001", 1, 1, f"byte {error.start} is not UTF-8; save the file as UTF-8")
    except OSError as error:
        reason = (error.strerror or "it cannot be read").lower()
        problems.add("HB001", 1, 1, f"cannot read the file: {reason}")
    return None


def parse(text: str, problems: Problems) -> Mapping | None:
    """The mapping that a YAML text holds, or None with the reason noted.

    `problems` also receives what is wrong in a tree that can still be used, such as a repeated key.
    """
    loader = None
    try:
        loader = _Loader(text.lstrip("\ufeff"))
        return _Builder(loader, problems).document()
    except _Stop:
        return None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        said = error.problem or error.context or "the text is not valid"
        problems.add("HB002", line, column, f"not valid YAML: {said}")
    except yaml.reader.ReaderError:
        found = _NOT_TEXT.search(text)
        place = found.start() if found else 0
        line = text.count("\n", 0, place) + 1
        column = place - (text.rfind("\n", 0, place) + 1) + 1
        problems.add("HB010", line, column, f"the control character {text[place : place + 1]!r} is not allowed")
    finally:
        if loader is not None:
            loader.dispose()
    return None


class _Builder:
    """Turns the events of one file into nodes, with a stack of its own."""

    def __init__(self, loader: yaml.Loader, problems: Problems) -> None:
        self.loader = loader
        self.problems = problems

    def stop(self, code: str, event: yaml.Event, message: str) -> _Stop:
        """Note a problem at an event and give the exception that ends the reading."""
        self.problems.add(code, *_place(event), message)
        return _Stop()

    def document(self) -> Mapping:
        """The one mapping of the file."""
        root: Node | None = None
        stack: list[Mapping | Sequence] = []
        keys: list[Scalar | None] = []
        next_event: Callable[[], yaml.Event | None] = self.loader.get_event
        while (event := next_event()) is not None:
            if isinstance(event, yaml.ScalarEvent):
                node: Node = self.scalar(event)
            elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
                node = self.opening(event, len(stack))
            elif isinstance(event, yaml.CollectionEndEvent):
                stack.pop()
                keys.pop()
                continue
            elif isinstance(event, yaml.AliasEvent):
                raise self.stop("HB003", event, f"aliases are not allowed: write *{event.anchor} out in full")
            elif isinstance(event, yaml.DocumentStartEvent) and root is not None:
                raise self.stop("HB002", event, "a file holds one entry; put the second one into its own file")
            else:
                continue
            if not stack:
                root = node
            else:
                self.attach(stack[-1], keys, node, event)
            if isinstance(node, (Mapping, Sequence)):
                stack.append(node)
                keys.append(None)
        if not isinstance(root, Mapping):
            line, column = (root.line, root.column) if root else (1, 1)
            self.problems.add("HB002", line, column, "the file must hold fields, such as `title: ...`")
            raise _Stop()
        return root

    def scalar(self, event: yaml.ScalarEvent) -> Scalar:
        """A value; an anchor or a tag on it ends the reading."""
        if event.anchor is not None or event.tag is not None:
            self.refuse_marks(event)
        return Scalar(*_place(event), event.value, event.style in ("'", '"'))

    def opening(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent, depth: int) -> Mapping | Sequence:
        """An empty mapping or list for the event that opens one."""
        self.refuse_marks(event)
        if depth >= DEEPEST:
            raise self.stop("HB004", event, f"nested deeper than {DEEPEST} levels")
        return Mapping(*_place(event)) if isinstance(event, yaml.MappingStartEvent) else Sequence(*_place(event))

    def refuse_marks(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        """Anchors and tags are refused: content is plain data."""
        if event.anchor is not None:
            raise self.stop("HB003", event, f"anchors are not allowed: remove &{event.anchor}")
        if event.tag is not None:
            raise self.stop("HB003", event, f"tags are not allowed: remove {event.tag}")

    def attach(self, parent: Mapping | Sequence, keys: list[Scalar | None], node: Node, event: yaml.Event) -> None:
        """Put a node where it belongs: into a list, as a key, or as the value of the waiting key."""
        if isinstance(parent, Sequence):
            parent.items.append(node)
            return
        key = keys[-1]
        if key is None:
            if not isinstance(node, Scalar):
                raise self.stop("HB002", event, "a key must be a word, not a list or mapping")
            keys[-1] = node
            return
        keys[-1] = None
        if key.value in parent.values:
            first = parent.keys[key.value].line
            self.problems.add("HB005", key.line, key.column, f"{key.value!r} stands here again; first in line {first}")
            return
        parent.values[key.value] = node
        parent.keys[key.value] = key


class Written(NamedTuple):
    """Where a field of a mapping stands in a text, as offsets: its key, and its value up to `end`. An empty value has no length."""

    key: int
    value: int
    end: int


def written_fields(text: str, name: str) -> tuple[dict[str, Written], bool]:
    """The fields of one mapping at the top of a sound text, in their order, and whether it is written in braces.

    Gives no fields if the text holds no such mapping of single values.
    """
    bom = text.startswith("\ufeff")
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))

    def offset(mark: yaml.Mark) -> int:
        return starts[mark.line] + mark.column + (bom and mark.line == 0)

    root = yaml.compose(text.lstrip("\ufeff"), Loader=_Loader)
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    mapping = next((value for key, value in pairs if key.value == name and isinstance(value, yaml.MappingNode)), None)
    if mapping is None or not all(isinstance(value, yaml.ScalarNode) for _, value in mapping.value):
        return {}, False
    fields = {}
    for key, value in mapping.value:
        behind = text.index(":", offset(key.end_mark)) + 1
        start, end = offset(value.start_mark), offset(value.end_mark)
        fields[key.value] = Written(offset(key.start_mark), start, end) if start < end else Written(offset(key.start_mark), behind, behind)
    return fields, bool(mapping.flow_style)


def _place(event: yaml.Event) -> tuple[int, int]:
    """The line and column of an event, counted from 1."""
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)
