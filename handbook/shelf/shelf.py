"""The shelf as every face is given it. It opens late and loads only what is used: every start of the app passes here."""

from __future__ import annotations

import os
from functools import cached_property

from handbook import paths
from handbook.errors import HandbookError, UsageError
from handbook.shelf.settings import KEY, Setting, Settings, keep, read_settings, told

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from handbook.commands import Command
    from handbook.shelf.answers import Answers
    from handbook.shelf.bookmarks import Bookmarks
    from handbook.shelf.notes import Notes
    from handbook.shelf.store import Store
    from handbook.shelf.trail import Trail

GONE = "no longer in the handbook"
"""What is said of an entry that the collection does not hold any more."""


class Shelf:
    """Bookmarks, notes, history and settings of one reader. Nothing is written before there is something to keep."""

    def __init__(self, path: str = "", private: bool = False) -> None:
        self.path = path or paths.shelf_file()
        self.private = private
        """Whether nothing is kept."""
        self.settings: Settings = read_settings(self.store) if self._exists else Settings()
        self._undo: tuple[str, Callable[[], None]] | None = None

    @property
    def _exists(self) -> bool:
        return os.path.exists(self.path)

    @cached_property
    def store(self) -> Store:
        """The file."""
        from handbook.shelf.store import Store

        return Store(self.path, self.private)

    @cached_property
    def bookmarks(self) -> Bookmarks:
        """The bookmarks in their sets."""
        from handbook.shelf.bookmarks import Bookmarks

        return Bookmarks(self.store)

    @cached_property
    def notes(self) -> Notes:
        """The notes on entries and sections."""
        from handbook.shelf.notes import Notes

        return Notes(self.store)

    @cached_property
    def trail(self) -> Trail:
        """What was read and searched for."""
        from handbook.shelf.trail import Trail

        return Trail(self.store, self.settings)

    @cached_property
    def answers(self) -> Answers:
        """Which questions were answered."""
        from handbook.shelf.answers import Answers

        return Answers(self.store, self.settings)

    def last_place(self) -> tuple[str, str] | None:
        """The entry and section where the reader was last; None also in a private session, or if no history is kept."""
        if self.private or not self.settings.on("history") or not self._exists:
            return None
        try:
            rows: list[tuple[str, str]] = self.store.read("select entry, section from place")
        except HandbookError as error:
            self.store.remarks.append(str(error))
            return None
        return rows[0] if rows else None

    def remarks(self) -> str:
        """What the reader should be told about the shelf itself, once; empty if there is nothing."""
        if "store" not in self.__dict__:
            return ""
        said = " ".join(text[:1].upper() + text[1:] for text in self.store.remarks)
        self.store.remarks.clear()
        return said

    def toggle(self, entry: str, name: str, into: str = "") -> str:
        """Bookmark an entry in a set (else the first one), or take its bookmarks away; gives the sentence to tell. Raises ShelfError."""
        if self.bookmarks.sets_with(entry):
            self.can_undo(f"{name} is bookmarked again.", self.bookmarks.remove(entry))
            return f"{name} is no longer bookmarked."
        sets = self.bookmarks.sets()
        into = into or sets[0]
        self.bookmarks.add(entry, into)
        return f"Bookmarked {name}{f' in {into}' if sets != [into] else ''}."

    def can_undo(self, sentence: str, restore: Callable[[], None]) -> None:
        """Remember how the last change is taken back, and what is then told."""
        self._undo = (sentence, restore)

    def undo(self) -> str:
        """Take back the last deletion; gives the sentence to tell. Raises UsageError if there is none, ShelfError."""
        if self._undo is None:
            raise UsageError("nothing was deleted that could be brought back")
        sentence, restore = self._undo
        restore()
        self._undo = None
        return sentence

    def choose(self, setting: Setting, value: str) -> str:
        """Let a value that can be chosen be in force from now on; gives the sentence to tell, also if it cannot be kept."""
        self.settings.put(setting.name, value)
        return f"{told(setting, value)}." + self._kept(setting.name, value)

    def choose_key(self, command: Command, key: str) -> str:
        """Let a key that can be a command's be its own, or with an empty one take that away; gives the sentence to tell."""
        self.settings.put(f"{KEY}{command.name}", key)
        said = f"{key} now means {command.title!r}." if key else f"{command.title!r} has only its usual key, {command.keys[0]}."
        return said + self._kept(f"{KEY}{command.name}", key)

    def _kept(self, name: str, value: str) -> str:
        from handbook.shelf.store import ShelfError

        try:
            keep(self.store, name, value)
        except ShelfError as error:
            return f" Only for now: {error}"
        return ""

    def close(self) -> None:
        """Release the file."""
        if "store" in self.__dict__:
            self.store.close()
