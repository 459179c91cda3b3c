"""Ranking: what each word of a query finds, and how the findings add up to one score an entry.

Four signals are blended, each a share of the query's weight (a word's weight is its inverse document frequency,
Robertson and Sparck Jones 1976): whole names inside the query, the nearest question, the best passage, and how much
of the query the entry covers anywhere, its names counting more than its sections.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect_left
from math import log

from handbook.search.layout import ASK, CLASS_SHIFT, ENTRY_MASK, ENTRY_SHIFT, MOST_TELLING, NAME, SECTION, SUMMARY, first_of
from handbook.search.words import quoted

FIELDS = (1.0, 0.6, 0.8, 0.35)
"""What a word counts in a name, a question, the summary, a section."""
_SPREAD = 0.5
"""Below 1, rare words outweigh common ones by less."""
_LENGTHS = (1.0, 0.65)
"""How much a name and a question lose by words that the query does not have."""
BLEND = (0.36, 0.15, 0.19, 0.12, 0.18)
"""What whole names, the nearest name, the nearest question, the best passage and the coverage count."""
_EVIDENCE = (1.0, 0.9, 0.7, 0.4)
"""How well a word in a name, a question, the summary, a section shows that the query is about the entry."""
_ENOUGH = 0.66
"""The least evidence of an answer; found where nine in ten of 84 questions about other things go without one."""
_COMMON = 0.4
"""Words less rare than this, in two thirds of the entries, are not looked for in sections."""
_UNKNOWN = 0.8
"""How much a word that no entry has counts as evidence against an answer."""
_UNNAMED = 0.6
"""How much a word counts that stands in no name and no question: it is rare, but tells little."""
BUDGET = 2500
"""Rows read for one word. Names and questions come first, so a common word loses only sections of late entries."""
QUICK_BUDGET = 600
"""Rows read for all words together while somebody types in a large collection."""
LARGE = 2000
"""Entries that make a collection a large one."""
_TOGETHER = 60
"""Rows read that hold all words of a query."""


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
    rows = connection.execute("select rowid from search_text where search_text match ? limit ?", (quoted(term.alternatives), budget))
    term.rows = [row for (row,) in rows]
    term.cut = len(term.rows) >= budget
    _settle(term)
    count = len(term.entries)
    if term.cut:
        marks = ",".join("?" * len(term.alternatives))
        known = connection.execute(f"select max(entries) from search_word where word in ({marks})", term.alternatives).fetchone()
        count = max(count, known[0] or 0)
    term.known = count > 0
    term.rarity = log(1 + (total - min(count, total) + 0.5) / (count + 0.5))
    term.weight = term.rarity**_SPREAD
    if not term.known:
        term.rarity *= _UNKNOWN
    if term.rows and term.rows[0] >= first_of(SUMMARY):
        term.weight *= _UNNAMED


def find_together(connection: sqlite3.Connection, terms: list[Term], quick: bool) -> None:
    """Where words are so common that their rows were cut, add the rows that hold all words of the query.

    `quick` looks into names and questions only.
    """
    if len(terms) < 2 or not any(term.cut for term in terms):
        return
    every = " AND ".join(f"({quoted(term.alternatives)})" for term in terms)
    last = first_of(SUMMARY if quick else SECTION + 1)
    found = connection.execute("select rowid from search_text where search_text match ? and rowid < ? limit ?", (every, last, _TOGETHER))
    rows = [row for (row,) in found]
    for term in terms if rows else ():
        term.rows = sorted({*term.rows, *rows})
        _settle(term)


def _settle(term: Term) -> None:
    """Note the best class of text in which each entry holds the term."""
    term.entries = {row >> ENTRY_SHIFT & ENTRY_MASK: row >> CLASS_SHIFT for row in reversed(term.rows)}


class Signals:
    """What is known about one entry: each a share of the query, 0 to 1, and the row of the best passage."""

    __slots__ = ("ask", "best", "cover", "name", "near", "passage", "row")

    def __init__(self) -> None:
        self.name = 0.0
        self.near = 0.0
        self.ask = 0.0
        self.passage = 0.0
        self.cover = 0.0
        self.best = 0.0
        self.row = 0


def signals(terms: list[Term]) -> dict[int, Signals]:
    """Entry number to its signals; names inside the query are added later."""
    total = sum(term.weight for term in terms) or 1.0
    found: dict[int, Signals] = {}
    sums: dict[int, float] = {}
    counts: dict[int, int] = {}
    for term in terms:
        share = term.weight / total
        rows = term.rows[: bisect_left(term.rows, first_of(SECTION))] if term.rarity < _COMMON and len(terms) > 1 else term.rows
        for row in rows:
            sums[row] = sums.get(row, 0.0) + share
        for row in rows[: bisect_left(rows, first_of(SUMMARY))]:
            counts[row] = counts.get(row, 0) + 1
        for n, kind in term.entries.items():
            signal = found.get(n)
            if signal is None:
                signal = found[n] = Signals()
            signal.cover += share * FIELDS[kind]
    for row, share in sums.items():
        _note(found[row >> ENTRY_SHIFT & ENTRY_MASK], row, share, counts)
    return found


def _note(signal: Signals, row: int, share: float, counts: dict[int, int]) -> None:
    """Keep what a row adds to an entry's signals. A name or question loses by words that the query does not have."""
    kind = row >> CLASS_SHIFT
    if kind <= ASK:
        share *= min(1.0, counts[row] / (row & MOST_TELLING or 1)) ** _LENGTHS[kind]
        if kind == NAME:
            signal.near = max(signal.near, share)
        else:
            signal.ask = max(signal.ask, share)
    elif share > signal.passage:
        signal.passage = share
    if share * FIELDS[kind] > signal.best:
        signal.best = share * FIELDS[kind]
        signal.row = row


def blend(signal: Signals) -> float:
    """One score, 0 to 1."""
    name, near, ask, passage, cover = BLEND
    return name * max(signal.name, signal.near**2) + near * signal.near + ask * signal.ask + passage * signal.passage + cover * signal.cover


def in_scope(terms: list[Term], found: dict[int, Signals], named: bool) -> bool:
    """Whether the entries cover enough of the query to hold an answer; `named` if it holds a title or a medicine.

    Here words weigh by their full rarity, so that one rare word that no entry has can outweigh all the rest.
    """
    total = sum(term.rarity for term in terms) or 1.0
    covered: dict[int, float] = {}
    for term in terms:
        for n, kind in term.entries.items():
            covered[n] = covered.get(n, 0.0) + term.rarity / total * _EVIDENCE[kind]
    name = max((signal.name for signal in found.values()), default=0.0)
    near = max((signal.near for signal in found.values()), default=0.0)
    return max(covered.values(), default=0.0) + name + 0.5 * near + 0.2 * named >= _ENOUGH
