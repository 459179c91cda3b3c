"""The query: from what a person typed to a ranked list of entries."""

from __future__ import annotations

import re

from handbook.content.rows import FOLDERS, ROWS
from handbook.search import naming, ranking, relating, spelling
from handbook.search.lay import SYNONYMS
from handbook.search.layout import ALIAS_RANK
from handbook.search.ranking import Signals, Term
from handbook.search.snippets import snippet
from handbook.search.words import STOP_WORDS, words

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3

    from handbook.library.library import Library

LONGEST = 32
"""Words of a query that are looked at; the rest of a pasted page adds nothing."""
_FILTER = r"(?i)(?:^|(?<=\s))(kind|for|family):([\w-]+)"
_TITLES = {
    "name": "Names",
    "ask": "Asked as",
    "heard": "Said as",
    "summary": "In short",
    "urgent": "Get help now",
    "steps": "What to do",
    "stages": "Treatment by stage",
    "wait": "What if I wait?",
    "both": "Both together",
    "differ": "Where sources disagree",
    "questions": "Questions to ask",
}
"""Section to its label, for those that are no rows."""


class Hit:
    """One entry found: what a list shows of it, how well it fits, and the passage that fits best."""

    __slots__ = ("id", "kind", "score", "section", "section_title", "snippet", "summary", "title")

    def __init__(self, id: str, kind: str, title: str, summary: str, score: float, section: str, section_title: str, snippet: str) -> None:
        self.id = id
        self.kind = kind
        self.title = title
        self.summary = summary
        self.score = score
        self.section = section
        self.section_title = section_title
        self.snippet = snippet


class Results:
    """The answer to a query. `corrected` holds the words used instead of those `asked`, or is empty."""

    __slots__ = ("asked", "corrected", "hits")

    def __init__(self, asked: str, corrected: str, hits: list[Hit]) -> None:
        self.asked = asked
        self.corrected = corrected
        self.hits = hits


class _Filters:
    """What the entries found must be."""

    __slots__ = ("condition", "family", "kind")

    def __init__(self, kind: str, condition: str) -> None:
        self.kind = kind
        self.condition = condition
        self.family = ""

    def __bool__(self) -> bool:
        return bool(self.kind or self.condition or self.family)

    def allowed(self, library: Library) -> set[int]:
        """The numbers of the entries that fit. A condition is joined by its treatments and comparisons."""
        where, values = ["1"], []
        if self.kind:
            where.append("kind = ?")
            values.append(self.kind)
        if self.family:
            where.append("(family = ? or id = ?)")
            values += [self.family, self.family]
        if self.condition:
            where.append(
                "(id = ? or id in (select treatment from treats where condition = ?)"
                " or kind = 'comparison' and id in (select source from link where target = ?))"
            )
            values += [self.condition] * 3
        return {n for (n,) in library.connection.execute(f"select n from entry where {' and '.join(where)}", values)}


def search(
    library: Library, asked: str, *, limit: int = 10, kind: str = "", condition: str = "", typing: bool = False, correct: bool = True
) -> Results:
    """The entries that answer `asked`, best first; none if it is not about what the handbook holds.

    `typing` takes the last word as the beginning of one. `correct=False` takes the words as they are spelt.
    `kind:`, `for:` and `family:` inside the words narrow the search like the arguments do.
    """
    filters = _Filters(kind, condition)
    rest = re.sub(_FILTER, lambda match: _filter(library, match, filters), asked) if ":" in asked else asked
    tokens = words(rest)[:LONGEST]
    allowed = filters.allowed(library) if filters else None
    if not tokens:
        return Results(asked, "", _listed(library, filters, limit) if filters else [])
    query = _Query(library.connection, tokens, typing, begun=typing and rest[-1:].isalnum())
    if correct:
        query.correct()
    scores = query.scores(allowed, library)
    if not filters:
        scores = relating.put_help_first(library, tokens, scores)
    ranked = sorted(scores, key=lambda n: (-scores[n], n))[:limit]
    corrected = " ".join(query.tokens) if query.tokens != tokens else ""
    return Results(asked, corrected if ranked else "", query.hits(ranked, scores))


def _filter(library: Library, match: re.Match[str], filters: _Filters) -> str:
    """Take a filter out of the words; one that names nothing stays there as words."""
    name, value = match[1].lower(), match[2].lower()
    if name == "kind":
        kinds = [kind for kind, folder in FOLDERS.items() if value in (kind, folder)]
        if not kinds:
            return match[0]
        filters.kind = kinds[0]
    elif value not in library:
        return match[0]
    elif name == "for":
        filters.condition = value
    else:
        filters.family = value
    return ""


def _listed(library: Library, filters: _Filters, limit: int) -> list[Hit]:
    """The entries that fit the filters alone, in the order of lists."""
    allowed = filters.allowed(library)
    rows = library.connection.execute("select n, id, kind, title, summary from entry order by position, title collate nocase")
    cards = [row[1:] for row in rows if row[0] in allowed][:limit]
    return [Hit(id, kind, title, summary, 1.0, "summary", _TITLES["summary"], snippet(summary, set())) for id, kind, title, summary in cards]


