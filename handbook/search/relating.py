"""Relations: what people ask about any medicine, and questions that set two things side by side."""

from __future__ import annotations

from handbook.search.lay import DANGER, MEDICINE_WORDS, RELATIONS, VERSUS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from handbook.library.library import Library
    from handbook.search.naming import Names

_ADDED = 0.12
"""What an entry gains that a relation points to."""

_OVERVIEW = 0.03
"""What the overview of a family gains where its name is used, so that it stands before its members."""


def relate(library: Library, tokens: list[str], names: Names, scores: dict[int, float]) -> None:
    """Raise the entries that the relations in a query point to."""
    padded = f" {' '.join(tokens)} "
    numbers = [n for _, _, entries in names for n, _ in entries]
    marks = ",".join("?" * len(numbers))
    rows = library.connection.execute(f"select n, id, kind, overview from entry where n in ({marks})", numbers).fetchall()
    cards = {n: (id, kind) for n, id, kind, _ in rows}
    for n, _, _, overview in rows:
        scores[n] = scores.get(n, 0.0) + overview * _OVERVIEW
    medicines = sorted((n for n, (_, kind) in cards.items() if kind == "medication"), key=lambda n: -scores.get(n, 0.0))
    if medicines or MEDICINE_WORDS.intersection(tokens):
        _answer(library, padded, medicines, scores)
    if len(cards) > 1 and any(word in padded for word in VERSUS):
        _compare(library, [id for id, _ in cards.values()], scores)


def put_help_first(library: Library, tokens: list[str], scores: dict[int, float]) -> dict[int, float]:
    """The scores with help in front of all else where the words are those of somebody in danger."""
    padded = f" {' '.join(tokens)} "
    for triggers, entries in DANGER:
        if any(f" {trigger.strip()} " in padded for trigger in triggers.split(",")):
            wanted = entries.split()
            found = dict(library.connection.execute(f"select id, n from entry where id in ({','.join('?' * len(wanted))})", wanted).fetchall())
            first = {found[id]: 1.0 - place / 100 for place, id in enumerate(id for id in wanted if id in found)}
            return {**{n: score * 0.9 for n, score in scores.items()}, **first}
    return scores


def _answer(library: Library, padded: str, medicines: list[int], scores: dict[int, float]) -> None:
    """The named medicine first, then the entries that answer this question for every medicine."""
    matched = [relation for relation in RELATIONS if any(trigger in padded for trigger in relation.triggers)]
    if not matched:
        return
    top = max(scores.values(), default=0.0)
    if medicines:
        first = medicines[0]
        scores[first] = top = max(top, scores.get(first, 0.0) + _ADDED)
    wanted = list(dict.fromkeys(id for relation in matched[:2] for id in relation.entries))
    leading = matched[0].entries[0] if matched[0].leads else ""
    rows = library.connection.execute(f"select id, n from entry where id in ({','.join('?' * len(wanted))})", wanted)
    numbers = dict(rows.fetchall())
    for place, id in enumerate(id for id in wanted if id in numbers):
        own = scores.get(numbers[id], 0.0)
        if not medicines:
            raised = own + _ADDED / (1 + place)
        elif id == leading:
            raised = top + 0.01
        else:
            raised = min(top - 0.01 * (place + 1), own + 3 * _ADDED)
        scores[numbers[id]] = max(own, raised)


def _compare(library: Library, ids: list[str], scores: dict[int, float]) -> None:
    """The comparisons of two of the things named."""
    marks = ",".join("?" * len(ids))
    rows = library.connection.execute(
        f"select n, count(*) from entry join link on source = id where kind = 'comparison' and target in ({marks}) group by n having count(*) > 1",
        ids,
    )
    for n, count in rows.fetchall():
        scores[n] = scores.get(n, 0.0) + _ADDED * (count - 1)
