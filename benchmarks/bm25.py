"""`python -m benchmarks.bm25`: how well the handbook ranks, beside BM25 over the same text on the same queries.

- BM25 a field: an entry's names, questions, sayings, summary and sections are five fields, each scored for itself
  (Robertson and Zaragoza 2009, "The probabilistic relevance framework: BM25 and beyond"); any word may match; Porter stems.
- SQLite's FTS5 as it comes (bm25, `porter`), with one row an entry, and with one row a name, question or section, the best row counting.

Each as the query was typed, and once more with the handbook's own correction of it. `--write` puts the table into docs/search.md.
"""

from __future__ import annotations

import argparse
import math
import sqlite3
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from benchmarks import page
from benchmarks.quality import QUERIES, Query, measured, queries_of
from handbook.library.library import Library
from handbook.library.opening import open_library
from handbook.search import FORMAT, query
from handbook.search.index import Index
from handbook.search.kept import kept_for
from handbook.search.layout import ENTRY_MASK, ENTRY_SHIFT
from handbook.search.stemming import stem
from handbook.search.words import words

Ranking = Callable[[list[str]], list[str]]
"""From the words of a query to the ids of entries, best first."""


class Field(NamedTuple):
    """How BM25 treats one field: its weight, how soon a repeated word adds no more, and how much length counts."""

    weight: float
    k1: float
    b: float


FIELDS = {
    "name": Field(3.0, 1.2, 0.75),
    "ask": Field(2.0, 1.2, 0.75),
    "heard": Field(2.0, 1.2, 0.75),
    "summary": Field(1.5, 1.2, 0.75),
    "section": Field(1.0, 1.2, 0.75),
}
_FIRST = 3
"""Answers that are looked at."""

Text = dict[str, dict[str, list[str]]]
"""Id to field to its texts."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.bm25", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path, default=QUERIES, help="other queries than the project's own")
    parser.add_argument("--write", action="store_true", help="put the table into docs/search.md")
    options = parser.parse_args()
    text = table(open_library([], Index, FORMAT), queries_of(options.file))
    print(text)
    if options.write:
        page.write(page.SEARCH, "rankings", text)


def table(library: Library, queries: list[Query]) -> str:
    """Every ranking with the shares of first answers that are right, and of right ones among three."""
    held = text_of(library)
    rankings: dict[str, Callable[[str], list[str]]] = {
        "handbook": lambda asked: [hit.id for hit in query.search(library, asked, limit=_FIRST).hits],
        "handbook, nothing corrected": lambda asked: [hit.id for hit in query.search(library, asked, limit=_FIRST, correct=False).hits],
    }
    others = {
        "BM25 a field": fields(held),
        "FTS5 bm25, a row an entry": rows_of_entries(held),
        "FTS5 bm25, a row a name or section": rows_of_texts(held),
    }
    for name, rank in others.items():
        rankings[name] = lambda asked, rank=rank: rank(words(asked))  # type: ignore[misc]
        rankings[f"{name}, corrected"] = lambda asked, rank=rank: rank(corrected(library, asked))  # type: ignore[misc]
    rows = [["ranking", "all in scope, S@1 / S@3", "natural questions", "misspellings"]]
    for name, answer in rankings.items():
        shares = {kind: f"{first:.3f} / {three:.3f}" for kind, _, first, three, _ in measured(answer, queries)}
        rows.append([name, *(shares.get(kind, "") for kind in ("all in scope", "natural_question", "typo"))])
    return page.markdown(rows)


def text_of(library: Library) -> Text:
    """All the text that the handbook searches, by entry and field."""
    ids = dict(library.connection.execute("select n, id from entry").fetchall())
    held: Text = {id: {field: [] for field in FIELDS} for id in ids.values()}
    for row, section, text in library.connection.execute("select row, section, text from search_text order by row"):
        held[ids[row >> ENTRY_SHIFT & ENTRY_MASK]][section if section in FIELDS else "section"].append(text)
    return held


def corrected(library: Library, asked: str) -> list[str]:
    """The words of a query as the handbook corrects them."""
    tokens = words(asked)
    if not tokens:
        return tokens
    found = query.Query(library.connection, kept_for(library), tokens, typing=False, begun=False)
    found.correct()
    return found.tokens


def fields(held: Text, settings: dict[str, Field] = FIELDS) -> Ranking:
    """BM25 a field: the sum over fields and words of the field's weight, the word's rarity and its satiated frequency."""
    counts = {id: {field: Counter(stem(word) for text in texts for word in words(text)) for field, texts in of.items()} for id, of in held.items()}
    lengths = {id: {field: sum(words.values()) for field, words in of.items()} for id, of in counts.items()}
    mean = {field: sum(of[field] for of in lengths.values()) / len(held) for field in settings}
    having: dict[str, set[str]] = {}
    for id, of in counts.items():
        for found in set().union(*of.values()):
            having.setdefault(found, set()).add(id)

    def rank(tokens: list[str]) -> list[str]:
        scores: dict[str, float] = {}
        for wanted in {stem(token) for token in tokens}:
            entries = having.get(wanted, set())
            rarity = math.log(1 + (len(held) - len(entries) + 0.5) / (len(entries) + 0.5))
            for id in entries:
                for field, (weight, k1, b) in settings.items():
                    if count := counts[id][field][wanted]:
                        long = 1 - b + b * lengths[id][field] / mean[field]
                        scores[id] = scores.get(id, 0.0) + weight * rarity * count * (k1 + 1) / (count + k1 * long)
        return sorted(scores, key=lambda id: (-scores[id], id))[:_FIRST]

    return rank


def rows_of_entries(held: Text) -> Ranking:
    """FTS5 with one row an entry, a column a field."""
    return _stock([(id, *("\n".join(texts) for texts in of.values())) for id, of in held.items()], list(FIELDS))


def rows_of_texts(held: Text) -> Ranking:
    """FTS5 with one row a text."""
    return _stock([(id, text) for id, of in held.items() for texts in of.values() for text in texts], ["text"])


def _stock(rows: list[tuple[str, ...]], columns: list[str]) -> Ranking:
    """FTS5 as it comes, over rows of an id and texts: any of the words, the best row of an entry counting."""
    connection = sqlite3.connect(":memory:")
    connection.execute(f"create virtual table texts using fts5(id unindexed, {', '.join(columns)}, tokenize = 'porter unicode61')")
    connection.executemany(f"insert into texts values({', '.join('?' * (len(columns) + 1))})", rows)

    def rank(tokens: list[str]) -> list[str]:
        match = " OR ".join(f'"{token}"' for token in tokens)
        found: dict[str, None] = {}
        for (id,) in connection.execute("select id from texts where texts match ? order by rank", (match,)) if match else ():
            found[id] = None
            if len(found) == _FIRST:
                break
        return list(found)

    return rank


if __name__ == "__main__":
    main()
