"""A page in sections: shows it, keeps the reader's place, and goes from section to section."""

from __future__ import annotations

from handbook.tui.finding import headings
from handbook.tui.history import Visit
from handbook.tui.lines import Line
from handbook.tui.pages import Page
from handbook.tui.screens.frame import Frame
from handbook.tui.widgets.lineview import LineView


class SectionedPage(Frame):
    """Shows the page of a visit."""

    def __init__(self, visit: Visit) -> None:
        super().__init__()
        self.visit = visit
        self.sections: list[str] = []
        self.numbers: dict[str, int] | None = None
        """Link to its number, while links are numbered."""
        self.note: tuple[int, str] | None = None
        """A row and the explanation below it."""
        self._told_section = -1
        """The section that the status line speaks of, or something else that belongs there."""
        self._kept_section = -2
        """The section that is remembered as the reader's place."""

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self.visit.page

    @property
    def place(self) -> str:  # type: ignore[override]
        """As the page says."""
        return self.page.place

    def heading(self) -> str:
        """The name of the page."""
        return self.page.name

    def terminal_title(self) -> str:
        """Names the page."""
        return f"Handbook: {self.page.short or self.page.name}"

    def on_mount(self) -> None:
        """Show the first page."""
        self.show(self.visit)

    def show(self, visit: Visit) -> None:
        """Show a page, with the reader on the line where they left it."""
        self.visit = visit
        self._kept_section = -2
        self.numbers, self.note = None, None
        self._told_section = -2
        self.view.show(self._make, visit.spot)
        self.renew_bars()
        if remark := self.page.remark():
            self.tell(remark)
        self.view.focus()

    def tell(self, message: str) -> None:
        """Say something that is not to be followed by the name of the section."""
        self._told_section = self._section()
        self.say(message)

    def keep_place(self) -> None:
        """Remember the line that the reader is on."""
        self.visit.spot = self.view.place

    def _make(self, width: int) -> list[Line]:
        layout = self.handbook.layout(width, {} if self.numbers is not None else None, self.note)
        self.page.lay_out(layout)
        self.sections = layout.sections
        if layout.numbers is not None:
            self.numbers = layout.numbers
        return layout.lines

    def _section(self) -> int:
        line = self.view.current
        return line.section if line else -1

    def on_line_view_moved(self, event: LineView.Moved) -> None:
        """Name the section when the reader comes to another one."""
        section = self._section()
        if self.page.entry_id and section != self._kept_section:
            self._kept_section = section
            self.handbook.shelf.trail.stayed(self.page.entry_id, self.page.section_key(section))
        if self.view.lines and section != self._told_section and not self.typing:
            self._told_section = section
            self.say(self._section_told())

    def _section_told(self) -> str:
        return self.page.position(self._section(), self.sections)

    def action_next_section(self) -> None:
        """The next section."""
        self._go_to_section(self._section() + 1)

    def action_previous_section(self) -> None:
        """The start of this section, or of the one before if the reader is there already."""
        line = self.view.current
        inside = line is not None and any(other.section == line.section for other in self.view.lines[: self.view.cursor] if other.stop)
        self._go_to_section(self._section() - (0 if inside else 1))

    def _go_to_section(self, section: int) -> None:
        if section >= len(self.sections):
            self.say("This is the last section.")
        elif section < 0:
            self.view.home()
        else:
            # There are no lines while the terminal is too small to show any.
            self.view.move_to(next((index for index, line in enumerate(self.view.lines) if line.section == section), 0))

    def action_outline(self) -> None:
        """Choose a section or a question."""
        from handbook.tui import choosing

        choosing.heading(self.handbook, headings(self.view.lines), self.view.cursor, self.view.move_to)
