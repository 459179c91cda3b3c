"""The query: from what a person typed to a ranked list of entries."""

from __future__ import annotations

from functools import partial

from handbook.search import danger, naming, ranking, relating
from handbook.search.correcting import corrected
from handbook.search.english import american
from handbook.search.filters import Filters
from handbook.search.kept import Kept, kept_for
from handbook.search.lay import SYNONYMS
from handbook.search.layout import ALIAS_RANK, SECTION, rows_of
from handbook.search.marking import Wanted
from handbook.search.ranking import Found
from handbook.search.results import Hit, Results, section_label
from handbook.search.snippets import snippet
from handbook.search.terms import BUDGET, LARGE, QUICK_BUDGET, Term, find, together
from handbook.search.words import STOP_WORDS, words

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3

    from handbook.library.library import Library

LONGEST = 32
"""Words of a query that are looked at; the rest of a pasted page adds nothing."""


def search(
    library: Library, asked: str, *, limit: int = 10, kind: str = "", condition: str = "", typing: bool = False, correct: bool = True
) -> Results:
    """The entries that answer `asked`, best first; none if it is not about what the handbook holds.

    `typing` takes the last word as the beginning of one. `correct=False` takes the words as they are spelt.
    `kind:`, `for:`, `family:` and `reviewed:` inside the words narrow the search like the arguments do.
    """
    filters = Filters(kind, condition)
    rest = filters.take_from(library, asked)
    tokens = words(rest)[:LONGEST]
    allowed = filters.allowed(library) if filters else None
    if not tokens:
        return Results(asked, "", [] if allowed is None else _listed(library, allowed, limit), remark=filters.remark)
    query = Query(library.connection, kept_for(library), tokens, typing, begun=typing and rest[-1:].isalnum())
    if correct:
        query.correct()
    scores = query.scores(allowed, library)
    helping = danger.help_for(tokens) or (danger.help_for(query.tokens) if query.tokens != tokens else ())
    scores = relating.put_help_first(library, helping, scores)
    ranked = sorted(scores, key=lambda n: (-scores[n], n))[:limit]
    corrected = " ".join(query.tokens) if query.tokens != tokens else ""
    results = Results(asked, corrected if ranked else "", query.hits(ranked, scores), query.related.offer, bool(helping), filters.remark)
    results.query = query
    return results


def _listed(library: Library, allowed: set[int], limit: int) -> list[Hit]:
    """The entries that fit the filters alone, in the order of lists."""
    rows = library.connection.execute("select n, id, kind, title, summary from entry order by position, title collate nocase")
    cards = [row[1:] for row in rows if row[0] in allowed][:limit]
    return [Hit(id, kind, title, summary, 1.0, partial(_opening, summary)) for id, kind, title, summary in cards]


def _opening(summary: str) -> tuple[str, str, str]:
    """The passage to show where no words were looked for."""
    return *section_label("", "summary"), snippet(summary, set())


