"""The one module that leans on private names of Textual; they hold for Textual 8.2 and are tested.

`driver_class` gives a driver that shows the cursor, leaves at once and acts on a lone Escape at once.
`ReaderCursor` keeps the terminal's own cursor on what the reader is on. `InstantInput` tells of a change
in the same message that makes it.
"""

from __future__ import annotations

import asyncio
import concurrent.futures
import contextlib
import os
import sqlite3
import sys
import threading
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.app import ScreenStackError
from textual.events import Key
from textual.geometry import Offset
from textual.widgets import Input

from handbook.tui.pasting import Pasting
from handbook.tui.shown import Shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console, RenderableType
    from textual.app import App
    from textual.driver import Driver
    from textual.screen import Screen
    from textual.strip import Strip

_LONGEST_EFFECT = 0.5
"""Seconds to wait for the effect of a key when others come right behind it."""

_KEEP_TITLE, _RESTORE_TITLE = "\x1b[22;0t", "\x1b[23;0t"
_HAS_TITLE = not os.environ.get("TERM", "").startswith("linux")
"""Whether the terminal is a window: the Linux console has no title."""

PRIVATE = {
    "textual.drivers.linux_driver:LinuxDriver": (
        "run_input_thread", "disable_input", "exit_event", "_key_thread", "process_message", "start_application_mode",
        "stop_application_mode",
    ),
    "textual._xterm_parser:XTermParser": ("feed", "tick", "_timeout_time"),
    "textual.widgets._input:Input": ("_watch_value", "_cursor_visible"),
    "textual.app:App": ("cursor_position", "_display", "_handle_exception"),
    "textual._compositor:LayoutUpdate": ("render_segments", "strips", "region"),
    "textual._compositor:ChopsUpdate": ("render_segments", "chops", "spans", "chop_ends"),
}  # fmt: skip
"""The names used here: class to names in its source, for the test that looks for them."""


def driver_class() -> type[Driver] | None:
    """The driver for this system, or None for Textual's own."""
    if sys.platform == "win32":
        return None
    import select
    import signal
    from codecs import getincrementaldecoder

    from textual._xterm_parser import XTermParser
    from textual.drivers.linux_driver import LinuxDriver

    class WokenDriver(LinuxDriver):
        """Waits for keys without polling, so that leaving takes no time and nothing runs while idle."""

        def __init__(self, *arguments: Any, **options: Any) -> None:
            super().__init__(*arguments, **options)
            self._woken, self._waker = os.pipe()
            self._listening = threading.Event()

        def listen(self) -> None:
            """Take in what is typed, from the first key on: what came before the first frame waited in the terminal."""
            self._listening.set()

        def start_application_mode(self) -> None:
            """Enter the full screen with the cursor shown: readers of speech and braille follow it."""
            super().start_application_mode()  # type: ignore[no-untyped-call]
            self.write("\x1b[?25h" + (_KEEP_TITLE if _HAS_TITLE else ""))

        def stop_application_mode(self) -> None:
            """Leave the full screen, and give the terminal its title back."""
            self.write(_RESTORE_TITLE if _HAS_TITLE else "")
            super().stop_application_mode()

        def run_input_thread(self) -> None:
            """Turn what is typed into messages until told to stop.

            Textual would drop keys that come before its first screen stands.
            """
            self._listening.wait()
            parser = XTermParser(self._debug)
            decode, pasting = getincrementaldecoder("utf-8")("replace").decode, Pasting()
            while not self.exit_event.is_set():
                begun = parser._timeout_time is not None
                ready, _, _ = select.select([self.fileno, self._woken], [], [], 0.01 if begun else None)
                if self.fileno in ready:
                    text = pasting.cleaned(decode(self._read()))
                    # To feed nothing would tell the parser that no more will come; half a letter is no text yet.
                    events = list(parser.feed(text)) if text else []
                    for place, event in enumerate(events, 1):
                        if isinstance(event, Key) and event.key == "ctrl+j":
                            # Enter that was typed before the terminal belonged to the app.
                            event = Key("enter", "\r")
                        self.process_message(event)
                        if place < len(events) and isinstance(event, Key):
                            self._settle()
                for event in parser.tick():
                    self.process_message(event)

        def _settle(self) -> None:
            """Wait until a key has had its effect: the next one of a burst may be meant for another screen."""
            if not self.exit_event.is_set():
                waiting = asyncio.run_coroutine_threadsafe(_quiet(self._app), self._loop)
                with contextlib.suppress(TimeoutError, concurrent.futures.CancelledError):
                    waiting.result(_LONGEST_EFFECT)

        def _read(self) -> bytes:
            """What was typed. If the terminal is gone, Textual would wait for it forever, so the program ends here."""
            try:
                data = os.read(self.fileno, 4096)
            except OSError:
                data = b""
            if not data:
                os._exit(128 + signal.SIGHUP)
            return data

        def disable_input(self) -> None:
            """Stop the input thread, which sleeps until something wakes it."""
            if self._key_thread is not None and self._key_thread.is_alive():
                self.exit_event.set()
                self._listening.set()
                os.write(self._waker, b"x")
                self._key_thread.join()
                self.exit_event.clear()
                os.read(self._woken, 1)
            super().disable_input()

    return WokenDriver


