"""The layout for speech and braille, and page turns that move the cursor in every layout."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from handbook.library.library import Library
from handbook.shelf.settings import BY_NAME
from handbook.shelf.shelf import Shelf
from handbook.tui.app import HandbookApp
from handbook.tui.telling import apart
from tests.conftest import open_small, tip
from tests.tui.conftest import current, drawn, status


@pytest.mark.parametrize("plain", [False, True])
async def test_a_page_turn_moves_the_cursor(plain: bool, collection: Callable[[str, str], Path], built_in: Path) -> None:
    for number in range(60):
        collection(f"tips/rest-{number:02}.yaml", tip(f"Rest {number:02}"))
    library = open_small()
    app = HandbookApp(library, reader_layout=plain)
    async with app.run_test() as pilot:
        places = [app.cursor_position]
        for key in ("pagedown", "pagedown", "pageup"):
            await pilot.press(key)
            assert app.cursor_position != places[-1], "a cursor that rests while the page turns is silence"
            assert "Rest" in current(app)
            places.append(app.cursor_position)
        row = next(line for line in drawn(app) if "Rest 3" in line)
        assert row.startswith("Rest" if plain else ("  Rest", "> Rest")), "readers need no mark; it would be text that changes"
    library.close()


async def test_there_is_one_column_and_nothing_only_for_the_eye(sample: Library) -> None:
    app = HandbookApp(sample, reader_layout=True)
    async with app.run_test(size=(160, 30)) as pilot:
        rows = drawn(app)
        assert not any("crisis" in row for row in rows), "no row of keys"
        assert not any(row.startswith("1 Medications") for row in rows)
        assert not app.screen.query_one("#preview").display or not app.screen.has_class("-wide")
        await pilot.press("slash", *"calm")
        assert status(app) == "Enter lists what is found."
        await pilot.press("enter")
        assert current(app).startswith("Calmers")
        await pilot.press("enter")
        assert current(app) == "Calming tablets (calmers)"


@pytest.mark.parametrize(("variable", "setting", "plain"), [(None, "off", False), (None, "on", True), (True, "off", True), (False, "on", False)])
def test_the_variable_beats_the_setting(variable: bool | None, setting: str, plain: bool, sample: Library) -> None:
    shelf = Shelf()
    shelf.choose(BY_NAME["reader_layout"], setting)
    assert HandbookApp(sample, shelf=shelf, reader_layout=variable).reader_layout is plain


async def test_the_cursor_goes_to_what_is_told_and_returns_with_the_next_key(sample: Library) -> None:
    for plain in (True, False):
        app = HandbookApp(sample, reader_layout=plain)
        async with app.run_test() as pilot:
            told = app.screen.query_one("#status").region.offset
            item = app.cursor_position
            await pilot.press("i")
            assert app.cursor_position == (told if plain else item), "readers that follow the cursor do not hear the status line"
            await pilot.press("down")
            assert item.y < app.cursor_position.y < told.y
            await pilot.press("up")
            assert app.cursor_position == item
            await pilot.press("up")
            assert status(app) == "This is the first line."
            assert app.cursor_position == (told if plain else item)


@pytest.mark.parametrize("before", ["", "Section 1 of 3: In short", " Section 2 of 9: In short", "  Section 2 of 3: In sho", " ection 2 of 3: In short"])
def test_what_is_told_shares_neither_beginning_nor_end_with_what_stood_there(before: str) -> None:
    told = apart("Section 2 of 3: In short", before)
    assert told.strip() == "Section 2 of 3: In short"
    width = max(len(told), len(before)) + 1
    for one, other in ((told.ljust(width), before.ljust(width)), (told.ljust(width)[::-1], before.ljust(width)[::-1])):
        same = next(index for index in range(width) if one[index] != other[index])
        assert not one[:same].strip(), "a terminal would tell a reader only the rest"
