"""How well search answers: `python -m benchmarks quality [FILE]`, with the queries written for this project.

A line of the file holds a query `q`, its `kind`, and `relevant`: ids with grades from 1 to 3. An answer is right if it
has the best grade of the query (3, where there is one). For `out_of_scope` no answer is right.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TypedDict

from benchmarks import page
from handbook.library.opening import open_library
from handbook.search import FORMAT
from handbook.search.index import Index
from handbook.search.query import search

QUERIES = Path(__file__).parent / "queries.jsonl"


class Query(TypedDict):
    """A line of the file."""

    q: str
    kind: str
    relevant: dict[str, int]


def queries_of(file: Path) -> list[Query]:
    """The queries that a file holds."""
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def grade(found: list[str], relevant: dict[str, int]) -> tuple[bool, bool, bool]:
    """Whether the first answer is right, one of the first three, and whether there is none."""
    if not relevant:
        return not found, not found, not found
    best = max(relevant.values())
    right = [relevant.get(id) == best for id in found[:3]]
    return any(right[:1]), any(right), not found


def measured(answer: Callable[[str], list[str]], queries: list[Query]) -> list[tuple[str, int, float, float, float]]:
    """Kind, queries, and the shares of those right at once, within three, and without an answer; the last row is all in scope."""
    kinds: dict[str, list[tuple[bool, bool, bool]]] = {}
    for query in queries:
        graded = grade(answer(query["q"]), query["relevant"])
        kinds.setdefault(query["kind"], []).append(graded)
        if query["relevant"]:
            kinds.setdefault("all in scope", []).append(graded)
    last = kinds.pop("all in scope", [])
    rows = [*sorted(kinds.items()), ("all in scope", last)]
    return [(kind, len(many), *(sum(column) / len(many) for column in zip(*many, strict=True))) for kind, many in rows if many]


def main(file: str = "") -> None:
    """Print the table."""
    library = open_library([], Index, FORMAT)
    rows = [["kind", "queries", "first is right", "one of three is right", "no answer"]]
    for kind, count, *shares in measured(lambda asked: [hit.id for hit in search(library, asked, limit=3).hits], queries_of(Path(file or QUERIES))):
        rows.append([kind, str(count), *(f"{share:.3f}" for share in shares)])
    print(page.markdown(rows))
