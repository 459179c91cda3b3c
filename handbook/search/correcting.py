"""Correcting a query: known words in the place of unknown ones, joined, cut apart, or spelt otherwise.

Words that are spelt well stay as they are, so that no word of everyday life becomes a medicine's name, and no medicine another.
"""

from __future__ import annotations

from handbook.search import naming, sounding, spelling
from handbook.search.english import is_word
from handbook.search.layout import ASK, first_of
from handbook.search.words import STOP_WORDS, letters, name_key, singular, words

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3

    from handbook.search.kept import Kept
    from handbook.search.terms import Term

_NAMES = 600
"""Names with a neighboring word that are looked at."""
_APART = 5
"""Letters that only one of two words has, from which on they are not compared."""
_SHORTEST_RUN = 8
"""Letters from which on a word may be several that were written as one."""
_LONGEST_RUN = 44
_SHORTEST_PART = 3
_LONGEST_PART = 16


def corrected(connection: sqlite3.Connection, kept: Kept, tokens: list[str], terms: dict[str, Term], quick: bool, begun: bool) -> list[str]:
    """The words to search in the place of `tokens`, of which `terms` holds what was found.

    `quick` looks less far; with `begun` it leaves the last word alone, which may grow yet.
    """
    unknown = [place for place, token in enumerate(tokens) if token in terms and _is_unknown(connection, terms[token])]
    if not unknown:
        return tokens
    found: list[str] = []
    skip = False
    for place, token in enumerate(tokens):
        if skip:
            skip = False
        elif place not in unknown and place + 1 not in unknown:
            found.append(token)
        elif joined := _joined(connection, terms, tokens[place : place + 2]):
            found.append(joined)
            skip = True
        elif place not in unknown or (quick and begun and place == len(tokens) - 1):
            found.append(token)
        elif near := None if quick else _beside(connection, kept, tokens, place, terms):
            found.append(near)
        elif is_word(token):
            found.append(token)
        elif parts := split(connection, token):
            found += parts
        elif near := spelling.correct(connection, kept, token, quick) or (None if quick else sounding.alike(connection, token)):
            whole = f"{found[-1]}{near}" if found else near
            found[-1:] = [whole] if whole != near and naming.known(connection, whole, named=True) else [*found[-1:], near]
        else:
            found.append(token)
    return found if found != tokens else _joined_and_misspelt(connection, kept, tokens, terms, quick)


def _is_unknown(connection: sqlite3.Connection, term: Term) -> bool:
    """Whether no entry has a word, or only another one with the same stem, as "council" for "counciling"."""
    if not term.known or not term.rows:
        return not term.known
    if len(term.alternatives) > 1 or is_word(term.word):
        return False
    return not naming.known(connection, term.word) and not naming.known(connection, singular(term.word))


def _joined(connection: sqlite3.Connection, terms: dict[str, Term], pair: list[str]) -> str:
    """The known word that two words make together, if one of them is unknown."""
    if len(pair) < 2 or not all(token in terms or len(token) < _SHORTEST_PART for token in pair):
        return ""
    if all(token in terms and terms[token].known for token in pair):
        return ""
    whole = "".join(pair)
    return whole if len(whole) > _SHORTEST_PART and naming.known(connection, whole) else ""


def _joined_and_misspelt(connection: sqlite3.Connection, kept: Kept, tokens: list[str], terms: dict[str, Term], quick: bool) -> list[str]:
    """Two words that are a misspelt name together, as in "flu oxitine", where neither could be corrected alone."""
    for place in range(0 if quick else len(tokens) - 1):
        pair = tokens[place : place + 2]
        if len("".join(pair)) <= _SHORTEST_RUN or any(token not in terms for token in pair) or all(terms[token].known for token in pair):
            continue
        near = spelling.correct(connection, kept, "".join(pair))
        if near and naming.known(connection, near, named=True):
            return [*tokens[:place], near, *tokens[place + 2 :]]
    return tokens


def _beside(connection: sqlite3.Connection, kept: Kept, tokens: list[str], place: int, terms: dict[str, Term]) -> str:
    """The word near to an unknown one that stands in a name together with its neighbor, as in "self hram".

    In a name a short word may be corrected too, and one of ordinary English if the whole query is a name then.
    """
    token = tokens[place]
    if len(token) < spelling.SHORTEST:
        return ""
    typed = letters(token)
    best, best_cost = "", 1.05 if len(token) < 5 else max(1.25, 0.2 * len(token))
    for neighbor in tokens[max(0, place - 1) : place] + tokens[place + 1 : place + 2]:
        if neighbor not in terms or not terms[neighbor].known:
            continue
        for word, mask in _companions(connection, kept, terms[neighbor]):
            if abs(len(word) - len(token)) < 3 and (mask ^ typed).bit_count() < _APART and word != neighbor:
                cost = spelling.distance(token, word, best_cost)
                if cost < best_cost:
                    best, best_cost = word, cost
    if best and is_word(token):
        key = name_key([*tokens[:place], best, *tokens[place + 1 :]])
        if connection.execute("select 1 from search_name where key = ?", (key,)).fetchone() is None:
            return ""
    return best


def _companions(connection: sqlite3.Connection, kept: Kept, term: Term) -> list[tuple[str, int]]:
    """The words that stand in names together with a term, and their letters as bits."""
    if term.word not in kept.companions:
        rows = [row for row in term.rows[:_NAMES] if row < first_of(ASK)]
        found = connection.execute(f"select text from search_text where row in ({','.join('?' * len(rows))})", rows)
        together = {word for (text,) in found for word in words(text) if word not in STOP_WORDS}
        kept.companions[term.word] = [(word, letters(word)) for word in sorted(together)]
    return kept.companions[term.word]


def split(connection: sqlite3.Connection, word: str) -> list[str]:
    """The known words of names that were written as one, as few as possible, or nothing."""
    length = len(word)
    if not _SHORTEST_RUN <= length <= _LONGEST_RUN:
        return []
    parts = {word[i:j] for i in range(length - 2) for j in range(i + _SHORTEST_PART, min(i + _LONGEST_PART, length) + 1)}
    marks = ",".join("?" * len(parts))
    known = {row[0] for row in connection.execute(f"select word from search_word where named > 0 and word in ({marks})", list(parts))}
    nothing: tuple[int, list[str]] = (length, [])
    best = [(0, nothing[1]), *[nothing] * length]
    for end in range(_SHORTEST_PART, length + 1):
        for start in range(max(0, end - _LONGEST_PART), end - _SHORTEST_PART + 1):
            part = word[start:end]
            if part in known and (not start or best[start][1]):
                # Short parts stand in many words by chance, so one of them counts like several.
                cost = best[start][0] + (1 if len(part) > _SHORTEST_PART else 2)
                if cost < best[end][0]:
                    best[end] = (cost, [*best[start][1], part])
    cost, found = best[length]
    return found if len(found) > 1 and length >= 4 * cost else []
