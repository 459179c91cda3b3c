"""The places of line mode: what can be gone to, printed once, and come back to."""

from __future__ import annotations

from collections.abc import Callable

from handbook.document.article import KIND_PLURALS, KIND_TITLES
from handbook.document.choice import Choice, offered
from handbook.document.nodes import Comparison, Document, Span
from handbook.library.library import Library
from handbook.line.page import Page
from handbook.render.text import TextRenderer
from handbook.shelf.shelf import Shelf

Place = Callable[[], None]


class Places:
    """Where a reader is, where they were, and what numbers mean just now."""

    def __init__(self, library: Library, renderer: TextRenderer, write: Callable[[str], None], shelf: Shelf | None = None) -> None:
        self.library = library
        self.shelf = shelf or Shelf()
        self.renderer = renderer
        self.lay_out()
        self.write = write
        self.page: Page | None = None
        self.comparing: Choice | None = None
        self.shown: Document | Comparison | None = None
        """What was read last, as a file would hold it."""
        self.choices: list[Place] = []
        self.marked: list[str] = []
        self.asked = ""
        self.depth = self.shelf.settings["depth"]
        self.order = "kind"
        self.here: Place = self.menu
        self.past: list[Place] = []
        self.future: list[Place] = []
        self.running = True

    def lay_out(self) -> None:
        """Use the text width and spacing that the reader chose."""
        settings = self.shelf.settings
        self.renderer.prose = min(self.renderer.width, settings.width)
        self.renderer.wide = settings["spacing"] == "wide"

    def say(self, *texts: str) -> None:
        """Print sentences, wrapped, each on a line of its own."""
        for text in texts:
            self.write("\n".join(self.renderer.wrapped([Span(text)], "")) + "\n")

    def go(self, place: Place) -> None:
        """Show a place and remember the one before it. If it cannot be shown, nothing changes."""
        before = self.here
        place()
        self.past.append(before)
        self.here = place
        self.future.clear()

    def menu(self) -> None:
        """The kinds of entries as a list."""
        self._leave()
        counts = self.library.counts()
        self.say(f"Menu. {sum(counts.values())} entries in {len(counts)} kinds.")
        self._list([(f"{KIND_PLURALS[kind]}, {count}", self._goer(lambda kind=kind: self.kind(kind))) for kind, count in counts.items()])  # type: ignore[misc]

    def kind(self, kind: str) -> None:
        """The entries of one kind as a list."""
        self._leave()
        cards = self.library.cards(kind)
        self.say(f"{KIND_PLURALS[kind]}. {len(cards)} entries.")
        self._list([(card.title, self._opener(card.id)) for card in cards])

    def search(self, words: str, as_typed: bool = False) -> None:
        """Entries for a reader's words; a name that fits wholly is first."""
        from handbook.search.query import search

        self._leave()
        self.asked = words
        self.shelf.trail.searched(words)
        results = search(self.library, words, limit=9, correct=not as_typed)
        if results.danger:
            self.say("In danger, or worried about somebody? Type ! for help now.")
        if results.remark:
            self.say(results.remark)
        if not results.hits:
            self.say(f"Nothing found for: {words}", *self._near(words), "Try other words, m for the menu, or ! for help in a crisis.")
            return
        if results.corrected:
            self.say(f"Showing results for: {results.corrected}. Type u for exactly what you typed.")
        self.say(f"{len(results.hits)} found. Enter opens the first." if len(results.hits) > 1 else "1 found. Enter opens it.")
        found = [(f"{hit.title}, {KIND_TITLES[hit.kind].lower()}", self._opener(hit.id)) for hit in results.hits]
        if offer := results.offer:
            choice = Choice(offer.ids, offer.condition)
            found.insert(0, (offered(self.library, offer.ids, offer.condition), self._goer(lambda: self.compare(choice))))
        self._list(found)

    def _near(self, words: str) -> list[str]:
        """A sentence with the names that look like some words, if there are any."""
        from handbook.search.near import near_titles

        near = near_titles(self.library, words)
        return [f"Names that look like it: {', '.join(near)}"] if near else []

    def open(self, id: str, section: str = "") -> None:
        """Open an entry at its first section, or at the one with a key."""
        page = Page(self.library, id, self.depth, self.shelf.settings.region, self.shelf.notes.on(id))
        page.go_to(section)
        self._leave()
        self.shelf.trail.visited(id)
        self.enter(page)
        self._section()

    def enter(self, page: Page) -> None:
        """Go into a page, at its first section, and say what it is."""
        self.page, document = page, page.document
        about = f" {document.subtitle.rstrip('.')}." if document.subtitle and document.kind != "timeline" else ""
        self.say(f"{document.title}.{about} {len(document.sections)} sections. Enter reads on.")

    def compare(self, comparing: Choice) -> None:
        """Show a comparison as sentences."""
        made = comparing.made(self.library, self.shelf.settings.region)
        self._leave()
        self.comparing = comparing
        self.shown = made
        self.write(self.renderer.comparison(made, linear=True, more="all"))
        self.say("Type both, wait, all, differences, swap, pick, columns, or for and a condition, to change it.")

    def _leave(self) -> None:
        """Forget the place that is being left."""
        self.page, self.comparing, self.shown, self.choices = None, None, None, []

    def _opener(self, id: str, section: str = "") -> Place:
        return self._goer(lambda: self.open(id, section))

    def _goer(self, place: Place) -> Place:
        return lambda: self.go(place)

    def _travel(self, there: list[Place], back: list[Place], nowhere: str) -> None:
        """Go one step through the places that were visited."""
        if not there:
            self.say(nowhere)
            return
        back.append(self.here)
        self.here = there.pop()
        self.here()

    def _list(self, lines: list[tuple[str, Place]]) -> None:
        """Print numbered lines that numbers then refer to."""
        self.choices = [place for _, place in lines]
        for number, (text, _) in enumerate(lines, 1):
            mark = f"{number}. "
            self.write("\n".join(self.renderer.wrapped([Span(text)], mark, " " * len(mark))) + "\n")

    def _turn(self, step: int) -> None:
        """The next section, or the one before."""
        page = self._need_page()
        if page is None:
            return
        if page.turn(step):
            self._section()
        else:
            end = "end" if step > 0 else "start"
            self.say(f"This is the {end} of {page.document.title}. o for its outline, l for links, b to go back, or words to search.")

    def _section(self) -> None:
        """Read the section that the reader is in."""
        if self.page is not None:
            self.choices = []
            self.shelf.trail.stayed(self.page.document.id, self.page.key)
            self.shown = self.page.document
            self.write("\n".join(self.page.section_lines(self.renderer)) + "\n")

    def _section_at(self, page: Page, index: int) -> Place:
        def place() -> None:
            page.place = index
            self._section()

        return place

    def _need_page(self) -> Page | None:
        if self.page is None:
            self.say("No entry is open. Type words to search, a number of the list, or m for the menu.")
        return self.page
