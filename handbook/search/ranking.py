"""Ranking: how what the words of a query find adds up to one score an entry.

Four signals are blended, each a share of the query's weight: whole names inside the query, the nearest question, the
best passage, and how much of the query the entry covers anywhere, its names counting more than its sections.
"""

from __future__ import annotations

from bisect import bisect_left

from handbook.search.layout import ASK, CLASS_SHIFT, ENTRY_MASK, ENTRY_SHIFT, MOST_TELLING, NAME, SUMMARY, first_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from handbook.search.kept import Kept
    from handbook.search.terms import Term

FIELDS = (1.0, 0.8, 0.8, 0.2)
"""What a word counts in a name, a question, the summary, a section."""
BLEND = (0.36, 0.15, 0.19, 0.12, 0.18)
"""What whole names, the nearest name, the nearest question, the best passage and the coverage count."""
_EVIDENCE = (1.0, 0.9, 0.7, 0.4)
"""How well a word in a name, a question, the summary, a section shows that the query is about the entry."""
_SIGNS = (1.0, 0.7, 1.6, 0.9, 2.0)
"""What evidence, a whole name, the nearest name, a title or medicine, and words that stand together show of an answer."""
_ENOUGH = 2.0
"""The least of that. It and the signs come from a logistic regression on 438 questions that the handbook answers and
120 about other things; at that point one in fifty of the former and a tenth of the easy latter are judged wrongly."""
_TOGETHER = 3
"""Words of a query in one name or question that show as much as more of them."""


class Found:
    """What the words of a query add up to, by entry number, in the words' weights.

    Adding a word touches only the rows that hold it: nothing else gets better or worse by it.
    """

    __slots__ = ("ask", "best", "counts", "cover", "evidence", "name", "near", "passage", "rarity", "row", "sums", "weight")

    def __init__(self, before: Found | None = None) -> None:
        self.weight: float = before.weight if before else 0.0
        """The weight of all words."""
        self.rarity: float = before.rarity if before else 0.0
        self.sums: dict[int, float] = before.sums.copy() if before else {}
        """Row number to the weight of the words it holds."""
        self.counts: dict[int, int] = before.counts.copy() if before else {}
        """Row number of a name or question to the words it holds."""
        self.name: dict[int, float] = {}
        """Shares of the whole query, 0 to 1: see `naming`."""
        self.near: dict[int, float] = before.near.copy() if before else {}
        self.ask: dict[int, float] = before.ask.copy() if before else {}
        self.passage: dict[int, float] = before.passage.copy() if before else {}
        self.cover: dict[int, float] = before.cover.copy() if before else {}
        self.evidence: dict[int, float] = before.evidence.copy() if before else {}
        self.best: dict[int, float] = before.best.copy() if before else {}
        self.row: dict[int, int] = before.row.copy() if before else {}
        """The row that fits best."""

    def add(self, term: Term) -> None:
        """Add a word."""
        self.weight += term.weight
        self.rarity += term.rarity
        named = bisect_left(term.rows, first_of(ASK))
        asked = bisect_left(term.rows, first_of(SUMMARY), named)
        self._add_whole(term.rows[:named], term.weight, self.near, NAME)
        self._add_whole(term.rows[named:asked], term.weight, self.ask, ASK)
        self._add_passages(term.rows[asked:], term.weight)
        cover, evidence = self.cover, self.evidence
        for n, kind in term.entries.items():
            cover[n] = cover.get(n, 0.0) + term.weight * FIELDS[kind]
            evidence[n] = evidence.get(n, 0.0) + term.rarity * _EVIDENCE[kind]

    def _add_whole(self, rows: list[int], weight: float, nearest: dict[int, float], kind: int) -> None:
        """Add a word to names or questions; they lose by words that the query does not have."""
        sums, counts, best, fits = self.sums, self.counts, self.best, self.row
        field = FIELDS[kind]
        for row in rows:
            share, count = weight, 1
            if row in sums:
                share += sums[row]
                count += counts[row]
            sums[row] = share
            counts[row] = count
            telling = row & MOST_TELLING
            if count < telling:
                share *= count / telling
            n = row >> ENTRY_SHIFT & ENTRY_MASK
            if n not in nearest or share > nearest[n]:
                nearest[n] = share
                share *= field
                if n not in best or share > best[n]:
                    best[n] = share
                    fits[n] = row

    def _add_passages(self, rows: list[int], weight: float) -> None:
        """Add a word to summaries and sections."""
        sums, passage, best = self.sums, self.passage, self.best
        for row in rows:
            share = sums[row] = sums.get(row, 0.0) + weight
            n = row >> ENTRY_SHIFT & ENTRY_MASK
            if share > passage.get(n, 0.0):
                passage[n] = share
            share *= FIELDS[row >> CLASS_SHIFT]
            if share > best.get(n, 0.0):
                best[n] = share
                self.row[n] = row

    def scores(self) -> dict[int, float]:
        """Entry number to one score, 0 to 1."""
        name, near, ask, passage, cover = BLEND
        whole = self.weight or 1.0
        names, nears, asks, passages = self.name, self.near, self.ask, self.passage
        made = {n: covered * cover / whole + passages.get(n, 0.0) * passage / whole for n, covered in self.cover.items()}
        for n, share in asks.items():
            made[n] += share * ask / whole
        for n, share in nears.items():
            share /= whole
            made[n] += share * near + name * max(names.get(n, 0.0), share * share)
        for n, share in names.items():
            if n not in nears:
                made[n] = made.get(n, 0.0) + name * share
        return made


def add_up(terms: list[Term], kept: Kept) -> Found:
    """What the words of a query add up to, from what its first words added up to before."""
    known = next((end for end in range(len(terms), 0, -1) if tuple(terms[:end]) in kept.found), 0)
    found = Found(kept.found.get(tuple(terms[:known])))
    for place in range(known, len(terms)):
        found.add(terms[place])
        if place < len(terms) - 1:
            kept.found[tuple(terms[: place + 1])] = found
            found = Found(found)
    return found


def in_scope(found: Found, named: bool, words: int) -> bool:
    """Whether the entries cover enough of a query of some words to hold an answer; `named` if it holds a title or a medicine.

    Here words weigh by their full rarity, so that one rare word that no entry has can outweigh many others. A single
    word is looked up as in any book: it is answered wherever it stands.
    """
    covered = max(found.evidence.values(), default=0.0)
    if words < 2:
        return covered > 0.0
    name = max(found.name.values(), default=0.0)
    near = max(found.near.values(), default=0.0) / (found.weight or 1.0)
    together = min(max(found.counts.values(), default=0) / min(words, _TOGETHER), 1.0)
    signs = (covered / (found.rarity or 1.0), name, near, float(named), together)
    return sum(sign * weight for sign, weight in zip(signs, _SIGNS, strict=True)) >= _ENOUGH

