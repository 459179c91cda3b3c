"""The tables of the shelf. Times are seconds since 1970; a section is its key, empty for the entry as a whole.

A question is named by its lesson and its key, such as first-visits/brain-scan."""

from __future__ import annotations

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        "create table setting (name text primary key, value text not null) without rowid",
        "create table collection (id integer primary key, name text not null unique collate nocase)",
        """create table bookmark (
            collection integer not null references collection (id) on delete cascade,
            entry text not null, added integer not null, primary key (collection, entry)) without rowid""",
        """create table note (
            entry text not null, section text not null, text text not null, written integer not null, changed integer not null,
            primary key (entry, section)) without rowid""",
        "create table visit (id integer primary key, entry text not null, time integer not null)",
        "create index visit_entry on visit (entry, time)",
        "create table search (words text primary key collate nocase, time integer not null) without rowid",
        """create table place (
            only integer primary key check (only = 1), entry text not null, section text not null, time integer not null)""",
    ),
    ("create table answer (question text primary key, box integer not null, time integer not null) without rowid",),
)
"""The statements that lead from one version of the file to the next; `user_version` counts those that were done."""
