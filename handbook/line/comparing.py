"""The words that are about comparisons."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from handbook.content.rows import TREATMENTS
from handbook.document.article import KIND_TITLES
from handbook.document.choice import Choice
from handbook.document.choices import choice_from, conditions_for
from handbook.document.comparison import EXTRA_COLUMNS
from handbook.document.nodes import MOST_COLUMNS
from handbook.line.page import ComparisonPage, EntryPage
from handbook.line.places import Listing, Place
from handbook.line.reading import Reading

_FILLERS = ("for", "with", "and", "vs", "all", "compare", "differences")
NONE_OPEN = "No comparison is open. Type such as: compare cbt ssri"


def changed(choice: Choice, word: str) -> Choice:
    """The choice after one of the words both, wait, all, differences, swap."""
    if word in EXTRA_COLUMNS:
        return choice.toggled(word)
    if word == "swap":
        return choice.swapped()
    if word == "all":
        return replace(choice, everything=not choice.everything)
    return replace(choice, differences=not choice.differences)


def asked_for(text: str) -> Choice:
    """The comparison that words such as `cbt ssri for panic-disorder with both` ask for."""
    words = text.replace(",", " ").lower().split()
    condition = words[words.index("for") + 1] if "for" in words[:-1] else ""
    extra = tuple(name for name in EXTRA_COLUMNS if name in words)
    ids = tuple(word for word in words if word not in (*_FILLERS, *EXTRA_COLUMNS) and word != condition)
    return Choice(ids, condition, extra, "all" in words, "differences" in words)


class Comparing(Reading):
    """A method `do_word` for each word."""

    @property
    def open_id(self) -> str:
        """The id of the open entry; empty if none is open."""
        return self.page.id if isinstance(self.page, EntryPage) else ""

    def do_mark(self, _: str) -> None:
        """Mark the open entry for a comparison, or take the mark away."""
        id = self.open_id
        if not id:
            self.say("Open an entry to mark it; type words to search, or a number of the list.")
            return
        title = self.library.card(id).title
        if id in self.marked:
            self.marked.remove(id)
            self.say(f"{title} is no longer marked.")
        elif len(self.marked) == MOST_COLUMNS:
            self.say(f"{MOST_COLUMNS} entries are marked, which is the most. v compares them.")
        else:
            self.marked.append(id)
            more = "Mark another one, then v compares." if len(self.marked) == 1 else "v compares."
            self.say(f"{title} is marked. {len(self.marked)} marked. {more}")

    def do_compare(self, rest: str) -> None:
        """Compare by ids, what is marked, or what belongs to the open entry."""
        asked = asked_for(rest)
        if len(asked.ids) > 1:
            self.open_comparison(asked)
        elif asked.ids:
            self.say("Mark two entries with c first, or name them, such as: compare cbt ssri for panic-disorder")
        elif (choice := choice_from(self.library, self.marked, self.open_id)) is not None:
            condition, extra = asked.condition or choice.condition, asked.extra or choice.extra
            self.open_comparison(replace(choice, condition=condition, extra=extra, everything=asked.everything, differences=asked.differences))
        else:
            self._ask_for_second(self.open_id)

    def _ask_for_second(self, id: str) -> None:
        """A list of all that the open treatment may be compared with."""
        cards = [card for kind in TREATMENTS for card in self.library.cards(kind) if card.id != id]
        lines = [(f"{card.title}, {KIND_TITLES[card.kind].lower()}", self._comparer(Choice((id, card.id)))) for card in cards]
        short = self.library.short(id)
        self.list_aside(Listing(f"Compare {short} with which? Or name both, such as: compare {id} cbt", lines, f"what to compare {short} with"))

    def do_for(self, rest: str) -> None:
        """Choose the condition that the open comparison is for; without a comparison, a search."""
        page = self.page
        if not isinstance(page, ComparisonPage):
            if rest:
                self.do_search(f"for {rest}")
            else:
                self.say(NONE_OPEN)
        elif rest:
            self._change(lambda choice: replace(choice, condition="" if rest.lower() in ("all", "general") else rest.lower()))
        else:
            choice = page.choice
            found = conditions_for(self.library, choice.ids, self.library.cards("condition"))
            lines = [(f"{card.title}, {says}", self._comparer(replace(choice, condition=card.id))) for card, says in found]
            self.list_aside(Listing("For which condition?", lines))

    def do_both(self, _: str) -> None:
        """Add or remove the column on both together."""
        self._change(lambda choice: changed(choice, "both"))

    def do_wait(self, _: str) -> None:
        """Add or remove the column on waiting."""
        self._change(lambda choice: changed(choice, "wait"))

    def do_all(self, _: str) -> None:
        """Show all rows, or the usual ones."""
        self._change(lambda choice: changed(choice, "all"))

    def do_differences(self, _: str) -> None:
        """Show only rows that differ, or all of them."""
        self._change(lambda choice: changed(choice, "differences"))

    def do_swap(self, _: str) -> None:
        """Change the order of the columns."""
        self._change(lambda choice: changed(choice, "swap"))

    def _change(self, change: Callable[[Choice], Choice]) -> None:
        """Show the open comparison in another way, in the row that the reader is in."""
        page = self.page
        if isinstance(page, ComparisonPage):
            self.open_comparison(change(page.choice), page.part.key)
        else:
            self.say(NONE_OPEN)

    def _comparer(self, choice: Choice) -> Place:
        row = self.page.part.key if isinstance(self.page, ComparisonPage) else ""
        return lambda: self.open_comparison(choice, row)

    def open_comparison(self, choice: Choice, row: str = "") -> None:
        """Show a comparison, at the row with a key if it has that row."""
        page = ComparisonPage(self.library, choice, self.region)
        page.go_to(row)
        self.go_to_page(page)
        self.hint("To change it, type both, wait, all, differences, swap, pick, columns, or for and a condition.")
