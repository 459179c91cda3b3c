"""The page of the reader's shelf: bookmarks in their sets, and notes, each on one line. No Textual here."""

from __future__ import annotations

from typing import NamedTuple

from handbook.document.article import article
from handbook.document.nodes import Document, Span
from handbook.document.own_notes import section_title
from handbook.library.library import Library
from handbook.shelf.notes import Note
from handbook.shelf.shelf import GONE, Shelf
from handbook.tui.lines import Layout, Line
from handbook.tui.pages import Page


class Item(NamedTuple):
    """A line of the shelf: a bookmark in a set, or a note on a section of an entry (with an empty set)."""

    entry: str
    set: str
    section: str = ""


class ShelfPage(Page):
    """What is on the shelf now. Raises ShelfError if it cannot be read."""

    place = "shelf"
    name = "Your shelf"

    def __init__(self, library: Library, shelf: Shelf, before: ShelfPage | None = None) -> None:
        self.library = library
        self._documents: dict[str, Document] = before._documents if before else {}
        """Entry to its page, which knows what its sections are called. It is taken over from the page before."""
        self.sets = shelf.bookmarks.all()
        self.notes = shelf.notes.all()
        self.items: list[Item] = []
        """What the lines with a target stand for; the target is the number of the item."""

    def lay_out(self, layout: Layout) -> None:
        """The sets, then the notes."""
        self.items = []
        layout.add([Span(self.name)], "title")
        layout.add([Span("Only on this computer. Enter opens, d deletes, u brings back, a begins a set, r renames it.")])
        for name, entries in self.sets.items():
            layout.section(f"{name[:1].upper()}{name[1:]} ({len(entries)})")
            for entry, _ in entries:
                self._put(layout, Item(entry, name), "", self._answer(entry))
            if not entries:
                layout.add([Span("No bookmarks yet. On an entry, m makes one.")])
        layout.section(f"Your notes ({len(self.notes)})")
        for note in self.notes:
            section = f", {self._section(note)}" if note.section else ""
            self._put(layout, Item(note.entry, "", note.section), section, " ".join(note.text.split()))
        if not self.notes:
            layout.add([Span("No notes yet. On the page of an entry, e writes one.")])

    def _put(self, layout: Layout, item: Item, where: str, says: str) -> None:
        """One line: the entry, the section, and what is said about it."""
        short = self.library.short(item.entry)
        name = [Span(short or item.entry, "link" if short else "", item.entry), *([] if short else [Span(f" ({GONE})")])]
        layout.put([*name, Span(f"{where}: {says}" if says else where)], "entry", str(len(self.items)))
        self.items.append(item)

    def _answer(self, entry: str) -> str:
        return self.library.card(entry).summary if entry in self.library else ""

    def _section(self, note: Note) -> str:
        """What the section of a note is called."""
        if note.entry not in self.library:
            return note.section
        if note.entry not in self._documents:
            self._documents[note.entry] = article(self.library, self.library.get(note.entry))
        return section_title(self._documents[note.entry], note.section)

    def item_of(self, line: Line | None) -> Item | None:
        """What a line stands for, if it is a bookmark or a note."""
        return self.items[int(line.target)] if line is not None and line.target.isdecimal() and int(line.target) < len(self.items) else None

    def set_of(self, line: Line | None) -> str:
        """The set that a line belongs to; empty outside of the sets."""
        names = list(self.sets)
        return names[line.section] if line is not None and 0 <= line.section < len(names) else ""

    def position(self, section: int, titles: list[str]) -> str:
        """In words, which set this is."""
        return titles[section] if section >= 0 else f"Start of your shelf. It has {len(titles)} parts."
