"""A list or a page as lines, of which the reader is on one. It turns whole pages and never scrolls.

Screen readers speak the line that the cursor moves to, so the cursor's row must change with each key;
in a view that scrolls under a resting cursor they stay silent.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.events import Click, MouseScrollDown, MouseScrollUp, Resize
from textual.geometry import Offset, Region
from textual.message import Message
from textual.strip import Strip

from handbook.document.nodes import Span
from handbook.render.marked import marked
from handbook.render.wrap import columns
from handbook.tui.lines import GUTTER, START, Line, Spot, give_each_page_a_stop, pages
from handbook.tui.widgets.painting import Painted

if TYPE_CHECKING:
    from handbook.search.marking import Wanted

Make = Callable[[int], list[Line]]
"""Makes the lines for a width, the gutter left out."""
_LONGEST_WORD = 30
"""Characters past the end of a row that are looked through, for words that go on there."""


class LineView(Painted, can_focus=True):
    """Shows lines; `cursor` is the index of the current one."""

    class Moved(Message):
        """The reader is on another line."""

        def __init__(self, view: LineView) -> None:
            self.view = view
            super().__init__()

        @property
        def control(self) -> LineView:
            """The view, for handlers that name one."""
            return self.view

    class Clicked(Message):
        """A line was clicked; the reader is on it now."""

        def __init__(self, view: LineView, column: int) -> None:
            self.view = view
            self.column = column
            super().__init__()

    def __init__(self, id: str, marked: bool = True) -> None:
        super().__init__(id)
        self.marked = marked
        """Whether the current line has a mark in front of it."""
        self.lines: list[Line] = []
        """The lines for the present width; empty before there is one."""
        self.cursor = 0
        self.spot: tuple[int, int] | None = None
        """Characters of the current line that are pointed out, such as a link."""
        self.wanted: Wanted | None = None
        """Words to mark wherever they stand; only lines that are drawn are looked through."""
        self._make: Make = lambda width: []
        self._wanted = START
        self._starts = [0]
        self._made_for = (0, 0)
        """The width and height that the lines were made for."""
        self._beside = False
        """Whether the cursor stands a little aside, so that it has moved: see `move_to`."""

    def show(self, make: Make, spot: Spot = START) -> None:
        """Show other lines, with the reader on the line that `spot` names."""
        self._make, self._wanted = make, spot
        self._made_for = (0, 0)
        self.lines = []
        self._fit()
        self.refresh()
        self.post_message(self.Moved(self))

    def turn(self, make: Make) -> None:
        """Show other lines from their start, with the cursor in another place: one that rests tells a screen reader nothing."""
        row, beside = self._row if self.lines else -1, self._beside
        self.show(make)
        if self.lines:
            self._beside = beside
            self._beside = not beside if self._row == row else beside and self.plain

    def on_resize(self, event: Resize) -> None:
        """The reader stays on the same words."""
        self._fit()
        self.post_message(self.Moved(self))

    def _fit(self) -> None:
        """Make the lines for the present size, if that has not been done."""
        width, height = self.size
        if self._made_for == (width, height) or not width or not height:
            return
        if self.lines:
            self._wanted = self.place
        self._made_for = (width, height)
        self.lines = self._make(max(1, width - self.mark_width))
        # In the layout for readers one row stays free: pages stand in it or below it by turns.
        self._starts = pages(self.lines, height - 1 if self.plain and height > 2 else height)
        give_each_page_a_stop(self.lines, self._starts)
        self._beside = False
        self.spot = None
        self.cursor = self._nearest(self._index_of(self._wanted), 1)

    @property
    def plain(self) -> bool:
        """Whether the screen is laid out for speech and braille."""
        return bool(getattr(self.app, "reader_layout", False))

    @property
    def mark_width(self) -> int:
        """Columns for the mark before each line. Readers need none: to them, a mark that moves is text that changes."""
        return 0 if self.plain else GUTTER

    @property
    def place(self) -> Spot:
        """The current line, in a form that survives another width."""
        line = self.current
        return (line.section, line.row, line.part) if line else self._wanted

    @property
    def current(self) -> Line | None:
        """The line that the reader is on."""
        return self.lines[self.cursor] if self.cursor < len(self.lines) else None

    @property
    def page(self) -> int:
        """The number of the page that is shown, from 0."""
        return bisect_right(self._starts, self.cursor) - 1

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return len(self._starts)

    def _index_of(self, spot: Spot) -> int:
        """The line that a spot names, or the nearest one before it."""
        section, row, part = spot
        found = 0
        for index, line in enumerate(self.lines):
            if line.section == section and (line.row, line.part) <= (row, part):
                found = index
            elif line.section > section:
                break
        return found

    def _nearest(self, index: int, step: int) -> int:
        """The line at an index where the cursor may stand, or the next one in a direction, or one in the other."""
        for direction in (step, -step):
            at = index
            while 0 <= at < len(self.lines):
                if self.lines[at].stop:
                    return at
                at += direction
        return 0

    def move_to(self, index: int, spot: tuple[int, int] | None = None, step: int = 1) -> None:
        """Put the reader on a line; on the nearest one in the direction of `step` if that one is skipped."""
        if not self.lines:
            return
        old, old_page, old_spot = self.cursor, self.page, self.spot
        row = self._row
        self.cursor = self._nearest(max(0, min(index, len(self.lines) - 1)), step)
        self.spot = spot
        if self.page != old_page:
            # A cursor that stays where it was while the page turns below it tells a screen reader nothing.
            self._beside = not self._beside if self._row == row else self._beside and self.plain
            self.refresh()
        elif self.cursor != old or spot != old_spot:
            self._redraw(old)
            self._redraw(self.cursor)
        if self.cursor != old:
            self.post_message(self.Moved(self))

    @property
    def _row(self) -> int:
        """The row of the view that the current line is drawn on, from 0."""
        return self.cursor - self._starts[self.page] + self._top

    @property
    def _top(self) -> int:
        """Empty rows above the page."""
        return 1 if self.plain and self._beside else 0

    def _redraw(self, index: int) -> None:
        self.refresh(Region(0, index - self._starts[self.page] + self._top, self.size.width, 1))

    def down(self) -> None:
        """One line down."""
        self.move_to(self.cursor + 1)

    def up(self) -> None:
        """One line up."""
        self.move_to(self.cursor - 1, step=-1)

    def page_down(self) -> None:
        """The first line of the next page, or the last line of all."""
        last = self.page + 1 >= self.page_count
        self.move_to(len(self.lines) - 1 if last else self._starts[self.page + 1], step=-1 if last else 1)

    def page_up(self) -> None:
        """The first line of the page before, or of all."""
        self.move_to(self._starts[max(0, self.page - 1)])

    def home(self) -> None:
        """The first line."""
        self.move_to(0)

    def end(self) -> None:
        """The last line."""
        self.move_to(len(self.lines) - 1, step=-1)

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """The wheel moves the reader, as the keys do."""
        event.stop()
        self.move_to(self.cursor + 3)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """The wheel moves the reader, as the keys do."""
        event.stop()
        self.move_to(self.cursor - 3, step=-1)

    def on_click(self, event: Click) -> None:
        """A click puts the reader on the line."""
        index = self._starts[self.page] + event.y - self._top
        if 0 <= index < len(self.lines) and self.lines[index].stop:
            self.move_to(index)
            self.post_message(self.Clicked(self, event.x - self.mark_width))

    def cursor_place(self) -> Offset | None:
        """Where the terminal's cursor belongs: on the first character of the current line or spot."""
        line = self.current
        if line is None:
            return self.region.offset
        before = columns(line.text[: self.spot[0]]) if self.spot else len(line.text) - len(line.text.lstrip())
        aside = self._beside and not self.plain and not self.spot
        column = 0 if aside else min(self.mark_width + before, max(0, self.size.width - 1))
        return self.region.offset + Offset(column, self._row)

    def render_line(self, y: int) -> Strip:
        """One row of the page."""
        self._fit()
        page = self.page
        index = self._starts[page] + y - self._top
        end = self._starts[page + 1] if page + 1 < len(self._starts) else len(self.lines)
        if not self._starts[page] <= index < end:
            return Strip.blank(self.size.width, self.look())
        line, current = self.lines[index], index == self.cursor and self.marked
        gutter = self.mark_width
        mark = [Span("> " if current else "  ", "mark")] if gutter else []
        spans = marked(line.spans, self.wanted.places, self.size.width + _LONGEST_WORD) if self.wanted else line.spans
        spot = (self.spot[0] + gutter, self.spot[1] + gutter) if current and self.spot else None
        return self.row([*mark, *spans], line.role, current, spot)