async def _quiet(app: App[Any]) -> None:
    """Return once no message waits anywhere on the screen, three looks in a row."""
    calm = 0
    while calm < 3:
        await asyncio.sleep(0.004)
        pumps = [app, app.screen, *app.screen.walk_children()]
        calm = calm + 1 if all(pump._message_queue.empty() for pump in pumps) else 0


def listen(driver: Driver | None) -> None:
    """Let the driver of an app whose first frame stands take in keys; Textual's own does so by itself."""
    begin = getattr(driver, "listen", None)
    if begin is not None:
        begin()


def name_terminal(driver: Driver | None, title: str) -> None:
    """Give the terminal's window a title; it gets its old one back when the app leaves."""
    if driver is not None and _HAS_TITLE and not driver.is_headless:
        driver.write(f"\x1b]2;{''.join(char for char in title if char.isprintable())}\x07")


@runtime_checkable
class HasPlace(Protocol):
    """A widget that knows where on the screen its reader is."""

    def cursor_place(self) -> Offset | None:
        """The place on the screen of the first character of the current item."""


class Changed(CompositorUpdate):
    """An update that writes only those pieces of rows that differ from what stands on the terminal."""

    def __init__(self, update: LayoutUpdate | ChopsUpdate, shown: Shown) -> None:
        self.update = update
        self.shown = shown

    def render_segments(self, console: Console) -> str:
        """The text to write, each piece with its place."""
        pieces = _pieces_of_all(self.update) if isinstance(self.update, LayoutUpdate) else _pieces_of_some(self.update)
        written = []
        for y, x, strip in pieces:
            text = strip.render(console)
            if self.shown.differs(y, x, x + strip.cell_length, text):
                written.append(f"\x1b[{y + 1};{x + 1}H{text}")
        return "".join(written)


def _pieces_of_all(update: LayoutUpdate) -> Iterator[tuple[int, int, Strip]]:
    """The pieces of a whole frame: row, column, and what stands there."""
    for y, line in enumerate(update.strips, update.region.y):
        x = update.region.x
        for strip in line:
            yield y, x, strip
            x += strip.cell_length


def _pieces_of_some(update: ChopsUpdate) -> Iterator[tuple[int, int, Strip]]:
    """The pieces of the regions that were drawn anew."""
    for y, start, end in update.spans:
        for stop, (x, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
            if strip is not None and x <= end and stop > start:
                whole = start <= x < end and stop <= end
                yield y, x, strip if whole else strip.crop(0, min(stop, end) - x)


class ReaderCursor:
    """Mixed in before `App`: nothing that stands on the terminal is written again, and the cursor goes to the current item."""

    _typed_at = Offset(0, 0)

    @cached_property
    def shown(self) -> Shown:
        """What stands on the terminal."""
        return Shown()

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        update = Changed(renderable, self.shown) if isinstance(renderable, LayoutUpdate | ChopsUpdate) else renderable
        super()._display(screen, update)  # type: ignore[misc]

    @property
    def item_place(self) -> Offset:
        """The place of what the reader is on."""
        try:
            widget = getattr(self, "focused", None)
        except ScreenStackError:
            return self._typed_at
        place = widget.cursor_place() if isinstance(widget, HasPlace) else None
        return self._typed_at if place is None else place

    def cursor_goes(self, place: Offset) -> Offset:
        """Where the cursor belongs when the reader is at a place."""
        return place

    @property
    def cursor_position(self) -> Offset:
        """Asked by Textual after each frame."""
        return self.cursor_goes(self.item_place)

    @cursor_position.setter
    def cursor_position(self, value: Offset) -> None:
        """Told by text inputs."""
        self._typed_at = value


class Leaving:
    """Mixed in before `App`: where the library turns out to be damaged, the app leaves in good order, for `damage` to be raised again."""

    damage: sqlite3.Error | None = None

    def _handle_exception(self, error: Exception) -> None:
        if isinstance(error, sqlite3.Error):
            self.damage = error
            self.exit(3)  # type: ignore[attr-defined]
        else:
            super()._handle_exception(error)  # type: ignore[misc]


class InstantInput(Input):
    """An input that calls `changed` at once: a message would come one frame later."""

    def changed(self, value: str) -> None:
        """The text is now `value`."""

    def _watch_value(self, value: str) -> None:
        super()._watch_value(value)
        if self.is_mounted:
            self.changed(value)
