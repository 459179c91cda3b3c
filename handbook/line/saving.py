"""The word that saves what is open as a file."""

from __future__ import annotations

from datetime import date

from handbook.document.decision import sheet
from handbook.document.nodes import Comparison, Document
from handbook.errors import UsageError
from handbook.line.deciding import DecisionPage
from handbook.line.places import Listing, Place, Places
from handbook.render.saving import FORMATS, file_name, file_text, formats_for, page_notes, save

_APPOINTMENT = "appointment"


class Saving(Places):
    """The places, and the word `save`."""

    def do_save(self, rest: str) -> None:
        """Save what is open as a file."""
        shown = self.shown
        words = rest.lower().split()
        if shown is None or len(words) > 2:
            self.do_search(f"save {rest}".strip()) if rest else self.say("Nothing is open that could be saved. Open an entry or a comparison first.")
            return
        choices = {key: (shown, key) for key in formats_for(shown)}
        if isinstance(self.page, DecisionPage):
            deciding = self.page.deciding
            page = sheet(self.library, deciding.condition, deciding.age, deciding.ticked, self.region)
            choices = {_APPOINTMENT: (page, "sheet"), **{f"{_APPOINTMENT} {key}": (page, key) for key in ("markdown", "html")}, **choices}
        if not rest:
            lines = [(f"{word}: {FORMATS[format][0]}", self._saver(what, format)) for word, (what, format) in choices.items()]
            self.list_aside(Listing("Save as what? Type a number, or save and the word.", lines, "ways to save"))
        elif " ".join(words) in choices:
            self._saver(*choices[" ".join(words)])()
        else:
            raise UsageError(f"it cannot be saved as {rest!r}. Type save and one of: {', '.join(choices)}")

    def _saver(self, shown: Document | Comparison, format: str) -> Place:
        """Saves something in a format, and says where."""

        def saver() -> None:
            self.say(f"Saved as {save(file_text(shown, format, page_notes(self.library, shown), date.today()), file_name(shown, format))}")

        return saver
