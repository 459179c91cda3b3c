"""What is gathered while one file is read: its texts, the ids it names, and its problems."""

from __future__ import annotations

from typing import NamedTuple

from handbook.content.problems import Problems
from handbook.content.tree import Node


class Statement(NamedTuple):
    """One text of an entry, as an author wrote it."""

    where: tuple[str, ...]
    """The fields and keys that lead to it, such as ("rows", "stopping", "uk")."""
    text: str
    line: int
    column: int
    plain: bool
    """Whether inline markup means nothing in it."""
    sources: tuple[str, ...] = ()
    """The keys in the `sources` field beside it."""


class Reference(NamedTuple):
    """An id or key that an entry names outside a text."""

    target: str
    kind: str
    """What it must name: `any`, `treatment`, a kind, or `source`."""
    line: int
    column: int


class Reading:
    """What is gathered while one file is read: problems, statements and references."""

    def __init__(self, problems: Problems) -> None:
        self.problems = problems
        self.statements: list[Statement] = []
        self.references: list[Reference] = []
        self.where: list[str] = []

    def problem(self, code: str, node: Node, message: str) -> None:
        """Note a problem at a node; the field it stands in is named."""
        at = ".".join(self.where)
        self.problems.add(code, node.line, node.column, f"{at}: {message}" if at else message)
