"""Why an entry was found, and why it stands where it does."""

from __future__ import annotations

from handbook.search.layout import ASK, rows_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from handbook.search.query import Query
    from handbook.search.results import Hit, Results

_CLOSE = 0.5
"""The share of the query that a question must hold to be called alike."""


def explain(results: Results, hit: Hit) -> dict[str, Any]:
    """Why a hit was found, in parts: `score`, `name`, `question`, `row`, `covered`, `missing`, `relation`, `correction`, `danger`.

    `name` is "whole", "inside" or empty, `row` a label, `covered` and `missing` are words of the query, the rest texts.
    """
    query = results.query
    parts: dict[str, Any] = {"score": hit.score, "name": "", "question": "", "row": hit.section_title, "covered": [], "missing": []}
    parts |= {"relation": "", "correction": results.corrected, "danger": results.danger and hit in results.hits[:2]}
    n = query.number_of(hit.id) if query else None
    if query is None or n is None:
        return parts
    parts["name"] = "whole" if n in query.whole else "inside" if query.found.name.get(n) else ""
    if query.found.ask.get(n, 0.0) >= _CLOSE * (query.found.weight or 1.0):
        parts["question"] = _question(query, n)
    parts["covered"] = [term.word for term in query.terms.values() if n in term.entries]
    parts["missing"] = [term.word for term in query.terms.values() if n not in term.entries]
    parts["relation"] = query.related.reasons.get(n, "")
    return parts


def _question(query: Query, n: int) -> str:
    """The question of an entry that holds most of the query."""
    first, last = rows_of(ASK, n)
    sums = query.found.sums
    row = max((row for row in sums if first <= row <= last), key=lambda row: sums[row], default=None)
    found = query.connection.execute("select text from search_text where row = ?", (row,)).fetchone()
    return found[0] if found else ""


def in_words(parts: dict[str, Any]) -> list[str]:
    """An explanation as sentences, the most telling first."""
    said = []
    if parts["danger"]:
        said.append("Help comes first where the words are those of somebody in danger.")
    if parts["name"] == "whole":
        said.append("What was asked is one of its names, and a name wins outright.")
    elif parts["name"]:
        said.append("One of its names stands in what was asked.")
    if parts["relation"]:
        said.append(f"Raised because {parts['relation']}.")
    if parts["question"]:
        said.append(f'It answers a question like this one: "{parts["question"]}"')
    said.append(f"What fits best: {parts['row']}.")
    if parts["covered"]:
        missing = f"; not {', '.join(parts['missing'])}" if parts["missing"] else ""
        said.append(f"Words it has: {', '.join(parts['covered'])}{missing}.")
    if parts["correction"]:
        said.append(f'Searched with the spelling "{parts["correction"]}".')
    return [*said, f"Score {parts['score']} of 1."]
