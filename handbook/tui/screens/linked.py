"""A page with links: goes from one to the next, numbers them, and opens them."""

from __future__ import annotations

from textual.events import Key

from handbook.tui.finding import links
from handbook.tui.history import Visit
from handbook.tui.screens.sectioned import SectionedPage
from handbook.tui.widgets.lineview import LineView


class LinkedPage(SectionedPage):
    """Opens links."""

    def __init__(self, visit: Visit) -> None:
        super().__init__(visit)
        self.digits = ""
        """The number of a link, as far as it is typed."""

    def on_key(self, event: Key) -> None:
        """The number of a link, while links are numbered."""
        if self.typing:
            return
        if self.numbers is not None and event.character and event.character.isdecimal():
            event.stop()
            self._type_number(event.character)
        elif self.digits and event.key == "enter":
            event.stop()
            self._open_number(int(self.digits))
        else:
            self.digits = ""

    def _type_number(self, digit: str) -> None:
        self.digits += digit
        number = int(self.digits)
        count = len(self.numbers or {})
        if number > count or number == 0:
            self.digits = ""
            self.say(f"There is no link {number}. The last one is {count}.")
        elif number * 10 > count:
            self._open_number(number)
        else:
            self.say(f"Link {number}. Enter opens it, or type on.")

    def _open_number(self, number: int) -> None:
        self.digits = ""
        self.handbook.open_entry(list(self.numbers or {})[number - 1])

    def _links(self) -> list[tuple[int, int, int, str]]:
        return links(self.view.lines)

    def action_open(self) -> None:
        """Open the link that the reader is on, else the first one on the line."""
        view = self.view
        here = [link for link in self._links() if link[0] == view.cursor]
        chosen = [link for link in here if view.spot == (link[1], link[2])] or here
        if chosen:
            self.handbook.open_entry(chosen[0][3])
        else:
            self.say("There is no link on this line. Tab goes to the next one.")

    def on_line_view_clicked(self, event: LineView.Clicked) -> None:
        """A click on a link opens it."""
        for index, start, end, target in self._links():
            if index == self.view.cursor and start <= event.column < end:
                self.handbook.open_entry(target)
                return

    def action_next_link(self) -> None:
        """The next link."""
        self._go_to_link(1)

    def action_previous_link(self) -> None:
        """The link before."""
        self._go_to_link(-1)

    def _go_to_link(self, step: int) -> None:
        """Go to the next link, or round to the first one."""
        found = self._links()
        if not found:
            self.say("There are no links on this page.")
            return
        here = (self.view.cursor, self.view.spot[0] if self.view.spot else -1 if step > 0 else 0)
        if step > 0:
            link = next((link for link in found if link[:2] > here), found[0])
        else:
            link = next((link for link in reversed(found) if link[:2] < here), found[-1])
        self.view.move_to(link[0], (link[1], link[2]))
        self.tell(f"Link {found.index(link) + 1} of {len(found)}: {self.handbook.title_of(link[3])}")

    def action_number_links(self) -> None:
        """Number the links, or take the numbers away."""
        self.numbers = {} if self.numbers is None else None
        self.view.show(self._make, self.view.place)
        if self.numbers is None:
            self.say("Links are no longer numbered.")
        else:
            self.say(f"{len(self.numbers)} links are numbered. Type a number." if self.numbers else "There are no links on this page.")
