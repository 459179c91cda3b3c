"""Words for study: less or more of an entry, its sources, a section to copy, and entries in another order."""

from __future__ import annotations

from copy import copy

from handbook.content.review import Due
from handbook.document import depth
from handbook.document.excerpt import row_excerpt, section_excerpt
from handbook.document.groups import ORDERS, Group, groups
from handbook.library.library import Card
from handbook.line.page import ComparisonPage, DocumentPage, EntryPage
from handbook.line.places import Listing, Place, Places


class Studying(Places):
    """The places, and the words that look closer at them."""

    def do_depth(self, rest: str) -> None:
        """Less or more of the open entry, and of those opened later."""
        if self.page is not None and not isinstance(self.page, EntryPage):
            self.say("This page is always shown in full.")
            return
        page = self.need_entry()
        if page is None:
            return
        if rest and rest not in depth.DEPTHS:
            self.say(f"Say which: {', '.join(depth.DEPTHS)}. Such as: depth usual")
            return
        self.depth = rest or depth.next_depth(page.whole, page.depth)
        page.show(self.depth)
        left = depth.left_out(page.whole, self.depth)
        self.say(f"{depth.TOLD[self.depth]}{f' {left} more rows: type z.' if left else ''} Now at: {page.where()}")

    def do_copy(self, rest: str) -> None:
        """The section or the row, or by its number a question of the section or another row, with sources and date."""
        from datetime import date

        day = date.today().isoformat()
        if isinstance(self.page, ComparisonPage):
            made = self.page.comparison
            number = int(rest) if rest.isdecimal() else 0 if rest else self.page.place + 1
            if not 1 <= number <= len(made.rows):
                self.say(f"Say which row, from 1 to {len(made.rows)}, such as: copy 1")
                return
            found = row_excerpt(made, number - 1, day)
        elif isinstance(page := self.need_page(), DocumentPage):
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
        found = groups(self.library, wanted, "", self.library.cards)
        lines = [(f"{group.title}, {group.count}", self._group(group)) for group in found]
        self.go_to_list(Listing(f"Entries {ORDERS[wanted]}. {len(found)} groups.", lines))

    def do_review(self, _: str) -> None:
        """What is due for review, and what was never reviewed."""
        self.go_to_made(self._review)

    def _review(self) -> Listing:
        from handbook.content.review import STATES, round_told
        from handbook.document.review_round import days, review_round

        today, until = days()
        found = review_round(self.library, today, until)
        by_state = {title: [due for due in found if due.state == state] for state, title in STATES.items()}
        lines = [(f"{title}, {len(of_state)}", self._due(title, of_state)) for title, of_state in by_state.items() if of_state]
        return Listing(f"Review round. {round_told(found, len(self.library), until)}", lines, "review round")

    def _due(self, title: str, found: list[Due]) -> Place:
        def place() -> None:
            self.go_to_list(Listing(f"{title}. {len(found)} entries.", [(f"{due.title}: {due.told()}", self.opener(due.id)) for due in found], title))

        return place

    def _group(self, group: Group) -> Place:
        def place() -> None:
            counted = f"{group.count} {'entry' if group.count == 1 else 'entries'}"
            lines = [(_named(card, group), self.opener(card.id)) for card in group.cards]
            self.go_to_list(Listing(f"{group.title}. {counted}.", lines, group.title))

        return place


def _named(card: Card, group: Group) -> str:
    """An entry's title, with its place for the condition of the group."""
    place = group.places.get(card.id)
    return f"{card.title}: {place}" if place else card.title
