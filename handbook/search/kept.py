"""What a search keeps for the next one: between two keys of a query, only its last word is new."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from handbook.library.library import Library
    from handbook.search.ranking import Found
    from handbook.search.terms import Term

_MOST = 1000
"""When more than this is kept of anything, the oldest of it is forgotten."""


class Kept:
    """What was looked up in a library since it last changed."""

    __slots__ = ("begun", "cards", "companions", "found", "names", "spellings", "stamp", "terms", "vocabulary")

    def __init__(self, stamp: tuple[int, int]) -> None:
        self.stamp = stamp
        """The state of the library that it was found in."""
        self.terms: dict[tuple[str, bool, int], Term] = {}
        """Words, whether only begun, and how many rows were read."""
        self.found: dict[tuple[Term, ...], Found] = {}
        """What the first words of a query add up to."""
        self.names: dict[str, dict[int, int]] = {}
        """Key to the entries with that name, and its rank there."""
        self.begun: dict[str, dict[int, int]] = {}
        """The same for names that begin so."""
        self.spellings: dict[tuple[str, bool], str | None] = {}
        """Unknown words to the known ones in their place."""
        self.vocabulary: dict[tuple[int, str, int], list[tuple[str, int, int, int]]] = {}
        """The words of names and questions in a library with few of them; see `spelling`."""
        self.companions: dict[str, list[tuple[str, int]]] = {}
        """A word to the words that stand in names together with it, and their letters as bits."""
        self.cards: dict[int, tuple[str, str, str, str]] = {}
        """Entry number to id, kind, title and summary."""

    def forget_oldest(self) -> None:
        """Forget a little of whatever there is too much of, since to forget all at once takes longer than a key may."""
        every: tuple[dict[Any, Any], ...] = (self.terms, self.found, self.names, self.begun, self.spellings, self.companions, self.cards)
        for kept in every:
            while len(kept) > _MOST:
                del kept[next(iter(kept))]


def kept_for(library: Library) -> Kept:
    """What was kept for a library; nothing if it has changed since, here or in another process."""
    connection = library.connection
    stamp = (connection.execute("pragma data_version").fetchone()[0], connection.total_changes)
    kept: Kept | None = library.kept
    if kept is None or kept.stamp != stamp:
        kept = library.kept = Kept(stamp)
    else:
        kept.forget_oldest()
    return kept
