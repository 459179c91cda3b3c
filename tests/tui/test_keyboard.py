"""Everything by keyboard, with no trap and no hurry (WCAG 2.1.1 to 2.1.4, 2.2.1, 2.4.3)."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import pytest

from handbook.commands import PLACES, commands_in
from handbook.library.library import Library
from handbook.tui.app import HandbookApp
from handbook.tui.finding import links
from handbook.tui.screens.frame import Frame
from handbook.tui.widgets.lineview import LineView
from tests.tui.conftest import current, status
from tests.tui.terminal import Terminal

NAMED = re.compile(r"F\d+|Enter|Backspace|Tab|Shift\+Tab|Space|Up|Down|PageUp|PageDown|Home|End|!")
"""Keys that work while letters are text. Esc, Ctrl and Alt are left out: some screen readers keep them for themselves."""


@pytest.mark.parametrize("place", PLACES)
def test_every_command_has_a_key_that_no_screen_reader_takes(place: str) -> None:
    for command in commands_in(place):
        letters = place != "choose"
        assert any(NAMED.fullmatch(key) or (letters and len(key) == 1) for key in command.keys), (place, command.name)


async def test_tab_visits_every_link_in_reading_order_and_comes_round(app: HandbookApp) -> None:
    app.open_id = "calmers"
    async with app.run_test() as pilot:
        await pilot.pause()
        view = app.screen.query_one("#view", LineView)
        count = len(links(view.lines))
        seen = []
        for _ in range(count + 1):
            await pilot.press("tab")
            seen.append((view.cursor, view.spot))
            assert app.focused is view
        assert seen[:count] == sorted(seen[:count], key=lambda place: (place[0], place[1] or ()))
        assert len(set(seen[:count])) == count
        assert seen[count] == seen[0]
        await pilot.press("shift+tab")
        assert (view.cursor, view.spot) == seen[count - 1]


async def test_the_focus_returns_from_a_list_and_from_the_search_line(app: HandbookApp) -> None:
    async with app.run_test() as pilot:
        await pilot.press("down", "down")
        row = current(app)
        for away, back in (("g", "escape"), ("colon", "backspace"), ("slash", "down"), ("slash", "escape"), ("tab", "tab")):
            await pilot.press(away)
            screen = app.screen
            assert isinstance(screen, Frame)
            assert screen.typing
            await pilot.press(back)
            assert current(app) == row, (away, back)
            assert isinstance(app.focused, LineView)
        await pilot.press("enter", "right_square_bracket")
        row = current(app)
        await pilot.press("o", "down", "escape")
        assert current(app) == row
        await pilot.press("question_mark", "backspace")
        assert current(app) == row


@pytest.mark.slow
def test_keys_may_be_held_or_typed_slowly(terminal: Callable[..., Terminal]) -> None:
    screen = terminal()
    screen.send(b"j" * 60)
    screen.read_until("> Messenger")
    screen.send(b"\x1b[A" * 60)
    screen.read_until("> Calmers")
    for letter in b"/rest":
        time.sleep(0.7)
        screen.send(bytes([letter]))
    screen.read_until("> Rest")
    time.sleep(1.5)
    screen.send(b"\r")
    screen.read_until("Rest, practical tip")


async def test_no_key_needs_another_held_down_or_a_mouse(lessons: Library) -> None:
    """With the mouse off, a reader gets from the first screen to each of the others and back."""
    app = HandbookApp(lessons)
    places = set()
    async with app.run_test() as pilot:
        pair = ("backspace", "slash", *["backspace"] * 4, "down", "5", "v")
        for keys in ((), ("slash", *"rest", "enter"), ("exclamation_mark",), ("question_mark",), ("g",), pair, ("L",), ("backspace", "D", "enter"), ("M",), ("Q",), ("slash", "escape", "escape", "R"), (*["backspace"] * 9, "9", "P")):
            await pilot.press(*keys)
            assert isinstance(app.screen, Frame)
            places.add(app.screen.place)
        assert places == set(PLACES)
        await pilot.press("i")
        assert status(app)


async def test_a_note_can_be_left_without_a_key_that_screen_readers_keep(app: HandbookApp) -> None:
    async with app.run_test() as pilot:
        await pilot.press("enter", "e", *"ask")
        assert status(app) == "Write. It is saved as you go. F2 or Esc leaves."
        await pilot.press("f2")
        assert isinstance(app.focused, LineView)
        assert status(app) == "Saved."


async def test_a_new_search_takes_the_place_of_the_one_before(app: HandbookApp) -> None:
    async with app.run_test() as pilot:
        await pilot.press("slash", *"rest", "down", "slash", *"calm", "down")
        assert "Calmers: medication" in current(app)