class _Query:
    """One query on its way."""

    def __init__(self, connection: sqlite3.Connection, tokens: list[str], typing: bool, begun: bool) -> None:
        self.connection = connection
        self.tokens = tokens
        self.begun = begun
        """Whether the last word may be the beginning of one."""
        self.total = int(connection.execute("select value from meta where key = 'entries'").fetchone()[0])
        self.quick = typing and self.total > ranking.LARGE
        """Whether the answer must come between two keys, from a large collection."""
        self.found: dict[int, Signals] = {}
        self.terms: dict[str, Term] = {}
        self._look_up()

    def _look_up(self) -> None:
        """Look up every word that carries meaning, or all of them if none does."""
        telling = [token for token in self.tokens if token not in STOP_WORDS] or self.tokens
        if self.begun and len(self.tokens[-1]) < naming.SHORTEST:
            telling = [token for token in telling if token != self.tokens[-1]]
        kept = self.terms
        budget = ranking.QUICK_BUDGET // max(3, len(telling)) if self.quick else ranking.BUDGET
        self.terms = {}
        for token in telling:
            if token not in self.terms:
                self.terms[token] = kept.get(token) or self._term(token, budget)

    def _term(self, token: str, budget: int) -> Term:
        """One word looked up."""
        alternatives = SYNONYMS.get(token, (token,))
        if self.begun and token == self.tokens[-1]:
            alternatives = (*alternatives, *naming.completions(self.connection, token))
        term = Term(token, alternatives)
        ranking.find(self.connection, term, self.total, budget)
        return term

    def correct(self) -> None:
        """Put known words in the place of unknown ones: joined, cut in two, or spelt otherwise."""
        tokens: list[str] = []
        skip = False
        for place, token in enumerate(self.tokens):
            if skip:
                skip = False
                continue
            following = self.tokens[place + 1] if place + 1 < len(self.tokens) else ""
            if joined := self._joined(token, following):
                tokens.append(joined)
                skip = True
            elif token not in self.terms or self.terms[token].known or (place == len(self.tokens) - 1 and self.begun and self.quick):
                tokens.append(token)
            else:
                tokens += naming.split(self.connection, token) or [spelling.correct(self.connection, token, self.quick) or token]
        if tokens != self.tokens:
            self.tokens = tokens
            self._look_up()

    def _joined(self, token: str, following: str) -> str:
        """The name that two words make together if one of them is unknown, as in "anti depresant"."""
        pair = (token, following)
        if not all(word in self.terms for word in pair) or all(self.terms[word].known for word in pair):
            return ""
        whole = token + following
        if naming.known(self.connection, whole):
            return whole
        near = spelling.correct(self.connection, whole) if len(whole) > 8 and not self.quick else None
        return near if near and naming.known(self.connection, near, named=True) else ""

    def scores(self, allowed: set[int] | None, library: Library) -> dict[int, float]:
        """Entry number to score, 0 to 1, for all entries that are good enough."""
        terms = list(self.terms.values())
        ranking.find_together(self.connection, terms, self.quick)
        self.found = ranking.signals(terms)
        names = naming.inside(self.connection, self.tokens, self.begun)
        whole = naming.weigh(names, self.terms, self.tokens, self.found)
        named = any(rank > ALIAS_RANK for _, _, entries in names for _, rank in entries)
        if not whole and not ranking.in_scope(terms, self.found, named):
            return {}
        scores = {n: ranking.blend(signal) for n, signal in self.found.items()}
        relating.relate(library, self.tokens, names, scores)
        top = max(scores.values(), default=0.0)
        for n, rank in whole.items():
            scores[n] = max(top, 0.5) + rank / 100 + 0.1 * scores.get(n, 0.0)
        most = max(scores.values(), default=1.0)
        scale = 1.0 if most <= 1.0 else 1.0 / most
        return {n: score * scale for n, score in scores.items() if score > 0.12 * most and (allowed is None or n in allowed)}

    def hits(self, ranked: list[int], scores: dict[int, float]) -> list[Hit]:
        """The entries with the passages that fit best."""
        marks = ",".join("?" * len(ranked))
        cards = {row[0]: row[1:] for row in self.connection.execute(f"select n, id, kind, title, summary from entry where n in ({marks})", ranked)}
        known = {word for term in self.terms.values() for word in term.alternatives}
        hits = []
        for n in ranked:
            id, kind, title, summary = cards[n]
            section, text = "summary", summary
            if n in self.found and self.found[n].row:
                row = self.connection.execute("select section, text from search_text where rowid = ?", (self.found[n].row,)).fetchone()
                section, text = row or (section, text)
            key, label = _section(kind, section)
            hits.append(Hit(id, kind, title, summary, round(scores[n], 4), key, label, snippet(text, known)))
        return hits


def _section(kind: str, section: str) -> tuple[str, str]:
    """The key of a section and its label; a row that holds for one condition names it."""
    key, _, condition = section.partition("@")
    label = ROWS[kind].get(key) or _TITLES.get(key) or key.replace("_", " ").capitalize()
    return key, f"{label} ({condition.replace('-', ' ')})" if condition else label
