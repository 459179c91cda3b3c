"""Postings: every stem with the rows of text that hold it.

One row of `search_posting` holds the rows of one block of `layout` as unsigned numbers of four bytes, lowest first,
so that a look-up is one range of a B-tree, and a stem's rows become numbers without a step in Python for each.
"""

from __future__ import annotations

import sqlite3
import sys
from array import array
from collections import defaultdict
from collections.abc import Iterable
from operator import add

from handbook.search.layout import BLOCK_SHIFT, WITHIN_BLOCK
from handbook.search.stemming import stem

_TABLE = "create table search_posting(stem text, block int, rows blob, primary key(stem, block)) without rowid"
_ENTRY_BITS = 10
"""A block holds 1,024 entries."""


def find(connection: sqlite3.Connection, words: Iterable[str], budget: int, end: int) -> list[int]:
    """The rows below `end` that hold any of some words, in rising order: the first `budget` of them."""
    every: list[list[int]] = []
    for wanted in {stem(word) for word in words}:
        rows: list[int] = []
        blocks = connection.execute(
            "select block, rows from search_posting where stem = ? and block < ? order by block", (wanted, end >> BLOCK_SHIFT)
        )
        for block, data in blocks:
            rows += _unpacked(block, data, budget - len(rows))
            if len(rows) >= budget:
                break
        if rows:
            every.append(rows)
    if len(every) < 2:
        return every[0] if every else []
    return sorted(set().union(*every))[:budget]


def blocks_of(connection: sqlite3.Connection, word: str, end: int, most: int) -> list[int]:
    """The first blocks that hold a word, at most so many."""
    rows = connection.execute(
        "select block from search_posting where stem = ? and block < ? order by block limit ?", (stem(word), end >> BLOCK_SHIFT, most)
    )
    return [block for (block,) in rows]


def in_block(connection: sqlite3.Connection, words: Iterable[str], block: int) -> set[int]:
    """The rows of one block that hold any of some words."""
    stems = list({stem(word) for word in words})
    found = connection.execute(f"select rows from search_posting where block = ? and stem in ({','.join('?' * len(stems))})", [block, *stems])
    return {row for (data,) in found for row in _unpacked(block, data)}


def _unpacked(block: int, data: bytes, most: int | None = None) -> list[int]:
    """The row numbers that a row of the table holds, or the first of them."""
    first = block << BLOCK_SHIFT
    return [first | row for row in _numbers(data)[:most]]


def _numbers(data: bytes) -> array[int]:
    """The numbers in a blob; they are kept with the lowest byte first on every machine."""
    numbers = array("I", data)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def _merged(rows: list[list[int]]) -> list[int]:
    """The rows of several words with one stem, in rising order, each once."""
    return rows[0] if len(rows) == 1 else sorted(set().union(*rows))


def _packed(numbers: Iterable[int]) -> bytes:
    """Numbers as a blob."""
    made = array("I", numbers)
    if sys.byteorder == "big":
        made.byteswap()
    return made.tobytes()


class _Stems(dict[str, str]):
    """Words to their stems, each worked out once."""

    def __missing__(self, word: str) -> str:
        found = self[word] = stem(word)
        return found


class Postings:
    """The postings under way: what is added is held back and written a group of entries at a time."""

    def __init__(self) -> None:
        self._blocks: dict[int, defaultdict[str, list[int]]] = {}
        self._stems = _Stems()

    def create(self, connection: sqlite3.Connection) -> None:
        """Make the table."""
        connection.execute(_TABLE)

    def is_full(self, n: int) -> bool:
        """Whether the entry with that number is the last one of its blocks, so that all can be written at once."""
        return (n + 1) % (1 << _ENTRY_BITS) == 0

    def add(self, row: int, words: Iterable[str]) -> None:
        """Note the words of a row. Rows of one class must come in rising order, each once."""
        number = row >> BLOCK_SHIFT
        block = self._blocks.get(number)
        if block is None:
            block = self._blocks[number] = defaultdict(list)
        within = row & WITHIN_BLOCK
        for word in set(words):
            block[word].append(within)

    def write(self, connection: sqlite3.Connection) -> None:
        """Write what was held back; it goes behind what a block holds already."""
        connection.create_function("joined", 2, add, deterministic=True)
        every: dict[tuple[str, int], list[list[int]]] = {}
        stems = self._stems
        for block, words in self._blocks.items():
            for word, rows in words.items():
                every.setdefault((stems[word], block), []).append(rows)
        connection.executemany(
            "insert into search_posting values(?, ?, ?) on conflict(stem, block) do update set rows = joined(rows, excluded.rows)",
            ((*key, _packed(_merged(every[key]))) for key in sorted(every)),
        )
        self._blocks.clear()

    def remove(self, connection: sqlite3.Connection, rows: tuple[int, int], words: set[str]) -> None:
        """Take the rows from the first to the last, all of one block, from the postings of the words they held."""
        first, last = rows
        block = first >> BLOCK_SHIFT
        for wanted in {self._stems[word] for word in words}:
            (data,) = connection.execute("select rows from search_posting where stem = ? and block = ?", (wanted, block)).fetchone()
            left = [row for row in _numbers(data) if not first & WITHIN_BLOCK <= row <= last & WITHIN_BLOCK]
            if left:
                connection.execute("update search_posting set rows = ? where stem = ? and block = ?", (_packed(left), wanted, block))
            else:
                connection.execute("delete from search_posting where stem = ? and block = ?", (wanted, block))
