"""The themes; what their colors come to on the screen is measured in test_contrast.py."""

from __future__ import annotations

from handbook.tui.themes import THEMES, TITLES


def test_the_palette_theme_names_no_color_of_its_own() -> None:
    theme = next(theme for theme in THEMES if theme.ansi)
    values = [theme.primary, theme.foreground, theme.background, *theme.variables.values()]
    assert all(str(value).startswith("ansi_") or value == "none" for value in values)


def test_every_theme_has_a_name_for_readers() -> None:
    assert set(TITLES) == {theme.name for theme in THEMES}
