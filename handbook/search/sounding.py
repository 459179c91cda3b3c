"""Words that sound alike however they are spelt, as "skizofrenic" and "schizophrenic"."""

from __future__ import annotations

from handbook.search.spelling import distance

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3


_SOUNDS = tuple(
    pair.split(":")
    for pair in """sch:sk ph:f tch:x ch:k ck:k qu:kw tion:xn sion:xn cian:xn tian:xn tia:xa cia:xa sha:xa sh:x ght:t gh:g ce:se ci:si cy:si
    c:k q:k z:s w:v dj:j dg:j ge:je gi:ji gy:ji""".split()
)
"""Letters to one letter for their sound, in the order in which they are put in; `x` is the sound of "sh"."""
SHORTEST = 6
"""Letters that a word must have."""
_LEAST = 3
"""Sounds that a word must have; words of fewer are alike by chance."""
_FARTHEST = 0.42
"""The largest distance of two words that sound alike, as a share of the letters."""


def sound(word: str) -> str:
    """The consonants that are heard in a word, and its first letter."""
    word = word.replace("x", "ks") if not word.startswith("x") else "s" + word[1:]
    for begin in ("ps", "kn", "pn", "wr"):
        if word.startswith(begin):
            word = word[1:]
    for letters, heard in _SOUNDS:
        word = word.replace(letters, heard)
    first = "e" if word[:1] in "aeiouy" else ""
    kept = first
    for letter in word:
        if letter not in "aeiouyh" and not kept.endswith(letter):
            kept += letter
    return kept


def alike(connection: sqlite3.Connection, word: str) -> str:
    """The known word of names that sounds like an unknown one, the nearest by its letters, or an empty text.

    The last sound of a long word may be one too many, as in an adjective.
    """
    heard = sound(word)
    if len(word) < SHORTEST or len(heard) < _LEAST:
        return ""
    likely = _sounding(connection, heard) or (_sounding(connection, heard[:-1]) if len(heard) > _LEAST + 2 else [])
    found = {known: distance(word, known, len(word)) for known in likely}
    best = min(found, key=lambda known: found[known], default="")
    return best if best and found[best] <= _FARTHEST * len(word) else ""


def _sounding(connection: sqlite3.Connection, heard: str) -> list[str]:
    """The words of names and questions that sound so."""
    rows = connection.execute("select word from search_word where sound = ? and sound <> '' order by word", (heard,))
    return [word for (word,) in rows]
