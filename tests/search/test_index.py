"""The search tables stay in step with the files."""

from __future__ import annotations

import os
import sqlite3
from array import array
from collections.abc import Callable
from pathlib import Path

from handbook.library.library import Library
from handbook.search.index import Index
from handbook.search.layout import (
    ASK,
    BLOCK_SHIFT,
    CLASS_SHIFT,
    ENTRY_MASK,
    ENTRY_SHIFT,
    MOST_TELLING,
    NAME,
    SECTION,
    SUMMARY,
    first_of,
    row_number,
    rows_of,
)
from handbook.search.postings import find
from handbook.search.query import search
from handbook.search.stemming import stem
from handbook.search.words import words
from tests.conftest import open_small, tip

Write = Callable[[str, str], Path]


def tables(library: Library) -> list[list[tuple[object, ...]]]:
    """All search tables with entries named by their ids, so that row numbers do not matter."""
    ids = dict(library.connection.execute("select n, id from entry").fetchall())
    names = [(key, ids[n], rank) for key, n, rank in library.connection.execute("select key, n, rank from search_name")]
    words: list[tuple[object, ...]] = library.connection.execute("select * from search_word order by word").fetchall()
    rows = library.connection.execute("select row, section, text from search_text").fetchall()
    texts = [(row >> CLASS_SHIFT, ids[row >> ENTRY_SHIFT & ENTRY_MASK], section, text) for row, section, text in rows]
    held = {row: text for row, _, text in rows}
    blocks = library.connection.execute("select stem, block, rows from search_posting").fetchall()
    postings = [(found, held[block << BLOCK_SHIFT | row]) for found, block, data in blocks for row in array("I", data)]
    return [sorted(names), words, sorted(texts), sorted(postings)]


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
    assert library.connection.execute("select count(*) from search_posting where stem = 'zebra'").fetchone() == (0,)
    assert library.connection.execute("select count(*) from search_text where text like '%zebra%'").fetchone() == (0,)


def test_the_index_holds_what_the_texts_say(real_library: Library) -> None:
    wanted: dict[str, set[int]] = {}
    for row, text in real_library.connection.execute("select row, text from search_text"):
        for word in words(text):
            wanted.setdefault(stem(word), set()).add(row)
    assert {held for (held,) in real_library.connection.execute("select stem from search_posting")} == set(wanted)
    for some in ("sertraline", "depressed", "sleep", "therapy"):
        assert find(real_library.connection, [some], 100_000, first_of(SECTION + 1)) == sorted(wanted[stem(some)])
    least = real_library.connection.execute("select min(entries), min(named), min(whole) from search_word").fetchone()
    assert least == (1, 0, 0)


def test_a_search_sees_what_another_process_changed(collection: Write, built_in: Path) -> None:
    collection("tips/rest.yaml", tip("Rest well"))
    library = open_small()
    assert [hit.id for hit in search(library, "rest").hits] == ["rest"]
    assert search(library, "zebra").hits == []
    collection("tips/stripes.yaml", tip("Zebra dances"))
    open_small().close()
    assert [hit.id for hit in search(library, "zebra").hits] == ["stripes"]
    library.close()


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
    assert len(find(connection, ["alias"], 10_000, first_of(SUMMARY))) == 4000
    assert len(find(connection, ["alias", "rest"], 100, first_of(SUMMARY))) == 100
    index.remove(connection, 2000)
    index.finish(connection)
    assert len(find(connection, ["alias"], 10_000, first_of(SUMMARY))) == 3999
