"""A decision page, on which the reader ticks what matters to them and chooses an age group; and saving any page."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from handbook.tui.pages import ComparisonPage
from handbook.tui.screens.comparing import ComparingPage
from handbook.tui.widgets.lineview import LineView

if TYPE_CHECKING:
    from handbook.tui.deciding import DecisionPage


class DecidingPage(ComparingPage):
    """Changes decision pages, and saves pages."""

    @property
    def deciding(self) -> DecisionPage | None:
        """The decision page that is shown, if it is one; its module is loaded only with the first one."""
        return cast("DecisionPage", self.page) if self.place == "decide" else None

    def _decide(self, page: DecisionPage, told: str) -> None:
        """Show the decision in another way, with the reader on the same line."""
        self.keep_place()
        self.visit.page = page
        self.show(self.visit)
        self.tell(told)

    def _tick(self) -> bool:
        """Tick the row that the reader is on, or take the tick away; False on any other line."""
        page, line = self.deciding, self.view.current
        if page is None or line is None or line.role or not line.target:
            return False
        after = page.toggled(line.target)
        told = f"{len(after.ticked)} ticked. Nothing is stored."
        self._decide(after, f"It matters. {told}" if line.target in after.ticked else f"No longer ticked. {told}")
        return True

    def action_open(self) -> None:
        """Tick a row, or open a link."""
        if not self._tick():
            super().action_open()

    def on_line_view_clicked(self, event: LineView.Clicked) -> None:
        """A click ticks a row, or opens a link."""
        if not self._tick():
            super().on_line_view_clicked(event)

    def action_pick(self) -> None:
        """Tick rows in a list."""
        page = self.deciding
        if page is None:
            super().action_pick()
            return
        from handbook.content.rows import TREATMENT_ROWS
        from handbook.document.decision import MATTERS
        from handbook.tui import choosing

        names = {key: TREATMENT_ROWS[key] for key in MATTERS}

        def picked(keys: tuple[str, ...]) -> None:
            self._decide(page.with_ticked(keys), f"{len(keys)} ticked. Nothing is stored.")

        choosing.several(self.handbook, "What matters to you?", names, page.ticked, picked)

    def action_lens(self) -> None:
        """Choose the age group of a decision."""
        page = self.deciding
        if page is None:
            super().action_lens()
            return
        from handbook.tui import choosing

        choosing.age(self.handbook, page.age, lambda age: self._decide(page.with_age(age), "The age group has changed."))

    def action_save(self) -> None:
        """Save the page as a file."""
        from handbook.tui import saving

        page = self.page.to_save()
        if page is None:
            self.say("There is nothing to save here.")
            return
        sheet = self.deciding.sheet() if self.deciding else None
        saving.save_page(self.handbook, page, sheet, self.tell, "The handout" if self.place == "present" else "This page")

    def action_decide(self) -> None:
        """What there is to decide on, from an entry or for the condition of a comparison."""
        self.handbook.decide(self.page.choice.condition if isinstance(self.page, ComparisonPage) else self.page.entry_id)

    def action_timeline(self) -> None:
        """When what happens, from an entry or for the columns of a comparison."""
        if isinstance(self.page, ComparisonPage):
            self.handbook.open_timeline(list(self.choice.ids), self.choice.condition)
        else:
            self.handbook.timeline_from(self.page.entry_id)
