"""The page of help: every key and what it does, made from the table of commands. No Textual here."""

from __future__ import annotations

from collections.abc import Sequence

from handbook.commands import COMMANDS, Command, commands_in
from handbook.document.nodes import Span
from handbook.tui.lines import Layout
from handbook.tui.pages import Page


class HelpPage(Page):
    """The keys of one place, then of the others, made from the table of commands."""

    place = "help"
    name = "Help"

    def __init__(self, asked_in: str, table: Sequence[Command] = COMMANDS) -> None:
        self.asked_in = asked_in
        self.table = table

    def lay_out(self, layout: Layout) -> None:
        """The page from top to bottom."""
        layout.add([Span("Keys")], "title")
        layout.add([Span("Every command is a plain key. To read line by line with speech or braille, quit and start: handbook --screen-reader")])
        here = commands_in(self.asked_in, self.table)
        layout.section("Keys of the screen you came from")
        self._keys(here, layout)
        titles = {"browse": "In the list of entries", "read": "On the page of an entry", "compare": "In a comparison"}
        for place, title in titles.items():
            if rest := [command for command in commands_in(place, self.table) if command not in here]:
                layout.section(title)
                self._keys(rest, layout)
        layout.section("What this is")
        layout.add([Span("Information on mental-health treatment, not advice for one person. In danger? Press ! for help now.")])

    def _keys(self, rows: list[Command], layout: Layout) -> None:
        for command in rows:
            layout.add([Span(" or ".join(command.keys), "strong"), Span(f": {command.help}")], "", "", "    ")

