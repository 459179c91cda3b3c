"""Files that change while a library is open."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from handbook.library.library import Library
from handbook.library.watching import Changes, Watch
from handbook.search.index import Index
from tests.conftest import open_small, tip

Write = Callable[[str, str], Path]


@pytest.fixture
def watched(built_in: Path, collection: Write) -> tuple[Library, Watch]:
    collection("tips/rest.yaml", tip("Rest"))
    collection("tips/walk.yaml", tip("Walk"))
    library = open_small()
    return library, Watch(library, Index)


def test_nothing_changed_is_nothing_to_tell(watched: tuple[Library, Watch]) -> None:
    assert not watched[1].changed()
    assert watched[1].renew().told() == ""


def test_new_changed_and_removed_entries_are_told(watched: tuple[Library, Watch], collection: Write) -> None:
    library, watch = watched
    collection("tips/rest.yaml", tip("Rest", "Rest when you are very tired indeed."))
    assert watch.changed()
    assert watch.renew().told() == "Rest was changed."
    assert not watch.changed()
    assert "very tired" in library.card("rest").summary
    collection("tips/sleep.yaml", tip("Sleep"))
    os.remove(collection("tips/walk.yaml", tip("Walk")))
    assert watch.renew().told() == "Sleep is new. Walk was removed."
    assert "walk" not in library


def test_a_broken_file_is_told_with_its_line_and_is_no_removal(watched: tuple[Library, Watch], collection: Write) -> None:
    library, watch = watched
    path = collection("tips/rest.yaml", tip("Rest") + "nonsense: [\n")
    changes = watch.renew()
    assert not changes.gone
    assert changes.told().startswith("tips/rest.yaml:")
    assert watch.trouble(str(path)) == changes.errors[0]
    collection("tips/rest.yaml", tip("Rest again"))
    assert watch.renew().told() == "Rest again is new."
    assert watch.trouble(str(path)) == ""
    assert "rest" in library


def test_many_changes_are_told_by_number() -> None:
    assert Changes(["a", "b"], ["c"], ["d", "e", "f"], []).told() == "2 entries are new. c was changed. 3 entries were removed."


def test_a_library_in_memory_is_renewed_as_well(built_in: Path, collection: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    collection("tips/rest.yaml", tip("Rest"))
    monkeypatch.setattr("handbook.paths.cache_folder", lambda: "/proc/none")
    library = open_small()
    assert library.memory
    watch = Watch(library, Index)
    collection("tips/walk.yaml", tip("Walk"))
    assert watch.changed()
    assert watch.renew().new == ["Walk"]
    assert "walk" in library


def test_the_first_entry_of_their_own_reaches_readers_of_a_shipped_library(watched: tuple[Library, Watch], own_home: Path) -> None:
    library, _ = watched
    library.folders = []
    watch = Watch(library, Index)
    assert not watch.changed()
    own = own_home / ".local/share/handbook/entries/tips"
    own.mkdir(parents=True)
    (own / "sleep.yaml").write_text(tip("Sleep"))
    (own / "rest.yaml").write_text(tip("Rest well"))
    assert watch.changed()
    assert watch.renew().told() == "Sleep is new. Rest well was changed."
    assert not watch.changed()
    assert library.card("rest").title == "Rest well"
    (own / "rest.yaml").unlink()
    assert watch.renew().told() == "Rest was changed."


def test_a_shipped_library_is_not_watched(watched: tuple[Library, Watch], collection: Write) -> None:
    library, _ = watched
    library.folders = []
    collection("tips/sleep.yaml", tip("Sleep"))
    assert not Watch(library, Index).changed()
