"""Where the reader has been, so that back and forward lead to the same lines again. No Textual here."""

from __future__ import annotations

from handbook.tui.lines import START, Spot
from handbook.tui.pages import Page

TYPE_CHECKING = False
if TYPE_CHECKING:
    from handbook.tui.finding import Sought

LONGEST = 100
"""How many pages are remembered."""


class Visit:
    """A page and the line that the reader is on."""

    __slots__ = ("page", "sought", "spot", "stale")

    def __init__(self, page: Page) -> None:
        self.page = page
        self.spot: Spot = START
        self.stale = False
        """Whether entries were read again since the page was made."""
        self.sought: Sought | None = None
        """What was searched for, where a search led to the page."""


class History:
    """The visits, oldest first; the list of entries stands before all of them."""

    def __init__(self) -> None:
        self.visits: list[Visit] = []
        self.at = -1

    @property
    def current(self) -> Visit | None:
        """The visit that is shown, or None in the list of entries."""
        return self.visits[self.at] if self.at >= 0 else None

    def open(self, page: Page) -> Visit:
        """Visit a page; what lay ahead is forgotten."""
        del self.visits[self.at + 1 :]
        self.visits.append(Visit(page))
        del self.visits[:-LONGEST]
        self.at = len(self.visits) - 1
        return self.visits[self.at]

    def back(self) -> bool:
        """Go one visit back; whether there was anything to leave."""
        if self.at < 0:
            return False
        self.at -= 1
        return True

    def forward(self) -> bool:
        """Go one visit forward; whether there was one."""
        if self.at + 1 >= len(self.visits):
            return False
        self.at += 1
        return True

    def leave(self) -> None:
        """Return to the list of entries; all visits lie ahead."""
        self.at = -1
