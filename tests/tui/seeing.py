"""How colors look: contrast as WCAG 2 defines it, on poorer terminals, and to readers who see fewer colors."""

from __future__ import annotations

from rich.color import Color, ColorSystem, ColorType
from rich.terminal_theme import TerminalTheme

Rgb = tuple[float, float, float]
"""Red, green and blue, each 0 to 255."""

_HALF, _FULL = (0, 0xAA), (0x55, 0xFF)
CONSOLE = TerminalTheme(
    (0, 0, 0), (0xFF, 0xFF, 0xFF),
    [(red, green // 2 if (red, green, blue) == (0xAA, 0xAA, 0) else green, blue) for blue in _HALF for green in _HALF for red in _HALF],
    [(red, green, blue) for blue in _FULL for green in _FULL for red in _FULL],
)  # fmt: skip
"""The 16 colors of the Linux console, which are those of VGA."""

BLINDNESS: dict[str, tuple[Rgb, Rgb, Rgb]] = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
"""What is left of a color without one kind of cones, in linear light: Machado, Oliveira and Fernandes, 2009, severity 1."""


def shown(color: Color, system: ColorSystem) -> Rgb:
    """The color as a terminal of a system draws it; with 16 colors, as the Linux console does."""
    lower = color.downgrade(system)
    return lower.get_truecolor(CONSOLE if lower.type is ColorType.STANDARD else None)


def linear(color: Rgb) -> Rgb:
    """The light of a color, each part 0 to 1."""
    red, green, blue = (part / 255 / 12.92 if part / 255 <= 0.04045 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in color)
    return red, green, blue


def ratio(one: Rgb, other: Rgb) -> float:
    """The contrast of two colors, 1 to 21 (WCAG 2, relative luminance)."""
    high, low = sorted((0.2126 * red + 0.7152 * green + 0.0722 * blue for red, green, blue in (linear(one), linear(other))), reverse=True)
    return (high + 0.05) / (low + 0.05)


def seen(color: Rgb, blindness: str) -> Rgb:
    """The color as somebody sees it who lacks one kind of cones."""
    light = linear(color)
    left = (min(1.0, max(0.0, sum(weight * part for weight, part in zip(row, light, strict=True)))) for row in BLINDNESS[blindness])
    red, green, blue = (255 * (part * 12.92 if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055) for part in left)
    return red, green, blue


def difference(one: Rgb, other: Rgb) -> float:
    """How different two colors look: the distance in CIELAB (CIE 1976); from about 2 on an eye can tell."""
    return float(sum((a - b) ** 2 for a, b in zip(_lab(one), _lab(other), strict=True)) ** 0.5)


def _lab(color: Rgb) -> Rgb:
    red, green, blue = linear(color)
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    fx, fy, fz = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)
