"""The search tables stay in step with the files."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

from handbook.library.library import Library
from handbook.search.index import Index
from handbook.search.layout import ASK, CLASS_SHIFT, ENTRY_MASK, ENTRY_SHIFT, MOST_TELLING, NAME, row_number, rows_of
from handbook.search.query import search
from tests.conftest import open_small, tip

Write = Callable[[str, str], Path]


def tables(library: Library) -> list[list[tuple[object, ...]]]:
    """All search tables with entries named by their ids, so that row numbers do not matter."""
    ids = dict(library.connection.execute("select n, id from entry").fetchall())
    names = [(key, ids[n], rank) for key, n, rank in library.connection.execute("select key, n, rank from search_name")]
    words: list[tuple[object, ...]] = library.connection.execute("select * from search_word order by word").fetchall()
    rows = library.connection.execute("select rowid, section, text from search_text").fetchall()
    texts = [(row >> CLASS_SHIFT, ids[row >> ENTRY_SHIFT & ENTRY_MASK], section, text) for row, section, text in rows]
    return [sorted(names), words, sorted(texts)]


def test_a_refreshed_library_equals_a_new_one(collection: Write, built_in: Path, own_home: Path) -> None:
    collection("tips/rest.yaml", tip("Rest well"))
    collection("tips/walk.yaml", tip("Walk daily"))
    collection("tips/gone.yaml", tip("Zebra dances"))
    open_small().close()
    collection("tips/walk.yaml", tip("Walk slowly"))
    os.remove(built_in / "tips" / "gone.yaml")
    refreshed = tables(open_small())
    for folder, _, files in os.walk(own_home):
        for name in files:
            if name.endswith(".sqlite"):
                os.remove(os.path.join(folder, name))
    assert refreshed == tables(open_small())


def test_a_removed_entry_leaves_nothing_behind(collection: Write, built_in: Path) -> None:
    collection("tips/rest.yaml", tip("Rest well"))
    gone = collection("tips/gone.yaml", tip("Zebra dances"))
    library = open_small()
    assert search(library, "zebra").hits[0].id == "gone"
    library.close()
    gone.unlink()
    library = open_small()
    assert search(library, "zebra").hits == []
    assert library.connection.execute("select count(*) from search_word where word = 'zebra'").fetchone() == (0,)
    assert library.connection.execute("select count(*) from search_text where search_text match 'zebra'").fetchone() == (0,)


def test_the_full_text_index_is_sound(real_library: Library) -> None:
    real_library.connection.execute("insert into search_text(search_text) values('integrity-check')")
    least = real_library.connection.execute("select min(entries), min(named), min(whole) from search_word").fetchone()
    assert least == (1, 0, 0)


def test_row_numbers_hold_what_they_say() -> None:
    row = row_number(ASK, 100_000, 7, 5)
    assert (row >> CLASS_SHIFT, row >> ENTRY_SHIFT & ENTRY_MASK, row & MOST_TELLING) == (ASK, 100_000, 5)
    assert rows_of(NAME, 3)[1] < rows_of(NAME, 4)[0] < rows_of(ASK, 1)[0]
    assert row_number(NAME, 3, 1_000_000, 99) == rows_of(NAME, 3)[1]


def test_rows_held_back_are_written_in_parts(collection: Write, built_in: Path) -> None:
    collection("tips/rest.yaml", tip("Rest well"))
    entry = open_small().get("rest")
    connection = sqlite3.connect(":memory:")
    index = Index()
    index.create(connection)
    for n in range(1, 4001):
        index.add(connection, n, {**entry, "id": f"rest-{n}", "aliases": [f"alias {n}"]})
    index.finish(connection)
    assert connection.execute("select entries, named from search_word where word = 'alias'").fetchone() == (4000, 4000)
    found = connection.execute("select count(*) from search_text where search_text match 'alias'").fetchone()
    assert found == (4000,)
