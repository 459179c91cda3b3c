"""A comparison that the reader changes: its condition, its columns, and which rows are shown or stand first."""

from __future__ import annotations

from dataclasses import replace

from handbook.document.choice import Choice
from handbook.errors import HandbookError, sentence
from handbook.tui.pages import ComparisonPage
from handbook.tui.screens.studied import StudiedPage


class ComparingPage(StudiedPage):
    """Changes comparisons."""

    def _choose(self, choice: Choice) -> None:
        """Show the comparison in another way, in the place of this one."""
        section = self._section()
        self.handbook.replace_comparison(choice)
        if section >= 0 and section < len(self.sections):
            self._go_to_section(section)

    @property
    def choice(self) -> Choice:
        """What the comparison shows."""
        assert isinstance(self.page, ComparisonPage)
        return self.page.choice

    def action_lens(self) -> None:
        """Choose the condition."""
        from handbook.tui import choosing

        choosing.condition(self.handbook, self.choice.ids, self.choice.condition, lambda id: self._choose(replace(self.choice, condition=id)))

    def action_pick(self) -> None:
        """Pick the rows that matter."""
        from handbook.document.comparison import rows_to_pick
        from handbook.tui import choosing

        rows = rows_to_pick(self.handbook.library, list(self.choice.ids))
        choosing.several(self.handbook, "Which rows come first?", rows, self.choice.first, self._put_first)

    def _put_first(self, keys: tuple[str, ...]) -> None:
        self._choose(replace(self.choice, first=keys))
        self.view.home()
        self.tell(f"{len(keys)} rows stand first." if len(keys) > 1 else "1 row stands first." if keys else "No row stands first.")

    def action_columns(self) -> None:
        """Add a column or remove one."""
        from handbook.tui import choosing

        choosing.column(self.handbook, self.choice, self._change_column)

    def _change_column(self, id: str) -> None:
        try:
            self._choose(self.choice.with_column(self.handbook.library, id))
        except HandbookError as error:
            self.say(sentence(error))

    def action_both(self) -> None:
        """The column on both together."""
        self._choose(self.choice.toggled("both"))

    def action_wait(self) -> None:
        """The column on waiting."""
        self._choose(self.choice.toggled("wait"))

    def action_all_rows(self) -> None:
        """All rows or the usual ones."""
        self._choose(replace(self.choice, everything=not self.choice.everything))

    def action_differences(self) -> None:
        """Only rows that differ, or all."""
        self._choose(replace(self.choice, differences=not self.choice.differences))

    def action_swap(self) -> None:
        """Another column first."""
        self._choose(self.choice.swapped())

    def action_beside(self) -> None:
        """Columns, or one row after another."""
        self._choose(replace(self.choice, beside=not self.choice.beside))
