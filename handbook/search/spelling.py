"""Spelling: the known word that a misspelt one most likely stands for."""

from __future__ import annotations

import sqlite3

from handbook.search.words import STOP_WORDS, letters

TYPE_CHECKING = False
if TYPE_CHECKING:
    from handbook.search.kept import Kept

_VOWELS = frozenset("aeiouy")
_ALIKE = frozenset(frozenset(pair) for pair in ("sz", "sc", "ck", "kq", "cx", "xz", "fv", "bp", "dt", "mn", "gj", "vw", "lr"))
SHORTEST = 4
"""Shorter words are never corrected: everything is near to them."""
_ABBREVIATION = 4
"""Letters up to which a name is most often an abbreviation, which is preferred to no word."""
_NEAR = 0.8
"""How far an abbreviation may be: one slip, but no letter too many or too few, since most others are a letter away."""
LARGE = 20_000
"""With more known words than this, those with the same first letters are tried first."""


def correct(connection: sqlite3.Connection, kept: Kept, word: str, quick: bool = False) -> str | None:
    """The best known word near to `word`, or None. `quick` looks less far where many words are known.

    Only words of names and questions come into question. One that is a name of its own, as a medicine's,
    may be farther away, since nothing else in the language is near it.
    """
    if len(word) < SHORTEST or word.isdigit():
        return None
    if (word, quick) not in kept.spellings:
        kept.spellings[word, quick] = _corrected(connection, kept, word, quick)
    return kept.spellings[word, quick]


def _corrected(connection: sqlite3.Connection, kept: Kept, word: str, quick: bool) -> str | None:
    """The best known word near to `word`, worked out."""
    if connection.execute("select 1 from search_word limit 1 offset ?", (LARGE,)).fetchone():
        begins = [word[:2]] if quick else [word[:2], word[:1]]
        return next((found for begin in begins if (found := _nearest(word, _candidates(connection, word, begin)))), None)
    if not kept.vocabulary:
        for row in connection.execute("select word, letters, entries, whole from search_word where named > 0"):
            kept.vocabulary.setdefault(len(row[0]), []).append(row)
    every = [row for length in range(len(word) - 2, len(word) + 3) for row in kept.vocabulary.get(length, ())]
    # Few slips change the first letter, and nine in ten words need not be compared if it holds.
    return _nearest(word, [row for row in every if row[0][0] == word[0]]) or _nearest(word, [row for row in every if row[0][0] != word[0]])


def _nearest(word: str, candidates: list[tuple[str, int, int, int]]) -> str | None:
    """The candidate nearest to a word, if one is near enough; a name and a frequent word are preferred."""
    as_word = 0.17 * len(word) if len(word) > 5 else 0.0
    as_name = (0.26 if len(word) > 8 else 0.22) * len(word) if len(word) > 5 else 1.0
    mask = letters(word)
    apart = 3 if len(word) < 8 else 4
    likely = [(bits, *row) for row in candidates if (bits := (mask ^ row[1]).bit_count()) <= apart]
    best, best_cost = None, as_name + 1
    # With the most likely first, the rest is given up after a few letters.
    for _, candidate, _, entries, whole in sorted(likely):
        if candidate in STOP_WORDS:
            continue
        most = _NEAR if whole and len(candidate) <= _ABBREVIATION else as_name if whole else as_word
        limit = min(most, best_cost + 0.2)
        cost = distance(word, candidate, limit)
        if cost <= limit:
            cost += (0.0 if whole and len(candidate) > _ABBREVIATION else 0.3) - 0.01 * min(entries, 20)
            if cost < best_cost:
                best, best_cost = candidate, cost
    return best


def _candidates(connection: sqlite3.Connection, word: str, begin: str) -> list[tuple[str, int, int, int]]:
    """The known words of about that length that begin so: word, letters, entries, entries with it as a whole name."""
    return connection.execute(
        "select word, letters, entries, whole from search_word where word >= ? and word < ? and named > 0 and length(word) between ? and ?",
        (begin, begin + "\uffff", len(word) - 2, len(word) + 2),
    ).fetchall()


def distance(word: str, other: str, limit: float) -> float:
    """How far two words are apart: optimal string alignment (Damerau 1964, Levenshtein 1966) in which slips
    that people make cost less than one: vowels and letters that sound alike, doubled letters, a silent h.

    Gives some number above `limit` as soon as the distance must exceed it.
    """
    before: list[float] = []
    row = [0.0]
    for j, letter in enumerate(other):
        row.append(row[-1] + _gap(letter, other[j - 1] if j else " "))
    for i, letter in enumerate(word):
        drop = _gap(letter, word[i - 1] if i else " ")
        now = [row[0] + drop]
        for j, wanted in enumerate(other):
            cost = row[j] if letter == wanted else row[j] + _swap(letter, wanted, i == 0 and j == 0)
            cost = min(cost, row[j + 1] + drop, now[j] + _gap(wanted, other[j - 1] if j else " "))
            if i and j and letter == other[j - 1] and word[i - 1] == wanted:
                cost = min(cost, before[j - 1] + 0.7)
            now.append(cost)
        if min(now) > limit:
            return limit + 1
        before, row = row, now
    return row[-1]


def _swap(letter: str, wanted: str, first: bool) -> float:
    """The cost of one letter in place of another."""
    if letter in _VOWELS and wanted in _VOWELS:
        return 0.5
    cost = 0.6 if frozenset((letter, wanted)) in _ALIKE else 1.0
    return cost + 0.3 if first else cost


def _gap(letter: str, previous: str) -> float:
    """The cost of a letter too many or too few."""
    if letter == previous:
        return 0.4
    if previous == " ":
        return 1.2
    return 0.6 if letter in _VOWELS or letter == "h" else 1.0
