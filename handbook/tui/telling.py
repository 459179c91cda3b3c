"""What is told, and the cursor that goes there in the layout for speech and braille."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from handbook.tui.widgets.bar import Bar
from handbook.tui.widgets.lineview import LineView

if TYPE_CHECKING:
    from textual.geometry import Offset

    from handbook.tui.screens.frame import Frame


def apart(message: str, before: str) -> str:
    """A message, moved aside until it has neither its beginning nor its end in common with what stood in the row before.

    Terminals of desktops tell a reader only the piece of a row that differs: of "Section 2 of 3" after "Section 1 of 3" just
    "2". At most two places are ruled out, so one of three is free.
    """
    for indent in range(3):
        moved = " " * indent + message
        if not before.startswith(moved[: indent + 1]) and (len(before), before[-1:]) != (len(moved), moved[-1:]):
            return moved
    return message


class Telling:
    """Mixed into a frame: tells in the status line.

    Readers that follow the cursor never come to a status line by themselves. So in the layout for them the cursor goes there
    when a key changed nothing but what is told, and with the next key it is back.
    """

    _told = False
    """Whether something was told since the last key."""
    _away = False
    """Whether the cursor is in the status line."""
    _before: tuple[Offset, str] | None = None
    """Where the reader was at the last key, and on which words."""

    @property
    def _frame(self) -> Frame:
        return cast("Frame", self)

    @property
    def _status(self) -> Bar:
        return self._frame.query_one("#status", Bar)

    def say(self, message: str) -> None:
        """Tell something in the status line."""
        self._told = bool(message)
        if not self._frame.handbook.reader_layout:
            self._status.say(message)
        elif message != self._status.text.strip():
            self._status.say(apart(message, self._status.text))
        else:
            # Only a frame moves the cursor.
            self._status.refresh()

    def tell(self, message: str) -> None:
        """Say something that nothing less important is to follow."""
        self.say(message)

    def before_key(self, place: Offset) -> None:
        """Remember where the reader is, to see whether the key that comes changes it."""
        self._told = False
        self._before = place, self._words()
        if self._away:
            self._frame.call_after_refresh(self._return)

    def cursor_goes(self, place: Offset) -> Offset:
        """Where the cursor belongs when the reader is at a place."""
        self._away = self._told and self._frame.handbook.reader_layout and self._before == (place, self._words())
        return self._status.region.offset if self._away else place

    def _return(self) -> None:
        """Let the cursor return after a key that did nothing."""
        if self._away and not self._told:
            self._status.refresh()

    def _words(self) -> str:
        """What the current line is about; its words may change with what is told, such as a mark."""
        focused = self._frame.focused
        line = focused.current if isinstance(focused, LineView) else None
        return (line.target or line.text) if line else ""
