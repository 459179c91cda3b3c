"""What a comparison shows, and how a reader changes it: the same in every face."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from handbook.document.comparison import EXTRA_COLUMNS, compare, small
from handbook.document.nodes import MOST_COLUMNS, Comparison
from handbook.errors import UsageError
from handbook.library.library import Library


@dataclass(frozen=True)
class Choice:
    """What a comparison shows."""

    ids: tuple[str, ...]
    condition: str = ""
    extra: tuple[str, ...] = ()
    everything: bool = False
    differences: bool = False
    first: tuple[str, ...] = ()
    """Keys of the rows that stand before all others."""
    beside: bool = True
    """Whether columns stand side by side where there is room."""

    def toggled(self, name: str) -> Choice:
        """The same with the column `both` or `wait` added or taken away."""
        kept = set(self.extra) ^ {name}
        return replace(self, extra=tuple(key for key in EXTRA_COLUMNS if key in kept))

    def swapped(self) -> Choice:
        """The same with the first column last."""
        return replace(self, ids=(*self.ids[1:], self.ids[0]))

    def picked(self, key: str) -> Choice:
        """The same with a row put first, behind those that are first already, or put back in its place."""
        kept = tuple(other for other in self.first if other != key)
        return replace(self, first=kept if key in self.first else (*kept, key))

    def with_column(self, library: Library, id: str) -> Choice:
        """The same with an entry or one of EXTRA_COLUMNS as a further column, or without it if it is one.

        Raises UsageError where that leaves fewer than two entries or makes more than three, and UnknownId.
        """
        if id in EXTRA_COLUMNS:
            return self.toggled(id)
        library.card(id)
        if id not in self.ids and len(self.ids) == MOST_COLUMNS:
            raise UsageError(f"{MOST_COLUMNS} entries stand side by side, which is the most; remove one of them first")
        if id in self.ids and len(self.ids) == 2:
            raise UsageError("two entries must stay; add another one first")
        kept = tuple(other for other in self.ids if other != id)
        return replace(self, ids=kept if id in self.ids else (*self.ids, id))

    def made(self, library: Library, region: str = "") -> Comparison:
        """The comparison itself. Raises UnknownId and UsageError."""
        return compare(library, list(self.ids), self.condition, self.extra, self.everything, self.differences, region, self.first)


def from_pair(library: Library, entry: dict[str, Any]) -> Choice:
    """The comparison that an entry of the kind `comparison` is about: the first treatment of each side that
    the collection holds, for its condition, with the columns on both together and on waiting where the entry
    and its condition say something on them."""
    left = [id for id in entry["a"] if id in library][:1]
    right = [id for id in entry["b"] if id in library and id not in left][:1]
    condition = entry["condition"] if entry["condition"] in library else ""
    lens = library.get(condition) if condition else {}
    extra = tuple(name for name in EXTRA_COLUMNS if entry["rows"].get(name) and lens.get(name))
    return Choice((*left, *right), condition, extra)


def offered(library: Library, ids: tuple[str, str], condition: str) -> str:
    """The line of a list that offers a comparison; `condition` is an id or empty."""
    one, other, condition = (library.short(id) or id for id in (*ids, condition))
    return f"Compare {small(one)} with {small(other)}" + (f" for {small(condition)}" if condition else "")
