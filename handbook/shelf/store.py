"""The file of the shelf: opened late, changed in short transactions, brought up to date, set aside if damaged.

The file keeps a write-ahead log. A change is then one write that survives the end of the program, however
sudden, and takes no time to speak of, so that a note can be saved with every key; two windows can read and
write at once. A power cut may cost the last moments, never the file. Where no log is possible, as on some
network drives, SQLite falls back to its other journal by itself.
"""

from __future__ import annotations

import os
import sqlite3
import time

from handbook.errors import HandbookError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeVar

    Result = TypeVar("Result")

VERSION = 2
"""How many of the steps in `schema.MIGRATIONS` a file of today has been through; that module is loaded only for others."""
_PATIENCE = 2.0
"""Seconds to wait for another window that is writing."""
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT)
"""What SQLite says of a file that is none of its own."""


class ShelfError(HandbookError):
    """The shelf cannot be read or changed now; nothing that was saved before is lost."""


class NotKept(ShelfError):
    """Nothing is kept, because the reader asked for a private session."""

    def __init__(self, what: str = "This") -> None:
        super().__init__(f"This is a private session. {what} is not kept.")


class Store:
    """One window's way to the file. A private one changes nothing and never makes the file.

    `remarks` are sentences that the reader should be told at the next occasion.
    """

    def __init__(self, path: str, private: bool = False) -> None:
        self.path = path
        self.private = private
        self.remarks: list[str] = []
        self._connection: sqlite3.Connection | None = None
        self._opened: tuple[int, int] | None = None
        """Which file is open, so that one that another window has set aside is noticed."""

    def exists(self) -> bool:
        """Whether there is anything to read."""
        return os.path.exists(self.path)

    def read(self, query: str, values: tuple[object, ...] = ()) -> list[Any]:
        """The rows of a query; none if there is no shelf yet. Raises ShelfError."""
        return self._attempt(lambda connection: connection.execute(query, values).fetchall()) if self.exists() else []

    def write(self, change: Callable[[sqlite3.Connection], Result], what: str = "This") -> Result:
        """Do all of a change or nothing of it. Raises ShelfError, in a private session NotKept with `what` in its sentence."""
        if self.private:
            raise NotKept(what)

        def whole(connection: sqlite3.Connection) -> Result:
            return _in_transaction(connection, change)

        return self._attempt(whole)

    def compact(self) -> None:
        """Leave nothing readable of what was deleted in the file. Raises ShelfError."""

        def work(connection: sqlite3.Connection) -> None:
            connection.execute("vacuum")
            connection.execute("pragma wal_checkpoint(truncate)")

        self._attempt(work)

    def close(self) -> None:
        """Release the file."""
        if self._connection is not None:
            self._connection.close()
        self._connection, self._opened = None, None

    def _attempt(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        """Do something with the open file; if that turns out to be damaged, begin a new one and do it again."""
        for last in (False, True):
            try:
                return work(self._open())
            except (sqlite3.Error, OSError) as error:
                if last or not _damaged(error):
                    raise ShelfError(self._sentence(error)) from None
                self._begin_anew()
        raise AssertionError

    def _open(self) -> sqlite3.Connection:
        if self._opened != _identity(self.path):
            self.close()
        if self._connection is None:
            if not self.private:
                os.makedirs(os.path.dirname(self.path), mode=0o700, exist_ok=True)
            connection = _connect(self.path, self.private)
            try:
                self._bring_up_to_date(connection)
            except BaseException:
                connection.close()
                raise
            self._connection, self._opened = connection, _identity(self.path)
        return self._connection

    def _bring_up_to_date(self, connection: sqlite3.Connection) -> None:
        version = connection.execute("pragma user_version").fetchone()[0]
        if version > VERSION:
            raise ShelfError(f"{self.path} was written by a newer handbook and is left alone. Use that one, or move the file away.")
        if version < VERSION and not (version and self.private):
            try:
                _in_transaction(connection, _migrate)
            except sqlite3.OperationalError as error:
                # What an older version kept can be read where nothing can be written, too.
                if not version or error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_READONLY:
                    raise

    def _begin_anew(self) -> None:
        """Set the damaged file aside under another name, with what SQLite keeps beside it; nothing is deleted."""
        self.close()
        day = time.strftime("%Y-%m-%d")
        base = self.path.removesuffix(".sqlite")
        names = [f"{base}-damaged-{day}.sqlite", *(f"{base}-damaged-{day}-{number}.sqlite" for number in range(2, 1000))]
        aside = next(name for name in names if not os.path.exists(name))
        try:
            os.rename(self.path, aside)
        except OSError as refused:
            raise ShelfError(f"{self.path} is damaged and cannot be set aside: {(refused.strerror or 'it failed').lower()}") from None
        for suffix in ("-wal", "-shm", "-journal"):
            if os.path.exists(self.path + suffix):
                os.rename(self.path + suffix, aside + suffix)
        self.remarks.append(f"Your shelf was damaged. It was set aside as {aside}, and a new one begins at {self.path}")

    def _sentence(self, error: Exception) -> str:
        """What went wrong, and the next step."""
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code == sqlite3.SQLITE_FULL or getattr(error, "errno", 0) == 28:
            return "your shelf was not saved: the disk is full. Make room, then try again."
        if code == sqlite3.SQLITE_READONLY:
            return f"your shelf cannot be changed: {self.path} is read-only."
        if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            return "your shelf is in use by another window. Try again."
        reason = getattr(error, "strerror", None) or str(error)
        return f"your shelf at {self.path} cannot be used: {reason.lower()}."


def _connect(path: str, private: bool) -> sqlite3.Connection:
    """An open connection. A file that lies where nothing can be written is opened for reading only."""
    if not os.path.exists(path):
        # Only its owner may read it. SQLite gives the files beside it the same rights.
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
    try:
        connection.execute("pragma foreign_keys = on")
        connection.execute("pragma secure_delete = on")
        if not private:
            _keep_log(connection)
            connection.execute("pragma synchronous = normal")
        connection.execute("select 1 from sqlite_schema").fetchone()
    except sqlite3.OperationalError as error:
        connection.close()
        if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
            raise
        quoted = os.path.abspath(path).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
        return sqlite3.connect(f"file:{quoted}?immutable=1", uri=True, isolation_level=None)
    except BaseException:
        connection.close()
        raise
    return connection


def _keep_log(connection: sqlite3.Connection) -> None:
    """Choose the write-ahead log, unless another window is doing so at this moment."""
    try:
        connection.execute("pragma journal_mode = wal")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise


def _in_transaction(connection: sqlite3.Connection, change: Callable[[sqlite3.Connection], Result]) -> Result:
    connection.execute("begin immediate")
    try:
        result = change(connection)
        connection.execute("commit")
    except BaseException:
        if connection.in_transaction:
            connection.execute("rollback")
        raise
    return result


def _migrate(connection: sqlite3.Connection) -> None:
    """Do the steps that are missing; another window may have done them while this one waited."""
    from handbook.shelf.schema import MIGRATIONS

    version = connection.execute("pragma user_version").fetchone()[0]
    for step in MIGRATIONS[version:]:
        for statement in step:
            connection.execute(statement)
    connection.execute(f"pragma user_version = {max(version, VERSION)}")


def _damaged(error: Exception) -> bool:
    """Whether an error tells of a damaged file, or of one without the tables that its version has."""
    if not isinstance(error, sqlite3.DatabaseError):
        return False
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGED or str(error).startswith("no such table")


def _identity(path: str) -> tuple[int, int] | None:
    try:
        found = os.stat(path)
    except OSError:
        return None
    return (found.st_dev, found.st_ino)
