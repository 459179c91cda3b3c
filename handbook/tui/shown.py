"""What stands on the terminal, so that nothing is written twice. No Textual here.

Readers that speak what is written would say unchanged rows again whenever a screen is drawn anew.
"""

from __future__ import annotations


class Shown:
    """Pieces of rows: where each begins and ends, and what was written there."""

    def __init__(self) -> None:
        self._rows: dict[int, dict[int, tuple[int, str]]] = {}

    def forget(self) -> None:
        """What stands there is no longer known."""
        self._rows.clear()

    def differs(self, row: int, start: int, end: int, text: str) -> bool:
        """Whether a piece must be written, which is then taken to be done. Columns `start` to `end`, the end left out."""
        pieces = self._rows.setdefault(row, {})
        if pieces.get(start) == (end, text):
            return False
        for other, (stop, _) in list(pieces.items()):
            if other < end and start < stop:
                del pieces[other]
        pieces[start] = (end, text)
        return True
