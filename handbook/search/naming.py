"""Names: whole names inside a query, and words that begin or make up known ones."""

from __future__ import annotations

import sqlite3

from handbook.search.english import american
from handbook.search.layout import ALIAS_RANK
from handbook.search.ranking import Found
from handbook.search.terms import Term
from handbook.search.words import STOP_WORDS, singular

TYPE_CHECKING = False
if TYPE_CHECKING:
    from handbook.search.kept import Kept

_LONGEST = 8
"""Words of the longest run that is looked up as a name."""
SHORTEST = 3
"""Fewer letters begin too many words: they complete names only."""
_MOST = 300
"""Entries that are looked at for each name in a query; only a name that tells nothing has more."""
_ENDLESS = "\uffff"

_LONGER = 0.05
"""What each further word of a name adds, so that "CBT-I" comes before "CBT" where both are said."""

FLOORS = (0.55, 0.85)
"""The least weight of an alias and of a title or drug inside a query, as a share of its weightiest word."""

Names = list[tuple[int, int, list[tuple[int, int]]]]
"""First word, one past the last word, and (entry number, rank) of the entries with that name."""


def inside(connection: sqlite3.Connection, kept: Kept, tokens: list[str], begun: bool) -> Names:
    """The names inside the query, longest first; none that lies within a longer one. `begun` completes the last word."""
    places: dict[str, list[tuple[int, int]]] = {}
    count = len(tokens)
    telling = [token not in STOP_WORDS for token in tokens]
    plain = [singular(token) for token in tokens]
    spelt = [singular(american(token)) for token in tokens]
    forms = (plain,) if spelt == plain else (plain, spelt)
    for first in range(count):
        for last in range(first + 1, min(first + _LONGEST, count) + 1):
            if last - first == count or True in telling[first:last]:
                for form in forms:
                    places.setdefault(" ".join(form[first:last]), []).append((first, last))
                if last - first == 2:
                    places.setdefault(singular("".join(tokens[first:last])), []).append((first, last))
    _look_up(connection, kept, [key for key in places if key not in kept.names])
    entries: dict[tuple[int, int], dict[int, int]] = {}
    for key, where in places.items():
        if ranks := kept.names[key]:
            for place in where:
                entries.setdefault(place, {}).update(ranks)
    if begun:
        _completed(connection, kept, tokens, entries)
    found: Names = []
    for (first, last), ranks in sorted(entries.items(), key=lambda item: (item[0][0] - item[0][1], item[0])):
        if not any(start <= first and last <= end for start, end, _ in found):
            found.append((first, last, list(ranks.items())))
    return found


def _look_up(connection: sqlite3.Connection, kept: Kept, keys: list[str]) -> None:
    """Keep, for each key, entry number to rank of the entries with that name."""
    kept.names.update((key, {}) for key in keys)
    if not keys:
        return
    marks = ",".join("?" * len(keys))
    rows = connection.execute(f"select key, n, rank from search_name where key in ({marks}) limit ?", (*keys, _MOST * len(keys)))
    for key, n, rank in rows:
        kept.names[key][n] = rank


def _completed(connection: sqlite3.Connection, kept: Kept, tokens: list[str], entries: dict[tuple[int, int], dict[int, int]]) -> None:
    """Add the names that the last words begin; the more of a name is typed, the more it counts."""
    for first in range(max(0, len(tokens) - 4), len(tokens)):
        if first == len(tokens) - 1 and first > 0 and len(tokens[-1]) < SHORTEST:
            continue
        begun = _begun(connection, kept, " ".join([*map(singular, tokens[first:-1]), tokens[-1]]))
        ranks = entries.setdefault((first, len(tokens)), {}) if begun else {}
        for n, rank in begun.items():
            ranks[n] = max(ranks.get(n, 0), rank)


def _begun(connection: sqlite3.Connection, kept: Kept, begun: str) -> dict[int, int]:
    """Entry number to rank for the entries with a name that begins so."""
    if begun not in kept.begun:
        ranks = kept.begun[begun] = {}
        rows = connection.execute("select key, n, rank from search_name where key >= ? and key < ? limit 60", (begun, begun + _ENDLESS))
        for key, n, rank in rows:
            ranks[n] = max(ranks.get(n, 0), int(rank * (0.5 + 0.4 * len(begun) / len(key))))
    return kept.begun[begun]


def weigh(names: Names, terms: dict[str, Term], tokens: list[str], found: Found) -> dict[int, int]:
    """Add the signal of the names; gives entry number to rank where the whole query is a name."""
    total = sum(term.weight for term in terms.values()) or 1.0
    most = max((term.weight for term in terms.values()), default=1.0)
    whole: dict[int, int] = {}
    for first, last, entries in names:
        share = sum(terms[token].weight for token in set(tokens[first:last]) if token in terms) / total
        shared = 1 + 0.25 * (len(entries) - 1)
        for n, rank in entries:
            floor = most / total * FLOORS[rank > ALIAS_RANK]
            longer = _LONGER * (last - first - 1)
            found.name[n] = min(1.0, found.name.get(n, 0.0) + max(share, floor) * rank / 100 / shared) + longer
            if last - first == len(tokens):
                whole[n] = rank
    return whole


def completions(connection: sqlite3.Connection, begun: str) -> tuple[str, ...]:
    """The commonest words that begin so, those of names first."""
    rows = connection.execute(
        "select word from search_word where word > ? and word < ? order by named desc, entries desc limit 8", (begun, begun + _ENDLESS)
    )
    return tuple(word for (word,) in rows)


def known(connection: sqlite3.Connection, word: str, named: bool = False) -> bool:
    """Whether any entry, or the names of any entry, hold the word."""
    row = connection.execute("select named from search_word where word = ?", (word,)).fetchone()
    return row is not None and (row[0] > 0 or not named)
