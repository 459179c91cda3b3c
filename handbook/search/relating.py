"""Relations: what people ask about any treatment, and questions that set two things side by side."""

from __future__ import annotations

from handbook.content.rows import TREATMENTS
from handbook.search.lay import MEDICINE_WORDS, RELATIONS, THERAPY_WORDS, TOGETHER, VERSUS
from handbook.search.words import STOP_WORDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from handbook.library.library import Library
    from handbook.search.lay import Relation
    from handbook.search.naming import Names

_ADDED = 0.12
"""What an entry gains that a relation points to."""
_OVERVIEW = 0.03
"""What the overview of a family gains where its name is used, so that it stands before its members."""
_COMPARABLE = (*TREATMENTS, "role", "condition")
"""Kinds of entries that are offered for a comparison; treatments with each other, the others with their kind."""
_ANY_THERAPY = "psychotherapy"
"""The entry on therapy as such, which stands for any of them in a comparison."""

_BETWEEN = frozenset(("vs", "v", "versus", "or", "and", "with", "to", "than", "of"))
"""Words between two things that are set side by side."""
_COMPARING = frozenset("vs v versus difference differences between compare compared comparing comparison instead than".split())


class Offer:
    """A comparison that a question asks for: two ids, and the id of a condition or an empty text."""

    __slots__ = ("condition", "ids")

    def __init__(self, ids: tuple[str, str], condition: str) -> None:
        self.ids = ids
        self.condition = condition


class Related:
    """What relations found: the row of an entry that answers, why an entry was raised, and a comparison to offer."""

    __slots__ = ("offer", "reasons", "rows")

    def __init__(self) -> None:
        self.rows: dict[int, str] = {}
        self.reasons: dict[int, str] = {}
        self.offer: Offer | None = None


class _Named:
    """An entry named in the query: where its name stands there."""

    __slots__ = ("first", "id", "kind", "last", "n", "rank")

    def __init__(self, n: int, id: str, kind: str, first: int, last: int, rank: int) -> None:
        self.n = n
        self.id = id
        self.kind = kind
        self.first = first
        self.last = last
        self.rank = rank


def relate(library: Library, tokens: list[str], look_up: Callable[[list[str]], Names], names: Names, scores: dict[int, float]) -> Related:
    """Raise the entries that the relations in a query point to. `look_up` finds the names inside some words."""
    related = Related()
    padded = f" {' '.join(tokens)} "
    versus = any(words in padded for words in VERSUS)
    if versus:
        names = [(first + start, last + start, entries) for start, part in _sides(tokens) for first, last, entries in look_up(part)] or names
    numbers = [n for _, _, entries in names for n, _ in entries]
    marks = ",".join("?" * len(numbers))
    rows = library.connection.execute(f"select n, id, kind, overview from entry where n in ({marks})", numbers).fetchall()
    for n, _, _, overview in rows:
        scores[n] = scores.get(n, 0.0) + overview * _OVERVIEW
    cards = {n: (id, kind) for n, id, kind, _ in rows}
    named = [_Named(n, *cards[n], first, last, rank) for first, last, entries in names for n, rank in entries if n in cards]
    treatments = sorted((item for item in named if item.kind in TREATMENTS), key=lambda item: -scores.get(item.n, 0.0))
    _answer(library, tokens, padded, treatments, scores, related)
    if len(cards) > 1 and versus:
        inside = {place for item in named for place in range(item.first, item.last)}
        others = [token for place, token in enumerate(tokens) if place not in inside and token not in STOP_WORDS]
        spoken_of = {kind for kind, words in (("therapy", THERAPY_WORDS), ("medication", MEDICINE_WORDS)) if not words.isdisjoint(tokens)}
        _compare(library, named, scores, related, spoken_of, only_names=not set(others) - _COMPARING)
    return related


def put_help_first(library: Library, wanted: tuple[str, ...], scores: dict[int, float]) -> dict[int, float]:
    """The scores with the entries that help somebody in danger in front of all else, whatever was searched for."""
    if not wanted:
        return scores
    found = dict(library.connection.execute(f"select id, n from entry where id in ({','.join('?' * len(wanted))})", wanted).fetchall())
    first = {found[id]: 1.0 - place / 100 for place, id in enumerate(id for id in wanted if id in found)}
    return {**{n: score * 0.9 for n, score in scores.items()}, **first}


def _matched(padded: str, treatments: list[_Named]) -> list[Relation]:
    """The relations that a query speaks of. Two medicines with an "and" between them are taken together."""
    found = [relation for relation in RELATIONS if any(trigger in padded for trigger in relation.triggers)]
    medicines = {item.n: item.first for item in treatments if item.kind == "medication"}
    if len(medicines) > 1 and len(set(medicines.values())) > 1 and any(word in padded for word in TOGETHER):
        mixing = next(relation for relation in RELATIONS if relation.row == "mixes_with")
        if mixing not in found and not any(word in padded for word in VERSUS):
            found.append(mixing)
    return found


