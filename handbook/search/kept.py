"""What a search keeps for the next one: between two keys of a query, only its last word is new."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from handbook.library.library import Library
    from handbook.search.ranking import Found
    from handbook.search.terms import Term

_MOST = 1000
"""When more than this is kept of anything, all is forgotten; that is many queries later."""


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
        self.vocabulary: dict[int, list[tuple[str, int, int, int]]] = {}
        """The words of names and questions by their length, in a library with few of them."""
        self.companions: dict[str, frozenset[str]] = {}
        """A word to the words that stand in names together with it."""
        self.cards: dict[int, tuple[str, str, str, str]] = {}
        """Entry number to id, kind, title and summary."""

    @property
    def is_full(self) -> bool:
        """Whether so much is kept that it is better forgotten."""
        sizes = len(self.terms), len(self.found), len(self.names), len(self.begun), len(self.spellings), len(self.companions), len(self.cards)
        return max(sizes) > _MOST


def kept_for(library: Library) -> Kept:
    """What was kept for a library; nothing if it has changed since, here or in another process."""
    connection = library.connection
    stamp = (connection.execute("pragma data_version").fetchone()[0], connection.total_changes)
    kept: Kept | None = library.kept
    if kept is None or kept.stamp != stamp or kept.is_full:
        kept = library.kept = Kept(stamp)
    return kept
