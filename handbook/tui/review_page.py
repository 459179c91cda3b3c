"""The page of the review round: what is due, and what was never reviewed, each entry on one line. No Textual here."""

from __future__ import annotations

from handbook.content.review import STATES, round_told
from handbook.document.nodes import Span
from handbook.document.review_round import days, review_round
from handbook.library.library import Library
from handbook.tui.lines import Layout
from handbook.tui.pages import Page

MOST = 400
"""Entries of one state that are listed; more are for the command line."""


class ReviewPage(Page):
    """The review round of today. Signing is done on the command line, where the lines that change are shown first."""

    place = "review"
    name = "Review round"

    def __init__(self, library: Library) -> None:
        today, until = days()
        self.library = library
        self.found = review_round(library, today, until)
        self.told = round_told(self.found, len(library), until)

    def again(self, library: Library) -> ReviewPage:
        """The round of what the entries say now."""
        return ReviewPage(library)

    def lay_out(self, layout: Layout) -> None:
        """The entries by state."""
        layout.add([Span(self.name)], "title")
        layout.add([Span(f"{self.told} Enter opens an entry. To sign one, leave and run: handbook review sign")])
        for state, title in STATES.items():
            of_state = [due for due in self.found if due.state == state]
            if of_state:
                layout.section(f"{title} ({len(of_state)})")
            for due in of_state[:MOST]:
                layout.put([Span(self.library.short(due.id) or due.id, "link", due.id), Span(f": {due.told()}")], "entry")
            if len(of_state) > MOST:
                layout.add([Span(f"and {len(of_state) - MOST} more: handbook review lists them all.")])

    def position(self, section: int, titles: list[str]) -> str:
        """In words, which part of the round this is."""
        return titles[section] if section >= 0 else "Start of the review round."
