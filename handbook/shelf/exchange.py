"""All that a shelf holds, taken out and brought into another one."""

from __future__ import annotations

import sqlite3

from handbook.shelf.answers import kept_answers
from handbook.shelf.notes import Note

TYPE_CHECKING = False
if TYPE_CHECKING:
    from handbook.shelf.store import Store


class Contents:
    """All that a shelf holds."""

    __slots__ = ("answers", "notes", "place", "searches", "sets", "settings", "visits")

    def __init__(self) -> None:
        self.sets: dict[str, list[tuple[str, int]]] = {}
        """Set to its entries, each with the time it was added."""
        self.notes: list[Note] = []
        self.settings: list[tuple[str, str]] = []
        self.visits: list[tuple[str, int]] = []
        self.searches: list[tuple[str, int]] = []
        self.answers: list[tuple[str, int, int]] = []
        """Question, box and time."""
        self.place: tuple[str, str, int] | None = None
        """Entry, section and time."""


def contents_of(store: Store, history: bool) -> Contents:
    """What a shelf holds, with or without what was read, searched for and answered. Raises ShelfError."""
    found = Contents()
    for (name,) in store.read("select name from collection order by id"):
        query = "select entry, added from bookmark join collection on id = collection where name = ? order by added, entry"
        found.sets[name] = store.read(query, (name,))
    notes = store.read("select entry, section, text, written, changed from note order by entry, section")
    found.notes = [Note(*row) for row in notes]
    found.settings = store.read("select name, value from setting order by name")
    if history and not store.private:
        found.visits = store.read("select entry, time from visit order by id")
        found.searches = store.read("select words, time from search order by time, words")
        found.answers = kept_answers(store)
        found.place = next(iter(store.read("select entry, section, time from place")), None)
    return found


def bring_in(store: Store, contents: Contents) -> dict[str, int]:
    """Add contents to a shelf, all or nothing; gives how many were new of each.

    Nothing that is there is lost: a note on a section that has another one already is put below that. Raises ShelfError.
    """
    return store.write(lambda connection: _added(connection, contents), "The import")


def _added(connection: sqlite3.Connection, contents: Contents) -> dict[str, int]:
    new = dict.fromkeys(("sets", "bookmarks", "notes", "settings", "visits", "searches", "answers"), 0)
    for name, entries in contents.sets.items():
        new["sets"] += connection.execute("insert or ignore into collection (name) values (?)", (name,)).rowcount
        (number,) = connection.execute("select id from collection where name = ?", (name,)).fetchone()
        for entry, added in entries:
            new["bookmarks"] += connection.execute("insert or ignore into bookmark values (?, ?, ?)", (number, entry, added)).rowcount
    for note in contents.notes:
        new["notes"] += _note_added(connection, note)
    for name, value in contents.settings:
        new["settings"] += 1
        connection.execute("insert or replace into setting values (?, ?)", (name, value))
    for entry, when in contents.visits:
        known = connection.execute("select 1 from visit where entry = ? and time = ?", (entry, when)).fetchone()
        if not known:
            new["visits"] += 1
            connection.execute("insert into visit (entry, time) values (?, ?)", (entry, when))
    for words, when in contents.searches:
        new["searches"] += connection.execute("insert or ignore into search values (?, ?)", (words, when)).rowcount
    for question, box, when in contents.answers:
        known = connection.execute("select time from answer where question = ?", (question,)).fetchone()
        if not known or known[0] < when:
            new["answers"] += 1
            connection.execute("insert or replace into answer values (?, ?, ?)", (question, box, when))
    if contents.place:
        connection.execute("insert or ignore into place values (1, ?, ?, ?)", contents.place)
    return new


def _note_added(connection: sqlite3.Connection, note: Note) -> int:
    """Add a note; 1 if that changed anything."""
    place = (note.entry, note.section)
    known = connection.execute("select text from note where entry = ? and section = ?", place).fetchone()
    if not note.text or (known and note.text in known[0]):
        return 0
    if known:
        both = f"{known[0]}\n{note.text}"
        connection.execute("update note set text = ?, changed = ? where entry = ? and section = ?", (both, note.changed, *place))
    else:
        connection.execute("insert into note values (?, ?, ?, ?, ?)", (*place, note.text, note.written, note.changed))
    return 1
