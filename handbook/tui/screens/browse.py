"""The first screen: a search line, the entries by kind with a one-line answer each, and a preview where there is room."""

from __future__ import annotations

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
from handbook.tui.screens.searching import SearchedEntries
from handbook.tui.widgets.bar import Bar
from handbook.tui.widgets.lineview import LineView
from handbook.tui.widgets.query import Query

WIDE = 100
"""Columns from which the preview is shown."""
TALL = 14
"""Rows from which the kinds are shown."""


class BrowseScreen(SearchedEntries):
    """Finds entries."""

    place = "browse"
    BINDINGS = bindings("browse")
    SIZES = {**Frame.SIZES, "-wide": lambda size: size.width >= WIDE, "-tall": lambda size: size.height >= TALL}

    def __init__(self) -> None:
        super().__init__()
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

    def entries_changed(self, told: str) -> None:
        """The preview follows, too."""
        self.previewed = ""
        super().entries_changed(told)

    @on(LineView.Moved, "#view")
    def preview(self) -> None:
        """Show the current entry beside the list; called at once where a message would come one frame later."""
        line = self.view.current
        if not self.has_class("-wide") or line is None:
            return
        preview = self.query_one("#preview", LineView)
        if preview.wanted != self.wanted:
            preview.wanted = self.wanted
            preview.refresh()
        if line.target != self.previewed:
            self.previewed = line.target
            preview.show(self._preview_lines)

    def _preview_lines(self, width: int) -> list[Line]:
        """The page of the entry that the reader is on."""
        layout = self.handbook.layout(width)
        layout.most = self.query_one("#preview", LineView).size.height
        if listing.is_entry(self.previewed):
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

    def action_open(self) -> None:
        """Open the entry that the reader is on, or go where another row leads."""
        line = self.view.current
        if line is None or not line.target:
            return
        self.view.focus()
        if self.wanted:
            self.handbook.shelf.trail.searched(self.query_line.value)
        if not listing.is_entry(line.target):
            self.follow(line.target)
            return
        self.handbook.open_entry(line.target, sought=self.sought_in(line.target))

    def action_back(self) -> None:
        """Leave the search line, then the words, then the kind."""
        if self.query_line.has_focus:
            self.view.focus()
        elif self.recent:
            self.show_entries()
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
            return bool(self.kind or self.results or self.recent)
        if name in ("decide", "present"):
            kinds = ("condition", "comparison") if name == "decide" else ("lesson",)
            return bool(self.entry_here()) and self.handbook.library.card(self.entry_here()).kind in kinds
        return super().can(name)

    def action_mark(self) -> None:
        """Mark the entry, or take its mark away."""
        if self.entry_here():
            self.say(self.handbook.marks.toggle(self.entry_here()))
            self.show_list(self.shown_lines)

    def action_compare(self) -> None:
        """Compare what is marked, or what belongs to this entry."""
        if self.view.current is not None and self.view.current.target.startswith("compare:"):
            self.action_open()
        else:
            self.handbook.compare_from(self.entry_here())

    def action_decide(self) -> None:
        """What there is to decide on for this condition."""
        self.handbook.decide(self.entry_here())

    def action_timeline(self) -> None:
        """When what happens in this treatment."""
        self.handbook.timeline_from(self.entry_here())

    def action_review(self) -> None:
        """What is due for review."""
        self.handbook.open_review()

    def action_present(self) -> None:
        """Present this lesson."""
        self.handbook.present(self.entry_here())

    def action_where(self) -> None:
        """Say which entry of how many this is."""
        line = self.view.current
        if line is None or not line.target:
            self.say("Nothing was found. Below are other ways on." if self.results else "The list is empty.")
            return
        if line.target.startswith("compare:"):
            self.say("The comparison that was asked for.")
            return
        inside = [other for other in self.view.lines if other.target and other.section == line.section and not other.target.startswith("compare:")]
        place = f"{inside.index(line) + 1} of {len(inside)}"
        name = self.handbook.library.card(line.target).title if listing.is_entry(line.target) else line.spans[0].text
        group = "Recent searches" if self.recent else self.group_of(line)
        self.say(f"{group}, {place}: {name}." if group else f"Result {place}: {name}.")
