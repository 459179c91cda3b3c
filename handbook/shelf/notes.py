"""Notes on entries and their sections, one for each."""

from __future__ import annotations

import sqlite3
import time

from handbook.shelf.words import lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from handbook.shelf.store import Store


class Note:
    """What a reader wrote on a section of an entry, or with an empty `section` on the entry. Times are seconds since 1970."""

    __slots__ = ("changed", "entry", "section", "text", "written")

    def __init__(self, entry: str, section: str, text: str, written: int, changed: int) -> None:
        self.entry = entry
        self.section = section
        self.text = text
        self.written = written
        self.changed = changed


_NOTE = "select entry, section, text, written, changed from note"


class Notes:
    """The notes of a shelf. All that changes them raises ShelfError if it cannot be kept."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def all(self) -> list[Note]:
        """All notes, those changed last first."""
        return [Note(*row) for row in self.store.read(f"{_NOTE} order by changed desc, entry, section")]

    def on(self, entry: str) -> list[Note]:
        """The notes on an entry, that on the whole first, then in the order in which they were begun."""
        return [Note(*row) for row in self.store.read(f"{_NOTE} where entry = ? order by section <> '', written, section", (entry,))]

    def text(self, entry: str, section: str) -> str:
        """The text of a note, empty if there is none."""
        return next((note.text for note in self.on(entry) if note.section == section), "")

    def write(self, entry: str, section: str, text: str, written: int | None = None, changed: int | None = None) -> None:
        """Write or change a note; an empty text takes it away."""
        text = lines(text)
        now = int(time.time()) if changed is None else changed

        def change(connection: sqlite3.Connection) -> None:
            if not text:
                connection.execute("delete from note where entry = ? and section = ?", (entry, section))
                return
            connection.execute(
                "insert into note values (?, ?, ?, ?, ?) on conflict do update set text = excluded.text, changed = excluded.changed",
                (entry, section, text, now if written is None else written, now),
            )

        self.store.write(change, "The note")

    def add(self, entry: str, section: str, text: str) -> None:
        """Put a text below what the note says already."""
        self.write(entry, section, f"{self.text(entry, section)}\n{text}")

    def delete(self, entry: str, section: str) -> Callable[[], None]:
        """Take a note away; gives what brings it back."""
        found = [note for note in self.on(entry) if note.section == section]
        self.write(entry, section, "")

        def restore() -> None:
            for note in found:
                self.write(entry, section, note.text, note.written, note.changed)

        return restore
