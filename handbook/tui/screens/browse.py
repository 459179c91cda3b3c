"""The first screen: a search line, the entries by kind with a one-line answer each, and a preview where there is room."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.geometry import Size
from textual.widgets import Input

from handbook.document.article import KIND_PLURALS
from handbook.document.nodes import Span
from handbook.errors import HandbookError
from handbook.tui import listing
from handbook.tui.lines import Line
from handbook.tui.screens.frame import Frame, bindings
from handbook.tui.screens.listed import ListedEntries
from handbook.tui.widgets.bar import Bar
from handbook.tui.widgets.lineview import LineView
from handbook.tui.widgets.query import Query

if TYPE_CHECKING:
    from handbook.search.results import Results

MOST_HITS = 50
WIDE = 100
"""Columns from which the preview is shown."""
TALL = 14
"""Rows from which the kinds are shown."""


class BrowseScreen(ListedEntries):
    """Finds entries."""

    place = "browse"
    BINDINGS = bindings("browse")
    SIZES = {**Frame.SIZES, "-wide": lambda size: size.width >= WIDE, "-tall": lambda size: size.height >= TALL}

    def __init__(self) -> None:
        super().__init__()
        self.results: Results | None = None
        self.as_typed = False
        """Whether spelling is left as it is."""
        self.previewed = ""

    def sizes(self, size: Size) -> dict[str, bool]:
        """One column in the layout for readers: a voice reads whole rows, so what stands beside an entry would be read with it."""
        held = super().sizes(size)
        return {**held, "-wide": held["-wide"] and not held["-plain"]}

    def body(self) -> ComposeResult:
        """The search line, the list, and the preview."""
        yield Query(self.fill, self.complete, "query")
        yield Bar("kinds")
        with Horizontal(id="panes"):
            yield LineView("view")
            preview = LineView("preview", marked=False)
            preview.can_focus = False
            yield preview

    def on_mount(self) -> None:
        """Begin with the list."""
        self.show_entries()

    @property
    def query_line(self) -> Query:
        """The search line."""
        return self.query_one("#query", Query)

    @property
    def typing(self) -> bool:
        """Whether the reader is in the search line."""
        return self.query_line.has_focus

    def heading(self) -> str:
        """What the list holds."""
        return f"Handbook: {KIND_PLURALS[self.kind].lower()}" if self.kind else "Handbook: all entries"

    def renew_bars(self) -> None:
        """Title, kinds and keys."""
        super().renew_bars()
        self.query_one("#kinds", Bar).say(listing.kinds(list(self.handbook.counts), self.kind, self.app.size.width))

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
        show = self.show_list if keep else self.view.show
        show(self._hit_lines)
        self.preview()
        self._tell_results(self.results)

    def _tell_results(self, results: Results) -> None:
        found = len(results.hits)
        if results.danger:
            self.say("In danger, or worried about somebody? Press ! for help now.")
        elif results.remark:
            self.say(results.remark)
        elif not found and self.kind:
            self.say(f"Nothing found among {KIND_PLURALS[self.kind].lower()}. Press Esc, then 0 for all kinds.")
        elif not found:
            self.say("Nothing found. Try other words, Esc to browse, or ! for help in a crisis.")
        elif results.corrected:
            self.say(f"Showing results for {results.corrected}. Press Down, then u to search as typed.")
        else:
            self.say("1 entry found." if found == 1 else f"{found} entries found." if found < MOST_HITS else f"The best {found} entries.")
        self.renew_bars()

    def show_entries(self) -> None:
        """Show the entries of the kind, or all of them."""
        self.show_list(self.entry_lines)
        self.renew_bars()
        self.say(self.handbook.first_message() or self._counted())

    def entries_changed(self, told: str) -> None:
        """The preview follows, too."""
        self.previewed = ""
        super().entries_changed(told)

    def renew_list(self) -> None:
        """The words again, or without any the entries."""
        self._search(self.query_line.value, keep=True)

    def _counted(self) -> str:
        counts = self.handbook.counts
        total = counts.get(self.kind, 0) if self.kind else sum(counts.values())
        return f"{total} {'entry' if total == 1 else 'entries'}."

    def _hit_lines(self, width: int) -> list[Line]:
        """What the search found."""
        return listing.hits(self.handbook.library, self.results, self.handbook.marks.ids, self.handbook.layout(width))

    @on(LineView.Moved, "#view")
    def preview(self) -> None:
        """Show the current entry beside the list; called at once where a message would come one frame later."""
        line = self.view.current
        if not self.has_class("-wide") or line is None or line.target == self.previewed:
            return
        self.previewed = line.target
        self.query_one("#preview", LineView).show(self._preview_lines)

    def _preview_lines(self, width: int) -> list[Line]:
        """The page of the entry that the reader is on."""
        layout = self.handbook.layout(width)
        layout.most = self.query_one("#preview", LineView).size.height
        if self.previewed and self.previewed != listing.OFFER:
            page = self.handbook.page_of(self.previewed)
            if isinstance(page, HandbookError):
                layout.add([Span(str(page))])
            else:
                page.lay_out(layout)
        return layout.lines

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in the search line opens the first result. In the layout for readers it lists the results: each letter would be a list to hear."""
        words = self.query_line.value
        if self.handbook.reader_layout and words.strip() and (self.results is None or self.results.asked != words):
            self._search(words)
            self.view.focus()
        else:
            self.action_open()

    def on_line_view_clicked(self, event: LineView.Clicked) -> None:
        """A click on an entry opens it."""
        self.action_open()

    def entry_here(self) -> str:
        """The entry that the reader is on, or an empty text."""
        line = self.view.current
        return line.target if line is not None and line.target != listing.OFFER else ""

    def action_open(self) -> None:
        """Open the entry that the reader is on."""
        line = self.view.current
        if line is None or not line.target:
            return
        if self.results is not None:
            self.handbook.shelf.trail.searched(self.query_line.value)
        self.view.focus()
        if line.target == listing.OFFER and self.results and self.results.offer:
            from handbook.document.choice import Choice

            self.handbook.compare(Choice(self.results.offer.ids, self.results.offer.condition))
        else:
            self.handbook.open_entry(line.target)

    def action_search(self) -> None:
        """Go to the search line."""
        self.query_line.focus()
        self.query_line.action_end()
        if not self.query_line.value:
            self.say("Type words to search." + (" Enter lists what is found." if self.handbook.reader_layout else " Down goes to the list."))

    def action_down(self) -> None:
        """From the search line into the list, else one line down."""
        if self.query_line.has_focus:
            self.view.focus()
        else:
            self.view.down()

    def action_back(self) -> None:
        """Leave the search line, then the words, then the kind."""
        if self.query_line.has_focus:
            self.view.focus()
        elif self.query_line.value:
            self.query_line.value = ""
        elif self.kind:
            self.action_all_kinds()
        else:
            self.say("This is the first screen. Press q to quit.")

    def can(self, name: str) -> bool:
        """There is only sometimes something to undo or to leave."""
        if name == "as_typed":
            return bool(self.results and self.results.corrected)
        if name == "back":
            return bool(self.kind or self.results)
        if name == "decide":
            return bool(self.entry_here()) and self.handbook.library.card(self.entry_here()).kind in ("condition", "comparison")
        return super().can(name)

    def action_as_typed(self) -> None:
        """Search for the words as they are spelt."""
        if self.can("as_typed"):
            self.as_typed = True
            self._search(self.query_line.value)
        else:
            self.say("The words were not changed.")

    def action_mark(self) -> None:
        """Mark the entry, or take its mark away."""
        if self.entry_here():
            self.say(self.handbook.marks.toggle(self.entry_here()))
            self.show_list(self._hit_lines if self.results else self.entry_lines)

    def action_compare(self) -> None:
        """Compare what is marked, or what belongs to this entry."""
        if self.view.current is not None and self.view.current.target == listing.OFFER:
            self.action_open()
        else:
            self.handbook.compare_from(self.entry_here())

    def action_decide(self) -> None:
        """What there is to decide on for this condition."""
        self.handbook.decide(self.entry_here())

    def action_timeline(self) -> None:
        """When what happens in this treatment."""
        self.handbook.timeline_from(self.entry_here())

    def action_where(self) -> None:
        """Say which entry of how many this is."""
        line = self.view.current
        if line is None or not self.entry_here():
            self.say("The list is empty." if line is None or not line.target else "The comparison that was asked for.")
            return
        entries = [other for other in self.view.lines if other.target not in ("", listing.OFFER)]
        inside = [other for other in entries if other.section == line.section]
        place = f"{inside.index(line) + 1} of {len(inside)}"
        name = self.handbook.library.card(line.target)
        among = f"{self.group_of(line)}, {place}" if self.results is None else f"Result {place}"
        self.say(f"{among}: {name.title}.")
