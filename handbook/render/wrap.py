"""Breaks spans into lines of a width, and paints them."""

from __future__ import annotations

from handbook.document.nodes import Span

PROSE = 75
"""The most columns a line of prose takes, however wide the terminal is (WCAG 1.4.8)."""

_SGR = {"strong": "1", "link": "4", "label": "1", "title": "1", "heading": "1;36", "urgent": "1;31"}
"""Role to its look on a terminal with colors; the rest is plain, since dim text is hard to read."""

_ASCII = {
    "\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2014": "-", "\u2026": "...", "\u00a0": " ", "\u2022": "-",
    "\u00d7": "x", "\u00a3": "GBP ", "\u20ac": "EUR ", "\u00b5": "u", "\u00df": "ss", "\u00e6": "ae", "\u00f8": "o",
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
    from unicodedata import normalize

    spelled = "".join(_ASCII.get(char, char) for char in text)
    return normalize("NFKD", spelled).encode("ascii", "replace").decode() if not spelled.isascii() else spelled


def safe(text: str) -> str:
    """The text without control characters, so that no input can steer the terminal."""
    return "".join(char if char.isprintable() or char == "\n" else " " for char in text)


def wrap(spans: list[Span], width: int) -> list[list[Span]]:
    """Lines of spans, each at most `width` columns; a word longer than that is cut."""
    lines: list[list[Span]] = [[]]
    used = 0
    for word, gap in _words(spans):
        length = sum(columns(piece.text) for piece in word)
        if used and used + (1 if gap else 0) + length > width:
            lines.append([])
            used = 0
        if used and gap:
            _append(lines[-1], Span(" ", _shared_role(lines[-1], word)))
            used += 1
        for piece in word:
            for part in _cut(piece, width):
                size = columns(part.text)
                if used and used + size > width:
                    lines.append([])
                    used = 0
                _append(lines[-1], part)
                used += size
    return lines if lines[-1] or len(lines) == 1 else lines[:-1]


def _words(spans: list[Span]) -> list[tuple[list[Span], bool]]:
    """The words of a text, each as the spans it crosses, and whether a space stands before it."""
    words: list[tuple[list[Span], bool]] = []
    gap = False
    joined = False
    for span in spans:
        pieces = span.text.split(" ")
        for index, piece in enumerate(pieces):
            if index:
                gap, joined = True, False
            if not piece:
                continue
            part = Span(piece, span.role, span.target)
            if joined:
                words[-1][0].append(part)
            else:
                words.append(([part], gap))
            gap, joined = False, True
    return words


def _shared_role(line: list[Span], word: list[Span]) -> str:
    """The role of the space between two words: theirs if they are of one piece."""
    return line[-1].role if line and line[-1].role == word[0].role and line[-1].target == word[0].target else ""


def _append(line: list[Span], span: Span) -> None:
    """Add a span to a line, joined to its neighbour where they look the same."""
    last = line[-1] if line else None
    if last is not None and last.role == span.role and (last.target == span.target or not span.text.strip()):
        line[-1] = Span(last.text + span.text, last.role, last.target)
    else:
        line.append(span)


def _cut(span: Span, width: int) -> list[Span]:
    """A span in pieces no wider than a line."""
    if columns(span.text) <= width:
        return [span]
    pieces, current = [], ""
    for char in span.text:
        if columns(current + char) > width:
            pieces.append(current)
            current = ""
        current += char
    return [Span(piece, span.role, span.target) for piece in [*pieces, current] if piece]


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


def hard_wrap(text: str, width: int, indent: str = "", hanging: str | None = None) -> list[str]:
    """Plain text in lines of a width; `indent` before the first, `hanging` (or `indent`) before the others."""
    rest = indent if hanging is None else hanging
    lines = wrap([Span(text)], max(8, width - max(len(indent), len(rest))))
    return [(rest if index else indent) + "".join(span.text for span in line) for index, line in enumerate(lines)]
