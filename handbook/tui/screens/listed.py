"""The list of entries: which kinds it shows, in which order, and that the reader stays on the same entry."""

from __future__ import annotations

from functools import partialmethod

from handbook.document.groups import ORDERS, groups
from handbook.tui import listing
from handbook.tui.lines import Line
from handbook.tui.screens.frame import Frame
from handbook.tui.widgets.bar import Bar
from handbook.tui.widgets.lineview import Make


class ListedEntries(Frame):
    """Lists entries."""

    def __init__(self) -> None:
        super().__init__()
        self.kind = ""

    def renew_list(self) -> None:
        """Show again what is to be shown."""
        raise NotImplementedError

    def show_list(self, make: Make) -> None:
        """Show other lines; the reader stays on the same entry if it is among them."""
        line = self.view.current
        id, row = (line.target, line.row) if line else ("", 0)
        self.view.show(make)
        places = [index for index, other in enumerate(self.view.lines) if id and other.target == id]
        if places:
            self.view.move_to(min(places, key=lambda index: abs(self.view.lines[index].row - row)))

    def entries_changed(self, told: str) -> None:
        """The list follows, and says what became of the entries; if nothing did, what was said stays."""
        said = self.query_one("#status", Bar).text
        self.renew_list()
        self.say(told or said)

    def entry_lines(self, width: int) -> list[Line]:
        """The entries of the kind, or all of them."""
        app = self.handbook
        return listing.entries(groups(app.library, app.order, self.kind, app.cards), app.marks.ids, app.layout(width))

    def group_of(self, line: Line) -> str:
        """The title of the group that a line stands in, without its count."""
        heading = next((other.text for other in self.view.lines if other.role == "group" and other.section == line.section), "")
        return heading.rpartition(" (")[0] or heading

    def action_order(self) -> None:
        """The next order of the list."""
        app, orders = self.handbook, list(ORDERS)
        app.order = orders[(orders.index(app.order) + 1) % len(orders)]
        self.renew_list()
        after = ORDERS[orders[(orders.index(app.order) + 1) % len(orders)]]
        results = " Results of a search stay best first." if getattr(self, "results", None) else ""
        self.say(f"Ordered {ORDERS[app.order]}.{results or f' O orders {after}.'}")

    def show_kind(self, kind: str) -> None:
        """Show one kind, or all of them if it is shown already."""
        self.kind = "" if kind == self.kind else kind
        self.renew_list()
        self.renew_bars()

    def action_all_kinds(self) -> None:
        """Show all kinds."""
        self.show_kind(self.kind)

    action_kind_medication = partialmethod(show_kind, "medication")
    action_kind_therapy = partialmethod(show_kind, "therapy")
    action_kind_procedure = partialmethod(show_kind, "procedure")
    action_kind_role = partialmethod(show_kind, "role")
    action_kind_condition = partialmethod(show_kind, "condition")
    action_kind_tip = partialmethod(show_kind, "tip")
    action_kind_term = partialmethod(show_kind, "term")
    action_kind_comparison = partialmethod(show_kind, "comparison")
    action_kind_lesson = partialmethod(show_kind, "lesson")
