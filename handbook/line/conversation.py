"""The conversation: a prompt, an answer, and only what is new is printed.

Nothing is redrawn and no terminal control is sent, so that every screen reader and every plain
terminal can follow. A number always means a line of the list that was printed last.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable

from handbook.document.article import KIND_PLURALS, KIND_TITLES
from handbook.document.comparison import EXTRA_COLUMNS, compare, first_choices
from handbook.document.crisis import crisis_page
from handbook.document.nodes import Document, Span
from handbook.errors import HandbookError
from handbook.library.library import Library
from handbook.line.page import Page
from handbook.render.text import TextRenderer

_PROMPT = "Words, number, m or q: "
_ARROWS = re.compile(r"\x1b(?:\[[0-9;]*[A-Za-z~]|O[A-Z])")
"""What keys such as arrows send; on a plain terminal they would stand in the line as typed text."""
_HELP = (
    ("words", "search, such as: ssri, or: how long before sertraline works"),
    ("a number", "take that line of the last list"),
    ("Enter", "the next section of the entry you are in, or the first line of a list"),
    ("m", "menu: browse by kind"),
    ("n, p", "next section, section before"),
    ("o", "outline: the sections of the entry"),
    ("r", "read the whole entry"),
    ("l", "the links of this section"),
    ("s", "the sources of the entry"),
    ("b", "back to the entry or list before"),
    ("w", "where am I"),
    ("c", "mark this entry to compare"),
    ("v", "compare what is marked, or a condition's first choices"),
    ("v cbt ssri for panic-disorder", "compare by ids; add: with both, with wait, all"),
    ("g ssri", "go to an entry by its id"),
    ("!", "help in a crisis"),
    ("?", "this help"),
    ("q", "quit"),
)
Choice = tuple[str, Callable[[], None]]


class Conversation:
    """One reader's way through the handbook."""

    def __init__(self, library: Library, renderer: TextRenderer, write: Callable[[str], None]) -> None:
        self.library = library
        self.renderer = renderer
        self.write = write
        self.page: Page | None = None
        self.choices: list[Choice] = []
        self.marked: list[str] = []
        self.before: list[Callable[[], None]] = []
        self.here: Callable[[], None] = self.menu
        self.running = True

    def say(self, *texts: str) -> None:
        """Print sentences, wrapped, each on a line of its own."""
        for text in texts:
            self.write("\n".join(self.renderer.wrapped([Span(text)], "")) + "\n")

    def answer(self, typed: str) -> None:
        """Do what one line of input asks for; a mistake is answered in words and nothing is lost."""
        word, _, rest = typed.strip().partition(" ")
        commands: dict[str, Callable[[str], None]] = {
            "q": self._quit, "quit": self._quit, "exit": self._quit, "m": lambda _: self.go(self.menu), "?": self._help, "help": self._help,
            "!": self._crisis, "b": self._back, "w": self._where, "n": lambda _: self._turn(1), "p": lambda _: self._turn(-1),
            "o": self._outline, "r": self._whole, "l": self._links, "s": self._sources, "c": self._mark, "v": self._compare, "g": self._go,
        }  # fmt: skip
        try:
            if not word:
                self._enter()
            elif word.isdecimal() and not rest:
                self._choose(int(word))
            elif word.lower() in commands and (not rest or word.lower() in ("v", "g", "!")):
                commands[word.lower()](rest)
            else:
                self.go(lambda: self.search(typed.strip()))
        except HandbookError as error:
            self.say(f"That did not work: {error}")

    def go(self, place: Callable[[], None]) -> None:
        """Show a place and remember the one before it."""
        self.before.append(self.here)
        self.here = place
        place()

    def menu(self) -> None:
        """The kinds of entries as a list."""
        self.page = None
        counts = self.library.counts()
        self.say(f"Menu. {sum(counts.values())} entries in {len(counts)} kinds.")
        self._list([(f"{KIND_PLURALS[kind]}, {count}", self._goer(self._kind_list(kind))) for kind, count in counts.items()])

    def search(self, words: str) -> None:
        """Entries for a reader's words; a name that fits wholly is first."""
        from handbook.search.query import search

        self.page = None
        results = search(self.library, words, limit=9)
        if not results.hits:
            self.choices = []
            self.say(f"Nothing found for: {words}", "Try other words, m for the menu, or ! for help in a crisis.")
            return
        if results.corrected:
            self.say(f"Showing results for: {results.corrected}")
        self.say(f"{len(results.hits)} found. Enter opens the first." if len(results.hits) > 1 else "1 found. Enter opens it.")
        self._list([(f"{hit.title}, {KIND_TITLES[hit.kind].lower()}", self._opener(hit.id)) for hit in results.hits])

    def open(self, id: str) -> None:
        """Open an entry at its first section."""
        page = Page(self.library, id)
        self.page = page
        self.choices = []
        about = f"{page.document.title}. {page.document.subtitle}."
        self.say(f"{about} {len(page.document.sections)} sections. Enter reads on.")
        self._section()

    def _kind_list(self, kind: str) -> Callable[[], None]:
        def place() -> None:
            cards = self.library.cards(kind)
            self.page = None
            self.say(f"{KIND_PLURALS[kind]}. {len(cards)} entries.")
            self._list([(card.title, self._opener(card.id)) for card in cards])

        return place

    def _opener(self, id: str) -> Callable[[], None]:
        return self._goer(lambda: self.open(id))

    def _goer(self, place: Callable[[], None]) -> Callable[[], None]:
        return lambda: self.go(place)

    def _list(self, choices: list[Choice]) -> None:
        """Print numbered lines that numbers then refer to."""
        self.choices = choices
        lines = []
        for number, (text, _) in enumerate(choices, 1):
            mark = f"{number}. "
            lines += self.renderer.wrapped([Span(text)], mark, " " * len(mark))
        self.write("\n".join(lines) + "\n")

    def _choose(self, number: int) -> None:
        if 1 <= number <= len(self.choices):
            self.choices[number - 1][1]()
        elif self.choices:
            self.say(f"There is no line {number}. Type 1 to {len(self.choices)}, words to search, m or q.")
        else:
            self.say("There is no list to choose from. Type words to search, m for the menu, or q.")

    def _enter(self) -> None:
        if self.page is not None:
            self._turn(1)
        elif self.choices:
            self._choose(1)
        else:
            self.say("Type words to search, m for the menu, ? for help, ! for help in a crisis, or q to quit.")

    def _turn(self, step: int) -> None:
        """The next section, or the one before."""
        page = self._need_page()
        if page is None:
            return
        if not page.turn(step):
            end = "end" if step > 0 else "start"
            self.say(f"This is the {end} of {page.document.title}. o for its outline, l for links, b to go back, or words to search.")
            return
        self._section()

    def _section(self) -> None:
        """Read the section the reader is in."""
        page = self.page
        assert page is not None
        self.write("\n".join(page.section_lines(self.renderer)) + "\n")
        self.choices = []

    def _need_page(self) -> Page | None:
        if self.page is None:
            self.say("No entry is open. Type words to search, a number of the list, or m for the menu.")
        return self.page

    def _outline(self, _: str) -> None:
        if page := self._need_page():
            self.say(f"{page.document.title}: {len(page.document.sections)} sections.")
            self._list([(section.title, self._section_at(index)) for index, section in enumerate(page.document.sections)])

    def _section_at(self, index: int) -> Callable[[], None]:
        def place() -> None:
            if self.page is not None:
                self.page.place = index
                self._section()

        return place

    def _links(self, _: str) -> None:
        if page := self._need_page():
            links = page.links()
            if not links:
                self.say("This section has no links.")
                return
            self.say(f"{len(links)} links in this section.")
            self._list([(text, self._opener(target)) for target, text in links.items()])

    def _whole(self, _: str) -> None:
        if page := self._need_page():
            self.write(self.renderer.document(page.document))

    def _sources(self, _: str) -> None:
        if page := self._need_page():
            self.write("\n".join(self.renderer.sources(page.document.sources) or ["This entry names no sources."]) + "\n")

    def _where(self, _: str) -> None:
        place = self.page.where() if self.page else "In a list." if self.choices else "At the start."
        marked = f" Marked to compare: {', '.join(self.marked)}." if self.marked else ""
        self.say(place + marked)

    def _back(self, _: str) -> None:
        if not self.before:
            self.say("There is nothing to go back to.")
            return
        self.here = self.before.pop()
        self.here()

    def _go(self, rest: str) -> None:
        if not rest:
            self.say("Say which entry, such as: g ssri")
            return
        id = rest.strip().lower()
        self.library.card(id)
        self.go(lambda: self.open(id))

    def _mark(self, _: str) -> None:
        page = self._need_page()
        if page is None:
            return
        id = page.document.id
        if id in self.marked:
            self.marked.remove(id)
            self.say(f"{page.document.title} is no longer marked.")
        else:
            self.marked = [*self.marked, id][-3:]
            more = "Mark another one, then v compares." if len(self.marked) == 1 else "v compares."
            self.say(f"{page.document.title} is marked. {len(self.marked)} marked. {more}")

    def _compare(self, rest: str) -> None:
        """Compare by ids, what is marked, or the first choices for the open condition."""
        words = rest.replace(",", " ").split()
        extra = tuple(name for name in EXTRA_COLUMNS if name in words)
        everything = "all" in words
        condition = words[words.index("for") + 1] if "for" in words[:-1] else ""
        ids = [word for word in words if word not in ("for", "with", "all", "and", *EXTRA_COLUMNS) and word != condition]
        page = self.page
        if not ids and len(self.marked) > 1:
            ids = list(self.marked)
        elif not ids and page is not None and page.document.kind == "condition":
            condition = page.document.id
            ids = first_choices(self.library, condition)
        if len(ids) < 2:
            self.say("Mark two entries with c first, or name them, such as: v cbt ssri for panic-disorder")
            return
        found = compare(self.library, ids, condition, extra, everything)
        self.go(lambda: self.write(self.renderer.comparison(found, linear=True)))
        self.page, self.choices = None, []

    def _crisis(self, rest: str) -> None:
        page: Document = crisis_page(self.library, rest.strip().lower())
        self.write(self.renderer.document(page))

    def _help(self, _: str) -> None:
        for name, says in _HELP:
            self.say(f"{name}: {says}.")

    def _quit(self, _: str) -> None:
        self.running = False


def converse(library: Library, reason: str, renderer: TextRenderer, write: Callable[[str], None]) -> int:
    """Hold a conversation on stdin and `write` until the reader quits or input ends; gives exit status 0."""
    talk = Conversation(library, renderer, write)
    talk.say(
        f"Handbook, line mode ({reason}). {len(library)} entries on mental-health treatment.",
        "Information, not advice. In danger? Type ! for help in a crisis.",
        "Type words to search, m for the menu, ? for help, or q to quit.",
    )
    for path in dict.fromkeys(problem.path for problem in library.problems() if problem.blocking):
        talk.say(f"Left out because of an error: {path}. See: handbook check")
    try:
        while talk.running:
            write(_PROMPT)
            sys.stdout.flush()
            line = sys.stdin.readline()
            if not line:
                write("\n")
                break
            talk.answer("".join(char for char in _ARROWS.sub("", line) if char.isprintable()))
    except KeyboardInterrupt:
        write("\n")
    talk.say("Goodbye.")
    return 0

