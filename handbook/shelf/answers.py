"""Which questions were answered, and how well they are known: kept only as long as the reader wants a history."""

from __future__ import annotations

import sqlite3

from handbook.shelf.store import ShelfError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from handbook.shelf.settings import Settings
    from handbook.shelf.store import Store

BOXES = 5
"""How many steps there are from new to known."""


class Answers:
    """The answered questions of a shelf. In a private session they are neither read nor written.

    They are kept on the way, so nothing is raised; if they cannot be kept or read, that is remarked once.
    """

    def __init__(self, store: Store, settings: Settings) -> None:
        self.store = store
        self.settings = settings
        self._failed = False

    @property
    def keeps(self) -> bool:
        """Whether anything new is remembered."""
        return not self.store.private and self.settings.on("history")

    def all(self) -> dict[str, tuple[int, int]]:
        """Question to its box, from 1 to BOXES, and the time it was put there, in seconds since 1970."""
        if self.store.private:
            return {}
        try:
            return {question: (box, when) for question, box, when in kept_answers(self.store)}
        except ShelfError as error:
            self._remark(error)
            return {}

    def keep(self, question: str, box: int, when: int) -> None:
        """Remember the box of a question."""

        def change(connection: sqlite3.Connection) -> None:
            connection.execute("insert or replace into answer values (?, ?, ?)", (question, box, when))

        if self.keeps:
            try:
                self.store.write(change)
            except ShelfError as error:
                self._remark(error)

    def _remark(self, error: ShelfError) -> None:
        if not self._failed:
            self._failed = True
            self.store.remarks.append(str(error))


def kept_answers(store: Store) -> list[tuple[str, int, int]]:
    """Question, box and time of all that is kept. Raises ShelfError.

    A shelf that lies where nothing can be written may be of a version that had no answers yet.
    """
    if not store.read("select 1 from sqlite_schema where name = 'answer'"):
        return []
    return store.read("select question, box, time from answer order by question")
