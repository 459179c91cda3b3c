"""What the reader read and searched for, and where they were: kept only as long as they want it."""

from __future__ import annotations

import sqlite3
import time

from handbook.shelf.remembered import Remembered
from handbook.shelf.store import ShelfError
from handbook.shelf.words import one_line

MOST_VISITS = 1000
MOST_SEARCHES = 100


class Trail(Remembered):
    """The history of a shelf."""

    def visited(self, entry: str) -> None:
        """Remember that an entry was opened."""

        def change(connection: sqlite3.Connection) -> None:
            now = int(time.time())
            last = connection.execute("select id, entry from visit order by id desc limit 1").fetchone()
            if last and last[1] == entry:
                connection.execute("update visit set time = ? where id = ?", (now, last[0]))
            else:
                connection.execute("insert into visit (entry, time) values (?, ?)", (entry, now))
            connection.execute("delete from visit where id <= (select max(id) from visit) - ?", (MOST_VISITS,))

        self._keep(change)

    def stayed(self, entry: str, section: str) -> None:
        """Remember where the reader was last."""

        def change(connection: sqlite3.Connection) -> None:
            connection.execute("insert or replace into place values (1, ?, ?, ?)", (entry, section, int(time.time())))

        self._keep(change)

    def searched(self, words: str) -> None:
        """Remember what was searched for."""
        words = one_line(words)

        def change(connection: sqlite3.Connection) -> None:
            connection.execute("insert or replace into search values (?, ?)", (words, int(time.time())))
            excess = "select words from search order by time desc limit -1 offset ?"
            connection.execute(f"delete from search where words in ({excess})", (MOST_SEARCHES,))

        if words:
            self._keep(change)

    def entries(self, most: int = 50) -> list[tuple[str, int]]:
        """The entries read, each once, with the time of the last visit; the latest first."""
        return self._read("select entry, max(time) from visit group by entry order by max(id) desc limit ?", most)

    def searches(self, most: int = 20) -> list[tuple[str, int]]:
        """What was searched for and when, the latest first."""
        return self._read("select words, time from search order by time desc, words limit ?", most)

    def clear(self) -> None:
        """Forget all of it, and which questions were answered. Raises ShelfError if that is not possible."""

        def change(connection: sqlite3.Connection) -> None:
            for table in ("visit", "search", "place", "answer"):
                connection.execute(f"delete from {table}")

        if self.store.exists():
            self.store.write(change, "The change")
            self.store.compact()

    def _read(self, query: str, most: int) -> list[tuple[str, int]]:
        if self.store.private:
            return []
        try:
            return self.store.read(query, (most,))
        except ShelfError as error:
            self._remark(error)
            return []
