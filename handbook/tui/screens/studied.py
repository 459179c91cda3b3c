"""A page to study: in three depths, with its sources at hand, and with sections to copy."""

from __future__ import annotations

import os

from handbook.document import depth
from handbook.document.excerpt import copied
from handbook.tui.finding import corresponding
from handbook.tui.history import Visit
from handbook.tui.lines import Line
from handbook.tui.pages import EntryPage, Page
from handbook.tui.screens.searchable import SearchablePage


class StudiedPage(SearchablePage):
    """Shows less or more of a page, tells about its sources, and copies from it."""

    def __init__(self, visit: Visit) -> None:
        super().__init__(visit)
        self._left: tuple[list[Line], int, tuple[list[Line], int]] | None = None
        """The lines and place after a change, and those before it: a reader who has not moved since comes back there."""

    def replace(self, page: Page) -> None:
        """Show another form of the page, with the reader on the same words as far as they are there."""
        before, at = self.view.lines, self.view.cursor
        if self._left and self._left[0] is before and self._left[1] == at:
            before, at = self._left[2]
        self.visit.page = page
        self.note = None
        self._told_section = self._section()
        self.view.show(self._make, self.view.place)
        self.view.move_to(corresponding(before, at, self.view.lines))
        self._left = (self.view.lines, self.view.cursor, (before, at))
        self.renew_bars()

    def entries_changed(self, told: str) -> None:
        """The page follows its file, and nothing is drawn if it says the same as before."""
        from handbook.tui.renewing import renewed

        self.visit.stale = False
        self.visit.page = page = renewed(self.page, self.handbook.library)
        lines = self._make(max(1, self.view.size.width - self.view.mark_width))
        if [line.text for line in lines] != [line.text for line in self.view.lines]:
            self.replace(page)
            self.tell((page.trouble if isinstance(page, EntryPage) else "") or "This page was read again: its file changed.")

    def action_depth(self) -> None:
        """Less or more of the entry."""
        page = self.page
        if not isinstance(page, EntryPage):
            return
        chosen = depth.next_depth(page.whole, page.depth)
        if chosen == page.depth:
            self.say("This page is short: everything is shown.")
            return
        self.handbook.depth = chosen
        self.replace(page.at(chosen))
        self.tell(f"{depth.TOLD[chosen]} {page.left_out_told(chosen)}".strip())

    def action_sources(self) -> None:
        """Go to the list of sources."""
        if "Sources" in self.sections:
            self.view.move_to(next(index for index, line in enumerate(self.view.lines) if line.role == "source"))
            count = len(self.page.sources())
            self.tell(f"{count} source{'' if count == 1 else 's'}. Enter tells about one, y copies its address.")
        else:
            self.say("This page names no sources.")

    def action_open(self) -> None:
        """On a source, tell about it or stop telling; else open a link."""
        line = self.view.current
        if line is not None and (line.role == "source" or self._is_record(line)):
            shown = line.role == "note"
            self.note = None if shown else (line.row, self._record(line.target))
            self.view.show(self._make, (line.section, line.row, 0))
            if shown:
                self.say(self._section_told())
            else:
                self.view.move_to(next(index for index, other in enumerate(self.view.lines) if other.role == "note"))
                self.tell("About this source. Enter closes it, y copies its address.")
        else:
            super().action_open()

    def _is_record(self, line: Line) -> bool:
        """Whether a line tells about a source."""
        return line.role == "note" and any(other.role == "source" and other.row == line.row for other in self.view.lines)

    def _record(self, key: str) -> str:
        """All that is known of a source."""
        found = next(source for source in self.page.sources() if source.key == key)
        stored = self.handbook.library.source(key)
        read = "somebody read it for what is said here" if found.read else "nobody has yet confirmed in it what is said here"
        parts = [
            ("Title", found.title),
            ("Published by", found.publisher or "not recorded"),
            ("Year", found.year or "not recorded"),
            ("Read", read),
            ("How good it is", stored.note if stored else ""),
            ("Address", found.url or "not recorded"),
        ]
        return " ".join(f"{name}: {text}" + ("" if text.endswith(".") or name == "Address" else ".") for name, text in parts if text)

    def action_copy(self) -> None:
        """Copy the question or section, or on a source its address."""
        line = self.view.current
        if line is None:
            return
        if line.role == "source" or self._is_record(line):
            key = next(other.target for other in self.view.lines if other.role == "source" and other.row == line.row)
            url = next(source.url for source in self.page.sources() if source.key == key)
            self._copy(url, "Copied the address of this source." if url else "No address is recorded for this source.")
            return
        from datetime import date

        above = self.view.lines[: self.view.cursor + 1]
        question = sum(other.role == "question" and other.section == line.section and not other.part for other in above)
        found = self.page.excerpt(line.section, question, date.today().isoformat())
        if found is None:
            self.say("Go to a section, a question or a source, and press y there.")
            return
        from handbook.render.text import TextRenderer

        self._copy(TextRenderer(ascii=self.handbook.ascii_only).document(found), copied(found))

    def _copy(self, text: str, message: str) -> None:
        """Hand a text to the terminal's clipboard, and say so; doubts are told once."""
        if text:
            self.handbook.copy_to_clipboard(text)
            if not self.handbook.clipboard_told:
                from handbook.tui.clipboard import doubt

                self.handbook.clipboard_told = True
                message = f"{message} {doubt(os.environ)}".rstrip()
        self.tell(message)
