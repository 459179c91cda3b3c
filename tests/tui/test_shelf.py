"""The reader's shelf in the app: bookmarks, notes, history and settings by their keys."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from handbook.document.depth import DEPTHS
from handbook.library.library import Library
from handbook.shelf.settings import BY_NAME, keep
from handbook.shelf.shelf import Shelf
from handbook.shelf.store import ShelfError
from handbook.tui import themes
from handbook.tui.app import HandbookApp
from handbook.tui.lines import Layout
from handbook.tui.pages import EntryPage
from handbook.tui.screens.note import NoteScreen
from handbook.tui.shelf_page import ShelfPage
from tests.tui.conftest import current, drawn, status
from tests.tui.terminal import Terminal


def text_of(page: EntryPage | ShelfPage, layout: Layout | None = None) -> list[str]:
    layout = layout or Layout(75)
    page.lay_out(layout)
    return [line.text for line in layout.lines]


def test_the_themes_to_choose_are_those_of_the_app() -> None:
    assert {f"handbook-{value}" for value in BY_NAME["theme"].values} == {theme.name for theme in themes.THEMES}


def test_notes_stand_at_the_end_of_the_page_under_their_own_heading(sample: Library) -> None:
    page = EntryPage(sample, "calmers")
    plain = text_of(page)
    shelf = Shelf()
    shelf.notes.write("calmers", "", "On all.")
    shelf.notes.write("calmers", "summary", "First line.\n\nSecond line.")
    shelf.notes.write("calmers", "gone", "On what is gone.")
    page.notes = shelf.notes.on("calmers")
    lines = text_of(page)
    assert lines[: len(plain)] == plain
    assert [line for line in lines[len(plain) :] if line] == [
        "Your notes", "On the whole entry", "On all.", "In short", "First line.", "Second line.", "gone", "On what is gone.",
    ]  # fmt: skip


def test_a_place_in_an_entry_is_found_by_its_section(sample: Library) -> None:
    page = EntryPage(sample, "calmers")
    layout = Layout(40)
    section, row, part = page.spot_of("summary", layout)
    line = next(line for line in layout.lines if (line.section, line.row, line.part) == (section, row, part))
    assert line.text == "In short"
    assert page.spot_of("gone", Layout(40)) == (-1, 0, 0)


def test_the_shelf_has_one_line_for_each_bookmark_and_note(sample: Library) -> None:
    shelf = Shelf()
    shelf.bookmarks.add("calmers")
    shelf.bookmarks.add("not-there-any-more", "Week 3")
    shelf.notes.write("calmers", "summary", "Mine.\nAnd more.")
    page = ShelfPage(sample, shelf)
    lines = text_of(page)
    assert any(line.startswith("Calmers: ") for line in lines)
    assert "not-there-any-more (no longer in the handbook)" in lines
    assert "Calmers, In short: Mine. And more." in lines
    assert [item.entry for item in page.items] == ["calmers", "not-there-any-more", "calmers"]


def test_text_width_and_spacing_hold_for_pages(sample: Library) -> None:
    page = EntryPage(sample, "calmers")
    narrow = text_of(page, Layout(120, prose=45))
    assert max(map(len, narrow)) <= 45
    wide = text_of(page, Layout(75, wide=True))
    assert [line for line in wide if line] == [line for line in text_of(page) if line]
    assert wide.count("") > 1.2 * text_of(page).count("")


def test_the_depths_to_choose_are_those_of_pages() -> None:
    assert BY_NAME["depth"].values == DEPTHS


async def test_m_bookmarks_and_m_takes_it_back_and_the_shelf_opens_it(app: HandbookApp) -> None:
    app.open_id = "calmers"
    async with app.run_test() as pilot:
        await pilot.press("m")
        assert status(app) == "Bookmarked Calmers."
        await pilot.press("m")
        assert status(app).startswith("Calmers is no longer bookmarked.")
        await pilot.press("m", "M")
        assert drawn(app)[0] == "Your shelf"
        await pilot.press("right_square_bracket", "down")
        assert current(app).startswith("> Calmers: ")
        await pilot.press("d")
        assert app.shelf.bookmarks.sets_with("calmers") == []
        await pilot.press("u")
        assert status(app) == "Calmers is bookmarked again."
        await pilot.press("right_square_bracket", "home", "right_square_bracket", "down", "enter")
        assert drawn(app)[0].startswith("Calmers")


async def test_sets_are_begun_renamed_and_asked_for(app: HandbookApp) -> None:
    async with app.run_test() as pilot:
        await pilot.press("M", "a", *"Week 3", "enter")
        assert status(app) == "Began the set Week 3."
        await pilot.press("right_square_bracket", "right_square_bracket", "r", *"Week 4", "enter")
        assert app.shelf.bookmarks.sets() == ["bookmarks", "Week 4"]
        await pilot.press("backspace", "m", *"week", "enter")
        assert status(app).endswith("in Week 4.")
        assert app.shelf.bookmarks.all()["Week 4"]


async def test_a_note_is_saved_with_every_key_and_shown_on_the_page(app: HandbookApp) -> None:
    app.open_id = "calmers"
    async with app.run_test() as pilot:
        await pilot.press("right_square_bracket", "right_square_bracket", "e", *"Ask her", "enter", *"soon")
        assert isinstance(app.screen, NoteScreen)
        assert Shelf().notes.text("calmers", "summary") == "Ask her\nsoon"
        assert drawn(app)[app.cursor_position.y].startswith("  soon")
        assert app.cursor_position.x == 2 + len("soon")
        await pilot.press("escape")
        assert status(app) == "Saved."
        assert current(app) == "> In short"
        await pilot.press("end")
        assert current(app) == "> soon"


async def test_what_another_window_writes_on_the_same_note_is_not_lost(app: HandbookApp) -> None:
    app.open_id = "calmers"
    async with app.run_test() as pilot:
        await pilot.press("e", "a")
        Shelf().notes.write("calmers", "", "from another window")
        await pilot.press("b", "escape")
        assert status(app).startswith("Not saved. F2 or Esc again leaves without it. Another window")
    assert Shelf().notes.text("calmers", "") == "from another window"


async def test_help_in_a_crisis_from_a_note_which_is_kept(app: HandbookApp) -> None:
    app.open_id = "calmers"
    async with app.run_test() as pilot:
        await pilot.press("e", *"Mine", "exclamation_mark")
        assert drawn(app)[0] == "Help in a crisis"
        assert app.shelf.notes.text("calmers", "") == "Mine"
        await pilot.press("backspace", "end")
        assert current(app) == "> Mine"


async def test_a_note_that_cannot_be_saved_is_not_left_unasked(app: HandbookApp, monkeypatch: pytest.MonkeyPatch) -> None:
    app.open_id = "calmers"

    def refuse(*_: object) -> None:
        raise ShelfError("your shelf was not saved: the disk is full.")

    async with app.run_test() as pilot:
        await pilot.press("e")
        monkeypatch.setattr(app.shelf.notes, "write", refuse)
        await pilot.press("x")
        assert "the disk is full" in status(app)
        await pilot.press("escape")
        assert status(app).startswith("Not saved. F2 or Esc again")
        await pilot.press("escape")
        assert "was not saved" in status(app)
        assert not isinstance(app.screen, NoteScreen)


async def test_the_next_start_offers_the_last_place(app: HandbookApp, sample: Library) -> None:
    app.open_id = "calmers"
    async with app.run_test() as pilot:
        await pilot.press("right_square_bracket", "right_square_bracket")
    again = HandbookApp(sample)
    async with again.run_test() as pilot:
        assert status(again).endswith("h goes back to Calmers.")
        await pilot.press("h", "enter")
        assert current(again) == "> In short"
        await pilot.press("h", *"clear", "enter", "h")
        assert status(again) == "Nothing was read yet."


async def test_a_setting_holds_at_once_and_at_the_next_start(app: HandbookApp, sample: Library) -> None:
    async with app.run_test() as pilot:
        await pilot.press("comma", "enter", "down", "enter")
        assert status(app) == "Colors: light."
        assert current(app).startswith("> Colors: light")
        assert app.theme == "handbook-light"
        await pilot.press(*"width", "enter", *"45", "enter", "escape")
        assert app.layout(100).prose == 45
    assert HandbookApp(sample).theme == "handbook-light"


async def test_a_key_of_ones_own_does_what_it_was_given_for(sample: Library) -> None:
    shelf = Shelf()
    keep(shelf.store, "key.next_section", "=")
    keep(shelf.store, "key.outline", "F5")
    app = HandbookApp(sample, open_id="calmers", shelf=Shelf())
    async with app.run_test() as pilot:
        await pilot.press("equals_sign")
        assert status(app).startswith("Section 1 of")
        assert next(command for command in app.commands if command.name == "outline").keys == ("F5", "o")
        await pilot.press("f5")
        assert drawn(app)[0] == "Which section?"


async def test_a_private_session_tells_that_nothing_is_kept(sample: Library, own_home: Path) -> None:
    app = HandbookApp(sample, open_id="calmers", shelf=Shelf(private=True))
    async with app.run_test() as pilot:
        said = []
        for key in ("m", "e", "h"):
            await pilot.press(key)
            said.append(status(app))
        assert all("private session" in sentence for sentence in said)
        await pilot.press("comma", "enter", "down", "enter")
        assert "Only for now" in status(app)
    assert not list(own_home.rglob("shelf*"))


@pytest.mark.slow
def test_what_was_typed_is_kept_when_the_window_closes(own_home: Path) -> None:
    terminal = Terminal({"HOME": str(own_home)})
    terminal.read()
    for keys in (b"\r", b"e", b"Mine"):
        terminal.type(keys)
    os.close(terminal.master)
    os.waitpid(terminal.pid, 0)
    notes = Shelf().notes.all()
    assert [note.text for note in notes] == ["Mine"]
