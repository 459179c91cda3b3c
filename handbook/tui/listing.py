"""The rows of the list of entries. No Textual here."""

from __future__ import annotations

from handbook.commands import KINDS
from handbook.document.article import KIND_PLURALS
from handbook.document.groups import Group
from handbook.document.nodes import Span
from handbook.tui.lines import Layout, Line

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
            put(layout, card.short, card.id in marked, f"{place}. {card.summary}" if place else card.summary, card.id)
        if group.count > len(group.cards):
            layout.put([Span(f"and {group.count - len(group.cards)} more: press / to search.")], stop=False)
    return layout.lines or [Line([Span("There are no entries here.")], "", -1, 0, 0)]


def is_entry(target: str) -> bool:
    """Whether the target of a row is an entry; all other rows lead elsewhere, and only their targets hold a colon."""
    return bool(target) and ":" not in target


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


def put(layout: Layout, name: str, marked: bool, says: str, id: str) -> None:
    """An entry: its name, whether it is marked, and the answer in short, which is left out where not even names fit a row."""
    mark = " (marked)" if marked else ""
    if layout.width < NARROWEST:
        layout.add([Span(name, "name"), Span(mark)], "entry", "", "  ", id)
    else:
        layout.put([Span(name, "name"), Span(f"{mark}: {says}")], "entry", id)
