"""Words for study: less or more of an entry, its sources, a section to copy, and entries in another order."""

from __future__ import annotations

from copy import copy

from handbook.document import depth
from handbook.document.excerpt import row_excerpt, section_excerpt
from handbook.document.groups import ORDERS, Group, groups
from handbook.document.nodes import SourceNote
from handbook.library.library import Card
from handbook.line.places import Place, Places


class Studying(Places):
    """The places, and the words that look closer at them."""

    def do_depth(self, rest: str) -> None:
        """Less or more of the open entry, and of those opened later."""
        page = self._need_page()
        if page is None:
            return
        if not page.path:
            self.say("This page is always shown in full.")
            return
        if rest and rest not in depth.DEPTHS:
            self.say(f"Say which: {', '.join(depth.DEPTHS)}. Such as: depth usual")
            return
        self.depth = rest or depth.next_depth(page.whole, page.depth)
        page.show(self.depth)
        left = depth.left_out(page.whole, self.depth)
        self.say(f"{depth.TOLD[self.depth]}{f' {left} more rows: type z.' if left else ''} Now at: {page.where()}")

    def do_sources(self, _: str) -> None:
        """The sources of the entry, or of the comparison."""
        if self.comparing is not None and self.shown is not None:
            self._tell_sources(self.shown.sources)
        elif page := self._need_page():
            self._tell_sources(page.document.sources)

    def _tell_sources(self, sources: list[SourceNote]) -> None:
        self.write("\n".join(self.renderer.sources(sources)[1:] or ["Nothing here names a source."]) + "\n")

    def do_copy(self, rest: str) -> None:
        """The section, or by its number a question of it or a row of the comparison, with sources and date."""
        from datetime import date

        day = date.today().isoformat()
        if self.comparing is not None:
            made = self.comparing.made(self.library)
            if not rest.isdecimal() or not 1 <= int(rest) <= len(made.rows):
                self.say(f"Say which row, from 1 to {len(made.rows)}, such as: copy 1")
                return
            found = row_excerpt(made, int(rest) - 1, day)
        elif page := self._need_page():
            found = section_excerpt(page.document, page.place, day, int(rest) if rest.isdecimal() else 0)
        else:
            return
        printer = copy(self.renderer)
        printer.cites = True
        self.write(printer.document(found))

    def do_order(self, rest: str) -> None:
        """The entries in another order."""
        orders = list(ORDERS)
        wanted = rest.lower() or orders[(orders.index(self.order) + 1) % len(orders)]
        if wanted not in ORDERS:
            self.say(f"Say which order: {', '.join(orders)}. Such as: order family")
            return
        self.order = wanted
        self.go(lambda: self.ordered(wanted))

    def ordered(self, order: str) -> None:
        """The groups of an order as a list."""
        self._leave()
        found = groups(self.library, order, "", self.library.cards)
        self.say(f"Entries {ORDERS[order]}. {len(found)} groups.")
        self._list([(f"{group.title}, {group.count}", self._goer(self._group(group))) for group in found])

    def _group(self, group: Group) -> Place:
        def place() -> None:
            self._leave()
            self.say(f"{group.title}. {group.count} {'entry' if group.count == 1 else 'entries'}.")
            self._list([(_named(card, group), self._opener(card.id)) for card in group.cards])

        return place


def _named(card: Card, group: Group) -> str:
    """An entry's title, with its place for the condition of the group."""
    place = group.places.get(card.id)
    return f"{card.title}: {place}" if place else card.title
