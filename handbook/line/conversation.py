"""The conversation: a prompt, an answer, and only what is new is printed.

Nothing is redrawn and no terminal control is sent, so that every screen reader and every plain
terminal can follow. A number always means a line of the list that was printed last.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable

from handbook.document.choice import Choice, from_pair
from handbook.document.comparison import first_choices
from handbook.document.crisis import crisis_page
from handbook.errors import HandbookError
from handbook.library.library import Library
from handbook.line.comparing import asked_for, changed
from handbook.line.deciding import Decisions
from handbook.line.following import Following
from handbook.line.shelving import Shelving
from handbook.line.studying import Studying
from handbook.line.words import help_lines, meaning
from handbook.render.text import TextRenderer
from handbook.shelf.shelf import Shelf

_PROMPT = "Words, number, m or q: "
_ARROWS = re.compile(r"\x1b(?:\[[0-9;]*[A-Za-z~]|O[A-Z])")
"""What keys such as arrows send; on a plain terminal they would stand in the line as typed text."""


class Conversation(Decisions, Studying, Following, Shelving):
    """One reader's way through the handbook: a method `do_word` for each word that may be typed."""

    def answer(self, typed: str) -> None:
        """Do what one line of input asks for; a mistake is answered in words and nothing is lost."""
        word, rest = meaning(typed)
        try:
            getattr(self, f"do_{word}")(rest)
        except HandbookError as error:
            self.say(f"That did not work: {error}")
        if remarks := self.shelf.remarks():
            self.say(remarks)

    def do_search(self, rest: str) -> None:
        """Search for words."""
        self.go(lambda: self.search(rest))

    def do_typed(self, _: str) -> None:
        """Search again, for exactly what was typed."""
        if self.asked:
            words = self.asked
            self.go(lambda: self.search(words, as_typed=True))
        else:
            self.say("Nothing has been searched for yet.")

    def do_number(self, rest: str) -> None:
        """Take a line of the last list."""
        number = int(rest)
        if 1 <= number <= len(self.choices):
            self.choices[number - 1]()
        elif self.choices:
            self.say(f"There is no line {number}. Type 1 to {len(self.choices)}, words to search, m or q.")
        else:
            self.say("There is no list to choose from. Type words to search, m for the menu, or q.")

    def do_enter(self, _: str) -> None:
        """Read on, or take the first line of a list."""
        if self.page is not None:
            self._turn(1)
        elif self.choices:
            self.choices[0]()
        else:
            self.say("Type words to search, m for the menu, ? for help, ! for help in a crisis, or q to quit.")

    do_open = do_enter

    def do_menu(self, _: str) -> None:
        """Go to the menu."""
        self.go(self.menu)

    def do_next(self, _: str) -> None:
        """The next section."""
        self._turn(1)

    def do_previous(self, _: str) -> None:
        """The section before."""
        self._turn(-1)

    def do_outline(self, _: str) -> None:
        """The sections as a list."""
        if page := self._need_page():
            self.say(f"{page.document.title}: {len(page.document.sections)} sections.")
            self._list([(section.title, self._section_at(page, index)) for index, section in enumerate(page.document.sections)])

    def do_read(self, _: str) -> None:
        """The whole entry."""
        if page := self._need_page():
            self.write(self.renderer.document(page.document))

    def do_links(self, _: str) -> None:
        """The links of the section as a list."""
        if page := self._need_page():
            links = page.links()
            if not links:
                self.say("This section has no links.")
                return
            self.say(f"{len(links)} links in this section." if len(links) > 1 else "1 link in this section.")
            self._list([(text, self._opener(target)) for target, text in links.items()])

    def do_term(self, _: str) -> None:
        """The terms that the section links to, explained in place."""
        if page := self._need_page():
            cards = [self.library.card(target) for target in page.links()]
            terms = [card for card in cards if card.kind == "term"]
            self.say(*(f"{card.title}: {card.summary}" for card in terms))
            if not terms:
                self.say("This section links to no term.")

    def do_find(self, rest: str) -> None:
        """The sections of the open entry that hold words; without an entry, a search."""
        page = self.page
        if page is None or not rest:
            self.do_search(f"find {rest}".strip())
            return
        found = page.find(rest)
        if not found:
            self.say(f"{page.document.title} does not hold: {rest}", f"To search all entries, type: {rest}")
            return
        self.say(f"In {len(found)} sections." if len(found) > 1 else "In 1 section.")
        self._list([(page.document.sections[index].title, self._section_at(page, index)) for index in found])

    def do_where(self, _: str) -> None:
        """The place in words."""
        place = self.page.where() if self.page else "In a comparison." if self.comparing else "In a list." if self.choices else "At the start."
        self.say(place + (f" Marked to compare: {', '.join(self.marked)}." if self.marked else ""))

    def do_back(self, _: str) -> None:
        """The place before."""
        self._travel(self.past, self.future, "There is nothing to go back to.")

    def do_forward(self, _: str) -> None:
        """The place that was gone back from."""
        self._travel(self.future, self.past, "There is nothing to go forward to.")

    def do_go(self, rest: str) -> None:
        """Go to an entry by its id."""
        if not rest:
            self.say("Say which entry, such as: go ssri")
            return
        id = self.library.card(rest.lower()).id
        self.go(lambda: self.open(id))

    def do_mark(self, _: str) -> None:
        """Mark the open entry for a comparison, or take the mark away."""
        page = self._need_page()
        if page is None:
            return
        id = page.document.id
        if id not in self.library:
            self.say("Only an entry can be marked.")
        elif id in self.marked:
            self.marked.remove(id)
            self.say(f"{page.document.title} is no longer marked.")
        else:
            self.marked = [*self.marked, id][-3:]
            more = "Mark another one, then v compares." if len(self.marked) == 1 else "v compares."
            self.say(f"{page.document.title} is marked. {len(self.marked)} marked. {more}")

    def do_compare(self, rest: str) -> None:
        """Compare by ids, what is marked, or the first choices for the open condition."""
        comparing = asked_for(rest)
        page = self.page
        if not comparing.ids and len(self.marked) > 1:
            comparing = Choice(tuple(self.marked), comparing.condition, comparing.extra)
        elif not comparing.ids and page is not None and page.document.kind == "condition":
            comparing = Choice(tuple(first_choices(self.library, page.document.id)), page.document.id)
        elif not comparing.ids and page is not None and page.document.kind == "comparison":
            comparing = from_pair(self.library, self.library.get(page.document.id))
        if len(comparing.ids) < 2:
            self.say("Mark two entries with c first, or name them, such as: compare cbt ssri for panic-disorder")
            return
        self.go(lambda: self.compare(comparing))

    def _change(self, word: str) -> None:
        if self.comparing is None:
            self.say("No comparison is open. Type such as: compare cbt ssri")
            return
        after = changed(self.comparing, word)
        self.go(lambda: self.compare(after))

    def do_both(self, _: str) -> None:
        """Add or remove the column on both together."""
        self._change("both")

    def do_wait(self, _: str) -> None:
        """Add or remove the column on waiting."""
        self._change("wait")

    def do_all(self, _: str) -> None:
        """Show all rows, or the usual ones."""
        self._change("all")

    def do_differences(self, _: str) -> None:
        """Show only rows that differ, or all of them."""
        self._change("differences")

    def do_swap(self, _: str) -> None:
        """Change the order of the columns."""
        self._change("swap")

    def do_crisis(self, rest: str) -> None:
        """Where to get help now."""
        self.shown = crisis_page(self.library, rest.lower(), self.shelf.settings.region)
        self.write(self.renderer.document(self.shown))

    def do_help(self, _: str) -> None:
        """The commands."""
        self.say(*help_lines())

    do_commands = do_help

    def do_quit(self, _: str) -> None:
        """End the conversation."""
        self.running = False


def converse(
    library: Library, reason: str, renderer: TextRenderer, write: Callable[[str], None], open_id: str = "", shelf: Shelf | None = None
) -> int:
    """Hold a conversation on stdin and `write` until the reader quits or input ends; gives exit status 0.

    It begins with the entry `open_id`, if one is named.
    """
    talk = Conversation(library, renderer, write, shelf)
    if library.folders:
        from handbook.library.watching import Watch
        from handbook.search.index import Index

        talk.watch = Watch(library, Index)
    talk.say(
        f"Handbook, line mode ({reason}). {len(library)} entries on mental-health treatment.",
        "Information, not advice. In danger? Type ! for help in a crisis.",
        "Type words to search, m for the menu, ? for help, or q to quit.",
    )
    talk.welcome_back()
    if open_id:
        talk.go(lambda: talk.open(open_id))
    try:
        while talk.running:
            write(_PROMPT)
            sys.stdout.flush()
            line = sys.stdin.readline()
            if not line:
                write("\n")
                break
            talk.follow()
            talk.answer("".join(char for char in _ARROWS.sub("", line) if char.isprintable()))
    except KeyboardInterrupt:
        write("\n")
    talk.say("Goodbye.")
    return 0
