"""The terminal around the app: its title, being set aside with Ctrl+Z, other sizes, and drawing anew."""

from __future__ import annotations

from typing import ClassVar

from textual.app import App
from textual.binding import BindingType
from textual.events import Event, Key
from textual.geometry import Offset

from handbook.tui.driver import Leaving, ReaderCursor, name_terminal
from handbook.tui.telling import Telling


class TerminalWindow(Leaving, ReaderCursor, App[int]):
    """Mixed into the app."""

    BINDINGS: ClassVar[list[BindingType]] = [("ctrl+z", "suspend_process", "Suspend"), ("ctrl+l", "redraw", "Redraw")]
    _title = ""
    _sized = False

    def on_mount(self) -> None:
        """Return from Ctrl+Z in good order."""
        self.app_resume_signal.subscribe(self, self._resumed)

    def _resumed(self, _: object) -> None:
        """Back from Ctrl+Z: the terminal shows something else."""
        name_terminal(self._driver, self._title)
        self.action_redraw()

    def on_resize(self) -> None:
        """After another size nobody knows what the terminal shows. The first time, this is the size to begin with."""
        if self._sized:
            self.action_redraw()
        self._sized = True

    async def on_event(self, event: Event) -> None:
        """Before each key, the screen takes note of where the reader is."""
        if isinstance(event, Key) and isinstance(self.screen, Telling):
            self.screen.before_key(self.item_place)
        await super().on_event(event)

    def cursor_goes(self, place: Offset) -> Offset:
        """As the screen says."""
        return self.screen.cursor_goes(place) if self.screen_stack and isinstance(self.screen, Telling) else place

    def action_redraw(self) -> None:
        """Ctrl+L: draw everything anew, for a terminal that something else wrote on."""
        self.shown.forget()
        self.refresh(layout=True)
        self.screen.refresh(layout=True)

    def name_terminal(self, title: str) -> None:
        """Give the terminal's window a title, if it has another one."""
        if title != self._title:
            self._title = title
            name_terminal(self._driver, title)
