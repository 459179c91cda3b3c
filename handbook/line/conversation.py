"""The conversation: a prompt, an answer, and only what is new is printed.

Nothing is redrawn and no terminal control is sent, so that every screen reader and every plain
terminal can follow. A number always means a line of the list that was printed last.
"""

from __future__ import annotations

from collections.abc import Callable

from handbook.document.article import KIND_PLURALS, KIND_TITLES
from handbook.document.choice import Choice, offered
from handbook.document.crisis import crisis_page
from handbook.errors import HandbookError, UnknownId
from handbook.library.library import Library
from handbook.line.deciding import Decisions
from handbook.line.following import Following
from handbook.line.places import Listing, Place
from handbook.line.presenting import Presenting
from handbook.line.quizzing import Quizzing
from handbook.line.saving import Saving
from handbook.line.seeking import Sought
from handbook.line.shelving import Shelving
from handbook.line.studying import Studying
from handbook.line.typing import line_reader
from handbook.line.words import all_help, meaning, short_help
from handbook.render.text import TextRenderer
from handbook.shelf.shelf import Shelf

TYPE_CHECKING = False
if TYPE_CHECKING:
    from handbook.search.results import Hit, Results

FIRST_PROMPT = "Words, number, m or q: "
PROMPT = "Next: "
"""Heard after every answer, so it is short."""
_MOST_HITS = 50
_HITS_AT_ONCE = 9
"""The first results are the likely ones, and their numbers are one key each."""


