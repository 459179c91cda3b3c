"""Figures on the entries: how much there is, how plain it is, and how well it is sourced."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from handbook.content import language
from handbook.content.context import Context, is_entry
from handbook.content.load import Loaded
from handbook.content.problems import Problem
from handbook.content.rows import FOLDERS
from handbook.content.sourcing import cites_of, unread


class Plainness(NamedTuple):
    """How plain one entry is."""

    id: str
    grade: float
    """The Flesch-Kincaid grade, names left aside."""
    longest: int
    """Words of the longest sentence."""
    words: int


class KindFigures(NamedTuple):
    """The figures of one kind of entry, or of all kinds together."""

    kind: str
    entries: int
    words: int
    mean_grade: float
    worst_grade: float
    worst_id: str
    citations: int
    read_citations: int
    """Citations of a source that somebody has read for the statement."""
    reviewed: int
    """Entries that a named clinician has reviewed."""


class Figures(NamedTuple):
    """What the content report tells."""

    kinds: list[KindFigures]
    total: KindFigures
    sources: int
    used_sources: int
    unread_sources: int
    """Used sources that nobody has read at all."""
    unread_statements: int
    """Statements that rest only on sources nobody has read for them."""
    open_points: dict[str, int]
    """Code of a rule to its findings."""


def plainness(loaded: Loaded, context: Context) -> Plainness:
    """How plain an entry is."""
    prose = context.prose(loaded)
    longest = max((language.word_count(sentence) for text in prose for sentence in language.sentences(text)), default=0)
    words = sum(language.word_count(text) for text in prose)
    return Plainness(loaded.id, language.grade(" ".join(prose), context.jargon), longest, words)


def figures(chosen: Iterable[Loaded], context: Context, found: Iterable[Problem]) -> Figures:
    """The figures of the chosen files, given the findings on them."""
    entries = [loaded for loaded in chosen if is_entry(loaded) and loaded.values is not None]
    by_kind = [(kind, [loaded for loaded in entries if loaded.file.kind == kind]) for kind in FOLDERS]
    used = {cite.key for loaded in context.files for cite in cites_of(loaded)} & context.sources.keys()
    return Figures(
        [_figures(kind, of_kind, context) for kind, of_kind in by_kind if of_kind],
        _figures("all", entries, context),
        len(context.sources),
        len(used),
        sum(not context.sources[key]["read"] for key in used),
        sum(1 for loaded in entries for _ in unread(loaded, context)),
        dict(sorted(Counter(problem.code for problem in found).items())),
    )


def _figures(kind: str, entries: list[Loaded], context: Context) -> KindFigures:
    """The figures of some entries."""
    plain = [plainness(loaded, context) for loaded in entries]
    worst = max(plain, key=lambda item: item.grade, default=Plainness("", 0.0, 0, 0))
    cites = [cite for loaded in entries for cite in cites_of(loaded)]
    return KindFigures(
        kind,
        len(entries),
        sum(item.words for item in plain),
        sum(item.grade for item in plain) / len(plain) if plain else 0.0,
        worst.grade,
        worst.id,
        len(cites),
        sum(context.rests_on_reading([cite]) for cite in cites),
        sum(bool(loaded.values and loaded.values["review"]["clinician"]) for loaded in entries),
    )
