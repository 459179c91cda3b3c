"""A bar: one row of text, such as the title, the status or the keys."""

from __future__ import annotations

from textual.events import Click
from textual.message import Message
from textual.strip import Strip

from handbook.document.nodes import Span
from handbook.render.wrap import columns, wrap
from handbook.tui.widgets.painting import Painted


class Bar(Painted, can_focus=False):
    """Shows spans in one row, or in as many as it has; what does not fit is left out. A span with a target is a command that a click runs."""

    class Pressed(Message):
        """A command was clicked."""

        def __init__(self, name: str) -> None:
            self.name = name
            super().__init__()

    def __init__(self, id: str) -> None:
        super().__init__(id)
        self.spans: list[Span] = []

    @property
    def text(self) -> str:
        """What it says."""
        return "".join(span.text for span in self.spans)

    def say(self, spans: list[Span] | str) -> None:
        """Show something else; the row is drawn only if it changes."""
        new = [Span(spans)] if isinstance(spans, str) else spans
        if [(span.text, span.role) for span in new] != [(span.text, span.role) for span in self.spans]:
            self.spans = new
            self.refresh()

    def on_click(self, event: Click) -> None:
        """Tell which command was clicked, if one was."""
        end = 0
        for span in self.spans:
            end += columns(span.text)
            if event.x < end:
                if span.target:
                    self.post_message(self.Pressed(span.target))
                return

    def render_line(self, y: int) -> Strip:
        """A row. Words go on in the next one only where there is one."""
        if self.size.height < 2:
            return self.row(self.spans if y == 0 else [])
        lines = wrap(self.spans, self.size.width)
        rest = [span for line in lines[y:] for span in (*line, Span(" "))]
        return self.row(rest if y + 1 == self.size.height else lines[y] if y < len(lines) else [])
