"""The words of a query: what is searched in the place of each, what the index holds on it, and what it weighs.

A word's weight is its inverse document frequency (Robertson and Sparck Jones 1976), spread a little less.
"""

from __future__ import annotations

import sqlite3
from math import log

from handbook.search import postings
from handbook.search.layout import BLOCK_SHIFT, CLASS_SHIFT, ENTRY_MASK, ENTRY_SHIFT, SECTION, SUMMARY, first_of

_SPREAD = 0.5
"""Below 1, rare words outweigh common ones by less."""
_COMMON = 0.5
"""Words in a larger share of the entries than this are not looked for in sections."""
_UNKNOWN = 0.8
"""How much a word that no entry has counts as evidence against an answer."""
_UNNAMED = 0.6
"""How much a word counts that stands in no name and no question: it is rare, but tells little."""
BUDGET = 1000
"""Rows read for one word. Names and questions come first, so a common word loses only sections of late entries."""
QUICK_BUDGET = 300
"""Rows read for a word of which only the beginning is typed, and for every word that is typed in a large collection."""
LARGE = 2000
"""Entries that make a collection a large one."""
_TOGETHER = 60
"""Rows read that hold all words of a query."""
_BLOCKS = 6
"""Blocks of the index that are searched for them."""


class Term:
    """One word of the query: the words searched in its place, the rows found, and its weight."""

    __slots__ = ("alternatives", "cut", "entries", "known", "rarity", "rows", "weight", "word")

    def __init__(self, word: str, alternatives: tuple[str, ...]) -> None:
        self.word = word
        self.alternatives = alternatives
        self.rows: list[int] = []
        self.entries: dict[int, int] = {}
        self.weight = 0.0
        self.rarity = 0.0
        self.known = False
        self.cut = False


def find(connection: sqlite3.Connection, term: Term, total: int, budget: int) -> None:
    """Fill in what the index holds on a term, at most `budget` rows; `total` is the number of entries."""
    marks = ",".join("?" * len(term.alternatives))
    known = connection.execute(f"select max(entries) from search_word where word in ({marks})", term.alternatives).fetchone()[0] or 0
    common = known > total * _COMMON
    term.rows = postings.find(connection, term.alternatives, budget, first_of(SECTION + (not common)))
    term.cut = len(term.rows) >= budget
    _settle(term)
    count = len(term.entries)
    if term.cut or common:
        count = max(count, known)
    term.known = count > 0
    term.rarity = log(1 + (total - min(count, total) + 0.5) / (count + 0.5))
    term.weight = term.rarity**_SPREAD
    if not term.known:
        term.rarity *= _UNKNOWN
    if term.rows and term.rows[0] >= first_of(SUMMARY):
        term.weight *= _UNNAMED


def together(connection: sqlite3.Connection, terms: list[Term], quick: bool) -> list[Term]:
    """The terms as they are; where words are so common that their rows were cut, with the rows that hold all words.

    `quick` looks into names and questions only.
    """
    if len(terms) < 2 or not any(term.cut for term in terms):
        return terms
    end = first_of(SUMMARY if quick else SECTION + 1)
    wholly = [term for term in terms if not term.cut]
    if wholly:
        blocks = sorted(set.intersection(*({row >> BLOCK_SHIFT for row in term.rows if row < end} for term in wholly)))
    else:
        blocks = postings.blocks_of(connection, terms[0].alternatives[0], end, _BLOCKS)
    rows: set[int] = set()
    for block in blocks[:_BLOCKS]:
        rows |= set.intersection(*(postings.in_block(connection, term.alternatives, block) for term in terms))
        if len(rows) >= _TOGETHER:
            break
    first = sorted(rows)[:_TOGETHER]
    return [_with_rows(term, first) for term in terms] if first else terms


def _with_rows(term: Term, rows: list[int]) -> Term:
    """A term with more rows; the one that is kept for the next query stays as it is."""
    more = Term(term.word, term.alternatives)
    more.weight, more.rarity, more.known, more.cut = term.weight, term.rarity, term.known, term.cut
    more.rows = sorted({*term.rows, *rows})
    _settle(more)
    return more


def _settle(term: Term) -> None:
    """Note the best class of text in which each entry holds the term."""
    term.entries = {row >> ENTRY_SHIFT & ENTRY_MASK: row >> CLASS_SHIFT for row in reversed(term.rows)}
