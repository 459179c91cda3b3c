"""The part of a passage that a list shows: the words around what was looked for."""

from __future__ import annotations

from functools import lru_cache

from handbook.search.words import words

LONGEST = 160
"""The most characters of a snippet."""
_BEFORE = 40
"""Characters shown before the first match, so that it does not stand out of its sentence."""


def snippet(text: str, wanted: set[str]) -> str:
    """At most LONGEST characters of a text around the first place with the most of the wanted words."""
    if len(text) <= LONGEST:
        return text
    # A word with the same beginning and another ending counts, too.
    beginnings = tuple({word[: max(4, len(word) - 2)] for word in wanted if len(word) > 4})
    starts: list[int] = []
    places: list[int] = []
    position = 0
    for part in text.split(" "):
        starts.append(position)
        if any(word in wanted or (len(word) > 4 and word.startswith(beginnings)) for word in _read(part)):
            places.append(position)
        position += len(part) + 1
    reach = LONGEST - _BEFORE
    best = max(places, key=lambda place: sum(place <= other < place + reach for other in places), default=0)
    first = next(start for start in starts if start >= min(max(0, best - _BEFORE), len(text) - LONGEST))
    first = first if best > _BEFORE and first <= best else 0
    lead = "…" if first else ""
    rest = text[first:]
    if len(lead + rest) <= LONGEST:
        return lead + rest
    return lead + rest[: LONGEST - 1 - len(lead)].rsplit(" ", 1)[0] + "…"


@lru_cache(8192)
def _read(part: str) -> tuple[str, ...]:
    """The words in a piece of text. Between two keys of a query the same texts are looked through."""
    return tuple(words(part))
