"""Bookmarks, notes, history, settings and keys of one's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.commands import BY_NAME, COMMANDS
from handbook.errors import UsageError
from handbook.shelf.rebinding import checked_key, command_named
from handbook.shelf.settings import SETTINGS, Settings, checked, keep, setting_named
from handbook.shelf.shelf import Shelf


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """An empty shelf."""
    return Shelf(str(tmp_path / "shelf.sqlite"))


def test_a_bookmark_is_set_taken_away_and_brought_back(shelf: Shelf) -> None:
    assert shelf.toggle("ssri", "SSRIs") == "Bookmarked SSRIs."
    assert shelf.toggle("ssri", "SSRIs") == "SSRIs is no longer bookmarked."
    assert shelf.bookmarks.sets_with("ssri") == []
    assert shelf.undo() == "SSRIs is bookmarked again."
    assert shelf.bookmarks.sets_with("ssri") == ["bookmarks"]
    with pytest.raises(UsageError, match="nothing was deleted"):
        shelf.undo()


def test_sets_are_made_renamed_deleted_and_brought_back(shelf: Shelf) -> None:
    shelf.bookmarks.new_set("Week  3 ")
    assert shelf.toggle("ssri", "SSRIs", "week 3") == "Bookmarked SSRIs in week 3."
    assert shelf.bookmarks.rename("WEEK 3", "Week 4") == "Week 4"
    assert list(shelf.bookmarks.all()) == ["bookmarks", "Week 4"]
    restore = shelf.bookmarks.delete_set("week 4")
    assert shelf.bookmarks.sets() == ["bookmarks"]
    restore()
    assert [entry for entry, _ in shelf.bookmarks.all()["Week 4"]] == ["ssri"]


@pytest.mark.parametrize("name", ["", "  ", "x" * 61])
def test_a_set_needs_a_name(name: str, shelf: Shelf) -> None:
    with pytest.raises(UsageError, match="1 to 60"):
        shelf.bookmarks.new_set(name)


def test_two_sets_have_two_names(shelf: Shelf) -> None:
    shelf.bookmarks.new_set("One")
    shelf.bookmarks.new_set("Two")
    with pytest.raises(UsageError, match="already"):
        shelf.bookmarks.new_set("one")
    with pytest.raises(UsageError, match="already"):
        shelf.bookmarks.rename("Two", "ONE")
    with pytest.raises(UsageError, match="Sets: bookmarks, One, Two"):
        shelf.bookmarks.named("Twoo")


def test_notes_keep_their_lines_and_lose_what_steers_terminals(shelf: Shelf) -> None:
    shelf.notes.write("ssri", "stopping", "  One\t\x1b[31m\r\n\nTwo  \n\n")
    assert shelf.notes.text("ssri", "stopping") == "  One     [31m\n\nTwo"
    shelf.notes.add("ssri", "stopping", "Three")
    shelf.notes.write("ssri", "", "On all of it")
    assert [note.section for note in shelf.notes.on("ssri")] == ["", "stopping"]
    restore = shelf.notes.delete("ssri", "stopping")
    assert [note.section for note in shelf.notes.all()] == [""]
    restore()
    assert shelf.notes.text("ssri", "stopping").endswith("Three")
    shelf.notes.write("ssri", "", " \n ")
    assert [note.section for note in shelf.notes.all()] == ["stopping"]


def test_history_names_each_entry_once_the_latest_first(shelf: Shelf) -> None:
    for entry in ("ssri", "cbt", "ssri", "ssri"):
        shelf.trail.visited(entry)
    shelf.trail.stayed("ssri", "stopping")
    assert [entry for entry, _ in shelf.trail.entries()] == ["ssri", "cbt"]
    assert shelf.last_place() == ("ssri", "stopping")
    assert shelf.store.read("select count(*) from visit") == [(3,)]
    shelf.trail.clear()
    assert shelf.trail.entries() == []
    assert shelf.last_place() is None


def test_history_does_not_grow_without_end(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handbook.shelf.trail.MOST_VISITS", 5)
    monkeypatch.setattr("handbook.shelf.trail.MOST_SEARCHES", 3)
    for number in range(9):
        shelf.trail.visited(f"entry-{number}")
        shelf.trail.searched(f"words {number}")
    assert [entry for entry, _ in shelf.trail.entries()] == [f"entry-{number}" for number in (8, 7, 6, 5, 4)]
    assert len(shelf.trail.searches()) == 3


def test_no_history_is_kept_when_the_setting_says_so(shelf: Shelf) -> None:
    shelf.settings.put("history", "off")
    shelf.trail.visited("ssri")
    shelf.trail.searched("zoloft")
    assert not shelf.store.exists()


def test_every_setting_has_a_sentence_and_a_default_that_fits() -> None:
    for setting in SETTINGS:
        assert setting.help.endswith(".")
        assert checked(setting, setting.default) == setting.default
        assert Settings([(setting.name, setting.default)]).holds(setting.name)


def test_settings_are_kept_and_go_back_to_the_default(shelf: Shelf) -> None:
    keep(shelf.store, "theme", "light")
    keep(shelf.store, "key.bookmark", "B")
    again = Shelf(shelf.store.path).settings
    assert (again["theme"], again.keys) == ("light", {"bookmark": "B"})
    keep(shelf.store, "theme", "")
    assert Shelf(shelf.store.path).settings["theme"] == "dark"


def test_a_stored_value_that_does_not_fit_counts_for_nothing() -> None:
    settings = Settings([("width", "4000"), ("theme", "pink"), ("nonsense", "x"), ("width2", ""), ("spacing", "wide")])
    assert (settings.width, settings["theme"], settings["spacing"]) == (75, "dark", "wide")


@pytest.mark.parametrize(("name", "value", "kept"), [("Text width", "060", "60"), ("screen-reader", "YES", "on"), ("region", "uk", "uk"), ("THEME", " Light ", "light")])
def test_settings_are_named_and_spelt_freely(name: str, value: str, kept: str) -> None:
    assert checked(setting_named(name), value, ["us", "uk"]) == kept


@pytest.mark.parametrize(("name", "value", "says"), [("width", "39", "40 to 75"), ("width", "\u00b2", "40 to 75"), ("theme", "lihgt", "'light'"), ("region", "narnia", "all, us, uk"), ("history", "maybe", "on, off")])
def test_a_value_that_does_not_fit_is_answered_with_those_that_do(name: str, value: str, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        checked(setting_named(name), value, ["us", "uk"])


def test_an_unknown_setting_is_answered_with_a_near_one() -> None:
    with pytest.raises(UsageError, match="'spacing'"):
        setting_named("spcing")


def test_a_free_key_can_be_ones_own() -> None:
    command = command_named("next section")
    assert checked_key(command, "K", {}) == "K"
    assert checked_key(command, "f5", {}) == "F5"
    assert checked_key(command, "ctrl-b", {}) == "Ctrl+B"
    assert checked_key(command, "none", {}) == ""


@pytest.mark.parametrize(
    ("name", "key", "says"),
    [("next_section", "f", "'find'"), ("next_section", "K", "'outline'"), ("outline", "?", "'help'"), ("find", "!", "'crisis'"), ("find", "7", "numbers"), ("find", "Ctrl+M", "terminals"), ("find", "Enter", "no key"), ("find", "\u00e9", "no key")],
)  # fmt: skip
def test_a_key_that_is_taken_is_refused_by_the_name_of_its_command(name: str, key: str, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        checked_key(command_named(name), key, {"outline": "K"})


def test_no_command_can_lose_its_usual_keys() -> None:
    own = {"outline": "K"}
    for name in ("crisis", "quit", "help"):
        for key in BY_NAME[name].keys:
            for command in COMMANDS:
                if command.name != name and set(command.where) & set(BY_NAME[name].where):
                    with pytest.raises(UsageError):
                        checked_key(command, key, own)


def test_an_unknown_command_is_answered_with_a_near_one() -> None:
    with pytest.raises(UsageError, match="'outline'"):
        command_named("outlin")
