"""The search line."""

from __future__ import annotations

from collections.abc import Callable

from textual.events import Key

from handbook.render.wrap import safe
from handbook.tui.driver import InstantInput

LONGEST = 200
"""Characters of a query; more would only slow the search down."""


# The cursor is drawn on the first sign inside; of a letter there, readers of the stream would make a word by itself.
_OUTSIDE, _INSIDE = "Press / to search", " Type words to search"


class Query(InstantInput):
    """An input of one row that fills the results while its own change is drawn."""

    def __init__(self, fill: Callable[[str], None], complete: Callable[[str], str], id: str) -> None:
        super().__init__(placeholder=_OUTSIDE, id=id, select_on_focus=False, max_length=LONGEST, compact=True)
        self.cursor_blink = False
        self._fill = fill
        self._complete = complete

    def on_focus(self) -> None:
        """To a reader that follows the cursor, this row is all that is said; a key that was pressed is no use in it."""
        if getattr(self.app, "reader_layout", False):
            self.placeholder = _INSIDE

    def on_blur(self) -> None:
        """Outside it the key is of use again."""
        self.placeholder = _OUTSIDE

    def on_key(self, event: Key) -> None:
        """Tab and Right complete a filter that is begun at the end of the line; without one, they do what they always do."""
        if event.key not in ("tab", "right") or self.cursor_position < len(self.value):
            return
        completed = self._complete(self.value)
        if completed != self.value:
            event.stop()
            event.prevent_default()
            self.value = completed
            self.cursor_position = len(completed)

    def validate_value(self, value: str) -> str:
        """Pasted text comes without control characters."""
        return safe(value).replace("\n", " ")[:LONGEST]

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Every sign is text, but for the one that leads to help in a crisis from everywhere."""
        return character != "!" and super().check_consume_key(key, character)

    def changed(self, value: str) -> None:
        """Fill the results."""
        self._fill(value)
