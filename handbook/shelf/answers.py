"""Which questions were answered, and how well they are known: kept only as long as the reader wants a history."""

from __future__ import annotations

import sqlite3

from handbook.shelf.remembered import Remembered
from handbook.shelf.store import ShelfError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from handbook.shelf.store import Store

BOXES = 5
"""How many steps there are from new to known."""


class Answers(Remembered):
    """The answered questions of a shelf."""

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

        self._keep(change)


def kept_answers(store: Store) -> list[tuple[str, int, int]]:
    """Question, box and time of all that is kept. Raises ShelfError.

    A shelf that lies where nothing can be written may be of a version that had no answers yet.
    """
    if not store.read("select 1 from sqlite_schema where name = 'answer'"):
        return []
    return store.read("select question, box, time from answer order by question")
