"""Which entries are marked for a comparison. No Textual here."""

from __future__ import annotations

from handbook.document.nodes import MOST_COLUMNS
from handbook.library.library import Library


class Marks:
    """Up to three marked entries, in the order they were marked."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.ids: list[str] = []

    def toggle(self, id: str) -> str:
        """Mark an entry or take its mark away; gives the sentence to tell. Raises UnknownId."""
        short = self.library.card(id).short
        if id in self.ids:
            self.ids.remove(id)
            return f"{short} is no longer marked. {self._told()}"
        if len(self.ids) == MOST_COLUMNS:
            return f"{MOST_COLUMNS} entries are marked, which is the most. {self._told()}"
        self.ids.append(id)
        return f"Marked {short}. {self._told()}"

    def _told(self) -> str:
        if not self.ids:
            return "Nothing is marked."
        names = " and ".join(self.library.short(id) or id for id in self.ids)
        return f"Press v to compare {names}." if len(self.ids) > 1 else "Mark another with c, then press v."
