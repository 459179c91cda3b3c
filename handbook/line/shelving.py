"""What belongs to the reader, in line mode: bookmarks, notes and history."""

from __future__ import annotations

from collections.abc import Callable

from handbook.document.own_notes import section_title
from handbook.errors import HandbookError
from handbook.line.choosing import Choosing
from handbook.line.places import Place
from handbook.shelf.notes import Note
from handbook.shelf.shelf import GONE
from handbook.shelf.words import day, sentence

Delete = Callable[[], str]
"""Deletes something and gives the sentence to tell."""


class Shelving(Choosing):
    """The words for the reader's shelf. A sentence that only begins with such a word is a search."""

    _deleting: tuple[object, list[Delete]] = (None, [])
    """The choices of a list, and what deletes each of its lines."""

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
        if self.page is None and rest:
            self._search_for("bookmark", rest)
        elif page := self._need_page():
            name = self._name(page.document.id)
            if rest:
                self.shelf.bookmarks.add(page.document.id, rest)
                self.say(f"Bookmarked {name} in {self.shelf.bookmarks.named(rest)}.")
            else:
                self.say(self.shelf.toggle(page.document.id, name))

    def do_bookmarks(self, rest: str) -> None:
        """All bookmarks as a list, or those of one set."""
        if rest and not self._is_set(rest):
            self._search_for("bookmarks", rest)
        else:
            self.go(lambda: self._bookmarks(rest))

    def _bookmarks(self, only: str) -> None:
        self._leave()
        sets = self.shelf.bookmarks.all()
        shown = {name: entries for name, entries in sets.items() if not only or name == self.shelf.bookmarks.named(only)}
        lines: list[tuple[str, Place]] = []
        deletes: list[Delete] = []
        for name, entries in shown.items():
            for entry, _ in entries:
                among = f", in {name}" if len(shown) > 1 else ""
                lines.append((f"{self._name(entry)}{among}", self._opener(entry)))
                deletes.append(lambda entry=entry, name=name: self._delete_bookmark(entry, name))  # type: ignore[misc]
        count = "1 bookmark" if len(lines) == 1 else f"{len(lines)} bookmarks"
        empty = [name for name, entries in shown.items() if not entries and len(sets) > 1]
        self.say(f"{count}{f' in {len(sets)} sets' if len(sets) > 1 and not only else ''}." + (f" Empty: {', '.join(empty)}." if empty else ""))
        self._list_to_delete(lines, deletes)

    def do_note(self, rest: str) -> None:
        """Add words to the note on the section that is open, or read it."""
        if self.page is None and rest:
            self._search_for("note", rest)
        elif page := self._need_page():
            entry, section = page.document.id, page.key
            on = ", ".join(part for part in (self._name(entry), section_title(page.document, section)) if part)
            if rest:
                self.shelf.notes.add(entry, section, rest)
                self.say(f"Noted on {on}.")
            elif text := self.shelf.notes.text(entry, section):
                self.say(f"Your note on {on}:", *text.split("\n"))
            else:
                self.say(f"There is no note on {on}. To write one, type note and then your words.")

    def do_notes(self, _: str) -> None:
        """All notes as a list."""
        self.go(self._notes)

    def _notes(self) -> None:
        self._leave()
        notes = self.shelf.notes.all()
        self.say("1 note." if len(notes) == 1 else f"{len(notes)} notes.")
        lines = [(f"{self._on(note)}: {' '.join(note.text.split())}", self._opener(note.entry, note.section)) for note in notes]
        self._list_to_delete(lines, [lambda note=note: self._delete_note(note) for note in notes])  # type: ignore[misc]

    def _on(self, note: Note) -> str:
        """What a note is on: the entry and its section."""
        if not note.section or note.entry not in self.library:
            return self._name(note.entry)
        from handbook.line.page import Page

        return f"{self._name(note.entry)}, {section_title(Page(self.library, note.entry).document, note.section)}"

    def do_history(self, rest: str) -> None:
        """What was read, the latest first; `clear` forgets it."""
        if rest == "clear":
            self.shelf.trail.clear()
            self.say("What you read and searched for is forgotten.")
        elif rest:
            self._search_for("history", rest)
        else:
            self.go(self._history)

    def _history(self) -> None:
        self._leave()
        place = self.shelf.last_place()
        lines = []
        for entry, when in self.shelf.trail.entries():
            section = place[1] if place and place[0] == entry else ""
            lines.append((f"{self._name(entry)}, read {day(when)}", self._opener(entry, section)))
        some = f"{len(lines)} {'entry' if len(lines) == 1 else 'entries'} read, the latest first. To forget that, type history clear."
        self.say(self._kept(some if lines else "Nothing was read yet."))
        self._list(lines)

    def do_searches(self, _: str) -> None:
        """What was searched for, the latest first."""
        self.go(self._searches)

    def _searches(self) -> None:
        self._leave()
        words = [found for found, _ in self.shelf.trail.searches()]
        some = f"{len(words)} {'search' if len(words) == 1 else 'searches'}, the latest first."
        self.say(self._kept(some if words else "Nothing was searched for yet."))
        self._list([(found, self._goer(lambda found=found: self.search(found))) for found in words])  # type: ignore[misc]

    def _kept(self, said: str) -> str:
        """A sentence on the history, or why none is kept."""
        return "This is a private session: no history is read or kept." if self.shelf.private else said

    def do_delete(self, rest: str) -> None:
        """Delete a line of the list of bookmarks or notes, or a set."""
        choices, deletes = self._deleting
        if rest.isdecimal() and choices is self.choices:
            number = int(rest) if len(rest) < 6 else 0
            told = f"There is no line {rest}." if not 1 <= number <= len(deletes) else deletes[number - 1]()
            self.say(told)
        elif rest and self._is_set(rest):
            name = self.shelf.bookmarks.named(rest)
            self.shelf.can_undo(f"The set {name} is back.", self.shelf.bookmarks.delete_set(name))
            self.say(f"Deleted the set {name} with its bookmarks. To bring it back, type undo.")
        elif rest and not rest.isdecimal():
            self._search_for("delete", rest)
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
            self._search_for("rename", rest)
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

    def _list_to_delete(self, lines: list[tuple[str, Place]], deletes: list[Delete]) -> None:
        self._list(lines)
        self._deleting = (self.choices, deletes)

    def _is_set(self, name: str) -> bool:
        try:
            self.shelf.bookmarks.named(name)
        except HandbookError:
            return False
        return True

    def _name(self, entry: str) -> str:
        """The title of an entry; of one that is gone, its id and that it is."""
        return self.library.card(entry).title if entry in self.library else f"{entry}, {GONE}"