def _answer(
    library: Library, tokens: list[str], padded: str, treatments: list[_Named], scores: dict[int, float], related: Related
) -> None:
    """The named treatment first, then the entries that answer this question for every one of its kind."""
    medicines = [item for item in treatments if item.kind == "medication"]
    speaks_of_medicine = bool(medicines or MEDICINE_WORDS.intersection(tokens))
    if not treatments and not speaks_of_medicine:
        return
    matched = _matched(padded, treatments)
    if not matched:
        return
    row = next((relation.row for relation in matched if relation.row), "")
    for item in treatments if row else ():
        related.rows.setdefault(item.n, row)
        related.reasons.setdefault(item.n, "it is named, and has a row on what is asked")
    if not speaks_of_medicine:
        matched = [relation for relation in matched if relation.all]
    top = max(scores.values(), default=0.0)
    firsts = medicines or treatments
    if firsts and matched:
        first = firsts[0].n
        scores[first] = top = max(top + 0.01, scores.get(first, 0.0) + _ADDED)
    wanted = list(dict.fromkeys(id for relation in matched[:2] for id in relation.entries))
    mixes = matched[:1] and matched[0].row == "mixes_with" and len({item.n for item in medicines}) > 1
    rows = library.connection.execute(f"select id, n from entry where id in ({','.join('?' * len(wanted))})", wanted)
    numbers = dict(rows.fetchall())
    for place, id in enumerate(id for id in wanted if id in numbers):
        own = scores.get(numbers[id], 0.0)
        raised = own + _ADDED / (1 + place) if not firsts else min(top - 0.01 * (place + 1), own + 3 * _ADDED)
        # Where two medicines are named, the question is about both of them, not about the first.
        if mixes and not place:
            raised = top + 0.01
        scores[numbers[id]] = max(own, raised)
        related.reasons[numbers[id]] = "it answers this question for every treatment of that kind"


def _compare(
    library: Library, named: list[_Named], scores: dict[int, float], related: Related, spoken_of: set[str], only_names: bool
) -> None:
    """The comparisons of two of the things named, those for a named condition first, and an offer to compare them anew.

    Where a therapy or a medication is only `spoken_of`, any of them will do.

    With `only_names`, the question is about nothing else, so that the two come first where no entry compares them.
    """
    import json

    ids = [item.id for item in named]
    marks = ",".join("?" * len(ids))
    rows = library.connection.execute(
        f"select n, data from entry where kind = 'comparison' and id in (select source from link where target in ({marks}))", ids
    ).fetchall()
    conditions = [item.id for item in named if item.kind == "condition"]
    pair = _pair(named)
    if pair:
        related.offer = Offer(pair, next((id for id in conditions if id not in pair), ""))
    members = _members(library, pair or ())
    anyone = {kind: _of_kind(library, kind) if kind in spoken_of else set() for kind in ("therapy", "medication")}
    top = max(scores.values(), default=0.0)
    found = False
    for n, data in rows:
        entry = json.loads(data)
        here = entry["condition"] in conditions
        both = pair is not None and _are_sides(entry, {pair[0]}, {pair[1]})
        fits = here + sum(not set(ids).isdisjoint(entry[side]) for side in ("a", "b"))
        anything = here and _are_sides(entry, anyone["therapy"], anyone["medication"])
        own = scores.get(n, 0.0)
        if both:
            scores[n] = top + _ADDED * (1 + here) + 0.1 * own
        elif pair and _are_sides(entry, members[pair[0]], members[pair[1]]):
            scores[n] = own + _ADDED * (2 + here)
        elif not pair and (fits > 1 or anything):
            scores[n] = own + _ADDED * max(fits, 2)
        else:
            continue
        related.reasons[n] = "it compares what is named"
        found = found or both
    for place, item in enumerate(item for item in named if pair and not found and only_names and item.id in pair):
        scores[item.n] = max(scores.get(item.n, 0.0), top + 0.03 - 0.01 * place)
        related.reasons[item.n] = "it is one of the two that are set side by side"


def _are_sides(entry: dict[str, Any], one: set[str], other: set[str]) -> bool:
    """Whether a comparison has one of each set on either side."""
    first, second = set(entry["a"]), set(entry["b"])
    return bool((first & one and second & other) or (first & other and second & one))


def _of_kind(library: Library, kind: str) -> set[str]:
    """The ids of all entries of a kind."""
    return {id for (id,) in library.connection.execute("select id from entry where kind = ?", (kind,))}


def _members(library: Library, ids: tuple[str, ...]) -> dict[str, set[str]]:
    """Each id with the ids of its family."""
    members = {id: {id} for id in ids}
    marks = ",".join("?" * len(ids))
    for id, family in library.connection.execute(f"select id, family from entry where family in ({marks})", ids):
        members[family].add(id)
    if _ANY_THERAPY in members:
        members[_ANY_THERAPY] |= _of_kind(library, "therapy")
    return members


def _sides(tokens: list[str]) -> Iterator[tuple[int, list[str]]]:
    """The parts of a query between the words that set things side by side, each with its first place."""
    start = 0
    for place, token in enumerate([*tokens, "vs"]):
        if token in _BETWEEN:
            if place > start:
                yield start, tokens[start:place]
            start = place + 1


def _pair(named: list[_Named]) -> tuple[str, str] | None:
    """The first two things named in different places that can be compared, in the order in which they are named."""
    places = sorted((item for item in named if item.kind in _COMPARABLE), key=lambda item: (item.kind == "condition", item.first, -item.rank))
    for place, one in enumerate(places):
        for other in places[place + 1 :]:
            both_treat = one.kind in TREATMENTS and other.kind in TREATMENTS
            if one.id != other.id and other.first >= one.last and (both_treat or one.kind == other.kind):
                return one.id, other.id
    return None
