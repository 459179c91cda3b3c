"""Spelling: the known word that a misspelt one most likely stands for."""

from __future__ import annotations

import sqlite3
from itertools import accumulate

from handbook.search.words import STOP_WORDS, letters

TYPE_CHECKING = False
if TYPE_CHECKING:
    from handbook.search.kept import Kept

_VOWELS = frozenset("aeiouy")
_ALIKE = "sz sc ck kq cx xz fv bp dt mn gj vw lr".split()
_VOWEL = 0.5
"""What one vowel in the place of another costs."""
_NO_SWAPS: dict[str, float] = {}
_SWAPS: dict[str, dict[str, float]] = {vowel: {other: _VOWEL for other in _VOWELS} for vowel in _VOWELS}
"""What one letter in the place of another costs, if less than 1: vowels, and letters that sound alike."""
for _pair in _ALIKE:
    _one, _other = tuple(_pair)
    _SWAPS.setdefault(_one, {})[_other] = _SWAPS.setdefault(_other, {})[_one] = 0.6
_FIRST = 0.3
"""What another first letter costs in addition, if it is no vowel in the place of another."""
_TURNED = 0.7
"""What two letters cost that changed places."""
SHORTEST = 4
"""Shorter words are never corrected: everything is near to them."""
_ABBREVIATION = 4
"""Letters up to which a name is most often an abbreviation, which is preferred to no word."""
_NEAR = 0.8
"""How far an abbreviation may be: one slip, but no letter too many or too few, since most others are a letter away."""
_FEW_SLIPS = 6
"""Letters below which a word can only be one longer or shorter than what was meant."""
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
    vocabulary = kept.vocabulary or _vocabulary(connection, kept)
    reach = range(len(word) - 1, len(word) + 2) if len(word) < _FEW_SLIPS else range(len(word) - 2, len(word) + 3)
    # Few slips change the first letter, and nine in ten words need not be compared if it holds.
    same = [row for length in reach for row in vocabulary.get((0, word[0], length), ())]
    if found := _nearest(word, same):
        return found
    # One that does leaves the second letter where it is, or moves it by one place.
    places = ((1, word[1]), (1, word[0]), (0, word[1])) if word[0] != word[1] else ((1, word[1]),)
    other = [row for place, letter in places for length in reach for row in vocabulary.get((place, letter, length), ()) if row[0][0] != word[0]]
    return _nearest(word, other)


def _vocabulary(connection: sqlite3.Connection, kept: Kept) -> dict[tuple[int, str, int], list[tuple[str, int, int, int]]]:
    """The words of names and questions by their first and second letter and their length, read once."""
    for row in connection.execute("select word, letters, entries, whole from search_word where named > 0 and length(word) > 2"):
        word = row[0]
        kept.vocabulary.setdefault((0, word[0], len(word)), []).append(row)
        kept.vocabulary.setdefault((1, word[1], len(word)), []).append(row)
    return kept.vocabulary


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
    gaps = [_gap(letter, other[j - 1] if j else " ") for j, letter in enumerate(other)]
    before: list[float] = []
    row = [0.0, *accumulate(gaps)]
    for i, letter in enumerate(word):
        previous = word[i - 1] if i else " "
        drop = _gap(letter, previous)
        swaps = _SWAPS.get(letter, _NO_SWAPS)
        cost = row[0] + drop
        now = [cost]
        for j, wanted in enumerate(other):
            cost += gaps[j]
            swapped = row[j] if letter == wanted else row[j] + swaps.get(wanted, 1.0)
            if not i and not j and swapped > _VOWEL:
                swapped += _FIRST
            if swapped < cost:
                cost = swapped
            dropped = row[j + 1] + drop
            if dropped < cost:
                cost = dropped
            if i and j and previous == wanted and letter == other[j - 1] and before[j - 1] + _TURNED < cost:
                cost = before[j - 1] + _TURNED
            now.append(cost)
        if min(now) > limit:
            return limit + 1
        before, row = row, now
    return row[-1]


def _gap(letter: str, previous: str) -> float:
    """The cost of a letter too many or too few."""
    if letter == previous:
        return 0.4
    if previous == " ":
        return 1.2
    return 0.6 if letter in _VOWELS or letter == "h" else 1.0
