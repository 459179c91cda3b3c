"""The search line of the list of entries: shows what fits the words, ways on where nothing does, and recent searches."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from handbook.document.article import KIND_PLURALS
from handbook.tui import listing
from handbook.tui.lines import Line
from handbook.tui.screens.listed import ListedEntries
from handbook.tui.widgets.lineview import Make
from handbook.tui.widgets.query import Query

if TYPE_CHECKING:
    from handbook.search.marking import Wanted
    from handbook.search.results import Results
    from handbook.tui.finding import Sought

MOST_HITS = 50
MOST_RECENT = 10


class SearchedEntries(ListedEntries):
    """Searches entries."""

    def __init__(self) -> None:
        super().__init__()
        self.results: Results | None = None
        self.as_typed = False
        """Whether spelling is left as it is."""
        self.recent: list[str] = []
        """The searches that are listed; empty while anything else is."""

    @property
    def query_line(self) -> Query:
        """The search line."""
        return self.query_one("#query", Query)

    @property
    def wanted(self) -> Wanted | None:
        """The words to mark in what is shown."""
        return self.results.wanted if self.results and (self.results.hits or self.results.offer) else None

    def preview(self) -> None:
        """Show the current entry beside the list, where there is room."""
        raise NotImplementedError

    def fill(self, words: str) -> None:
        """Show what fits the words; called while the search line draws its own change."""
        self.as_typed = False
        if not self.handbook.reader_layout or not words.strip():
            self._search(words)

    def complete(self, words: str) -> str:
        """The words with the filter at their end completed; tells what it may become if that is not certain."""
        from handbook.search.filters import completed, completions

        found = completions(self.handbook.library, words)
        if len(found) > 1:
            self.say(f"{', '.join(found[:8])}{' and more' if len(found) > 8 else ''}.")
        return completed(self.handbook.library, words)

    def _search(self, words: str, keep: bool = False) -> None:
        """Show what fits, best first; `keep` the reader on the same entry where nothing new was typed."""
        if not words.strip():
            self.results = None
            self.show_entries()
            return
        from handbook.search.query import search

        try:
            self.results = search(self.handbook.library, words, limit=MOST_HITS, kind=self.kind, typing=True, correct=not self.as_typed)
        except sqlite3.Error as error:
            self.say(self.handbook.unreadable(error))
            return
        self.recent = []
        self.view.wanted = self.wanted
        show = self.show_list if keep else self.view.show
        show(self.hit_lines)
        self.preview()
        self._tell_results(self.results)

    def _tell_results(self, results: Results) -> None:
        found = len(results.hits)
        if results.danger:
            self.say("In danger, or worried about somebody? Press ! for help now.")
        elif results.remark:
            self.say(results.remark)
        elif not found and self.kind:
            self.say(f"Nothing found among {KIND_PLURALS[self.kind].lower()}. Press Down for ways on.")
        elif not found:
            self.say("Nothing found. Press Down for ways on, or ! for help in a crisis.")
        elif results.corrected:
            self.say(f"Showing results for {results.corrected}. Press Down, then u to search as typed.")
        else:
            self.say("1 entry found." if found == 1 else f"{found} entries found." if found < MOST_HITS else f"The best {found} entries.")
        self.renew_bars()

    def show_entries(self) -> None:
        """Show the entries of the kind, or all of them."""
        self.recent = []
        self.view.wanted = None
        self.show_list(self.entry_lines)
        self.preview()
        self.renew_bars()
        self.say(self.handbook.first_message() or self._counted())

    def renew_list(self) -> None:
        """The words again, or without any the entries."""
        self._search(self.query_line.value, keep=True)

    def _counted(self) -> str:
        counts = self.handbook.counts
        total = counts.get(self.kind, 0) if self.kind else sum(counts.values())
        return f"{total} {'entry' if total == 1 else 'entries'}."

    @property
    def shown_lines(self) -> Make:
        """What makes the lines of the list as it is now."""
        return self._recent_lines if self.recent else self.hit_lines if self.results else self.entry_lines

    def hit_lines(self, width: int) -> list[Line]:
        """What the search found, or ways on."""
        from handbook.tui import found

        app, results, layout = self.handbook, self.results, self.handbook.layout(width)
        if results is None:
            return []
        if results.hits or results.offer:
            return found.hits(app.library, results, app.marks.ids, layout)
        return found.nothing(app.library, results, self.kind, layout)

    def _recent_lines(self, width: int) -> list[Line]:
        from handbook.tui import found

        return found.searches(self.recent, self.handbook.layout(width))

    def show_recent(self) -> bool:
        """List recent searches; False if there are none."""
        self.recent = [words for words, _ in self.handbook.shelf.trail.searches(MOST_RECENT)]
        if self.recent:
            self.view.show(self._recent_lines)
            count = len(self.recent)
            self.say(f"{count} recent search{'' if count == 1 else 'es'}. Enter searches again, Esc lists all entries.")
        return bool(self.recent)

    def entry_here(self) -> str:
        """The entry that the reader is on, or an empty text."""
        line = self.view.current
        return line.target if line is not None and listing.is_entry(line.target) else ""

    def sought_in(self, id: str) -> Sought | None:
        """What was looked for, to go to it on the page of an entry that was found; None in any other list."""
        hit = next((hit for hit in self.results.hits if hit.id == id), None) if self.results else None
        if hit is None or not self.wanted:
            return None
        from handbook.tui.finding import Sought

        try:
            return Sought(self.wanted, hit.row)
        except sqlite3.Error:
            return None

    def follow(self, target: str) -> None:
        """Go where a row leads that is no entry: see `found`."""
        to, _, rest = target.partition(":")
        if to == "compare" and self.results and self.results.offer:
            from handbook.document.choice import Choice

            self.handbook.compare(Choice(self.results.offer.ids, self.results.offer.condition))
        elif to == "crisis":
            self.handbook.open_crisis()
        elif to == "search":
            self.query_line.value = rest
            if self.results is None or self.results.asked != rest:
                self._search(rest)
        elif to == "any":
            self.kind = ""
            self._search(self.query_line.value)
        else:
            self.kind = rest
            self.query_line.value = ""

    def action_search(self) -> None:
        """Go to the search line."""
        self.query_line.focus()
        # What is typed takes the place of the words before: a listener would not notice that they were still there.
        self.query_line.select_all()
        if not self.query_line.value:
            told = "Enter lists what is found." if self.handbook.reader_layout else "Type words to search."
            recent = self.handbook.shelf.trail.searches(1)
            self.say(told + (" Down lists recent searches." if recent else "" if self.handbook.reader_layout else " Down goes to the list."))

    def action_down(self) -> None:
        """From the search line into the list, or without words to recent searches; else one line down."""
        if self.query_line.has_focus:
            if not self.query_line.value and not self.recent:
                self.show_recent()
            self.view.focus()
        else:
            super().action_down()

    def action_as_typed(self) -> None:
        """Search for the words as they are spelt."""
        if self.can("as_typed"):
            self.as_typed = True
            self._search(self.query_line.value)
        else:
            self.say("The words were not changed.")
