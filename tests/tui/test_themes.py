"""The colors are far enough apart (WCAG 1.4.6: 7 to 1), also where a terminal knows only 256 or 16."""

from __future__ import annotations

import pytest
from rich.color import Color, ColorSystem
from textual.theme import Theme

from handbook.tui.themes import THEMES, TITLES

OWN = [theme for theme in THEMES if not theme.ansi]


def luminance(color: Color) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [value / 255 for value in color.get_truecolor()]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: Color, other: Color) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("system", [ColorSystem.TRUECOLOR, ColorSystem.EIGHT_BIT])
@pytest.mark.parametrize("theme", OWN, ids=lambda theme: theme.name)
def test_every_text_color_has_seven_to_one(theme: Theme, system: ColorSystem) -> None:
    assert theme.background is not None
    back = Color.parse(theme.background).downgrade(system)
    colors = [theme.foreground, theme.primary, *(theme.variables[name] for name in ("hb-accent", "hb-urgent", "hb-muted", "text-disabled"))]
    for color in colors:
        assert color is not None
        assert ratio(Color.parse(color).downgrade(system), back) >= 7, color


def test_the_palette_theme_names_no_color_of_its_own() -> None:
    theme = next(theme for theme in THEMES if theme.ansi)
    values = [theme.primary, theme.foreground, theme.background, *theme.variables.values()]
    assert all(str(value).startswith("ansi_") or value == "none" for value in values)


def test_every_theme_has_a_name_for_readers() -> None:
    assert set(TITLES) == {theme.name for theme in THEMES}
