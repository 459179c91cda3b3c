"""The rows of the list of entries. No Textual here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.commands import KINDS
from handbook.document.article import KIND_PLURALS, KIND_TITLES
from handbook.document.choice import offered
from handbook.document.groups import Group
from handbook.document.nodes import Span
from handbook.library.library import Library
from handbook.tui.lines import Layout, Line

if TYPE_CHECKING:
    from handbook.search.results import Results

NARROWEST = 36
"""Columns that the longest name of an entry takes with its mark; below that, names may go on in a second row."""


def entries(groups: list[Group], marked: list[str], layout: Layout) -> list[Line]:
    """Entries in groups, in an empty layout, each group under its title with how many entries it has."""
    for group in groups:
        layout.blank()
        layout.sections.append(group.title)
        layout.put([Span(f"{group.title} ({group.count})")], "group", stop=False)
        for card in group.cards:
            place = group.places.get(card.id)
            _put(layout, card.short, card.id in marked, f"{place}. {card.summary}" if place else card.summary, card.id)
        if group.count > len(group.cards):
            layout.put([Span(f"and {group.count - len(group.cards)} more: press / to search.")], stop=False)
    return layout.lines or [_remark("There are no entries here.")]


OFFER = "compare:"
"""The target of the row that offers a comparison."""


def hits(library: Library, results: Results | None, marked: list[str], layout: Layout) -> list[Line]:
    """What a search found, in an empty layout: best first, each with its kind; before it the comparison that was asked for."""
    found = results.hits if results else []
    if results and results.offer:
        layout.put([Span(offered(library, results.offer.ids, results.offer.condition), "name"), Span(": side by side, row by row.")], "entry", OFFER)
    for hit in found:
        says = f"{KIND_TITLES[hit.kind].lower()}. {hit.summary}"
        _put(layout, library.short(hit.id) or hit.title, hit.id in marked, says, hit.id)
    return layout.lines or [_remark("Nothing found.")]


def kinds(known: list[str], current: str, width: int) -> list[Span]:
    """The kinds with their keys in one row, as many as fit."""
    spans: list[Span] = []
    used = 0
    for number, kind in enumerate(KINDS, 1):
        name = f"{number} {KIND_PLURALS[kind]}"
        gap = 2 if spans else 0
        if kind in known and used + gap + len(name) <= width:
            spans += [Span(" " * gap), Span(name, "current" if kind == current else "", f"kind_{kind}")]
            used += gap + len(name)
    return spans


def _put(layout: Layout, name: str, marked: bool, says: str, id: str) -> None:
    """An entry: its name, whether it is marked, and the answer in short, which is left out where not even names fit a row."""
    mark = " (marked)" if marked else ""
    if layout.width < NARROWEST:
        layout.add([Span(name, "name"), Span(mark)], "entry", "", "  ", id)
    else:
        layout.put([Span(name, "name"), Span(f"{mark}: {says}")], "entry", id)


def _remark(text: str) -> Line:
    """A row that is no entry."""
    return Line([Span(text)], "", -1, 0, 0)
