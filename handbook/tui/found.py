"""The rows of what a search found: its hits, ways on where it found nothing, and recent searches. No Textual here."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from functools import partial

from handbook.document.article import KIND_PLURALS, KIND_TITLES
from handbook.document.choice import offered
from handbook.document.nodes import Span
from handbook.library.library import Library
from handbook.search.kept import kept_for
from handbook.search.near import near_entries
from handbook.search.results import Hit, Results
from handbook.tui.lines import Layout, Line
from handbook.tui.listing import NARROWEST, put

OFFER = "compare:"
"""The target of the row that offers a comparison."""
ALL, ANY_KIND, CRISIS = "all:", "any:", "crisis:"
"""Targets of ways on: all entries, the same words among all kinds, help in a crisis."""
KIND, SEARCH = "kind:", "search:"
"""What the targets of a kind and of a search begin with."""
_ENDS = (". ", "? ", "! ")
_SEEN = 30
"""Characters of a passage that are surely seen, so that a word among them needs no other start."""


class LateLine(Line):
    """A line whose words are looked up when it is first drawn: most hits of a search are never seen."""

    __slots__ = ("_look_up", "_spans")

    def __init__(self, line: Line, look_up: Callable[[], list[Span]]) -> None:
        self._look_up: Callable[[], list[Span]] | None = look_up
        super().__init__(line.spans, line.role, line.section, line.row, line.part, line.target)

    @property
    def spans(self) -> list[Span]:
        """What it says."""
        if self._look_up is not None:
            look_up, self._look_up = self._look_up, None
            self._spans = look_up()
        return self._spans

    @spans.setter
    def spans(self, spans: list[Span]) -> None:
        self._spans = spans


def hits(library: Library, results: Results, marked: list[str], layout: Layout) -> list[Line]:
    """What a search found, in an empty layout: best first, each with its kind; before it the comparison that was asked for.

    After the kind stands the row that answers, or else the answer in short.
    """
    if results.offer:
        layout.put([Span(offered(library, results.offer.ids, results.offer.condition), "name"), Span(": side by side, row by row.")], "entry", OFFER)
    for hit in results.hits:
        name = library.short(hit.id) or hit.title
        put(layout, name, hit.id in marked, KIND_TITLES[hit.kind].lower(), hit.id)
        if layout.width >= NARROWEST:
            line = layout.lines[-1]
            layout.lines[-1] = LateLine(line, partial(_said, library, results, hit, name, line.spans))
    return layout.lines


def _said(library: Library, results: Results, hit: Hit, name: str, start: list[Span]) -> list[Span]:
    """A hit: its name and kind, and why it was found."""
    kind = [*start[:-1], Span(start[-1].text, "kind")]
    try:
        if results.danger or results.query is None or kept_for(library) is not results.query.kept:
            # In danger, where to call comes first. After a change of the entries, passages may stand in other rows.
            return [*kind, Span(f". {hit.summary}")]
        if hit.row:
            return [*kind, Span(". "), Span(hit.row, "label"), Span(f"{'' if hit.row.endswith('?') else ':'} {_passage(results, hit)}")]
        other = hit.other_name(results.wanted, name)
    except sqlite3.Error:
        other = ""
    return [*kind, Span(f", found under {other}. {hit.summary}" if other else f". {hit.summary}")]


def _passage(results: Results, hit: Hit) -> str:
    """The words of the row that answers, from the sentence on in which the first word stands that was looked for."""
    text = hit.snippet
    first = next((start for start, _ in results.wanted.places(text)), 0)
    begin = max(text.rfind(end, 0, first) + len(end) if first > _SEEN and end in text[:first] else 0 for end in _ENDS)
    return " ".join(text[begin:].replace("…", "...").split())


def nothing(library: Library, results: Results, kind: str, layout: Layout) -> list[Line]:
    """Honest words where nothing was found, in an empty layout: names that look alike, and other ways to what there is."""
    layout.add([Span(f"Nothing found for: {' '.join(results.asked.split())}")])
    layout.add([Span("The handbook holds mental-health treatment only. Try fewer or other words, or a medicine's name.")])
    near = near_entries(library, results.asked)
    if near:
        _group(layout, f"Names that look like it ({len(near)})")
    for name, id in near.items():
        card = library.card(id)
        says = f"{KIND_TITLES[card.kind].lower()}. {card.summary}"
        put(layout, card.short, False, says if card.short.lower() == name else f"{name}, {says}", id)
    _group(layout, "Ways on")
    _way(layout, "Help in a crisis", "press ! any time.", CRISIS)
    if kind:
        _way(layout, "All kinds", f"search for these words not only among {KIND_PLURALS[kind].lower()}.", ANY_KIND)
    counts = library.counts()
    _way(layout, f"All {sum(counts.values())} entries", "O changes the order.", ALL)
    for each, count in counts.items():
        _way(layout, KIND_PLURALS[each], str(count), KIND + each)
    return layout.lines


def searches(recent: list[str], layout: Layout) -> list[Line]:
    """What was searched for, in an empty layout, each in a row of its own."""
    for words in recent:
        layout.put([Span(words, "name")], "entry", SEARCH + words)
    return layout.lines


def _group(layout: Layout, title: str) -> None:
    layout.blank()
    layout.sections.append(title)
    layout.put([Span(title)], "group", stop=False)


def _way(layout: Layout, name: str, says: str, target: str) -> None:
    layout.add([Span(name, "name"), Span(f": {says}")], "entry", "", "  ", target)
