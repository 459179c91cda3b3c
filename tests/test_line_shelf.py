"""The reader's shelf in line mode."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.library.library import Library
from handbook.line.conversation import Conversation
from handbook.render.text import TextRenderer
from handbook.shelf.shelf import Shelf
from tests.conftest import Talk, on_one_line, talk_with


@pytest.fixture
def shelf() -> Shelf:
    """An empty shelf."""
    return Shelf()


@pytest.fixture
def talk(real_library: Library, shelf: Shelf) -> Talk:
    """`talk("ssri", "1")` types lines and gives all that was said, on one line."""
    return on_one_line(talk_with(real_library, shelf, width=80))


def test_bookmarks_are_made_listed_opened_deleted_and_brought_back(talk: Talk, shelf: Shelf) -> None:
    assert "No entry is open" in talk("bookmark")
    talk("g cbt")
    assert talk("bookmark") == "Bookmarked Cognitive behavioral therapy (CBT)."
    talk("g ssri")
    assert "in Week 3" in talk("bookmark Week 3")
    assert talk("bookmarks").startswith("2 bookmarks in 2 sets. 1. Cognitive")
    assert "Selective" in talk("2")
    assert talk("bookmarks week 3").startswith("1 bookmark. 1. Selective")
    assert "no longer bookmarked" in talk("delete 1")
    assert talk("g cbt", "b").endswith("0 bookmarks. Empty: Week 3."), "a list is made again when the reader comes back"
    assert "bookmarked again" in talk("undo")
    assert "now called Week 4" in talk("rename week 3 to Week 4")
    assert "Deleted the set Week 4" in talk("delete week 4")
    assert shelf.bookmarks.sets() == ["bookmarks"]
    assert "is back" in talk("undo")
    assert shelf.bookmarks.sets_with("ssri") == ["Week 4"]
    assert "nothing was deleted" in talk("undo")


def test_notes_are_written_read_and_stand_in_the_entry(talk: Talk, shelf: Shelf) -> None:
    talk("g ssri", "n")
    assert "There is no note on" in talk("note")
    assert "Noted on" in talk("note ask her on Monday")
    talk("note and again")
    assert shelf.notes.text("ssri", "summary") == "ask her on Monday\nand again"
    assert "ask her on Monday and again" in talk("note")
    assert "Your notes" in talk("o"), "the note stands in the open entry at once"
    assert "1. Selective serotonin reuptake inhibitors (SSRIs), In short: ask her" in talk("notes")
    assert "Section 2 of" in talk("1")
    assert "Your notes" in talk("o")
    assert "Deleted the note" in talk("notes", "delete 1")
    assert shelf.notes.all() == []


def test_history_leads_back_to_the_section(talk: Talk) -> None:
    assert "Nothing was read yet" in talk("history")
    talk("zoloft", "1", "n", "n")
    place = talk("w")
    assert "1. Selective serotonin reuptake inhibitors (SSRIs), read today" in talk("history")
    assert "Section 3 of" in talk("1")
    assert "section 3 of" in place
    assert "1. zoloft" in talk("searches")
    assert "Showing" in talk("1") or "found" in talk("searches", "1")
    assert "forgotten" in talk("history clear")
    assert "Nothing was read yet" in talk("history")


def test_settings_are_listed_and_changed(talk: Talk, shelf: Shelf) -> None:
    assert "1. Colors: dark" in talk("settings")
    assert "1. dark 2. light" in talk("1")
    assert talk("2") == "Colors: light."
    assert talk("set width 45") == "Text width: 45."
    assert talk("set region uk") == "Region: uk."
    assert talk("set key bookmark B") == "B now means 'bookmark'."
    assert "'find'" in talk("set key outline f")
    assert "Did you mean 'width'" in talk("set widht 50")
    assert Shelf().settings.keys == {"bookmark": "B"}
    assert "United Kingdom: " not in talk("g ssri", "r")
    assert shelf.settings.region == "uk"


def test_text_is_as_wide_as_chosen(real_library: Library, shelf: Shelf) -> None:
    said: list[str] = []
    conversation = Conversation(real_library, TextRenderer(80, cites=False), said.append, shelf)
    conversation.answer("set width 45")
    conversation.answer("g ssri")
    assert max(map(len, "".join(said).splitlines())) <= 45
    conversation.answer("set width 75")
    assert conversation.renderer.prose == 75


def test_the_shelf_goes_out_and_in(talk: Talk, tmp_path: Path) -> None:
    file = tmp_path / "my shelf.txt"
    talk("g ssri", "bookmark")
    assert "Wrote" in talk(f"export {file}")
    assert "already there" in talk(f"export {file}")
    talk("g ssri", "bookmark")
    assert "Added 1 bookmark" in talk(f"import {file}")
    assert "cannot read" in talk("import absent.txt")


@pytest.mark.parametrize("line", ["note taking", "bookmark this", "history of trauma", "set goals", "delete bad memories", "rename feelings to emotions", "bookmarks for depression"])
def test_a_sentence_that_begins_with_such_a_word_is_a_search(line: str, talk: Talk) -> None:
    said = talk("m", line)
    assert "found" in said or "Nothing found" in said


def test_an_entry_that_is_gone_stays_on_the_shelf(talk: Talk, shelf: Shelf) -> None:
    shelf.bookmarks.add("not-there-any-more")
    assert "1. not-there-any-more, no longer in the handbook" in talk("bookmarks")
    assert "no entry has the id" in talk("1")
