"""Bookmarks, in sets that the reader names."""

from __future__ import annotations

import sqlite3
import time

from handbook.errors import UsageError
from handbook.shelf.words import one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from handbook.shelf.store import Store

DEFAULT = "bookmarks"
"""The set that is there from the start."""
LONGEST_NAME = 60


class Bookmarks:
    """The bookmarks of a shelf. All that changes them raises ShelfError if it cannot be kept."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def sets(self) -> list[str]:
        """The names of the sets, oldest first."""
        return [row[0] for row in self.store.read("select name from collection order by id")] or [DEFAULT]

    def all(self) -> dict[str, list[tuple[str, int]]]:
        """Set to its entries with the time each was added, in that order."""
        found: dict[str, list[tuple[str, int]]] = {name: [] for name in self.sets()}
        query = "select name, entry, added from bookmark join collection on id = collection order by id, added, entry"
        for name, entry, added in self.store.read(query):
            found[name].append((entry, added))
        return found

    def sets_with(self, entry: str) -> list[str]:
        """The sets that hold an entry."""
        query = "select name from bookmark join collection on id = collection where entry = ? order by id"
        return [row[0] for row in self.store.read(query, (entry,))]

    def named(self, name: str) -> str:
        """The set of that name, as it is spelt. Raises UsageError."""
        wanted = one_line(name).lower()
        for known in self.sets():
            if known.lower() == wanted:
                return known
        raise UsageError(f"no set is called {name!r}. Sets: {', '.join(self.sets())}")

    def add(self, entry: str, name: str = DEFAULT, added: int | None = None) -> bool:
        """Bookmark an entry in a set, which is made if it is new; whether it was not there yet. Raises UsageError for a name that cannot be."""
        name = checked_name(name)
        when = int(time.time()) if added is None else added

        def change(connection: sqlite3.Connection) -> bool:
            done = connection.execute("insert or ignore into bookmark values (?, ?, ?)", (_set(connection, name), entry, when))
            return done.rowcount > 0

        return self.store.write(change, "The bookmark")

    def remove(self, entry: str, name: str = "") -> Callable[[], None]:
        """Take an entry out of a set, or out of all sets; gives what puts it back."""

        def change(connection: sqlite3.Connection) -> list[tuple[str, int]]:
            where = "entry = ? and (? = '' or collection = (select id from collection where name = ?))"
            rows = connection.execute(f"select name, added from bookmark join collection on id = collection where {where}", (entry, name, name))
            found: list[tuple[str, int]] = rows.fetchall()
            connection.execute(f"delete from bookmark where {where}", (entry, name, name))
            return found

        removed = self.store.write(change, "The change")

        def restore() -> None:
            for held_by, added in removed:
                self.add(entry, held_by, added)

        return restore

    def new_set(self, name: str) -> str:
        """Make a set; gives its name. Raises UsageError if there is one of that name."""
        name = checked_name(name)
        self._must_be_free(name)

        def change(connection: sqlite3.Connection) -> None:
            if connection.execute("select 1 from collection").fetchone() is None:
                _set(connection, DEFAULT)
            _set(connection, name)

        self.store.write(change, "The set")
        return name

    def rename(self, old: str, new: str) -> str:
        """Give a set another name, which is given back. Raises UsageError if another set has it."""
        old, new = self.named(old), checked_name(new)
        if old.lower() != new.lower():
            self._must_be_free(new)

        def change(connection: sqlite3.Connection) -> None:
            connection.execute("update collection set name = ? where id = ?", (new, _set(connection, old)))

        self.store.write(change, "The name")
        return new

    def delete_set(self, name: str) -> Callable[[], None]:
        """Delete a set with its bookmarks; gives what brings them back. Raises UsageError if there is none of that name."""
        name = self.named(name)
        held = self.all()[name]
        self.store.write(lambda connection: connection.execute("delete from collection where name = ?", (name,)), "The change")

        def restore() -> None:
            def change(connection: sqlite3.Connection) -> None:
                number = _set(connection, name)
                connection.executemany("insert or ignore into bookmark values (?, ?, ?)", [(number, entry, added) for entry, added in held])

            self.store.write(change, "The set")

        return restore

    def _must_be_free(self, name: str) -> None:
        if name.lower() in (known.lower() for known in self.sets()):
            raise UsageError(f"there is already a set called {name!r}")


def checked_name(name: str) -> str:
    """The name of a set on one line. Raises UsageError if it is empty or too long."""
    name = one_line(name)
    if not name or len(name) > LONGEST_NAME:
        raise UsageError(f"the name of a set has 1 to {LONGEST_NAME} characters")
    return name


def _set(connection: sqlite3.Connection, name: str) -> int:
    """The number of a set, which is made if it is new."""
    connection.execute("insert or ignore into collection (name) values (?)", (name,))
    return int(connection.execute("select id from collection where name = ?", (name,)).fetchone()[0])
