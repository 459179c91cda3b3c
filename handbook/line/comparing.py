"""The comparison that a reader has open in line mode, and how a typed line changes it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from handbook.document.comparison import EXTRA_COLUMNS, compare
from handbook.document.nodes import Comparison
from handbook.library.library import Library

_FILLERS = ("for", "with", "and", "vs", "all", "compare", "differences")


@dataclass(frozen=True)
class Comparing:
    """What is compared, and how much of it is shown."""

    ids: tuple[str, ...]
    condition: str = ""
    extra: tuple[str, ...] = ()
    everything: bool = False
    differences: bool = False

    def changed(self, word: str) -> Comparing:
        """The comparison after one of the words both, wait, all, differences, swap."""
        if word in EXTRA_COLUMNS:
            wanted = set(self.extra) ^ {word}
            return replace(self, extra=tuple(name for name in EXTRA_COLUMNS if name in wanted))
        if word == "swap":
            return replace(self, ids=(*self.ids[1:], self.ids[0]))
        if word == "all":
            return replace(self, everything=not self.everything)
        return replace(self, differences=not self.differences)

    def made(self, library: Library) -> Comparison:
        """The comparison itself. Raises UnknownId and UsageError."""
        return compare(library, list(self.ids), self.condition, self.extra, self.everything, self.differences)


def asked_for(text: str) -> Comparing:
    """The comparison that words such as `cbt ssri for panic-disorder with both` ask for."""
    words = text.replace(",", " ").lower().split()
    condition = words[words.index("for") + 1] if "for" in words[:-1] else ""
    extra = tuple(name for name in EXTRA_COLUMNS if name in words)
    ids = tuple(word for word in words if word not in (*_FILLERS, *EXTRA_COLUMNS) and word != condition)
    return Comparing(ids, condition, extra, "all" in words, "differences" in words)
