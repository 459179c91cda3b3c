"""Notices that the files behind a library changed while it is open, and brings it up to date."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from typing import NamedTuple

from handbook import paths
from handbook.content.rows import FOLDERS
from handbook.library.folders import signature
from handbook.library.library import Library
from handbook.library.opening import SCAN_LIMIT, open_library

TYPE_CHECKING = False
if TYPE_CHECKING:
    from handbook.library.build import Indexer

_WAIT = 1.0
"""Seconds to wait for another process that is writing the same file."""


class Changes(NamedTuple):
    """What became of entries: their titles, by what happened; and the first error of each file that is left out now."""

    new: list[str]
    changed: list[str]
    gone: list[str]
    errors: list[str]

    def told(self) -> str:
        """The changes in words: one by name, more than one by number. Empty if readers see nothing of them."""
        said = []
        was = (self.changed, "was changed", "were changed"), (self.gone, "was removed", "were removed")
        for titles, one, many in ((self.new, "is new", "are new"), *was):
            if titles:
                said.append(f"{titles[0]} {one}." if len(titles) == 1 else f"{len(titles)} entries {many}.")
        return " ".join([*self.errors[:1], *said])


class Watch:
    """Watches the folders of a library that was built from files, and whether the reader's own folder comes into being.

    A shipped library has no folders: until there are entries of the reader's own, it cannot change.
    """

    def __init__(self, library: Library, indexer: Callable[[], Indexer]) -> None:
        self.library = library
        self.indexer = indexer
        meta = dict(library.connection.execute("select key, value from meta").fetchall())
        self.deep = int(meta.get("files", 0)) <= SCAN_LIMIT
        """Whether every file is looked at. In larger collections that would take too long, so edits in place are not seen."""
        self._seen = meta.get("signature" if self.deep else "shallow", "")

    def changed(self) -> bool:
        """Whether the folders are no longer as they were read. Asks the file system only, so any thread may call it."""
        return self._has_grown() or (bool(self.library.folders) and self.now() != self._seen)

    def _has_grown(self) -> bool:
        """Whether the reader's own folder is there now, and was not when the library was opened."""
        own = paths.own_entries()
        return own not in self.library.folders and any(os.path.isdir(os.path.join(own, name)) for name in FOLDERS.values())

    def now(self) -> str:
        """What tells one state of the folders from another."""
        return signature(self.library.folders, self.deep)

    def renew(self) -> Changes:
        """Read what changed. Raises sqlite3.Error if the library cannot be written now, and CollectionError."""
        from handbook.library import build

        if self._has_grown():
            return self._grow()
        before, known = self._entries(), self._errors()
        seen = self.now()
        file = self.library.connection.execute("pragma database_list").fetchone()[2]
        connection = sqlite3.connect(file, timeout=_WAIT, isolation_level=None) if file else self.library.connection
        try:
            build.refresh(connection, self.library.folders, self.indexer())
        finally:
            if file:
                connection.close()
        self._seen = seen
        self.library.forget()
        after, errors = self._entries(), self._errors()
        left_out = {os.path.splitext(os.path.basename(path))[0] for path in errors}
        return Changes(
            new=[after[id][0] for id in after if id not in before],
            changed=[after[id][0] for id in after if id in before and after[id][1:] != before[id][1:]],
            gone=[before[id][0] for id in before if id not in after and id not in left_out],
            errors=[text for path, text in errors.items() if known.get(path) != text],
        )

    def _grow(self) -> Changes:
        """Open the library anew, with the reader's own folder."""
        before = self._entries()
        grown = open_library(self.library.folders[1:], self.indexer, self.indexer().FORMAT)
        self.library.become(grown)
        self._seen = self.now()
        after = self._entries()
        return Changes(
            new=[after[id][0] for id in after if id not in before],
            changed=[short for id, (short, path, *_) in after.items() if id in before and not paths.is_built_in(path)],
            gone=[],
            errors=list(self._errors().values()),
        )

    def trouble(self, path: str) -> str:
        """Why a file is left out, in words; empty if it is sound or gone."""
        return self._errors().get(path, "")

    def _entries(self) -> dict[str, tuple[str, str, int, int]]:
        """Id to short name, file, and the file's time and size."""
        rows = self.library.connection.execute(
            "select entry.id, short, entry.path, mtime, size from entry left join file on file.path = entry.path order by position, title"
        )
        return {row[0]: row[1:] for row in rows}

    def _errors(self) -> dict[str, str]:
        """File to the first error that keeps it out."""
        found: dict[str, str] = {}
        for problem in self.library.problems():
            if problem.blocking:
                found.setdefault(problem.path, told(problem.path, problem.line, problem.message))
        return found


def told(path: str, line: int, message: str) -> str:
    """An error in a file, in words: `tips/rest.yaml:3: The key is unknown.`"""
    folder, name = os.path.split(path)
    return f"{os.path.basename(folder)}/{name}:{line}: {message[:1].upper()}{message[1:]}{'' if message.endswith('.') else '.'}"
