"""The full-screen app: holds the library, the marks and the way back, and opens screens."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import os
import signal
import sqlite3
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from handbook import paths
from handbook.commands import COMMANDS, rebound
from handbook.errors import CollectionError, HandbookError, sentence
from handbook.library.library import Card, Library
from handbook.render.wrap import PROSE
from handbook.shelf.shelf import Shelf
from handbook.tui import themes
from handbook.tui.driver import driver_class, listen
from handbook.tui.history import History, Visit
from handbook.tui.live import LiveEntries
from handbook.tui.marks import Marks
from handbook.tui.obeying import Obeying
from handbook.tui.screens.browse import BrowseScreen
from handbook.tui.screens.frame import Frame, keymap
from handbook.tui.starting import StartedPages
from handbook.tui.window import TerminalWindow

if TYPE_CHECKING:
    from collections.abc import Callable

    from handbook.document.choice import Choice
    from handbook.tui.finding import Sought
    from handbook.tui.pages import EntryPage, Page
    from handbook.tui.screens.choose import ChooseScreen
    from handbook.tui.screens.page import PageScreen

MOST_OF_A_KIND = 120
"""More entries of a kind than this are found by searching only."""
STYLES = ("frame.tcss", "lines.tcss")


class HandbookApp(TerminalWindow, Obeying, StartedPages, LiveEntries):
    """The app of one library."""

    ENABLE_COMMAND_PALETTE = False
    CSS_PATH: ClassVar[list[str]] = [os.path.join(paths.styles(), name) for name in STYLES]  # type: ignore[assignment]
    BINDINGS: ClassVar[list[BindingType]] = [("ctrl+c", "quit_now", "Quit")]
    TITLE = "Handbook"

    def __init__(
        self, library: Library, *, region: str = "", ascii: bool = False, open_id: str = "", no_color: bool = False,
        keys: Mapping[str, Sequence[str]] | None = None, shelf: Shelf | None = None, reader_layout: bool | None = None,
    ) -> None:  # fmt: skip
        no_color = no_color or bool(os.environ.get("NO_COLOR"))
        if no_color:
            # Textual removes colors only from an app that is made with the terminal's own ones; else it sends greys.
            os.environ["NO_COLOR"] = "1"
        else:
            os.environ.pop("NO_COLOR", None)
        super().__init__(driver_class=driver_class(), ansi_color=True if no_color else None)
        self.library = library
        self.shelf = shelf or Shelf()
        self.region = region or self.shelf.settings.region
        self.ascii_only = ascii
        self.open_id = open_id
        self.commands = COMMANDS
        """The table of commands, with the reader's own keys."""
        self.reader_layout = self.shelf.settings.on("reader_layout") if reader_layout is None else reader_layout
        """Whether the screen is laid out for speech and braille: one column, nothing that is only for the eye."""
        self.marks = Marks(library)
        self.history = History()
        self.counts = library.counts()
        self.depth = self.shelf.settings["depth"]
        """How much of an entry is shown, as `document.depth` names it."""
        self.order = "kind"
        """How the list of entries is ordered, as `document.groups` names it."""
        self.clipboard_told = False
        """Whether doubts about copying were told."""
        self._cards: dict[str, list[Card]] = {}
        self._pages: PageScreen | None = None
        self._told = False
        keys = {**self.own_keys(), **(keys or {})}
        self._trouble = self.take_keys(keys) if keys else ""
        for theme in themes.THEMES:
            self.register_theme(theme)
        self.theme = "handbook-palette" if no_color else f"handbook-{self.shelf.settings['theme']}"

    def take_keys(self, keys: Mapping[str, Sequence[str]]) -> str:
        """Use the reader's own keys; where they do not fit together, keep the usual ones and give the reason."""
        try:
            self.commands = rebound(keys)
        except HandbookError as error:
            return f"Your own keys are not used: {error}"
        self.set_keymap(keymap(self.commands))
        return ""

    def get_default_screen(self) -> BrowseScreen:
        """The list of entries."""
        return BrowseScreen()

    def on_mount(self) -> None:
        """Leave in good order when the system asks to."""
        with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
            asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, self.exit, 128 + signal.SIGTERM)

    def on_ready(self) -> None:
        """The first frame stands. All that lives until the end is kept out of the collector's way."""
        gc.freeze()
        gc.enable()
        listen(self._driver)
        self.start_watching(self.library)
        if self.open_id:
            self.open_entry(self.open_id)

    def action_quit_now(self) -> None:
        """Ctrl+C."""
        self.exit(0)

    @property
    def frame(self) -> Frame:
        """The screen that is shown."""
        assert isinstance(self.screen, Frame)
        return self.screen

    def first_message(self) -> str:
        """What to tell once, when the app opens; later an empty text."""
        if self._told:
            return ""
        self._told = True
        if self._trouble:
            return self._trouble
        broken = {problem.path for problem in self.library.problems() if problem.blocking}
        if remarks := self.shelf.remarks():
            return remarks
        if broken:
            return f"{len(broken)} {'file has' if len(broken) == 1 else 'files have'} problems: see handbook check"
        if place := self.last_place_told():
            return f"{sum(self.counts.values())} entries. {place}"
        return f"{sum(self.counts.values())} entries. Press ? for help."

    def cards(self, kind: str) -> list[Card]:
        """The entries of a kind, by their short names; of very many only the first."""
        if kind not in self._cards:
            self._cards[kind] = sorted(self.library.cards(kind=kind, limit=MOST_OF_A_KIND), key=lambda card: card.short.lower())
        return self._cards[kind]

    def forget_entries(self) -> None:
        """Ask for everything anew: entries were read again."""
        self._cards.clear()
        self.counts = self.library.counts()
        self.marks.ids = [id for id in self.marks.ids if id in self.library]

    def title_of(self, id: str) -> str:
        """The title of an entry; its id if there is none."""
        return self.library.card(id).title if id in self.library else id

    def unreadable(self, error: sqlite3.Error) -> str:
        """What to tell when the library was damaged or replaced while the app was open."""
        return f"The collection can no longer be read ({error}); quit and start again."

    def page_of(self, id: str) -> EntryPage | HandbookError:
        """The page of an entry, or why there is none."""
        from handbook.tui.pages import EntryPage

        try:
            return EntryPage(self.library, id, self.region, self.depth)
        except HandbookError as error:
            return error
        except sqlite3.Error as error:
            return CollectionError(self.unreadable(error))

    def open_entry(self, id: str, section: str = "", sought: Sought | None = None) -> None:
        """Read an entry, from the section with a key on; `sought` is what a search found it by."""
        page = self.page_of(id)
        if isinstance(page, HandbookError):
            self.frame.say(sentence(page))
        else:
            self.open_page(page, section, sought)
            self.call_after_refresh(self.shelf.trail.visited, id)

    def open_page(self, page: Page, section: str = "", sought: Sought | None = None) -> None:
        """Show a page, from the section with a key on; the way back leads to where the reader is now."""
        self._keep_place()
        visit = self.history.open(page)
        visit.sought = sought
        if section:
            visit.spot = page.spot_of(section, self.layout(PROSE))
        self._show(visit)

    def open_crisis(self) -> None:
        """Where to get help now."""
        from handbook.tui.pages import CrisisPage

        if self.frame.place == "crisis":
            return
        self._close_choice()
        self.open_page(CrisisPage(self.library, self.region))

    def open_help(self, place: str) -> None:
        """The keys."""
        from handbook.tui.help import HelpPage

        if place != "help":
            self.open_page(HelpPage(place, self.commands))

    def go_back(self) -> None:
        """Back to the page before, or to the list of entries."""
        self._keep_place()
        if self.history.back():
            self._show(self.history.current)

    def go_forward(self) -> None:
        """Forward to the page that was left by going back."""
        self._keep_place()
        if self.history.forward():
            self._show(self.history.current)
        else:
            self.frame.say("There is nothing to go forward to.")

    def search(self, words: str = "") -> None:
        """Back to the list of entries, on its search line, perhaps with words to look for."""
        self._keep_place()
        self.history.leave()
        self._show(None)
        assert isinstance(self.screen, BrowseScreen)
        if words:
            self.screen.query_line.value = words
        self.screen.action_search()

    def _keep_place(self) -> None:
        if self._pages is not None and self.screen is self._pages:
            self._pages.keep_place()

    def _show(self, visit: Visit | None) -> None:
        """Show a visit's page, or the list of entries."""
        shown = self._pages is not None and self.screen is self._pages
        if visit is not None and visit.stale:
            from handbook.tui.renewing import renewed

            visit.page, visit.stale = renewed(visit.page, self.library), False
        if visit is not None:
            self.put_notes_on(visit.page)
        if visit is None:
            if shown:
                self.pop_screen()
        elif self._pages is None:
            from handbook.tui.screens.page import PageScreen

            self._pages = PageScreen(visit)
            self.install_screen(self._pages, "pages")
            self.push_screen("pages")
        else:
            self._pages.show(visit)
            if not shown:
                self.push_screen("pages")

    def ask(self, screen: ChooseScreen, then: Callable[[str], None]) -> None:
        """Show a list; what is chosen is handed on."""

        def chosen(value: str | None) -> None:
            if value is not None:
                then(value)

        self.push_screen(screen, chosen)

    def again(self) -> None:
        """Show the page that is read again, after it changed."""
        if self._pages is not None and self._pages.is_mounted:
            self._pages.again()

    def _close_choice(self) -> None:
        """Leave lists to choose from without choosing."""
        while self.frame.place == "choose":
            self.pop_screen()

    def replace_comparison(self, choice: Choice) -> None:
        """Show the comparison in another way; the way back stays as it was."""
        from handbook.tui.pages import ComparisonPage

        visit = self.history.current
        assert visit is not None
        assert self._pages is not None
        visit.page = ComparisonPage(self.library, choice, self.region)
        self._pages.show(visit)

    def next_theme(self) -> str:
        """Change the colors; gives the sentence to tell."""
        if self.no_color:
            return "Colors are off, as NO_COLOR or --no-color asks."
        names = [theme.name for theme in themes.THEMES]
        self.theme = names[(names.index(self.theme) + 1) % len(names)]
        self.keep_theme()
        return f"{themes.TITLES[self.theme]}."


def run_app(
    library: Library, *, region: str = "", ascii: bool = False, open_id: str = "", no_color: bool = False,
    keys: Mapping[str, Sequence[str]] | None = None, shelf: Shelf | None = None, reader_layout: bool | None = None,
) -> int:  # fmt: skip
    """Run the app until the reader leaves it; gives the exit status.

    `reader_layout` says whether to lay the screen out for speech and braille; None leaves that to the reader's settings.
    Raises sqlite3.Error where the library turns out to be damaged: built anew, it can be opened again.
    """
    for name in ("COLUMNS", "LINES"):
        # The terminal itself knows its size, also after it has changed.
        os.environ.pop(name, None)
    app = HandbookApp(
        library, region=region, ascii=ascii, open_id=open_id, no_color=no_color, keys=keys, shelf=shelf, reader_layout=reader_layout
    )
    status = app.run()
    if app.damage is not None:
        raise app.damage
    return app.return_code or 0 if status is None else status
