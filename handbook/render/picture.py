"""Draws stretches of time and figures in plain ASCII, to fit a width."""

from __future__ import annotations

from handbook.document.nodes import Bars, Shares, Span
from handbook.render.wrap import PROSE, columns, wrap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from handbook.document.nodes import Bar

NARROWEST = 20
"""Below this many columns nothing is drawn: the sentences say it all."""
MARKS = frozenset("#.>+")
"""What pictures are drawn with. A line of nothing else says nothing to a listener."""
_ROOM = 60
"""The most marks in one line of a picture."""

_BAR_LEGEND = {"#": "# marks the time", "+": "+ says that it may end there", ">": "> that it goes on", ".": ". is the rest"}
_LEGEND = "Each mark is one person: # is counted in the figure, . is not. Figures elsewhere may come from other studies."


def drawn(picture: Bars | Shares, width: int) -> list[str]:
    """The lines of a picture, each at most `width` columns; none where it does not fit or there is nothing to draw."""
    if width < NARROWEST:
        return []
    return _bars(picture.bars, min(width, _ROOM)) if isinstance(picture, Bars) else _shares(picture, min(width, PROSE))


def _bars(bars: list[Bar], width: int) -> list[str]:
    """One axis of weeks, and under it two lines a bar: what it is in words, then the bar."""
    if not bars:
        return []
    last = max([1.0, *(bar.end or bar.sure or bar.start for bar in bars)])
    if any(bar.end is None for bar in bars):
        # Room behind the last figure, so that it is seen that the bar goes on.
        last *= 1.2
    end = f"week {last:.0f}"
    lines, used = [f"week 0{end.rjust(width - 6)}"], set[str]()
    for bar in bars:
        first = min(width - 1, int(bar.start / last * width))
        behind = width if bar.end is None else max(first + 1, round(bar.end / last * width))
        kept = behind - first if bar.sure is None else min(behind - first, round(bar.sure / last * width))
        marks = "#" * kept + "+" * (behind - first - kept)
        if bar.end is None:
            marks = marks[:-1] + ">"
        row = "." * first + marks + "." * (width - behind)
        lines += [*_wrapped(f"{bar.label}: {bar.words}", width), row]
        used |= set(row)
    return [*lines, *_wrapped(f"{', '.join(says for mark, says in _BAR_LEGEND.items() if mark in used)}.", width)]


def _shares(shares: Shares, width: int) -> list[str]:
    """A mark for each person: `#` for those that the figure counts, `.` for the others, in lines of equal length."""
    a_line = next((size for size in (50, 25, 20) if size <= width and shares.of % size == 0), shares.of if shares.of <= width else 0)
    if not a_line:
        return []
    lines = []
    for count, says in shares.rows:
        marks = "#" * count + "." * (shares.of - count)
        lines += _wrapped(f"{count} in {shares.of} {says}".strip(), width)
        lines += [marks[at : at + a_line] for at in range(0, shares.of, a_line)]
    return [*lines, *_wrapped(_LEGEND, width)]


def _wrapped(text: str, width: int) -> list[str]:
    """A text in lines of a width."""
    if columns(text) <= width:
        return [text]
    return ["".join(span.text for span in line) for line in wrap([Span(text)], width)]
