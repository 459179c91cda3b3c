"""What a comparison from somewhere would show, and for which conditions."""

from __future__ import annotations

from handbook.content.rows import TREATMENTS
from handbook.document.choice import Choice, from_pair
from handbook.document.comparison import first_choices
from handbook.errors import UsageError
from handbook.library.library import Card, Library


def choice_from(library: Library, marked: list[str], id: str) -> Choice | None:
    """What to compare from an entry (or none, an empty id); None if a second one must be chosen.

    Raises UsageError, with a sentence on what to do, if there is nothing to compare.
    """
    entry = library.get(id) if id else None
    if len(marked) > 1:
        return Choice(tuple(marked))
    if entry and entry["kind"] == "condition":
        if found := first_choices(library, id):
            return Choice(tuple(found), id)
        raise UsageError(f"no two treatments are recorded for {entry['short']}")
    if entry and entry["kind"] == "comparison":
        return from_pair(library, entry)
    if marked and entry and id not in marked:
        return Choice((marked[0], id))
    if entry and entry["kind"] in TREATMENTS:
        return None
    raise UsageError("mark two entries with c, then press v")


def conditions_for(library: Library, ids: tuple[str, ...], cards: list[Card]) -> list[tuple[Card, str]]:
    """The cards of conditions, those that most of the treatments are recorded for first, each with how far they are."""
    known = {card.id: sum(library.place(id, card.id) is not None for id in ids) for card in cards}
    says = {len(ids): "recorded for all of them", 0: "not recorded for them"}
    return [(card, says.get(known[card.id], "recorded for one of them")) for card in sorted(cards, key=lambda card: -known[card.id])]
