"""Breaks spans into lines of a width, and paints them."""

from __future__ import annotations

from handbook.document.nodes import Span

PROSE = 75
"""The most columns a line of prose takes, however wide the terminal is (WCAG 1.4.8)."""

_SGR = {"strong": "1", "link": "4", "label": "1", "title": "1", "heading": "1;36", "urgent": "1;31", "match": "1;4"}
"""Role to its look on a terminal with colors; the rest is plain, since dim text is hard to read."""

_ASCII = {
    "\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2014": "-", "\u2026": "...", "\u00a0": " ", "\u2022": "-",
    "\u00d7": "x", "\u00a3": "GBP ", "\u20ac": "EUR ", "\u00b5": "u", "\u00df": "ss", "\u00e6": "ae", "\u00f8": "o",
    "\u00d8": "O", "\u00c6": "AE", "\u0153": "oe", "\u00b0": "degrees ", "\u2264": "<=", "\u2265": ">=", "\u2212": "-", "\u2192": "->",
    "\u03b1": "alpha-", "\u03b2": "beta-", "\u03b3": "gamma-", "\u03b4": "delta-", "\u03ba": "kappa-", "\u03bc": "u",
}  # fmt: skip


def columns(text: str) -> int:
    """How many columns a text takes on a terminal."""
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width

    return sum(0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text)


def to_ascii(text: str) -> str:
    """The text in ASCII: accents dropped, signs spelled out, `?` for what has no form."""
    if text.isascii():
        return text
    from unicodedata import combining, normalize

    spelled = "".join(_ASCII.get(char, char) for char in text)
    return "".join(char for char in normalize("NFKD", spelled) if not combining(char)).encode("ascii", "replace").decode()


def in_ascii(spans: list[Span]) -> list[Span]:
    """The spans in ASCII."""
    return [Span(to_ascii(span.text), span.role, span.target) for span in spans]


def safe(text: str) -> str:
    """The text without control characters, so that no input can steer the terminal."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else " " for char in text)


def wrap(spans: list[Span], width: int) -> list[list[Span]]:
    """Lines of spans, each at most `width` columns; a word longer than that is cut."""
    text = "".join([span.text for span in spans])
    lines: list[list[Span]] = []
    index, offset = 0, 0
    for start, end in _lines(text, width):
        line: list[Span] = []
        while index < len(spans):
            span = spans[index]
            if offset >= end:
                break
            piece = span.text[max(0, start - offset) : end - offset]
            if piece:
                line.append(span if piece == span.text else Span(piece, span.role, span.target))
            if offset + len(span.text) > end:
                break
            offset += len(span.text)
            index += 1
        lines.append(line)
    return lines or [[]]


def _lines(text: str, width: int) -> list[tuple[int, int]]:
    """Where the lines of a text start and end, without the spaces around them."""
    ranges = []
    reach = _reach if columns(text) != len(text) else _reach_narrow
    start, length = 0, len(text)
    while start < length:
        if text[start] == " ":
            start += 1
            continue
        end = reach(text, start, width)
        if end < length and text[end] != " ":
            space = text.rfind(" ", start, end)
            end = space if space > start else end
        ranges.append((start, start + len(text[start:end].rstrip(" "))))
        start = end
    return ranges


def _reach_narrow(text: str, start: int, width: int) -> int:
    """How far a line of `width` columns reaches where every character takes one column."""
    return min(len(text), start + width)


def _reach(text: str, start: int, width: int) -> int:
    """How far a line reaches where some characters take two columns or none; one character at least."""
    end = start + 1
    while end < len(text) and columns(text[start : end + 1]) <= width:
        end += 1
    return end


class Paint:
    """Turns lines of spans into text for one terminal."""

    def __init__(self, color: bool = False, ascii: bool = False) -> None:
        self.color = color
        self.ascii = ascii

    def line(self, spans: list[Span], role: str = "") -> str:
        """One line; `role` holds for spans that have none."""
        parts = []
        for span in spans:
            text = safe(to_ascii(span.text) if self.ascii else span.text)
            look = _SGR.get(span.role or role, "") if self.color else ""
            parts.append(f"\x1b[{look}m{text}\x1b[0m" if look else text)
        return "".join(parts).rstrip()

    def text(self, text: str, role: str = "") -> str:
        """One line of plain text."""
        return self.line([Span(text)], role)

