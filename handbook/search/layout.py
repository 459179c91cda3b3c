"""What the number of a row of `search_text` says: class of text, entry, place in the entry, telling words.

Ranking reads nothing else. Rows come in the order of their numbers, so names come before questions and
questions before sections: a look-up that stops early has seen the best. A block is the rows of one class of
1,024 entries; within it, the lowest 26 bits tell rows apart.
"""

NAME, ASK, SUMMARY, SECTION = range(4)
"""The classes of text, best first."""
TITLE_RANK, SHORT_RANK, DRUG_RANK, ALIAS_RANK = 100, 98, 96, 92
"""How much a name belongs to its entry, in hundredths."""

MOST_TELLING = 31
"""The most telling words that a row number can hold, in its lowest bits."""
_PLACES = 2047
ENTRY_SHIFT = 16
CLASS_SHIFT = 48
ENTRY_MASK = (1 << 32) - 1
BLOCK_SHIFT = 26
WITHIN_BLOCK = (1 << BLOCK_SHIFT) - 1
"""`row >> CLASS_SHIFT` is a row's class, `row >> ENTRY_SHIFT & ENTRY_MASK` its entry, `row & MOST_TELLING` its
number of telling words; `row >> BLOCK_SHIFT` is its block and `row & WITHIN_BLOCK` its number there."""


def row_number(kind: int, n: int, place: int, telling: int) -> int:
    """The number of a row of the entry with number `n`; places past the last one share it."""
    return kind << CLASS_SHIFT | n << ENTRY_SHIFT | min(place, _PLACES) << 5 | min(telling, MOST_TELLING)


def rows_of(kind: int, n: int) -> tuple[int, int]:
    """The first and the last row number that one class of an entry's texts may have."""
    return row_number(kind, n, 0, 0), row_number(kind, n, _PLACES, MOST_TELLING)


def first_of(kind: int) -> int:
    """The number from which on rows are of that class."""
    return kind << CLASS_SHIFT
