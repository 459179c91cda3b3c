"""Every screen as it was last reviewed, in three sizes, with and without color.

Golden files are written anew by `HANDBOOK_GOLDEN=write`; read the difference before you keep it.
A new screen is one more line in SCREENS.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from rich.style import Style

from handbook.library.library import Library
from handbook.tui.app import HandbookApp
from handbook.tui.history import History
from handbook.tui.screens.browse import BrowseScreen
from tests.tui.conftest import drawn, styled

GOLDEN = Path(__file__).parent / "golden"

READ = "/ c a l m a z enter"
SCREENS = {
    "The list of entries": "",
    "The list by family": "O",
    "The list by condition": "O O",
    "The list from A to Z": "O O O",
    "One kind": "2",
    "An entry is marked": "c",
    "A search": "/ c a l m",
    "A search with a correction": "/ c a l m a z i e n",
    "Nothing found": "/ q q x x",
    "Going to an entry": "g",
    "The commands": ":",
    "An entry": READ,
    "An entry, further down": f"{READ} ] ] ] down",
    "An entry, its outline": f"{READ} o",
    "An entry, words found": f"{READ} f w e e k s",
    "An entry with numbered links": f"{READ} l",
    "A term explained": f"{READ} ] ] ] t",
    "Only the short answer": f"{READ} z",
    "The usual rows": f"{READ} ] ] ] z z",
    "A section was copied": f"{READ} ] ] y",
    "The sources": f"{READ} S",
    "About a source": f"{READ} S enter",
    "A condition": "5 enter",
    "First choices compared": "5 v",
    "Both together and waiting": "5 v b w",
    "Compare for which condition": "5 v F",
    "Compare with which other": "v",
    "Rows to pick": "5 v p down enter",
    "Picked rows first": "5 v p down down enter escape",
    "A column to add or remove": "5 v C",
    "A decision for which age": "5 D",
    "A decision": "5 D enter",
    "What matters": "5 D enter ] ] down down down enter",
    "Save as what": "5 D enter s",
    "A timeline": "5 L",
    "A timeline, its picture": "5 L ] ] ] ] ] ] ] ]",
    "Settings": ",",
    "Help in a crisis": "!",
    "Help": "?",
}
"""What is on the screen, to the keys that lead there from the list of entries."""

_NAMES = {"/": "slash", "!": "exclamation_mark", "?": "question_mark", ":": "colon", "]": "right_square_bracket", ",": "comma"}


async def every_screen(app: HandbookApp, size: tuple[int, int], marked: bool = False) -> str:
    """All screens of a session, each below its name and its keys."""
    found = []
    async with app.run_test(size=size) as pilot:
        for name, keys in SCREENS.items():
            await begin_anew(app)
            await pilot.press(*(_NAMES.get(key, key) for key in keys.split()))
            await pilot.pause()
            rows = styled(app, mark_of) if marked else drawn(app)
            found.append("\n".join([f"=== {name}: {keys or 'no key'}", *rows]))
    return "\n".join(found) + "\n"


async def begin_anew(app: HandbookApp) -> None:
    """Back to the list as it is when the app opens."""
    while len(app.screen_stack) > 1:
        await app.pop_screen()
    browse = app.screen
    assert isinstance(browse, BrowseScreen)
    app.history, app.order, app.depth, app.marks.ids = History(), "kind", "all", []
    browse.kind, browse.previewed = "", ""
    browse.query_line.value = ""
    browse.renew_list()
    browse.view.home()
    browse.view.focus()


def mark_of(style: Style) -> str:
    """A letter for how a cell looks, color apart: bold, underlined, Both, or reversed."""
    if style.reverse:
        return "r"
    if style.bold or style.underline:
        return "B" if style.bold and style.underline else "b" if style.bold else "u"
    return " "


def check(name: str, text: str) -> None:
    """Compare with the golden file, or write it."""
    file = GOLDEN / f"{name}.txt"
    if os.environ.get("HANDBOOK_GOLDEN") == "write":
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("size", [(80, 24), (40, 15), (160, 50)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_screens_are_as_reviewed(sample: Library, size: tuple[int, int]) -> None:
    check(f"screens-{size[0]}x{size[1]}", await every_screen(HandbookApp(sample), size))


@pytest.mark.parametrize("no_color", [False, True], ids=["color", "no-color"])
async def test_everything_told_by_color_is_told_without(sample: Library, no_color: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr("tests.tui.test_screens.SCREENS", {name: SCREENS[name] for name in LOOKED_AT})
    check("looks", await every_screen(HandbookApp(sample, no_color=no_color), (80, 24), marked=True))


LOOKED_AT = ("The list of entries", "A search", "An entry, words found", "A term explained", "First choices compared")
"""Screens whose bold, underlined and reversed text is held as well."""
