"""The part of a passage that a list shows: the words around what was looked for."""

from __future__ import annotations

from handbook.search.words import words

LONGEST = 160
"""The most characters of a snippet."""
_BEFORE = 40
"""Characters shown before the first match, so that it does not stand out of its sentence."""


def snippet(text: str, wanted: set[str]) -> str:
    """At most LONGEST characters of a text around the first place with the most of the wanted words."""
    if len(text) <= LONGEST:
        return text
    parts = text.split(" ")
    starts: list[int] = []
    position = 0
    for part in parts:
        starts.append(position)
        position += len(part) + 1
    places = [start for start, part in zip(starts, parts, strict=True) if _matches(part, wanted)]
    reach = LONGEST - _BEFORE
    best = max(places, key=lambda place: sum(place <= other < place + reach for other in places), default=0)
    first = next(start for start in starts if start >= min(max(0, best - _BEFORE), len(text) - LONGEST))
    first = first if best > _BEFORE and first <= best else 0
    lead = "…" if first else ""
    rest = text[first:]
    if len(lead + rest) <= LONGEST:
        return lead + rest
    return lead + rest[: LONGEST - 1 - len(lead)].rsplit(" ", 1)[0] + "…"


def _matches(part: str, wanted: set[str]) -> bool:
    """Whether a piece of text holds a wanted word, or one with the same beginning and another ending."""
    for word in words(part):
        if word in wanted:
            return True
        if len(word) > 4 and any(word[: max(4, len(other) - 2)] == other[: max(4, len(other) - 2)] for other in wanted if len(other) > 4):
            return True
    return False
