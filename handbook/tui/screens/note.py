"""A small sheet to write a note on. It is saved with every change."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Paste
from textual.widgets import TextArea

from handbook.document.nodes import Span
from handbook.errors import HandbookError
from handbook.shelf.notes import Notes
from handbook.shelf.words import lines, sentence
from handbook.tui.screens.frame import Frame
from handbook.tui.widgets.bar import Bar


class Sheet(TextArea):
    """Text of several lines."""

    def __init__(self, text: str) -> None:
        super().__init__(text, id="sheet", compact=True, highlight_cursor_line=False)
        self.cursor_blink = False

    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        """Every sign is text, but for the one that leads to help in a crisis from everywhere."""
        return character != "!" and super().check_consume_key(key, character)

    def on_paste(self, event: Paste) -> None:
        """Pasted text comes without control characters."""
        event.prevent_default()
        event.stop()
        self.insert(lines(event.text))


class NoteScreen(Frame):
    """Writes one note; gives the sentence to tell when it is left."""

    place = "choose"
    BINDINGS: ClassVar[list[BindingType]] = [
        # Some screen readers keep Esc for themselves: with no other key, this would be a trap for those who use them.
        Binding("escape,f2", "back", "Save and leave", show=False),
        Binding("!", "crisis", "Crisis", show=False, priority=True),
    ]

    def __init__(self, notes: Notes, entry: str, section: str, on: str) -> None:
        super().__init__()
        self.notes = notes
        self.entry = entry
        self.section = section
        self.on = on
        self.before = notes.text(entry, section)
        self.refused = ""
        """Why what is written cannot be saved."""
        self._warned = False
        self._kept = self.before
        """What this window wrote or read last."""

    def body(self) -> ComposeResult:
        """The sheet."""
        yield Sheet(self.before)

    @property
    def sheet(self) -> Sheet:
        """The sheet."""
        return self.query_one(Sheet)

    @property
    def typing(self) -> bool:
        """All keys are text."""
        return True

    def heading(self) -> str:
        """What the note is on."""
        return f"Your note on {self.on}"

    def keys(self) -> list[Span]:
        """The keys that are no text."""
        return [Span("F2", "strong"), Span(" or "), Span("Esc", "strong"), Span(" leave  "), Span("!", "strong"), Span(" crisis")]

    def on_mount(self) -> None:
        """Begin at the end of what is there."""
        self.sheet.move_cursor(self.sheet.document.end)
        self.say("Write. It is saved as you go. F2 or Esc leaves.")

    def focus_content(self) -> None:
        """Write on the sheet."""
        self.sheet.focus()

    def on_text_area_changed(self) -> None:
        """Save, so that a window that is closed now loses nothing."""
        before = self.refused
        self._save()
        self._warned = False
        if before or self.refused:
            self.say(self.refused or "Saved again.")

    def _save(self) -> None:
        try:
            if self.notes.text(self.entry, self.section) != self._kept:
                raise HandbookError("another window has changed this note meanwhile, and its words are kept")
            self.notes.write(self.entry, self.section, self.sheet.text)
            self.refused, self._kept = "", lines(self.sheet.text)
        except HandbookError as error:
            self.refused = sentence(str(error))

    def action_back(self) -> None:
        """Leave; if it could not be saved, only when asked twice."""
        self._save()
        if self.refused and not self._warned:
            self._warned = True
            self.query_one("#status", Bar).say(f"Not saved. F2 or Esc again leaves without it. {self.refused}")
            return
        self.dismiss(self._ending())

    def _ending(self) -> str:
        """What is told afterwards."""
        if self.refused:
            return f"The note was not saved. {self.refused}"
        text = lines(self.sheet.text)
        if text == self.before:
            return "The note is as it was."
        return "Saved." if text else "The note is empty and was taken away."
