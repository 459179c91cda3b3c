"""What stands where in the lines of a page: headings, links, and words. No Textual here."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import groupby

from handbook.tui.lines import Line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.search.marking import Wanted


def headings(lines: list[Line]) -> list[tuple[int, str, bool]]:
    """The headings of a page, each as line, text, and whether it is a question inside a section."""
    found: list[tuple[int, str, bool]] = []
    for index, line in enumerate(lines):
        if line.role in ("heading", "urgent", "question"):
            if line.part and found:
                start, text, inner = found[-1]
                found[-1] = (start, f"{text} {line.text.strip()}", inner)
            else:
                found.append((index, line.text.strip(), line.role == "question"))
    return found


def corresponding(old: list[Line], at: int, new: list[Line]) -> int:
    """The line of a changed page where a reader belongs who was on line `at` of the old one.

    That is the same text under the same heading, else as far below that heading as before, else the nearest
    heading before it that is still there.
    """
    at = max(0, min(at, len(old) - 1))
    before = [heading for heading in headings(old) if heading[0] <= at]
    after = headings(new)
    for start, text, inner in reversed(before):
        for place, (found, other, level) in enumerate(after):
            if (other, level) == (text, inner):
                if start != before[-1][0]:
                    return found
                end = after[place + 1][0] if place + 1 < len(after) else len(new)
                wanted = found + at - start
                same = [index for index in range(found, end) if new[index].text == old[at].text]
                return min(same, key=lambda index: abs(index - wanted)) if same else min(wanted, end - 1)
    return 0 if before or not new else min(at, len(new) - 1)


def links(lines: list[Line]) -> list[tuple[int, int, int, str]]:
    """The links of a page, each as line, first and last character, and target.

    A link that goes on in the next line of its paragraph counts once.
    """
    found: list[tuple[int, int, int, str]] = []
    open_at_end: tuple[int, str] | None = None
    for index, line in enumerate(lines):
        if not line.spans:
            continue
        at = 0
        for number, span in enumerate(line.spans):
            if span.role == "link":
                begins = not "".join(before.text for before in line.spans[:number]).strip()
                if not (begins and open_at_end == (line.row, span.target)):
                    found.append((index, at, at + len(span.text), span.target))
            at += len(span.text)
        last = line.spans[-1]
        open_at_end = (line.row, last.target) if last.role == "link" else None
    return found


def matches(lines: list[Line], words: str) -> list[tuple[int, int, int]]:
    """Where words stand on a page, each as line, first and last character; upper and lower case are one.

    A match may go on in the next line of its paragraph; then its first part is given.
    """
    wanted = " ".join(words.split())
    if not wanted:
        return []
    pattern = re.compile(re.escape(wanted), re.IGNORECASE)
    found = []
    for _, group in groupby(range(len(lines)), key=lambda index: lines[index].row):
        indexes = [index for index in group if lines[index].spans]
        texts = [lines[index].text for index in indexes]
        starts = [0]
        for text in texts:
            starts.append(starts[-1] + len(text.strip()) + 1)
        for match in pattern.finditer(" ".join(text.strip() for text in texts)):
            number = bisect_right(starts, match.start()) - 1
            text = texts[number]
            start = match.start() - starts[number] + len(text) - len(text.lstrip())
            found.append((indexes[number], start, min(len(text), start + len(match.group()))))
    return found


class Sought:
    """What led a search to a page: the words, and the label of the row that fits best, empty where the whole page does."""

    __slots__ = ("row", "wanted")

    def __init__(self, wanted: Wanted, row: str) -> None:
        self.wanted = wanted
        self.row = row

    def places(self, lines: list[Line]) -> Iterator[tuple[int, int, int]]:
        """Where the words stand on a page, each as line, first and last character; the list of sources is left out."""
        return ((index, *place) for index, line in enumerate(lines) if line.role != "source" for place in self.wanted.places(line.text))

    def lines_of_row(self, lines: list[Line]) -> range:
        """The lines of the row, from its heading on; none if it is not there. What holds for one condition stands in the row for all."""
        every = headings(lines)
        for label in (self.row, self.row.rpartition(" (")[0]):
            for place, (start, text, _) in enumerate(every):
                if label and text == label:
                    return range(start, every[place + 1][0] if place + 1 < len(every) else len(lines))
        return range(0)
