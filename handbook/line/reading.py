"""The words that are about the open entry or comparison."""

from __future__ import annotations

from handbook.line.places import Listing, Places


class Reading(Places):
    """A method `do_word` for each word."""

    def do_next(self, _: str) -> None:
        """The next section or row; in a list, more of it."""
        self._turn(1)

    def do_previous(self, _: str) -> None:
        """The section or row before; in a list, the portion before."""
        self._turn(-1)

    def do_more(self, _: str) -> None:
        """More of the list."""
        if self.listing is None:
            self._turn(1)
        elif self.listing.turn(1):
            self.print_list()
        else:
            self.say(f"That was all of the list. Type 1 to {len(self.listing.lines)}, words to search, m or q.")

    def _turn(self, step: int) -> None:
        """The next part of what is open, or the one before."""
        page = self.page
        if page is None and self.listing is not None:
            if step > 0:
                self.do_more("")
            elif self.listing.turn(-1):
                self.print_list()
            else:
                self.say("This is the start of the list.")
        elif page is None:
            self.need_page()
        elif page.turn(step):
            self.read_part()
        else:
            self.say(f"This is the {'end' if step > 0 else 'start'} of {page.title}. {page.ending()}")

    def do_outline(self, _: str) -> None:
        """The sections or rows as a list."""
        if page := self.need_page():
            lines = [(part.title, self.part_at(page, index)) for index, part in enumerate(page.parts)]
            self.list_aside(Listing(f"{page.title}: {page.counted()}.", lines, f"outline of {page.title}"))

    def do_read(self, _: str) -> None:
        """All of it."""
        if page := self.need_page():
            self.write(page.text(self.renderer))

    def do_links(self, _: str) -> None:
        """The links of the section as a list."""
        if page := self.need_page():
            links = page.links()
            if not links:
                self.say(f"This {page.noun} has no links.")
                return
            heading = f"{len(links)} links in this {page.noun}." if len(links) > 1 else f"1 link in this {page.noun}."
            lines = [(text, self.opener(target)) for target, text in links.items()]
            self.list_aside(Listing(heading, lines, f"links of {page.title}, {page.number()}"))

    def do_term(self, _: str) -> None:
        """The terms that the section links to, explained in place."""
        if page := self.need_page():
            cards = [self.library.card(target) for target in page.links()]
            terms = [card for card in cards if card.kind == "term"]
            self.say(*(f"{card.title}: {card.summary}" for card in terms))
            if not terms:
                self.say(f"This {page.noun} links to no term.")

    def do_find(self, rest: str) -> None:
        """The sections that hold words, or those of the search that led here; without an entry, a search."""
        page = self.page
        if page is None:
            self.do_search(f"find {rest}".strip())
            return
        found = page.find(rest) if rest else page.sought.parts(page) if page.sought else []
        if not found and not rest:
            self.say("Say what to find, such as: find alcohol")
            return
        if not found:
            self.say(f"{page.title} does not hold: {rest}", f"To search all entries, type: {rest}")
            return
        heading = f"In {len(found)} {page.noun}s." if len(found) > 1 else f"In 1 {page.noun}."
        lines = [(page.parts[index].title, self.part_at(page, index)) for index in found]
        self.list_aside(Listing(heading, lines, f"{rest or 'what you searched for'} in {page.title}"))

    def do_sources(self, _: str) -> None:
        """The sources of what is open."""
        if page := self.need_page():
            self.write("\n".join(page.sources(self.renderer) or ["No sources are named."]) + "\n")
