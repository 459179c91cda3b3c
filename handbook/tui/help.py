"""The page of help: every key and what it does, made from the table of commands. No Textual here."""

from __future__ import annotations

from collections.abc import Sequence

from handbook.commands import COMMANDS, Command, commands_in
from handbook.document.nodes import Span
from handbook.tui.lines import Layout
from handbook.tui.pages import Page

_TITLES = {
    "browse": "In the list of entries",
    "read": "On the page of an entry",
    "compare": "In a comparison",
    "decide": "On a decision page",
    "present": "While a lesson is presented",
    "shelf": "On your shelf",
}
"""Place to the heading of its keys."""


class HelpPage(Page):
    """The keys of one place, then of the others, made from the table of commands."""

    place = "help"
    name = "Help"

    def __init__(self, asked_in: str, table: Sequence[Command] = COMMANDS) -> None:
        self.asked_in = asked_in
        self.table = table

    def lay_out(self, layout: Layout) -> None:
        """The page from top to bottom."""
        layout.add([Span("Help")], "title")
        layout.add([Span("Every command is a plain key.")])
        here = commands_in(self.asked_in, self.table)
        layout.section("Keys of the screen you came from")
        self._keys(here, layout)
        for place, title in _TITLES.items():
            if rest := [command for command in commands_in(place, self.table) if command not in here]:
                layout.section(title)
                self._keys(rest, layout)
        layout.section("How to use this handbook")
        for sentence in self._guide():
            layout.add([Span(sentence)], "", "- ", "  ")
        layout.section("What this is")
        layout.add([Span("Information on mental-health treatment, not advice for one person. In danger? Press ! for help now.")])

    def _guide(self) -> list[str]:
        """The first steps in words, with the keys as they are now."""
        key = {command.name: command.keys[0] for command in self.table}
        return [
            f"Find: press {key['search']} and type a name, a brand, or a question in your own words. {key['open']} opens the first result.",
            f"Read: warnings stand first, then the short answer. {key['next_section']} goes on to the next section, {key['outline']} lists them all.",
            f"Less or more: {key['depth']} goes from everything to the short answer and to the usual rows.",
            f"Compare: {key['mark']} marks an entry, {key['compare']} sets marked ones side by side. On a condition it takes the first choices.",
            f"Teach: on a lesson, {key['present']} shows it step by step; {key['trainer']} shows or hides the trainer's notes.",
            f"Revise: {key['quiz']} asks questions from the lessons, and says why an answer is right.",
            f"Check: a number such as [1] is a source. {key['sources']} goes to the list; a question mark means that nobody has confirmed it yet.",
            f"Take along: {key['copy']} copies a section with its sources and its date.",
            f"Lost? {key['where']} says where you are, {key['back']} goes back, {key['help']} shows these keys. Ctrl+L draws the screen anew.",
            "With speech or braille, line by line: quit, then start handbook --screen-reader. It has the same commands as words.",
        ]

    def _keys(self, rows: list[Command], layout: Layout) -> None:
        for command in rows:
            layout.add([Span(" or ".join(command.keys), "strong"), Span(f": {command.help}")], "", "", "    ")

