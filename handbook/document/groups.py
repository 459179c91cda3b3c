"""The entries in an order that a reader chose: by kind, by family, by condition, or from A to Z."""

from __future__ import annotations

from handbook.document.article import KIND_PLURALS
from handbook.document.treatment import PLACES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from handbook.library.library import Card, Library

ORDERS: dict[str, str] = {"kind": "by kind", "family": "by family", "condition": "by condition", "name": "from A to Z"}
"""Order to its name in a sentence, in the order in which a reader goes through them."""


class Group:
    """Entries that stand together. `count` is how many there are; `cards` may hold only the first of them."""

    __slots__ = ("cards", "count", "places", "title")

    def __init__(self, title: str, cards: list[Card], count: int = 0, places: dict[str, str] | None = None) -> None:
        self.title = title
        self.cards = cards
        self.count = max(count, len(cards))
        self.places = places or {}
        """What each treatment is for the condition of the group, such as `a first choice`."""


def groups(library: Library, order: str, kind: str, cards_of: Callable[[str], list[Card]]) -> list[Group]:
    """The entries of a kind (all, if empty) in groups. `cards_of` gives the entries of one kind that a list may show."""
    counts = library.counts()
    kinds = [name for name in counts if kind in ("", name)]
    if order == "kind":
        return [Group(KIND_PLURALS[name], cards_of(name), counts[name]) for name in kinds]
    cards = [card for name in kinds for card in cards_of(name)]
    made = {"family": _by_family, "condition": _by_condition, "name": _by_name}[order](library, cards)
    return [group for group in made if group.cards]


def _by_family(library: Library, cards: list[Card]) -> list[Group]:
    """One group a family, the family's own page first; what belongs to none stands by kind behind them."""
    families: dict[str, list[Card]] = {card.family: [] for card in cards if card.family}
    for card in cards:
        home = card.id if card.id in families else card.family
        if home:
            families[home].append(card)
    whole = [Group(library.short(id) or id, _head_first(id, found)) for id, found in families.items()]
    return [*sorted(whole, key=lambda group: group.title.lower()), *_rest(cards, {card.id for group in whole for card in group.cards})]


def _head_first(family: str, cards: list[Card]) -> list[Card]:
    """The entries of a family by name, its own page first."""
    return sorted(cards, key=lambda card: (card.id != family, _name(card)))


def _by_condition(library: Library, cards: list[Card]) -> list[Group]:
    """One group a condition, its own page first, then its treatments, best placed first; the others by kind behind them.

    A treatment stands under each condition it is used for.
    """
    allowed = {card.id: card for card in cards}
    whole = []
    for condition in sorted(library.cards(kind="condition"), key=_name):
        treatments = [allowed[card.id] for card in library.cards(condition=condition.id) if card.id in allowed]
        found = [*([condition] if condition.id in allowed else []), *treatments]
        placed = {card.id: place for card in treatments if (place := library.place(card.id, condition.id))}
        whole.append(Group(condition.short, found, places={id: PLACES[place[0]] for id, place in placed.items()}))
    return [*whole, *_rest(cards, {card.id for group in whole for card in group.cards})]


def _rest(cards: list[Card], seen: set[str]) -> list[Group]:
    """What stands in no group, by kind."""
    rest: dict[str, list[Card]] = {}
    for card in cards:
        if card.id not in seen:
            rest.setdefault(card.kind, []).append(card)
    split = {card.kind for card in cards if card.id in seen}
    return [Group(f"Other {KIND_PLURALS[kind].lower()}" if kind in split else KIND_PLURALS[kind], found) for kind, found in rest.items()]


def _by_name(library: Library, cards: list[Card]) -> list[Group]:
    """One group a first letter."""
    letters: dict[str, list[Card]] = {}
    for card in sorted(cards, key=_name):
        first = card.short[:1].upper()
        letters.setdefault(first if first.isalpha() else "Other signs", []).append(card)
    return [Group(letter, found) for letter, found in letters.items()]


def _name(card: Card) -> str:
    """What an entry is sorted by."""
    return card.short.lower()