class Conversation(Decisions, Presenting, Studying, Quizzing, Saving, Following, Shelving):
    """One reader's way through the handbook: a method `do_word` for each word that may be typed."""

    def answer(self, typed: str) -> None:
        """Do what one line of input asks for; a mistake is answered in words and nothing is lost."""
        word, rest = meaning(typed)
        try:
            getattr(self, f"do_{word}")(rest)
        except UnknownId as error:
            self.say(f"That did not work: {error}" if error.near else f"No entry has the name {error.asked}. Type the word alone to search for it.")
        except HandbookError as error:
            self.say(f"That did not work: {error}")
        if remarks := self.shelf.remarks():
            self.say(remarks)

    def do_search(self, rest: str) -> None:
        """Search for words."""
        self._search(rest)

    def do_typed(self, _: str) -> None:
        """Search again, for exactly what was typed."""
        if self.asked:
            self._search(self.asked, as_typed=True)
        else:
            self.say("Nothing has been searched for yet.")

    def _search(self, words: str, as_typed: bool = False) -> None:
        """List the entries for a reader's words; where nothing is found, the reader stays in place."""
        from handbook.search.query import search

        self.asked = words
        self.shelf.trail.searched(words)
        results = search(self.library, words, limit=_MOST_HITS, correct=not as_typed)
        if results.danger:
            self.say("In danger, or worried about somebody? Type ! for help now.")
        if results.remark:
            self.say(results.remark)
        if not results.hits:
            self._offer_near(words)
            return
        corrected = f"Showing results for: {results.corrected}. Type u for exactly what you typed. " if results.corrected else ""
        lines = [(self._hit_told(hit, results), self.found_opener(hit.id, Sought(results.wanted, hit.row))) for hit in results.hits]
        if offer := results.offer:
            choice = Choice(offer.ids, offer.condition)
            lines.insert(0, (offered(self.library, offer.ids, offer.condition), lambda: self.open_comparison(choice)))
        count = f"The best {len(lines)} found" if len(results.hits) == _MOST_HITS else f"{len(lines)} found"
        found = f"{count}. Enter opens the first." if len(lines) > 1 else "1 found. Enter opens it."
        self.go_to_list(Listing(corrected + found, lines, f"results for {results.corrected or words}", _HITS_AT_ONCE))

    def _hit_told(self, hit: Hit, results: Results) -> str:
        """A line of the results: the entry, and the other name or the row that it was found by; in danger, only the entry."""
        told = f"{hit.title}, {KIND_TITLES[hit.kind].lower()}"
        if results.danger:
            return told
        other = hit.other_name(results.wanted, hit.title)
        return f"{told}{f', found under {other}' if other else ''}{f': {hit.row}' if hit.row else ''}"

    def _offer_near(self, words: str) -> None:
        """Say that nothing was found, list names that look alike, and name other ways; the reader stays in place."""
        from handbook.search.near import near_entries

        nothing = f"Nothing found for: {words}"
        ways = "Try other words, m for the menu, or ! for help in a crisis."
        near = near_entries(self.library, words)
        if not near:
            self.say(nothing, ways)
            return
        self.say(nothing)
        lines = [(f"{name}, {KIND_TITLES[self.library.card(id).kind].lower()}", self.opener(id)) for name, id in near.items()]
        self.list_aside(Listing("Names that look like it:", lines, f"names that look like {words}"))
        self.say(ways)

    def do_number(self, rest: str) -> None:
        """Take a line of the last list."""
        number = int(rest)
        if self.listing is None or not self.listing.lines:
            self.say("There is no list to choose from. Type words to search, m for the menu, or q.")
        elif 1 <= number <= len(self.listing.lines):
            self.listing.lines[number - 1][1]()
        else:
            self.say(f"There is no line {number}. Type 1 to {len(self.listing.lines)}, words to search, m or q.")

    def do_letter(self, letter: str) -> None:
        """A sign that is no command."""
        named = f"There is no command {letter}." if letter.isalnum() else "That is no command."
        self.say(f"{named} Type ? for the commands, a number of the list, or longer words to search.")

    def do_enter(self, _: str) -> None:
        """Read on, or take the first line of a list."""
        if self.page is not None:
            self.do_next("")
        elif self.listing is not None and self.listing.lines and self.listing.enter:
            self.listing.lines[0][1]()
        elif self.listing is not None and self.listing.lines:
            self.say(f"Type a number from 1 to {len(self.listing.lines)}.")
        else:
            self.say("Type words to search, m for the menu, ? for help, ! for help in a crisis, or q to quit.")

    def do_open(self, _: str) -> None:
        """Open what a step of a lesson shows; elsewhere the same as Enter."""
        if not self.open_step():
            self.do_enter("")

    def do_menu(self, _: str) -> None:
        """The kinds of entries as a list."""
        counts = self.library.counts()
        lines = [(f"{KIND_PLURALS[kind]}, {count}", self._kind_opener(kind)) for kind, count in counts.items()]
        self.go_to_list(Listing(f"Menu. {sum(counts.values())} entries in {len(counts)} kinds.", lines, "menu"))

    def _kind_opener(self, kind: str) -> Place:
        def place() -> None:
            cards = self.library.cards(kind)
            name = KIND_PLURALS[kind]
            self.go_to_list(Listing(f"{name}. {len(cards)} entries.", [(card.title, self.opener(card.id)) for card in cards], name))

        return place

    def do_where(self, _: str) -> None:
        """The place in words."""
        marked = " and ".join(self.library.card(id).title for id in self.marked)
        self.say(self.where() + (f" Marked to compare: {marked}." if marked else ""))

    def do_back(self, _: str) -> None:
        """The place before; from a list about the open page, the page."""
        if self.page is not None and self.listing is not None:
            self.read_part()
        else:
            self.travel(self.past, self.future, "There is nothing to go back to. m for the menu, or words to search.")

    def do_forward(self, _: str) -> None:
        """The place that was gone back from."""
        self.travel(self.future, self.past, "There is nothing to go forward to.")

    def do_go(self, rest: str) -> None:
        """Go to an entry by its id or name."""
        if rest:
            self.opener(self._id_of(rest))()
        else:
            self.say("Say which entry, such as: go ssri")

    def _id_of(self, words: str) -> str:
        """The id of the entry with an id or a name. Raises UnknownId."""
        from handbook.search.query import search

        id = words.lower()
        if id not in self.library:
            for hit in search(self.library, words, limit=1, correct=False).hits:
                entry = self.library.get(hit.id)
                title = entry["title"]
                if id in (name.lower() for name in (title, title.partition(" (")[0], entry["short"], *entry["aliases"])):
                    return hit.id
        return self.library.card(id).id

    def do_crisis(self, rest: str) -> None:
        """Where to get help now; the reader stays in place."""
        self.shown = crisis_page(self.library, rest.lower(), self.region)
        self.write(self.renderer.document(self.shown))
        if self.here is not None:
            self.say(f"You are still here: {self.where()}")

    def do_help(self, _: str) -> None:
        """The words that matter most."""
        self.say(*short_help())

    def do_commands(self, _: str) -> None:
        """Every word."""
        self.say(*all_help())

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
        talk.opener(open_id)()
    read = line_reader(write)
    prompt = FIRST_PROMPT
    try:
        while talk.running:
            line, prompt = read(prompt), PROMPT
            if line is None:
                write("\n")
                break
            talk.follow()
            talk.answer(line)
    except KeyboardInterrupt:
        write("\n")
    talk.say("Goodbye.")
    return 0
