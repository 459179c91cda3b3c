"""The app's themes: two with a contrast of 7 to 1, two of pure black and white, and one in the 16 colors of the reader's own terminal."""

from __future__ import annotations

from textual.theme import Theme


def _theme(name: str, dark: bool, back: str, text: str, muted: str, accent: str, warning: str, success: str) -> Theme:
    """A theme without any blended color, so that each ratio is the one computed from these values."""
    return Theme(
        name=name, dark=dark, background=back, surface=back, panel=back, boost=back, foreground=text, primary=accent,
        secondary=accent, accent=accent, warning=warning, error=warning, success=success, text_alpha=1.0, luminosity_spread=0.0,
        variables={
            "text": text, "text-muted": muted, "text-disabled": muted, "foreground-muted": muted, "hb-accent": accent,
            "hb-urgent": warning, "hb-muted": muted, "input-cursor-background": text, "input-cursor-foreground": back,
            "input-cursor-text-style": "none", "input-selection-background": accent, "input-selection-foreground": back,
        },
    )  # fmt: skip


_PLAIN = (
    "text", "text-muted", "text-disabled", "hb-muted", "ansi-background", "ansi-foreground", "border-blurred",
    "block-cursor-foreground", "block-cursor-background", "input-cursor-background", "input-cursor-foreground",
    "input-selection-background", "input-selection-foreground", "screen-selection-background", "screen-selection-foreground",
)  # fmt: skip
"""Variables that Textual's own style sheets ask an ansi theme for; none needs a color here."""

THEMES: tuple[Theme, ...] = (
    _theme("handbook-dark", True, "#0b0b0f", "#f2f2f2", "#c4c4cc", "#8ec7ff", "#ff9d9d", "#8ce99a"),
    _theme("handbook-light", False, "#fffdf7", "#1a1a1a", "#404048", "#003e8a", "#8a0010", "#0b4f1c"),
    # Black and white alone: 21 to 1 everywhere, and what stands out does so by bold or underline.
    _theme("handbook-contrast", True, "#000000", *["#ffffff"] * 5),
    _theme("handbook-paper", False, "#ffffff", *["#000000"] * 5),
    Theme(
        name="handbook-palette", ansi=True, primary="ansi_default", secondary="ansi_default", warning="ansi_default",
        error="ansi_default", success="ansi_default", accent="ansi_default", foreground="ansi_default",
        background="ansi_default", surface="ansi_default", panel="ansi_default", boost="ansi_default",
        variables={**dict.fromkeys(_PLAIN, "ansi_default"), "hb-accent": "ansi_cyan", "hb-urgent": "ansi_red", "input-cursor-text-style": "none"},
    ),
)  # fmt: skip
"""In the order in which the reader goes through them."""

TITLES = {
    "handbook-dark": "Dark colors",
    "handbook-light": "Light colors",
    "handbook-contrast": "High contrast, white on black",
    "handbook-paper": "High contrast, black on white",
    "handbook-palette": "Your terminal's own colors",
}
"""Name of a theme to its name for readers."""
