"""The places of line mode: what can be gone to, printed once, and come back to."""

from __future__ import annotations

from collections.abc import Callable

from handbook.document.nodes import Comparison, Document, Span
from handbook.library.library import Library
from handbook.line.page import EntryPage, Page
from handbook.line.seeking import Sought
from handbook.render.text import TextRenderer
from handbook.shelf.shelf import Shelf

Place = Callable[[], None]
"""Shows a place, when it is first gone to and when the reader comes back."""

PORTION = 20
"""Lines of a list that are printed at once; nobody can hold more of them in mind."""


class Listing:
    """A numbered list, printed in portions. `lines` are pairs of a text and what its number leads to.

    `deletes` holds for each line what deletes it and gives the sentence to tell; it is empty where nothing can be deleted.
    Without `enter`, the Enter key alone does not take the first line.
    """

    def __init__(
        self, heading: str, lines: list[tuple[str, Place]], name: str = "", portion: int = PORTION,
        deletes: list[Callable[[], str]] | None = None, enter: bool = True,
    ) -> None:  # fmt: skip
        self.heading = heading
        self.lines = lines
        self.name = name or heading
        """What the reader is told to be in."""
        self.portion = portion
        self.deletes = deletes or []
        self.enter = enter
        self.start = 0
        """The first line that was printed last, counted from 0."""

    @property
    def end(self) -> int:
        """One past the last line that was printed."""
        return min(self.start + self.portion, len(self.lines))

    def turn(self, step: int) -> bool:
        """Go a portion on or back; False if there is none."""
        start = self.start + step * self.portion
        if not 0 <= start < len(self.lines):
            return False
        self.start = start
        return True

    def where(self) -> str:
        """The place in words."""
        lines = f"lines {self.start + 1} to {self.end} of {len(self.lines)}" if len(self.lines) > self.portion else f"{len(self.lines)} lines"
        return f"In a list: {self.name.rstrip('.?')}, {lines}."


class Places:
    """Where a reader is, where they were, and what numbers mean just now."""

    def __init__(self, library: Library, renderer: TextRenderer, write: Callable[[str], None], shelf: Shelf | None = None) -> None:
        self.library = library
        self.shelf = shelf or Shelf()
        self.renderer = renderer
        self.lay_out()
        self.write = write
        self.page: Page | None = None
        self.listing: Listing | None = None
        """The list that numbers refer to."""
        self.shown: Document | Comparison | None = None
        """What was read last, as a file would hold it."""
        self.marked: list[str] = []
        self.asked = ""
        """The words that were searched for last."""
        self.depth = self.shelf.settings["depth"]
        """How much of an entry is shown."""
        self.order = "kind"
        self.here: Place | None = None
        self.past: list[Place] = []
        self.future: list[Place] = []
        self.running = True
        self._hinted: set[str] = set()

    def lay_out(self) -> None:
        """Use the text width and spacing that the reader chose."""
        settings = self.shelf.settings
        self.renderer.prose = min(self.renderer.width, settings.width)
        self.renderer.wide = settings["spacing"] == "wide"

    def say(self, *texts: str) -> None:
        """Print sentences, wrapped, each on a line of its own."""
        for text in texts:
            self.write("\n".join(self.renderer.wrapped([Span(text)], "")) + "\n")

    def hint(self, text: str) -> None:
        """Say how to do something, once: heard again and again it would only be in the way."""
        if text not in self._hinted:
            self._hinted.add(text)
            self.say(text)

    def go(self, place: Place) -> None:
        """Show a place and remember the one before it. If it cannot be shown, nothing changes."""
        before = self.here
        place()
        if before is not None:
            self.past.append(before)
        self.here = place
        self.future.clear()

    def go_to_page(self, page: Page) -> None:
        """Open a page at its place; coming back leads to where the reader left it."""
        self.go(lambda: self._show_page(page))

    def go_to_list(self, listing: Listing) -> None:
        """Open a list as a place of its own."""
        self.go(lambda: self._show_listing(listing))

    def go_to_made(self, make: Callable[[], Listing]) -> None:
        """Open a list that is made again whenever the reader comes back, because what it lists can change."""
        self.go(lambda: self._show_listing(make()))

    def list_aside(self, listing: Listing) -> None:
        """Print a list that belongs to the open page; the reader stays there."""
        self.listing = listing
        self.print_list()

    def _show_page(self, page: Page) -> None:
        if isinstance(page, EntryPage):
            page.notes = self.shelf.notes.on(page.id)
            page.show(page.depth)
            self.shelf.trail.visited(page.id)
        self.page = page
        self.say(page.opening())
        self.read_part()

    def _show_listing(self, listing: Listing) -> None:
        self.page, self.shown, self.listing = None, None, listing
        self.print_list()

    def read_part(self) -> None:
        """Read the part of the page that the reader is in."""
        page = self.page
        if page is not None:
            self.listing, self.shown = None, page.shown
            if isinstance(page, EntryPage):
                self.shelf.trail.stayed(page.id, page.key)
            self.write("\n".join(page.lines(self.renderer)) + "\n")

    def print_list(self) -> None:
        """Print the present portion of the list."""
        listing = self.listing
        if listing is None:
            return
        if not listing.start:
            self.say(listing.heading)
        for number in range(listing.start, listing.end):
            mark = f"{number + 1}. "
            self.write("\n".join(self.renderer.wrapped([Span(listing.lines[number][0])], mark, " " * len(mark))) + "\n")
        if listing.end < len(listing.lines):
            self.say(f"{listing.end} of {len(listing.lines)}. Type more.")
        elif listing.start:
            self.say(f"{listing.end} of {len(listing.lines)}. That is all.")

    def travel(self, there: list[Place], back: list[Place], nowhere: str) -> None:
        """Go one step through the places that were visited."""
        if not there:
            self.say(nowhere)
            return
        if self.here is not None:
            back.append(self.here)
        self.here = there.pop()
        self.here()

    def part_at(self, page: Page, index: int) -> Place:
        """Leads to a part of the open page."""

        def place() -> None:
            page.place = index
            self.read_part()

        return place

    def opener(self, id: str, section: str = "") -> Place:
        """Leads to an entry, at its first section or at the one with a key."""

        def place() -> None:
            page = EntryPage(self.library, id, self.depth, self.region)
            page.go_to(section)
            self.go_to_page(page)

        return place

    def found_opener(self, id: str, sought: Sought) -> Place:
        """Leads to an entry that a search found, and says where in it that is."""

        def place() -> None:
            page = EntryPage(self.library, id, self.depth, self.region)
            page.sought = sought
            self.go_to_page(page)
            if sought.with_row(page):
                self.say(f"What fits your search: {sought.row} To go there, type find, then 1.")

        return place

    @property
    def region(self) -> str:
        """The region that the reader chose; empty for all."""
        return self.shelf.settings.region

    def do_search(self, rest: str) -> None:
        """Search for words; the conversation knows how."""
        raise NotImplementedError

    def where(self) -> str:
        """The place in words."""
        if self.page is not None:
            return self.page.where()
        return self.listing.where() if self.listing is not None else "At the start."

    def need_entry(self) -> EntryPage | None:
        """The open entry; says so if there is none."""
        if isinstance(self.page, EntryPage):
            return self.page
        self.say("No entry is open. Type words to search, a number of the list, or m for the menu.")
        return None

    def need_page(self) -> Page | None:
        """The open page; says so if there is none."""
        if self.page is None:
            self.need_entry()
        return self.page
