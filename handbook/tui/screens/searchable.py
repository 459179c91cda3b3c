"""A page in which words can be found, while they are typed."""

from __future__ import annotations

from textual.events import Key

from handbook.document.depth import ALL
from handbook.document.nodes import Span
from handbook.render.wrap import PROSE
from handbook.tui.finding import Sought, headings, matches
from handbook.tui.history import Visit
from handbook.tui.lines import START
from handbook.tui.pages import EntryPage
from handbook.tui.screens.linked import LinkedPage


class SearchablePage(LinkedPage):
    """Finds words."""

    def __init__(self, visit: Visit) -> None:
        super().__init__(visit)
        self.words = ""
        """The words to find."""
        self._typing = False
        self._went = False
        """Whether the reader went to what was searched for."""

    @property
    def typing(self) -> bool:
        """Whether keys are text: the words to find."""
        return self._typing

    def keys(self) -> list[Span]:
        """While words are typed, only how to end that."""
        if not self.typing:
            return super().keys()
        return [Span("Enter", "strong"), Span(" done  "), Span("Esc", "strong"), Span(" forget  "), Span("!", "strong"), Span(" crisis")]

    def show(self, visit: Visit) -> None:
        """Another page: nothing is looked for in it yet but what a search looked for."""
        self._typing, self._went, self.words = False, False, ""
        super().show(visit)
        if visit.sought and visit.spot == START and (told := self._sought_told(visit.sought)):
            self.tell(f"{self.page.remark()} {told}".strip())

    def _sought_told(self, sought: Sought) -> str:
        """How to go to what was searched for; empty if it is not on this page."""
        lines, page = self.view.lines or self._make(PROSE), self.page
        if sought.lines_of_row(lines):
            return f"{len(self.sections)} sections. n goes to what fits your search: {sought.row}"
        if sought.row and isinstance(page, EntryPage) and page.depth != ALL:
            whole = self.handbook.layout(PROSE)
            page.at(ALL).lay_out(whole)
            if sought.lines_of_row(whole.lines):
                return f"Press z to see what fits your search: {sought.row}"
        return f"{len(self.sections)} sections. n goes to the words of your search." if next(sought.places(lines), None) else ""

    def on_key(self, event: Key) -> None:
        """While words are typed, keys are text."""
        if self.typing:
            self._type_words(event)

    def _type_words(self, event: Key) -> None:
        if event.key == "enter":
            self._end_typing(self._match_told())
        elif event.key == "escape":
            self.words, self.visit.sought = "", None
            self._end_typing("Search on this page ended.")
        elif event.key == "backspace":
            self.words = self.words[:-1]
            self._find_from(0)
        elif event.is_printable and event.character and event.character != "!":
            self.words += event.character
            self._find_from(0)
        else:
            return
        event.stop()

    def _end_typing(self, message: str) -> None:
        self._typing = False
        self.renew_bars()
        self.tell(message)

    def action_find(self) -> None:
        """Begin to type words."""
        self._typing, self.words = True, ""
        self.renew_bars()
        self.say("Find on this page: type words, then Enter.")

    def action_find_next(self) -> None:
        """The next match; the first time after a search, the one in the row that fits best."""
        if self.words or not self.visit.sought or self._went:
            self._find_from(1)
            return
        self._went = True
        row = self.visit.sought.lines_of_row(self.view.lines)
        match = next((match for match in self._matches() if match[0] in row), None)
        if match:
            self.view.move_to(match[0], (match[1], match[2]))
            self.tell(self._match_told())
        elif row:
            self.view.move_to(row[0])
        else:
            self._find_from(1)

    def action_find_previous(self) -> None:
        """The match before."""
        self._find_from(-1)

    def _matches(self) -> list[tuple[int, int, int]]:
        """Where the words to find stand; while none are typed, those of the search that led here."""
        if self.words or self.typing or not self.visit.sought:
            return matches(self.view.lines, self.words)
        return list(self.visit.sought.places(self.view.lines))

    def _find_from(self, step: int) -> None:
        """Go to a match: the next one, the one before, or with 0 the first one from here on."""
        found = self._matches()
        if not found:
            self.view.move_to(self.view.cursor)
            self.say(f"Find: {self.words}. No match." if self.words else "Press f and type the words to find.")
            return
        here = (self.view.cursor, self.view.spot[0] if self.view.spot else -1)
        if step < 0:
            match = next((match for match in reversed(found) if match[:2] < here), found[-1])
        else:
            match = next((match for match in found if match[:2] > here or (step == 0 and match[:2] == here)), found[0])
        self.view.move_to(match[0], (match[1], match[2]))
        self.tell(f"Find: {self.words}. {self._match_told()}" if self.typing else self._match_told())

    def _match_told(self) -> str:
        """Which match the reader is on, in words."""
        found = self._matches()
        here = (self.view.cursor, *(self.view.spot or ()))
        if here not in found:
            return "No match." if not found else f"{len(found)} matches. n goes to the next one."
        told = f"Match {found.index(here) + 1} of {len(found)}. n goes on, N goes back."
        above = [text for line, text, _ in headings(self.view.lines) if line <= self.view.cursor]
        if self.words or not above:
            return told
        return f"{above[-1]}{'' if above[-1].endswith('?') else '.'} {told}"
