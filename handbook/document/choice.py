"""What a comparison shows, and how a reader changes it: the same in every face."""

from __future__ import annotations

from dataclasses import dataclass, replace

from handbook.document.comparison import EXTRA_COLUMNS, compare
from handbook.document.nodes import Comparison
from handbook.library.library import Library


@dataclass(frozen=True)
class Choice:
    """What a comparison shows."""

    ids: tuple[str, ...]
    condition: str = ""
    extra: tuple[str, ...] = ()
    everything: bool = False
    differences: bool = False
    beside: bool = True
    """Whether columns stand side by side where there is room."""

    def toggled(self, name: str) -> Choice:
        """The same with the column `both` or `wait` added or taken away."""
        kept = set(self.extra) ^ {name}
        return replace(self, extra=tuple(key for key in EXTRA_COLUMNS if key in kept))

    def swapped(self) -> Choice:
        """The same with the first column last."""
        return replace(self, ids=(*self.ids[1:], self.ids[0]))

    def made(self, library: Library, region: str = "") -> Comparison:
        """The comparison itself. Raises UnknownId and UsageError."""
        return compare(library, list(self.ids), self.condition, self.extra, self.everything, self.differences, region)
