"""What is kept of answered questions: only as long as the reader wants it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from handbook.shelf import schema, store
from handbook.shelf.settings import BY_NAME
from handbook.shelf.shelf import Shelf


@pytest.fixture
def path(tmp_path: Path) -> str:
    """Where the shelf lies."""
    return str(tmp_path / "shelf.sqlite")


def test_answers_are_kept_read_and_forgotten_with_the_history(path: str) -> None:
    shelf = Shelf(path)
    shelf.answers.keep("rest/nap", 2, 1_700_000_000)
    assert Shelf(path).answers.all() == {"rest/nap": (2, 1_700_000_000)}
    shelf.trail.clear()
    assert Shelf(path).answers.all() == {}


def test_no_answer_is_kept_in_private_or_without_history(path: str) -> None:
    kept = Shelf(path)
    kept.answers.keep("rest/nap", 2, 5)
    before = Path(path).read_bytes()
    private = Shelf(path, private=True)
    private.answers.keep("rest/walk", 1, 6)
    assert private.answers.all() == {}
    assert not private.answers.keeps
    assert Path(path).read_bytes() == before
    kept.choose(BY_NAME["history"], "off")
    kept.answers.keep("rest/walk", 1, 6)
    assert set(kept.answers.all()) == {"rest/nap"}


@pytest.mark.parametrize("private", [True, False])
def test_an_older_file_that_cannot_be_written_is_read_as_it_is(private: bool, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as older:
        older.setattr(store, "VERSION", 1)
        older.setattr(schema, "MIGRATIONS", schema.MIGRATIONS[:1])
        first = Shelf(path)
        first.bookmarks.add("ssri")
        first.close()
    monkeypatch.setattr(store, "_migrate", refuse)
    shelf = Shelf(path, private=private)
    assert shelf.bookmarks.sets_with("ssri") == ["bookmarks"]
    assert shelf.answers.all() == {}
    assert shelf.remarks() == ""


def refuse(_: sqlite3.Connection) -> None:
    """What SQLite says where nothing can be written."""
    error = sqlite3.OperationalError("attempt to write a readonly database")
    error.sqlite_errorcode = sqlite3.SQLITE_READONLY
    raise error
