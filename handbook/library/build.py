"""Builds and refreshes a compiled library from folders of YAML files.

One path serves both: a library is brought up to date with its folders, and a new one starts empty.
Only files that changed since are read. Later folders override earlier ones by id.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple, Protocol

from handbook.content import markup
from handbook.content.load import File, Loaded, files_of, load
from handbook.content.problems import Problem
from handbook.content.rows import FOLDERS, TREATMENTS
from handbook.library.folders import signature

_TABLES = """
create table meta(key text primary key, value text) without rowid;
create table file(path text primary key, collection int, kind text, id text, mtime int, size int) without rowid;
create table problem(path text, line int, column int, code text, message text);
create index problem_path on problem(path);
create table entry(n integer primary key, id text unique, kind text, position int, title text, short text,
    family text, overview int, summary text, path text, data text);
create index entry_kind on entry(kind, title collate nocase);
create index entry_family on entry(family);
create table link(source text, target text, see int, primary key(source, target)) without rowid;
create index link_target on link(target);
create table treats(condition text, treatment text, rank int, place text, strength text,
    primary key(condition, rank, treatment)) without rowid;
create index treats_treatment on treats(treatment);
create table source(key text primary key, path text, title text, publisher text, year text, url text, read int, note text) without rowid;
create table region(key text primary key, path text, data text) without rowid;
create table replaced(id text primary key, path text, instead_of text) without rowid;
"""
_SOURCE = ("title", "publisher", "year", "url", "read", "note")
_PLACES = ("first-line", "second-line", "option", "add-on", "off-label", "not-routine", "not-recommended")


class Indexer(Protocol):
    """What keeps search tables in step with the entries; the search layer provides it."""

    FORMAT: int

    def create(self, connection: sqlite3.Connection) -> None:
        """Make the tables in an empty library."""

    def add(self, connection: sqlite3.Connection, n: int, entry: dict[str, Any]) -> None:
        """Index the entry with row number `n`."""

    def remove(self, connection: sqlite3.Connection, n: int) -> None:
        """Forget the entry with row number `n`."""

    def finish(self, connection: sqlite3.Connection) -> None:
        """Called once behind all additions and removals."""


Progress = Callable[[int, int], None]
"""Told how many files are done, of how many."""


class _Found(NamedTuple):
    """A file as it is on the disk now."""

    file: File
    collection: int
    mtime: int
    size: int

    @property
    def id(self) -> str:
        """The id that the file's name gives."""
        return os.path.splitext(os.path.basename(self.file.path))[0]


def create(connection: sqlite3.Connection, indexer: Indexer) -> None:
    """Make the tables of an empty library."""
    connection.executescript(_TABLES)
    indexer.create(connection)


def refresh(connection: sqlite3.Connection, folders: list[str], indexer: Indexer, progress: Progress | None = None) -> int:
    """Bring a library up to date with its folders, in one transaction; gives the files read.

    Raises sqlite3.Error if the library is damaged, locked for long or the disk is full.
    """
    connection.execute("begin immediate")
    try:
        now = signature(folders, deep=True)
        folder_problems: list[Problem] = []
        found = {item.file.path: item for item in _scan(folders, folder_problems)}
        known = {row[0]: row[1:] for row in connection.execute("select path, collection, mtime, size from file")}
        changed = [path for path, item in found.items() if known.get(path) != (item.collection, item.mtime, item.size)]
        gone = [path for path in known if path not in found]
        builder = _Builder(connection, indexer, found, progress)
        builder.forget([*changed, *gone])
        builder.read(changed, gone)
        connection.execute("delete from problem where path not in (select path from file)")
        _note(connection, folder_problems)
        indexer.finish(connection)
        count = connection.execute("select count(*) from entry").fetchone()[0]
        meta = {"entries": str(count), "signature": now, "shallow": signature(folders, deep=False), "files": str(len(found))}
        connection.executemany("insert or replace into meta values(?, ?)", meta.items())
        connection.execute("commit")
        return len(changed)
    except BaseException:
        connection.execute("rollback")
        raise


def _scan(folders: Iterable[str], problems: list[Problem]) -> Iterator[_Found]:
    """The files of all folders with what tells whether they changed."""
    for collection, folder in enumerate(folders):
        for file in files_of(folder, problems):
            try:
                status = os.stat(file.path)
            except OSError as error:
                reason = (error.strerror or "it cannot be read").lower()
                problems.append(Problem(file.path, 1, 1, "HB001", f"cannot read the file: {reason}"))
                continue
            yield _Found(file, collection, status.st_mtime_ns, status.st_size)


def _note(connection: sqlite3.Connection, problems: Iterable[Problem]) -> None:
    """Keep problems for `about` and the app."""
    connection.executemany("insert into problem values(?, ?, ?, ?, ?)", problems)


