"""Which entries an export holds, and what it says of itself."""

from __future__ import annotations

from handbook import __version__
from handbook.document.article import KIND_TITLES, article
from handbook.errors import UsageError
from handbook.render.linking import linked_document
from handbook.render.saving import INFORMATION

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date
    from typing import Any

    from handbook.document.nodes import Document
    from handbook.library.library import Card, Library

FOLDERS = ("entries", "decide", "compare")
"""The folders that an export may write; a small one does not have them all."""

_NAMED = 3
"""Up to so many entries, an export is called by their names."""


def select(library: Library, ids: Iterable[str] = (), kind: str = "", condition: str = "") -> list[Card]:
    """The cards of an export, by kind and title: those of `ids`, of a kind, or what belongs to a condition; all if nothing is named.

    To a condition belong its own page, its treatments, and the comparisons made for it. Raises UnknownId, and UsageError for an
    entry that is no condition.
    """
    wanted = set(ids)
    for id in wanted:
        library.card(id)
    if condition:
        entry = library.get(condition)
        if entry["kind"] != "condition":
            raise UsageError(f"--for wants a condition; {condition!r} is a {entry['kind']}. Try: handbook list condition")
        compared = [card.id for card in library.cards("comparison") if library.get(card.id)["condition"] == condition]
        wanted = {condition, *(card.id for card in library.cards(condition=condition)), *compared}
    return [card for card in library.cards(kind) if not wanted or card.id in wanted]


class Export:
    """The entries of an export. `region` is as for a page of an entry; `progress` is told how many of how many entries are done."""

    def __init__(
        self, library: Library, cards: list[Card], today: date, region: str = "", progress: Callable[[int, int], None] | None = None
    ) -> None:
        self.library = library
        self.cards = cards
        self.today = today
        self.region = region
        self.ids = {card.id for card in cards}
        self._progress = progress

    def pages(self) -> Iterator[tuple[Card, dict[str, Any], Document]]:
        """Each card with its entry and its page, which links to entries of the export only."""
        for number, card in enumerate(self.cards, 1):
            entry = self.library.get(card.id)
            yield card, entry, linked_document(article(self.library, entry, self.region), self.ids)
            if self._progress:
                self._progress(number, len(self.cards))

    def kinds(self) -> dict[str, list[Card]]:
        """Kind to its cards, in the order of kinds."""
        found: dict[str, list[Card]] = {}
        for card in self.cards:
            found.setdefault(card.kind, []).append(card)
        return found

    def title(self) -> str:
        """What the export is called."""
        if len(self.cards) > _NAMED:
            return "Handbook on mental-health treatment"
        return "Handbook: " + ", ".join(card.short for card in self.cards)

    def notes(self) -> list[str]:
        """Sentences about the export: what it holds, who reviewed it, when it was made."""
        count = len(self.cards)
        reviewed = sum(bool(self.library.get(card.id)["review"]["clinician"]) for card in self.cards)
        held = f"{count} entries" if count > 1 else f"1 entry: {KIND_TITLES[self.cards[0].kind].lower()}" if count else "No entries"
        by = f"{reviewed} of them reviewed by a clinician, as each says" if reviewed else "not yet reviewed by a clinician"
        return [f"{held}, {by}.", INFORMATION, f"Made on {self.today.isoformat()} with handbook {__version__}. It needs no network."]