class Query:
    """One query on its way."""

    def __init__(self, connection: sqlite3.Connection, kept: Kept, tokens: list[str], typing: bool, begun: bool) -> None:
        self.connection = connection
        self.kept = kept
        self.tokens = tokens
        self.typing = typing
        self.begun = begun
        """Whether the last word may be the beginning of one."""
        self.total = int(connection.execute("select value from meta where key = 'entries'").fetchone()[0])
        self.quick = typing and self.total > LARGE
        """Whether the answer must come between two keys, from a large collection."""
        self.found = Found()
        self.related = relating.Related()
        self.whole: dict[int, int] = {}
        """Entries of which the whole query is a name."""
        self.terms: dict[str, Term] = {}
        self._look_up()

    def _look_up(self) -> None:
        """Look up every word that carries meaning, or all of them if none does."""
        telling = [token for token in self.tokens if token not in STOP_WORDS] or self.tokens
        if self.begun and len(self.tokens[-1]) < naming.SHORTEST:
            telling = [token for token in telling if token != self.tokens[-1]]
        self.terms = {token: self._term(token, self.begun and token == self.tokens[-1]) for token in telling}

    def _term(self, token: str, begun: bool) -> Term:
        """One word looked up, or kept from the query before."""
        budget = QUICK_BUDGET if self.quick or begun or (self.typing and token in STOP_WORDS) else BUDGET
        term = self.kept.terms.get((token, begun, budget))
        if term is None:
            alternatives = SYNONYMS.get(token) or ((token, other) if (other := american(token)) != token else (token,))
            if begun:
                alternatives = (*alternatives, *naming.completions(self.connection, token))
            term = Term(token, alternatives)
            find(self.connection, term, self.total, budget)
            self.kept.terms[token, begun, budget] = term
        return term

    def correct(self) -> None:
        """Put known words in the place of unknown ones: joined, cut in two, or spelt otherwise."""
        tokens = corrected(self.connection, self.kept, self.tokens, self.terms, self.quick, self.begun)
        if tokens != self.tokens:
            self.tokens = tokens
            self._look_up()

    def _names(self, tokens: list[str], begun: bool) -> naming.Names:
        """The names inside some words."""
        return naming.inside(self.connection, self.kept, tokens, begun)

    def scores(self, allowed: set[int] | None, library: Library) -> dict[int, float]:
        """Entry number to score, 0 to 1, for all entries that are good enough."""
        terms = list(self.terms.values())
        if self.total > LARGE:
            terms = together(self.connection, terms, self.quick)
        self.found = ranking.add_up(terms, self.kept)
        names = self._names(self.tokens, self.begun)
        self.whole = whole = naming.weigh(names, self.terms, self.tokens, self.found)
        named = any(rank > ALIAS_RANK for _, _, entries in names for _, rank in entries)
        if not whole and not ranking.in_scope(self.found, named, len(self.terms)):
            return {}
        scores = self.found.scores()
        self.related = relating.relate(library, self.tokens, partial(self._names, begun=False), names, scores)
        top = max(scores.values(), default=0.0)
        for n, rank in whole.items():
            scores[n] = max(top, 0.5) + rank / 100 + 0.1 * scores.get(n, 0.0)
        most = max(scores.values(), default=1.0)
        scale = 1.0 if most <= 1.0 else 1.0 / most
        return {n: score * scale for n, score in scores.items() if score > 0.08 * most and (allowed is None or n in allowed)}

    def wanted(self) -> Wanted:
        """The words that are looked for, with all that are searched in their place."""
        begun = self.tokens[-1] if self.begun and len(self.tokens[-1]) >= naming.SHORTEST else ""
        return Wanted((word for term in self.terms.values() for word in term.alternatives), begun)

    def number_of(self, id: str) -> int | None:
        """The row number of an entry that was found, by its id."""
        return next((n for n, card in self.kept.cards.items() if card[0] == id), None)

    def hits(self, ranked: list[int], scores: dict[int, float]) -> list[Hit]:
        """The entries with the passages that fit best."""
        cards = self.kept.cards
        missing = [n for n in ranked if n not in cards]
        marks = ",".join("?" * len(missing))
        for n, *card in self.connection.execute(f"select n, id, kind, title, summary from entry where n in ({marks})", missing) if missing else ():
            cards[n] = tuple(card)
        hits = []
        for n in ranked:
            id, kind, title, summary = cards[n]
            hits.append(Hit(id, kind, title, summary, round(scores[n], 4), partial(self._passage, n, kind, summary)))
        return hits

    def _passage(self, n: int, kind: str, summary: str) -> tuple[str, str, str]:
        """The passage of an entry that fits best: key of the section, label, snippet."""
        section, text = "summary", summary
        if key := self.related.rows.get(n):
            first, last = rows_of(SECTION, n)
            found = self.connection.execute(
                "select section, text from search_text where row between ? and ? and section = ?", (first, last, key)
            ).fetchone()
            section, text = found or (section, text)
        if section == "summary" and (row := self.found.row.get(n)):
            found = self.connection.execute("select section, text from search_text where row = ?", (row,)).fetchone()
            section, text = found or (section, text)
        known = {word for term in self.terms.values() for word in term.alternatives}
        return *section_label(kind, section), snippet(text, known)