class _Builder:
    """One refresh of one library."""

    def __init__(self, connection: sqlite3.Connection, indexer: Indexer, found: dict[str, _Found], progress: Progress | None) -> None:
        self.connection = connection
        self.indexer = indexer
        self.found = found
        self.progress = progress
        self.unread: set[str] = set()
        self.total = 0

    def forget(self, paths: list[str]) -> None:
        """Remove all that came from these files, entries excepted."""
        for path in paths:
            for table in ("file", "problem", "source", "region"):
                self.connection.execute(f"delete from {table} where path = ?", (path,))

    def read(self, changed: list[str], gone: list[str]) -> None:
        """Read the changed files and settle every id that is affected. One entry at a time is held in memory."""
        ids = {os.path.splitext(os.path.basename(path))[0] for path in gone}
        self.unread, self.total = set(changed), len(changed)
        for path in changed:
            if self.found[path].file.kind in ("source", "region"):
                self.load(self.found[path])
            else:
                ids.add(self.found[path].id)
        by_id: dict[str, list[_Found]] = {}
        for item in self.found.values():
            if item.id in ids and item.file.kind not in ("source", "region"):
                by_id.setdefault(item.id, []).append(item)
        for id in sorted(ids):
            self.settle(id, sorted(by_id.get(id, []), key=lambda item: -item.collection))

    def load(self, item: _Found) -> Loaded:
        """Read one file; sources and regions are stored at once."""
        path = item.file.path
        loaded = load(item.file)
        row = (path, item.collection, item.file.kind, item.id, item.mtime, item.size)
        self.connection.execute("insert or replace into file values(?, ?, ?, ?, ?, ?)", row)
        self.connection.execute("delete from problem where path = ?", (path,))
        _note(self.connection, loaded.problems)
        if item.file.kind == "source":
            rows = [(key, path, *(record[name] for name in _SOURCE)) for key, record in (loaded.values or {}).items()]
            self.connection.executemany("insert or replace into source values(?, ?, ?, ?, ?, ?, ?, ?)", rows)
        elif item.file.kind == "region" and loaded.values:
            data = json.dumps(loaded.values, ensure_ascii=False)
            self.connection.execute("insert or replace into region values(?, ?, ?)", (loaded.id, path, data))
        if path in self.unread:
            self.unread.remove(path)
            if self.progress:
                self.progress(self.total - len(self.unread), self.total)
        return loaded

    def settle(self, id: str, candidates: list[_Found]) -> None:
        """Decide which file an id comes from: the last collection that has a sound one."""
        self.remove(id)
        entries = {item: self.load(item).values for item in candidates if item.file.path in self.unread}
        firsts: dict[int, _Found] = {}
        for item in candidates:
            first = firsts.setdefault(item.collection, item)
            if first is not item:
                message = f"the id {id!r} is also in {first.file.path}; rename one"
                _note(self.connection, [Problem(item.file.path, 1, 1, "HB026", message)])
        ranked = list(firsts.values())
        for index, item in enumerate(ranked):
            entry = entries[item] if item in entries else self.load(item).values
            if entry is None:
                continue
            self.add(entry, item.file.path)
            if below := ranked[index + 1 :]:
                self.connection.execute("insert into replaced values(?, ?, ?)", (id, item.file.path, below[0].file.path))
            return

    def remove(self, id: str) -> None:
        """Take an entry out of every table, if it is there."""
        row = self.connection.execute("select n from entry where id = ?", (id,)).fetchone()
        if row is None:
            return
        self.indexer.remove(self.connection, row[0])
        self.connection.execute("delete from entry where n = ?", row)
        self.connection.execute("delete from link where source = ?", (id,))
        self.connection.execute("delete from treats where treatment = ?", (id,))
        self.connection.execute("delete from replaced where id = ?", (id,))

    def add(self, entry: dict[str, Any], path: str) -> None:
        """Put an entry into every table."""
        summary = " ".join(f"{region}: {text}" if region else text for region, text in markup.variants(entry["summary"]))
        position = list(FOLDERS).index(entry["kind"])
        row = (
            entry["id"], entry["kind"], position, entry["title"], entry["short"], entry["family"], int(entry["overview"]),
            markup.plain(summary), path, json.dumps(entry, ensure_ascii=False, separators=(",", ":")),
        )  # fmt: skip
        cursor = self.connection.execute(
            "insert into entry(id, kind, position, title, short, family, overview, summary, path, data) values(?,?,?,?,?,?,?,?,?,?)", row
        )
        links = {(entry["id"], target, int(target in entry["see"])) for target in _targets(entry) if target != entry["id"]}
        self.connection.executemany("insert into link values(?, ?, ?)", links)
        if entry["kind"] in TREATMENTS:
            rows = [
                (item["condition"], entry["id"], _PLACES.index(item["place"]), item["place"], item["strength"])
                for item in sorted(entry["evidence"], key=lambda item: _PLACES.index(item["place"]), reverse=True)
            ]
            best = {row[0]: row for row in rows}
            self.connection.executemany("insert or replace into treats values(?, ?, ?, ?, ?)", best.values())
        self.indexer.add(self.connection, int(cursor.lastrowid or 0), entry)


def _targets(value: Any) -> Iterator[str]:
    """Every id that an entry links to in its texts or names in its fields."""
    if isinstance(value, str):
        yield from markup.links(value)
    elif isinstance(value, list):
        for item in value:
            yield from _targets(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key in ("see", "compare", "a", "b") and isinstance(item, list):
                yield from item
            elif key in ("family", "condition", "treatment", "entry") and isinstance(item, str) and item:
                yield item
            else:
                yield from _targets(item)
