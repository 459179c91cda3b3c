"""How well search answers: `python -m benchmarks quality [FILE]`, with the queries written for this project.

A line of the file holds a query `q`, its `kind`, and `relevant`: ids with grades from 1 to 3. An answer is right if it
has the best grade of the query (3, where there is one). For `out_of_scope` no answer is right.
"""

from __future__ import annotations

import json
from pathlib import Path

from handbook.library.library import Library
from handbook.library.opening import open_library
from handbook.search import FORMAT
from handbook.search.index import Index
from handbook.search.query import search

QUERIES = Path(__file__).parent / "queries.jsonl"


def grade(library: Library, query: dict[str, object]) -> tuple[bool, bool, bool]:
    """Whether the first answer is right, one of the first three, and whether there is none."""
    relevant = query["relevant"]
    assert isinstance(relevant, dict)
    found = [hit.id for hit in search(library, str(query["q"]), limit=3).hits]
    if not relevant:
        return not found, not found, not found
    best = max(relevant.values())
    right = [relevant.get(id) == best for id in found]
    return any(right[:1]), any(right), not found


def measured(library: Library, queries: list[dict[str, object]]) -> list[tuple[str, int, float, float, float]]:
    """Kind, queries, and the shares of those right at once, within three, and without an answer; the last row is all in scope."""
    kinds: dict[str, list[tuple[bool, bool, bool]]] = {}
    for query in queries:
        graded = grade(library, query)
        kinds.setdefault(str(query["kind"]), []).append(graded)
        if query["relevant"]:
            kinds.setdefault("all in scope", []).append(graded)
    last = kinds.pop("all in scope", [])
    rows = [*sorted(kinds.items()), ("all in scope", last)]
    return [(kind, len(many), *(sum(column) / len(many) for column in zip(*many, strict=True))) for kind, many in rows if many]


def main(file: str = "") -> None:
    """Print the table."""
    path = Path(file) if file else QUERIES
    queries = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    library = open_library([], Index, FORMAT)
    print("| kind | queries | first is right | one of three is right | no answer |\n| --- | --- | --- | --- | --- |")
    for kind, count, *shares in measured(library, queries):
        print(f"| {kind} | {count} | " + " | ".join(f"{share:.3f}" for share in shares) + " |")
