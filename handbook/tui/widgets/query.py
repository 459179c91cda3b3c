"""The search line."""

from __future__ import annotations

from collections.abc import Callable

from handbook.render.wrap import safe
from handbook.tui.driver import InstantInput

LONGEST = 200
"""Characters of a query; more would only slow the search down."""


class Query(InstantInput):
    """An input of one row that fills the results while its own change is drawn."""

    def __init__(self, fill: Callable[[str], None], id: str) -> None:
        super().__init__(placeholder="Press / to search", id=id, select_on_focus=False, max_length=LONGEST, compact=True)
        self.cursor_blink = False
        self._fill = fill

    def validate_value(self, value: str) -> str:
        """Pasted text comes without control characters."""
        return safe(value).replace("\n", " ")[:LONGEST]

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Every sign is text, but for the one that leads to help in a crisis from everywhere."""
        return character != "!" and super().check_consume_key(key, character)

    def changed(self, value: str) -> None:
        """Fill the results."""
        self._fill(value)
