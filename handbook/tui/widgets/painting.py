"""Paints spans on a widget's rows, each in the look that the style sheet gives its role."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from handbook.document.nodes import Span
from handbook.render.wrap import columns, in_ascii, safe
from handbook.tui.lines import cut

LOOKS = ("title", "heading", "urgent", "question", "group", "note", "link", "label", "strong", "number", "match", "current", "spot")
"""Roles that have a look of their own; the style sheet names them `look--ROLE`."""
LOOK_CLASSES = {f"look--{role}" for role in LOOKS}
"""The looks as the style sheet names them."""


class Painted(Widget):
    """A widget whose rows are spans. Its screen holds the looks: on each widget they would cost time at the start."""

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._looks: dict[tuple[str, ...], Style] = {}

    def notify_style_update(self) -> None:
        """Other colors: the looks are worked out anew."""
        self._looks.clear()
        super().notify_style_update()

    def look(self, *roles: str) -> Style:
        """The look of roles, the later ones laid over the others."""
        style = self._looks.get(roles)
        if style is None:
            style = self.rich_style
            for role in roles:
                if role in LOOKS:
                    style += self.screen.get_component_rich_style(f"look--{role}", partial=True)
            self._looks[roles] = style
        return style

    def row(self, spans: list[Span], role: str = "", current: bool = False, spot: tuple[int, int] | None = None) -> Strip:
        """One row of spans, cut to the width and filled up. `spot` is a range of characters to point out."""
        if getattr(self.app, "ascii_only", False):
            spans = in_ascii(spans)
        width = self.size.width
        pieces: list[tuple[str, Style]] = []
        at, used = 0, 0
        for span in cut(spans, width):
            text = safe(span.text)
            mark = ("current",) if current and _takes_mark(role, span.role) else ()
            for piece, pointed in _split(text, at, spot):
                look = self.look(role, span.role, *mark, *(("spot",) if pointed else ()))
                if pieces and pieces[-1][1] == look:
                    # Readers speak what is written in one piece as one.
                    pieces[-1] = (pieces[-1][0] + piece, look)
                else:
                    pieces.append((piece, look))
            at += len(text)
            used += columns(text)
        return Strip([Segment(*piece) for piece in pieces], used).adjust_cell_length(width, self.look())


def _takes_mark(role: str, span_role: str) -> bool:
    """Whether a span of the current line is underlined: names and headings are, running text is not."""
    return span_role == "name" or (span_role != "mark" and role in ("title", "heading", "urgent", "question"))


def _split(text: str, at: int, spot: tuple[int, int] | None) -> list[tuple[str, bool]]:
    """A text that begins at a character of the line, cut at the ends of the spot."""
    if spot is None or spot[1] <= at or spot[0] >= at + len(text):
        return [(text, False)]
    start, end = max(0, spot[0] - at), min(len(text), spot[1] - at)
    return [(piece, pointed) for piece, pointed in ((text[:start], False), (text[start:end], True), (text[end:], False)) if piece]
