"""What every screen can do with the reader's shelf; the work is loaded when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from handbook.tui.screens.frame import Frame


class Owning:
    """The actions, mixed into a frame."""

    @property
    def _frame(self) -> Frame:
        return cast("Frame", self)

    def action_bookmark(self) -> None:
        """Bookmark the entry, or take its bookmark away."""
        from handbook.tui import shelving

        shelving.bookmark(self._frame.handbook, self._frame.entry_here())

    def action_shelf(self) -> None:
        """The page of the shelf."""
        from handbook.tui import shelving

        shelving.open_shelf(self._frame.handbook)

    def action_history(self) -> None:
        """Choose from what was read and searched for."""
        from handbook.tui import shelving

        shelving.history(self._frame.handbook)

    def action_settings(self) -> None:
        """Choose from the settings."""
        from handbook.tui import setting

        setting.open_settings(self._frame.handbook)

    def action_quiz(self) -> None:
        """Questions: of the lesson that the reader is on, else what is due of all."""
        self._frame.handbook.quiz_from(self._frame.entry_here())

    def action_undo(self) -> None:
        """Bring back what was deleted last."""
        from handbook.tui import shelving

        shelving.undo(self._frame.handbook)
