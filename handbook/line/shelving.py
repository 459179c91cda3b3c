"""What belongs to the reader, in line mode: bookmarks, notes and history."""

from __future__ import annotations

from collections.abc import Callable

from handbook.document.own_notes import section_title
from handbook.errors import HandbookError
from handbook.line.choosing import Choosing
from handbook.line.page import EntryPage
from handbook.line.places import Listing, Place
from handbook.shelf.notes import Note
from handbook.shelf.shelf import GONE
from handbook.shelf.words import day, sentence


class Shelving(Choosing):
    """The words for the reader's shelf. A sentence that only begins with such a word is a search."""

    def welcome_back(self) -> None:
        """Say what is to be known of the shelf, and offer the last place."""
        if remarks := self.shelf.remarks():
            self.say(remarks)
        if self.shelf.private:
            self.say("Private session: nothing of what you read is remembered.")
        elif (place := self.shelf.last_place()) and place[0] in self.library:
            self.say(f"Last time you read {self._name(place[0])}. To go back there, type history, then 1.")

    def do_bookmark(self, rest: str) -> None:
        """Bookmark the open entry, or take its bookmark away; with a name, put it into that set."""
        if rest and not isinstance(self.page, EntryPage):
            self.do_search(f"bookmark {rest}")
        elif page := self.need_entry():
            name = self._name(page.id)
            if rest:
                self.shelf.bookmarks.add(page.id, rest)
                self.say(f"Bookmarked {name} in {self.shelf.bookmarks.named(rest)}.")
            else:
                self.say(self.shelf.toggle(page.id, name))

    def do_bookmarks(self, rest: str) -> None:
        """All bookmarks as a list, or those of one set."""
        if rest and not self._is_set(rest):
            self.do_search(f"bookmarks {rest}")
        else:
            self.go_to_made(lambda: self._bookmarks(rest))

    def _bookmarks(self, only: str) -> Listing:
        sets = self.shelf.bookmarks.all()
        shown = {name: entries for name, entries in sets.items() if not only or name == self.shelf.bookmarks.named(only)}
        lines: list[tuple[str, Place]] = []
        deletes: list[Callable[[], str]] = []
        for name, entries in shown.items():
            for entry, _ in entries:
                among = f", in {name}" if len(shown) > 1 else ""
                lines.append((f"{self._name(entry)}{among}", self.opener(entry)))
                deletes.append(lambda entry=entry, name=name: self._delete_bookmark(entry, name))  # type: ignore[misc]
        count = "1 bookmark" if len(lines) == 1 else f"{len(lines)} bookmarks"
        empty = [name for name, entries in shown.items() if not entries and len(sets) > 1]
        told = f"{count}{f' in {len(sets)} sets' if len(sets) > 1 and not only else ''}." + (f" Empty: {', '.join(empty)}." if empty else "")
        return Listing(told, lines, f"bookmarks in {only}" if only else "bookmarks", deletes=deletes)

    def do_note(self, rest: str) -> None:
        """Add words to the note on the section that is open, or read it."""
        if rest and not isinstance(self.page, EntryPage):
            self.do_search(f"note {rest}")
        elif page := self.need_entry():
            entry, section = page.id, page.key
            on = ", ".join(part for part in (self._name(entry), section_title(page.document, section)) if part)
            if rest:
                self.shelf.notes.add(entry, section, rest)
                page.notes = self.shelf.notes.on(entry)
                page.show(page.depth)
                self.say(f"Noted on {on}.")
            elif text := self.shelf.notes.text(entry, section):
                self.say(f"Your note on {on}:", *text.split("\n"))
            else:
                self.say(f"There is no note on {on}. To write one, type note and then your words.")

    def do_notes(self, _: str) -> None:
        """All notes as a list."""
        self.go_to_made(self._notes)

    def _notes(self) -> Listing:
        notes = self.shelf.notes.all()
        lines = [(f"{self._on(note)}: {' '.join(note.text.split())}", self.opener(note.entry, note.section)) for note in notes]
        deletes: list[Callable[[], str]] = [lambda note=note: self._delete_note(note) for note in notes]  # type: ignore[misc]
        return Listing("1 note." if len(notes) == 1 else f"{len(notes)} notes.", lines, "notes", deletes=deletes)

    def _on(self, note: Note) -> str:
        """What a note is on: the entry and its section."""
        if not note.section or note.entry not in self.library:
            return self._name(note.entry)
        return f"{self._name(note.entry)}, {section_title(EntryPage(self.library, note.entry).whole, note.section)}"

    def do_history(self, rest: str) -> None:
        """What was read, the latest first; `clear` forgets it."""
        if rest == "clear":
            self.shelf.trail.clear()
            self.say("What you read, searched for and answered is forgotten.")
        elif rest:
            self.do_search(f"history {rest}")
        else:
            self.go_to_made(self._history)

    def _history(self) -> Listing:
        place = self.shelf.last_place()
        lines = []
        for entry, when in self.shelf.trail.entries():
            section = place[1] if place and place[0] == entry else ""
            lines.append((f"{self._name(entry)}, read {day(when)}", self.opener(entry, section)))
        some = f"{len(lines)} {'entry' if len(lines) == 1 else 'entries'} read, the latest first. To forget that, type history clear."
        return Listing(self._kept(some if lines else "Nothing was read yet."), lines, "what you read")

    def do_searches(self, _: str) -> None:
        """What was searched for, the latest first."""
        self.go_to_made(self._searches)

    def _searches(self) -> Listing:
        words = [found for found, _ in self.shelf.trail.searches()]
        some = f"{len(words)} {'search' if len(words) == 1 else 'searches'}, the latest first."
        lines: list[tuple[str, Place]] = [(found, lambda found=found: self.do_search(found)) for found in words]  # type: ignore[misc]
        return Listing(self._kept(some if words else "Nothing was searched for yet."), lines, "what you searched for")

    def _kept(self, said: str) -> str:
        """A sentence on the history, or why none is kept."""
        return "This is a private session: no history is read or kept." if self.shelf.private else said

    def do_delete(self, rest: str) -> None:
        """Delete a line of the list of bookmarks or notes, or a set."""
        deletes = self.listing.deletes if self.listing is not None else []
        if rest.isdecimal() and deletes:
            number = int(rest) if len(rest) < 6 else 0
            told = f"There is no line {rest}." if not 1 <= number <= len(deletes) else deletes[number - 1]()
            self.say(told)
        elif rest and self._is_set(rest):
            name = self.shelf.bookmarks.named(rest)
            self.shelf.can_undo(f"The set {name} is back.", self.shelf.bookmarks.delete_set(name))
            self.say(f"Deleted the set {name} with its bookmarks. To bring it back, type undo.")
        elif rest and not rest.isdecimal():
            self.do_search(f"delete {rest}")
        else:
            self.say("First list your bookmarks or notes, then type delete and the number of a line, or delete and the name of a set.")

    def _delete_bookmark(self, entry: str, name: str) -> str:
        self.shelf.can_undo(f"{self._name(entry)} is bookmarked again.", self.shelf.bookmarks.remove(entry, name))
        return f"{self._name(entry)} is no longer bookmarked. To bring it back, type undo."

    def _delete_note(self, note: Note) -> str:
        self.shelf.can_undo("The note is back.", self.shelf.notes.delete(note.entry, note.section))
        return "Deleted the note. To bring it back, type undo."

    def do_undo(self, _: str) -> None:
        """Bring back what was deleted last."""
        self.say(self.shelf.undo())

    def do_rename(self, rest: str) -> None:
        """Give a set another name: the old one, the word to, the new one."""
        old, to, new = rest.partition(" to ")
        if rest and not self._is_set(old):
            self.do_search(f"rename {rest}")
        elif not to:
            self.say("Type such as: rename bookmarks to week 3")
        else:
            self.say(f"The set is now called {self.shelf.bookmarks.rename(old, new)}.")

    def do_export(self, rest: str) -> None:
        """Write the shelf to a text file."""
        from handbook.shelf.files import export_file

        self.say(export_file(self.shelf.store, rest) if rest else "Type such as: export shelf.txt")

    def do_import(self, rest: str) -> None:
        """Add what a text file holds."""
        from handbook.shelf.files import import_file

        self.say(sentence(import_file(self.shelf.store, rest)) if rest and rest != "-" else "Type such as: import shelf.txt")

    def _is_set(self, name: str) -> bool:
        try:
            self.shelf.bookmarks.named(name)
        except HandbookError:
            return False
        return True

    def _name(self, entry: str) -> str:
        """The title of an entry; of one that is gone, its id and that it is."""
        return self.library.card(entry).title if entry in self.library else f"{entry}, {GONE}"
