"""The library that is shipped with a wheel: how it is made, and how the library of a larger collection begins with it.

A reader who adds one entry of their own need not wait until all built-in ones are read and indexed again.
"""

from __future__ import annotations

import os
import sqlite3

from handbook.library import opening

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from handbook.library.build import Indexer


def build_shipped(path: str, folder: str, indexer: Callable[[], Indexer]) -> None:
    """Compile the built-in entries of a folder into a file that names them by their place in the folder.

    Raises OSError or sqlite3.Error.
    """
    opening.build_file(path, [folder], indexer)
    connection = sqlite3.connect(path)
    _move(connection, os.path.join(folder, ""), "")
    connection.execute("vacuum")
    connection.close()


def copy_shipped(connection: sqlite3.Connection, shipped: str, folder: str) -> bool:
    """Make an empty database a copy of the shipped library, with its files in the folder where they are installed.

    A file that has the size it was compiled with is taken for the same: both come from one wheel. False, and nothing
    is done, if the shipped library is damaged.
    """
    library = opening.open_shipped(shipped)
    if library is None:
        return False
    try:
        if library.connection.execute("pragma quick_check(1)").fetchone() != ("ok",):
            return False
        library.connection.backup(connection)
    except sqlite3.DatabaseError:
        return False
    finally:
        library.close()
    _move(connection, "", os.path.join(folder, ""))
    for path, size in connection.execute("select path, size from file").fetchall():
        try:
            status = os.stat(path)
        except OSError:
            continue
        if status.st_size == size:
            connection.execute("update file set mtime = ? where path = ?", (status.st_mtime_ns, path))
    return True


def _move(connection: sqlite3.Connection, old: str, new: str) -> None:
    """Give every file another beginning of its path."""
    for table in ("file", "problem", "entry", "source", "region"):
        connection.execute(f"update {table} set path = ?2 || substr(path, ?1)", (len(old) + 1, new))
    connection.commit()
