"""What is remembered on the way, without being asked: kept only as long as the reader wants a history."""

from __future__ import annotations

from handbook.shelf.store import ShelfError

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from handbook.shelf.settings import Settings
    from handbook.shelf.store import Store


class Remembered:
    """A part of a shelf that fills by itself. In a private session it is neither read nor written.

    It never raises while it is kept or read; if it cannot be, that is remarked once.
    """

    def __init__(self, store: Store, settings: Settings) -> None:
        self.store = store
        self.settings = settings
        self._failed = False

    @property
    def keeps(self) -> bool:
        """Whether anything new is remembered."""
        return not self.store.private and self.settings.on("history")

    def _keep(self, change: Callable[[sqlite3.Connection], None]) -> None:
        if self.keeps:
            try:
                self.store.write(change)
            except ShelfError as error:
                self._remark(error)

    def _remark(self, error: ShelfError) -> None:
        if not self._failed:
            self._failed = True
            self.store.remarks.append(str(error))
