"""Runs of words that stand in two entries: the sign of a copied sentence."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from handbook.content import markup
from handbook.content.load import Loaded
from handbook.content.problems import Problem

LEAST_SHOWN = 8
"""Words in a row that make two writers likely to have used one wording."""
LEAST_COPIED = 12
"""Words in a row that nobody writes twice by chance."""

_FEW = 20
"""Places that are compared each with each."""
_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")


class Place(NamedTuple):
    """Where a run of words begins."""

    path: str
    line: int
    column: int
    id: str
    field: str


class Repeat(NamedTuple):
    """A run of words that two or more entries share."""

    words: tuple[str, ...]
    places: tuple[Place, ...]


class _Text(NamedTuple):
    """One statement, cut into words."""

    place: Place
    words: list[str]


def repeats(files: Iterable[Loaded], least: int = LEAST_SHOWN) -> list[Repeat]:
    """The runs of at least `least` words that stand in entries with different ids, the longest first.

    A run never goes from one text into the next. One that is only part of a longer run at the same two
    places is left out.
    """
    texts = list(_texts(list(files), least))
    found: dict[tuple[str, ...], dict[Place, None]] = defaultdict(dict)
    for first, second in _meetings(texts, least):
        (one, at), (other, there) = first, second
        words, others = texts[one].words, texts[other].words
        if at and there and words[at - 1] == others[there - 1]:
            continue
        length = least
        while at + length < len(words) and there + length < len(others) and words[at + length] == others[there + length]:
            length += 1
        places = found[tuple(words[at : at + length])]
        places[texts[one].place] = places[texts[other].place] = None
    runs = [Repeat(words, tuple(sorted(places))) for words, places in found.items()]
    return sorted(runs, key=lambda run: (-len(run.words), run.places))


def _texts(files: list[Loaded], least: int) -> Iterator[_Text]:
    """The texts of all entries that are long enough to hold a run; a bare link counts as one word."""
    names = {loaded.id: loaded.id for loaded in files}
    for loaded in files:
        if loaded.file.kind in ("source", "region"):
            continue
        for statement in loaded.statements:
            if statement.plain:
                continue
            words = _WORD.findall(markup.plain(statement.text, names).lower())
            if len(words) >= least:
                yield _Text(Place(loaded.file.path, statement.line, statement.column, loaded.id, ".".join(statement.where)), words)


def _meetings(texts: list[_Text], least: int) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Every two positions (text, word) in different entries from which `least` words are the same."""
    counts: Counter[tuple[str, ...]] = Counter()
    for text in texts:
        counts.update(_runs(text.words, least))
    positions: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    for number, text in enumerate(texts):
        for at, run in enumerate(_runs(text.words, least)):
            if counts[run] > 1:
                positions[run].append((number, at))
    for places in positions.values():
        # Words that many entries share are compared with the first of them only, or pairs would grow with the square.
        pairs = combinations(places, 2) if len(places) <= _FEW else ((places[0], other) for other in places[1:])
        for first, second in pairs:
            if texts[first[0]].place.id != texts[second[0]].place.id:
                yield first, second


def _runs(words: list[str], least: int) -> Iterator[tuple[str, ...]]:
    """Every `least` words in a row."""
    return zip(*(words[start:] for start in range(least)), strict=False)


def is_copy(run: Repeat) -> bool:
    """Whether a run is a copied sentence. Red flags are not: one danger is best told in one wording."""
    return len(run.words) >= LEAST_COPIED and not all(_is_red_flag(place) for place in run.places)


def _is_red_flag(place: Place) -> bool:
    """Whether a place is in the `urgent` texts."""
    return place.field.startswith("urgent.")


def copied(loaded: Loaded, runs: list[Repeat]) -> Iterator[Problem]:
    """HB044 for one file, given the `runs` of the whole library."""
    for run in filter(is_copy, runs):
        for place in run.places:
            if place.path == loaded.file.path and not _is_red_flag(place):
                other = next(other for other in run.places if other.id != place.id)
                start = " ".join(run.words[:6])
                message = f"{place.field}: {len(run.words)} words in a row stand in {other.id!r} too ({other.field}, line {other.line}): {start!r}..."
                yield Problem(place.path, place.line, place.column, "HB044", message)
