"""Entries that are edited while the app is open: what is shown follows their files."""

from __future__ import annotations

import sqlite3
import threading
from typing import TYPE_CHECKING

from textual.app import App
from textual.message import Message

from handbook.errors import HandbookError
from handbook.tui.screens.frame import Frame

if TYPE_CHECKING:
    from handbook.library.build import Indexer
    from handbook.library.library import Library
    from handbook.library.watching import Watch
    from handbook.tui.app import HandbookApp

_PAUSE = 0.7
"""Seconds between two looks at the folders. A look takes about 2 ms for 300 files."""
_CALM = 0.1
"""Seconds without a change after which files are read: editors write in several steps."""


def _indexer() -> Indexer:
    """What indexes entries, loaded only when some changed."""
    from handbook.search.index import Index

    return Index()


class FilesChanged(Message):
    """The files of the entries changed."""


class LiveEntries(App[int]):
    """Mixed into the app: a thread looks at the folders, and says something only if they changed."""

    def start_watching(self, library: Library) -> None:
        """Watch from now on."""
        from handbook.library.watching import Watch

        self._stop_watching = threading.Event()
        self.watch_files = Watch(library, _indexer)
        threading.Thread(target=self._look, args=(self.watch_files,), name="handbook-watch", daemon=True).start()

    def _look(self, watch: Watch) -> None:
        """The thread: looks, waits until the writing is over, and tells."""
        stop = self._stop_watching
        while not stop.wait(_PAUSE):
            if watch.changed():
                before = ""
                while (now := watch.now()) != before and not stop.wait(_CALM):
                    before = now
                self.post_message(FilesChanged())

    def on_unmount(self) -> None:
        """Watch no longer."""
        if hasattr(self, "_stop_watching"):
            self._stop_watching.set()

    def on_files_changed(self, event: FilesChanged) -> None:
        """Read what changed, and show it where the reader is."""
        app: HandbookApp = self  # type: ignore[assignment]
        try:
            changes = self.watch_files.renew()
        except sqlite3.OperationalError:
            return
        except (sqlite3.Error, HandbookError) as error:
            app.frame.say(f"The entries cannot be read again: {error}")
            return
        app.forget_entries()
        for visit in app.history.visits:
            visit.stale = True
        for screen in app.screen_stack:
            if isinstance(screen, Frame):
                screen.entries_changed(changes.told())
