"""The immutable collection that every face is given."""

from __future__ import annotations

import sqlite3

from handbook.content.rows import FOLDERS
from handbook.errors import UnknownId, near_names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from handbook.content.problems import Problem

_CARD = "id, kind, title, short, summary, family, overview"


def _kept(data: str) -> dict[str, Any]:
    """An entry or a region as it was stored. Raises sqlite3.DatabaseError if the file is damaged."""
    import json  # a search reads no entry, and takes less time than this import

    try:
        found: dict[str, Any] = json.loads(data)
    except ValueError as error:
        raise sqlite3.DatabaseError(f"an entry is damaged: {error}") from None
    return found


class Card:
    """What a list shows of an entry."""

    __slots__ = ("family", "id", "kind", "overview", "short", "summary", "title")

    def __init__(self, id: str, kind: str, title: str, short: str, summary: str, family: str, overview: int) -> None:
        self.id = id
        self.kind = kind
        self.title = title
        self.short = short
        self.summary = summary
        self.family = family
        self.overview = bool(overview)


class Source:
    """Where statements come from."""

    __slots__ = ("note", "publisher", "read", "title", "url", "year")

    def __init__(self, title: str, publisher: str, year: str, url: str, read: int, note: str) -> None:
        self.title = title
        self.publisher = publisher
        self.year = year
        self.url = url
        self.read = bool(read)
        """Whether somebody read a passage that supports what it is cited for."""
        self.note = note
        """How good the source is, where that needs saying."""


class Library:
    """Entries, sources and regions, read from a compiled file as they are asked for.

    `replaced` and `problems` tell what a reader should know about the collection itself.
    """

    def __init__(self, connection: sqlite3.Connection, memory: bool = False, folders: list[str] | None = None) -> None:
        self.connection = connection
        self.memory = memory
        """Whether it was built in memory because no cache could be written."""
        self.folders = folders or []
        """The folders it is built from; none for the library that is shipped."""
        self._shorts: dict[str, str] = {}
        self.kept: Any = None
        """What the search keeps from one key to the next."""

    def __contains__(self, id: str) -> bool:
        return self.connection.execute("select 1 from entry where id = ?", (id,)).fetchone() is not None

    def __len__(self) -> int:
        return int(self.connection.execute("select value from meta where key = 'entries'").fetchone()[0])

    def get(self, id: str) -> dict[str, Any]:
        """The entry with that id, as `content.model` describes it. Raises UnknownId with near ids."""
        row = self.connection.execute("select data from entry where id = ?", (id,)).fetchone()
        if row is None:
            raise self.unknown(id)
        return _kept(row[0])

    def unknown(self, id: str) -> UnknownId:
        """The error for an id that no entry has, naming those that come near by id or by name."""
        asked = id.strip().lower()
        if not asked or asked in self:
            return UnknownId(id, [asked] if asked else [])
        ids = [row[0] for row in self.connection.execute("select id from entry")]
        by_name = [
            row[0]
            for row in self.connection.execute(
                "select id from entry where lower(title) = ? or lower(short) = ? or instr(lower(data), ?) limit 3", (asked, asked, f'"{asked}"')
            )
        ]
        near = [*by_name, *near_names(asked, ids), *(found for found in ids if asked in found)]
        return UnknownId(id, list(dict.fromkeys(near))[:3])

    def card(self, id: str) -> Card:
        """The card of one entry. Raises UnknownId."""
        row = self.connection.execute(f"select {_CARD} from entry where id = ?", (id,)).fetchone()
        if row is None:
            raise self.unknown(id)
        return Card(*row)

    def cards(self, kind: str = "", condition: str = "", family: str = "", limit: int = -1) -> list[Card]:
        """The cards of all entries that fit, by kind and title, or the first `limit` of them; for a condition, best placed first."""
        where, values = ["1"], []
        if kind:
            where.append("kind = ?")
            values.append(kind)
        if family:
            where.append("(family = ? or id = ?)")
            values += [family, family]
        order = "title collate nocase" if kind else "position, title collate nocase"
        tables = "entry"
        if condition:
            tables = "entry join treats on treats.treatment = entry.id"
            where.append("treats.condition = ?")
            values.append(condition)
            order = "position, rank, title collate nocase"
        rows = self.connection.execute(f"select {_CARD} from {tables} where {' and '.join(where)} order by {order} limit ?", [*values, limit])
        return [Card(*row) for row in rows]

    def counts(self) -> dict[str, int]:
        """Kind to the number of its entries, in the order of kinds; kinds without entries are left out."""
        rows = dict(self.connection.execute("select kind, count(*) from entry group by kind").fetchall())
        return {kind: rows[kind] for kind in FOLDERS if kind in rows}

    def short(self, id: str) -> str | None:
        """The short name of an entry, or None if there is no such entry."""
        if id not in self._shorts:
            row = self.connection.execute("select short from entry where id = ?", (id,)).fetchone()
            if row is None:
                return None
            self._shorts[id] = row[0]
        return self._shorts[id]

    def path(self, id: str) -> str:
        """The file that an entry comes from; empty if there is no such entry."""
        row = self.connection.execute("select path from entry where id = ?", (id,)).fetchone()
        return row[0] if row else ""

    def forget(self) -> None:
        """Ask for everything anew: the file was brought up to date."""
        self._shorts.clear()

    def become(self, other: Library) -> None:
        """Hold what another library holds, which itself is of no use afterwards."""
        before, self.connection = self.connection, other.connection
        self.memory, self.folders, self.kept = other.memory, other.folders, None
        self.forget()
        before.close()

    def place(self, treatment: str, condition: str) -> tuple[str, str] | None:
        """The best place and the strength of a treatment for a condition, or None if it has none."""
        row = self.connection.execute(
            "select place, strength from treats where condition = ? and treatment = ? order by rank", (condition, treatment)
        ).fetchone()
        return (row[0], row[1]) if row else None

    def backlinks(self, id: str, see: bool = False) -> list[Card]:
        """The entries that link to this one, by kind and title; with `see`, those that name it as related."""
        rows = self.connection.execute(
            f"select {_CARD} from entry join link on link.source = entry.id where link.target = ? and link.see >= ? order by position, title",
            (id, int(see)),
        )
        return [Card(*row) for row in rows]

    def source(self, key: str) -> Source | None:
        """A source, or None if the collection has none with that key."""
        row = self.connection.execute("select title, publisher, year, url, read, note from source where key = ?", (key,)).fetchone()
        return Source(*row) if row else None

    def regions(self) -> dict[str, dict[str, Any]]:
        """Region to where one can turn there in a crisis; the US and the UK come first."""
        rows = self.connection.execute("select key, data from region order by key = 'elsewhere', key not in ('us', 'uk'), key desc")
        found = {key: _kept(data) for key, data in rows}
        first = {key: found[key] for key in ("us", "uk") if key in found}
        last = {key: found[key] for key in ("eu", "elsewhere") if key in found}
        rest = {key: found[key] for key in sorted(found) if key not in first and key not in last}
        return {**first, **rest, **last}

    def problems(self) -> list[Problem]:
        """What was wrong with files of the collection; a file with an error was left out."""
        rows = self.connection.execute("select path, line, column, code, message from problem order by path, line, column").fetchall()
        if not rows:
            return []
        from handbook.content.problems import Problem

        return [Problem(*row) for row in rows]

    def replaced(self) -> list[tuple[str, str, str]]:
        """Entries that a later collection overrides: id, the file used, the file it stands for."""
        return self.connection.execute("select id, path, instead_of from replaced order by id").fetchall()

    def close(self) -> None:
        """Release the file."""
        self.connection.close()
