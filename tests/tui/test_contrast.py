"""What is drawn on every screen, in every state and theme, is far enough apart (WCAG 1.4.6: 7 to 1)."""

from __future__ import annotations

import itertools
from typing import NamedTuple

import pytest
from rich.color import Color, ColorSystem
from textual.theme import Theme

from handbook.library.library import Library
from handbook.tui.app import HandbookApp
from handbook.tui.themes import THEMES
from handbook.tui.widgets.painting import LOOKS, Painted
from tests.tui.conftest import drawn
from tests.tui.seeing import BLINDNESS, difference, ratio, seen, shown

OWN = [theme for theme in THEMES if not theme.ansi]
SYSTEMS = (ColorSystem.TRUECOLOR, ColorSystem.EIGHT_BIT, ColorSystem.STANDARD)
TEXT = 7
"""The least contrast of text, and so of the mark and underline of the current line, which are drawn as text."""

WALK: list[tuple[str, str, tuple[int, int], list[str]]] = [
    ("the list", "5 entries", (80, 24), []),
    ("a list of one kind, an entry marked", "Calmers (marked)", (80, 24), ["1", "c"]),
    ("the empty search line", "F1 help", (80, 24), ["0", "slash"]),
    ("a correction", "Showing results", (80, 24), [*"calmazien"]),
    ("nothing found", "Nothing found.", (80, 24), [*"qqxx"]),
    ("the list again, with a preview", "Get help now", (120, 40), ["escape", "escape", "home"]),
    ("a list to choose from", "Type to narrow", (80, 24), ["g"]),
    ("a list narrowed to nothing", "Nothing fits.", (80, 24), [*"qqxx"]),
    ("a page", "> Calming tablets", (80, 60), [*["backspace"] * 4, *"calmers", "enter"]),
    ("a link", "Link 1 of", (80, 60), ["tab"]),
    ("numbers at links", "Low mood (1)", (80, 60), ["l"]),
    ("a term explained", "Messenger: A substance", (80, 60), ["l", "right_square_bracket", "t"]),
    ("words to find", "Find: six. Match", (80, 24), ["f", *"six"]),
    ("no match", "No match.", (80, 24), [*"qq", "enter"]),
    ("a comparison in rows", "Walking:", (80, 40), ["slash", "down", "5", "v"]),
    ("a comparison in columns", "Both together    ", (160, 60), ["b", "w", "a"]),
    ("help in a crisis", "call 988", (80, 60), ["exclamation_mark"]),
    ("help", "> Help", (80, 60), ["question_mark"]),
    ("a terminal too small", "Too small", (20, 5), []),
]
"""What is seen, words that prove it, the size of the terminal, and the keys that lead there from the step before."""


class Cell(NamedTuple):
    """How something is drawn."""

    where: str
    text: str
    front: Color
    back: Color


def cells(app: HandbookApp, where: str) -> list[Cell]:
    """All that is drawn and not empty, with the two colors as the terminal gets them."""
    found = []
    for segment in itertools.chain.from_iterable(app.screen._compositor.render_strips()):
        style = segment.style
        if segment.text.strip() or (style and style.reverse):
            assert style is not None, f"{where}: {segment.text!r} has no colors"
            assert style.color, f"{where}: {segment.text!r} has no color"
            assert style.bgcolor, f"{where}: {segment.text!r} has no color behind it"
            assert not any((style.dim, style.blink, style.blink2, style.italic)), f"{where}: {segment.text!r} is dim, blinks or slants"
            colors = (style.bgcolor, style.color) if style.reverse else (style.color, style.bgcolor)
            found.append(Cell(where, segment.text, *colors))
    return found


async def walked(library: Library, theme: str, monkeypatch: pytest.MonkeyPatch) -> list[Cell]:
    """Everything that is drawn on the walk. Fails if a look was never seen."""
    seen_looks: set[str] = set()
    look = Painted.look

    def noted(self: Painted, *roles: str) -> object:
        seen_looks.update(roles)
        return look(self, *roles)

    monkeypatch.setattr(Painted, "look", noted)
    app = HandbookApp(library)
    found: list[Cell] = []
    async with app.run_test() as pilot:
        app.theme = theme
        await pilot.pause()
        for where, proof, size, keys in WALK:
            if tuple(app.size) != size:
                await pilot.resize_terminal(*size)
            await pilot.press(*keys)
            await pilot.pause()
            assert proof in "\n".join(drawn(app)), where
            found += cells(app, where)
    assert set(LOOKS) <= seen_looks
    return found


@pytest.mark.parametrize("theme", OWN, ids=lambda theme: theme.name)
async def test_all_that_is_drawn_can_be_read(theme: Theme, sample: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    found = await walked(sample, theme.name, monkeypatch)
    least = 21 if theme.name in ("handbook-contrast", "handbook-paper") else TEXT
    pairs = {(cell.front, cell.back): cell for cell in found}
    for (front, back), cell in pairs.items():
        for system in SYSTEMS:
            measured = round(ratio(shown(front, system), shown(back, system)), 2)
            assert measured >= least, f"{cell.where}: {cell.text!r} has {measured} to 1 with {system.name.lower()} colors"


@pytest.mark.parametrize("theme", OWN, ids=lambda theme: theme.name)
def test_no_two_colors_become_one_without_some_cones(theme: Theme) -> None:
    """Looks that differ at all differ for everybody, and stay readable. No pair is red and green."""
    assert theme.background is not None
    back = Color.parse(theme.background).get_truecolor()
    colors = {Color.parse(value).get_truecolor() for value in (theme.foreground, *(theme.variables[name] for name in ("hb-accent", "hb-urgent"))) if value}
    for blindness in BLINDNESS:
        for one, other in itertools.combinations(colors, 2):
            assert difference(seen(one, blindness), seen(other, blindness)) >= 15, (one, other, blindness)
        for color in colors:
            assert ratio(seen(color, blindness), seen(back, blindness)) >= TEXT - 0.5, (color, blindness)


def test_the_figures_are_those_of_the_standards() -> None:
    assert ratio((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert ratio((119, 119, 119), (255, 255, 255)) == pytest.approx(4.48, abs=0.01)
    assert difference(seen((255, 0, 0), "deuteranopia"), seen((163, 144, 0), "deuteranopia")) < 5
    assert difference((255, 0, 0), (163, 144, 0)) > 60
    assert [shown(Color.from_ansi(number), ColorSystem.STANDARD) for number in (3, 9)] == [(0xAA, 0x55, 0), (0xFF, 0x55, 0x55)]
