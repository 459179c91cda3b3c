"""A page in which words can be found, while they are typed."""

from __future__ import annotations

from textual.events import Key

from handbook.document.nodes import Span
from handbook.tui.finding import matches
from handbook.tui.history import Visit
from handbook.tui.screens.linked import LinkedPage


class SearchablePage(LinkedPage):
    """Finds words."""

    def __init__(self, visit: Visit) -> None:
        super().__init__(visit)
        self.words = ""
        """The words to find."""
        self._typing = False

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
        """Another page: nothing is looked for in it yet."""
        self._typing, self.words = False, ""
        super().show(visit)

    def on_key(self, event: Key) -> None:
        """While words are typed, keys are text."""
        if self.typing:
            self._type_words(event)

    def _type_words(self, event: Key) -> None:
        if event.key == "enter":
            self._end_typing(self._match_told())
        elif event.key == "escape":
            self.words = ""
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
        """The next match."""
        self._find_from(1)

    def action_find_previous(self) -> None:
        """The match before."""
        self._find_from(-1)

    def _find_from(self, step: int) -> None:
        """Go to a match: the next one, the one before, or with 0 the first one from here on."""
        found = matches(self.view.lines, self.words)
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
        found = matches(self.view.lines, self.words)
        here = (self.view.cursor, *(self.view.spot or ()))
        if here not in found:
            return "No match." if not found else f"{len(found)} matches. n goes to the next one."
        return f"Match {found.index(here) + 1} of {len(found)}. n goes on, N goes back."
