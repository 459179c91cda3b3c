"""The shelf as every face is given it."""

from __future__ import annotations

from handbook.errors import UsageError
from handbook.shelf.bookmarks import DEFAULT, Bookmarks
from handbook.shelf.notes import Notes
from handbook.shelf.settings import Settings, read_settings
from handbook.shelf.store import Store
from handbook.shelf.trail import Trail

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


class Shelf:
    """Bookmarks, notes, history and settings of one reader. Nothing is written before there is something to keep."""

    def __init__(self, path: str = "", private: bool = False) -> None:
        self.store = Store(path, private)
        self.settings: Settings = read_settings(self.store)
        self.bookmarks = Bookmarks(self.store)
        self.notes = Notes(self.store)
        self.trail = Trail(self.store, self.settings)
        self._undo: tuple[str, Callable[[], None]] | None = None

    @property
    def private(self) -> bool:
        """Whether nothing is kept."""
        return self.store.private

    def remarks(self) -> str:
        """What the reader should be told about the shelf itself, once; empty if there is nothing."""
        said = " ".join(text[:1].upper() + text[1:] for text in self.store.remarks)
        self.store.remarks.clear()
        return said

    def toggle(self, entry: str, name: str, into: str = DEFAULT) -> str:
        """Bookmark an entry, or take its bookmarks away; gives the sentence to tell. Raises ShelfError."""
        held = self.bookmarks.sets_with(entry)
        if held:
            self.can_undo(f"{name} is bookmarked again.", self.bookmarks.remove(entry))
            return f"{name} is no longer bookmarked."
        self.bookmarks.add(entry, into)
        among = "" if self.bookmarks.sets() == [DEFAULT] else f" in {into}"
        return f"Bookmarked {name}{among}."

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

    def close(self) -> None:
        """Release the file."""
        self.store.close()
