"""What can be done on the page of an entry and on that of the shelf, besides reading."""

from __future__ import annotations

from handbook.tui.screens.deciding import DecidingPage


class ShelfActions(DecidingPage):
    """Notes, and changes of the shelf."""

    def action_note(self) -> None:
        """Write a note on the section that the reader is in."""
        from handbook.tui import shelving

        shelving.note(self.handbook, self.page, self._section())

    def action_open(self) -> None:
        """On the shelf, open the entry at the section that a note is on."""
        if self.place != "shelf":
            super().action_open()
            return
        from handbook.tui import shelving

        shelving.open_item(self.handbook, self.view.current)

    def action_new_set(self) -> None:
        """Begin a set."""
        from handbook.tui import shelving

        shelving.new_set(self.handbook)

    def action_rename_set(self) -> None:
        """Give the set that the reader is in another name."""
        from handbook.tui import shelving

        shelving.rename_set(self.handbook, self.view.current)

    def action_delete(self) -> None:
        """Delete what the reader is on."""
        from handbook.tui import shelving

        shelving.delete(self.handbook, self.view.current)

    def again(self) -> None:
        """Show the page again after it changed, with the reader where they were."""
        self.view.show(self._make, self.view.place)
        self.renew_bars()
