"""What the app can show: an entry, a comparison, help in a crisis, and the keys. No Textual here."""

from __future__ import annotations

import sqlite3
from copy import copy

from handbook.document.article import KIND_TITLES, article
from handbook.document.choice import Choice
from handbook.document.depth import ALL, TOLD, at_depth, left_out
from handbook.document.excerpt import row_excerpt, section_excerpt
from handbook.document.nodes import Comparison, Document, SourceNote, Span
from handbook.document.own_notes import notes_section
from handbook.errors import HandbookError
from handbook.library.library import Library
from handbook.tui.beside import lay_out_rows
from handbook.tui.lines import START, Layout, Spot, lay_out, lay_out_section

TYPE_CHECKING = False
if TYPE_CHECKING:
    from handbook.shelf.notes import Note

class Page:
    """Something to read. Pages do not change; another choice is another page."""

    place = ""
    """Where its commands apply, as `commands.PLACES` names it."""
    name = ""
    """What the title line says."""
    short = ""
    """Its shortest name, where that is not `name`."""
    entry_id = ""
    """The entry it shows, if it is one."""
    notes: list[Note] = []
    """What the reader wrote on that entry."""

    def lay_out(self, layout: Layout) -> None:
        """Put the page into a layout."""
        raise NotImplementedError

    def remark(self) -> str:
        """A sentence to tell when the page opens, or an empty text."""
        return ""

    def again(self, library: Library) -> Page:
        """The page made anew, for entries that changed. Raises UnknownId or UsageError if it can no longer be made."""
        return self

    def sources(self) -> list[SourceNote]:
        """The sources that it names."""
        return []

    def excerpt(self, section: int, question: int, day: str) -> Document | None:
        """A section, or a question of it counted from 1, to copy on a day; None for what is no section of its own."""
        return None

    def section_key(self, section: int) -> str:
        """The key of a section; empty if it has none."""
        return ""

    def spot_of(self, key: str, layout: Layout) -> Spot:
        """The first line of the section with a key, in an empty layout; the start of the page if there is none."""
        self.lay_out(layout)
        return next(((line.section, line.row, 0) for line in layout.lines if line.section >= 0 and self.section_key(line.section) == key), START)

    def to_save(self) -> Document | Comparison | None:
        """What a file of this page would hold, or None if it is not for keeping."""
        return None

    def position(self, section: int, titles: list[str]) -> str:
        """In words, which section this is; -1 is above the first one."""
        if section < 0:
            return f"Start of the page. It has {len(titles)} sections."
        return f"Section {section + 1} of {len(titles)}: {titles[section]}"

    def where(self, section: int, titles: list[str]) -> str:
        """In words, where in the page and in what belongs to it a section is."""
        return self.position(section, titles)


class DocumentPage(Page):
    """A page made from a document."""

    document: Document

    def to_save(self) -> Document | Comparison | None:
        """The page as it is shown."""
        return self.document

    def sources(self) -> list[SourceNote]:
        """The sources that it names."""
        return self.document.sources

    def excerpt(self, section: int, question: int, day: str) -> Document | None:
        """A section or question to copy; above the first one, the short answer."""
        keys = [found.key for found in self.document.sections]
        number = keys.index("summary") if section < 0 and "summary" in keys else section
        return section_excerpt(self.document, number, day, question) if 0 <= number < len(keys) else None


class EntryPage(DocumentPage):
    """An entry, in full or less. Raises UnknownId if there is none with that id."""

    place = "read"

    def __init__(self, library: Library, id: str, region: str = "", depth: str = ALL) -> None:
        entry = library.get(id)
        self.entry_id = id
        self.region = region
        self.path = library.path(id)
        """The file that it comes from."""
        self.trouble = ""
        """Why the page no longer follows its file."""
        self.kind: str = entry["kind"]
        self.whole: Document = article(library, entry, region)
        """Everything there is."""
        self.depth = depth
        self.document = at_depth(self.whole, depth)
        self.short = entry["short"]
        self.name = f"{entry['short']}, {KIND_TITLES[self.kind].lower()}"
        self._replaces = next((row[2] for row in library.replaced() if row[0] == id), "")

    def at(self, depth: str) -> EntryPage:
        """The same entry in another depth."""
        other = copy(self)
        other.depth, other.document = depth, at_depth(self.whole, depth)
        return other

    def again(self, library: Library) -> EntryPage:
        """The entry as the library has it now. Raises UnknownId if it has it no more."""
        other = EntryPage(library, self.entry_id, self.region, self.depth)
        other.notes = self.notes
        return other

    def with_trouble(self, trouble: str) -> EntryPage:
        """The same text, with the reason why it is not the newest."""
        other = copy(self)
        other.trouble = trouble
        return other

    def left_out_told(self, depth: str) -> str:
        """How much a depth leaves out, in words; empty if nothing."""
        rows = left_out(self.whole, depth)
        return f"{rows} more {'row' if rows == 1 else 'rows'}: press z." if rows else ""

    def lay_out(self, layout: Layout) -> None:
        """The page from top to bottom."""
        told = self.left_out_told(self.depth)
        lay_out(self.document, layout, [self.trouble, self.remark(), f"{TOLD[self.depth]} {told}" if told else ""])
        if self.notes:
            lay_out_section(notes_section(self.whole, self.notes), layout)

    def section_key(self, section: int) -> str:
        """The key of a section of the entry; empty outside of these."""
        return self.document.sections[section].key if 0 <= section < len(self.document.sections) else ""

    def remark(self) -> str:
        """What is worth knowing before reading."""
        return f"This entry replaces the one in {self._replaces}." if self._replaces else ""


class ComparisonPage(Page):
    """Treatments side by side. Raises UnknownId or UsageError if they cannot be compared."""

    place = "compare"

    def __init__(self, library: Library, choice: Choice, region: str = "") -> None:
        self.choice = choice
        self.region = region
        self.comparison: Comparison = choice.made(library, region)
        self.name = self.comparison.title

    def again(self, library: Library) -> ComparisonPage:
        """The comparison of what the entries say now."""
        return ComparisonPage(library, self.choice, self.region)

    def sources(self) -> list[SourceNote]:
        """The sources that it names."""
        return self.comparison.sources

    def excerpt(self, section: int, question: int, day: str) -> Document | None:
        """A row to copy; above the first one, that one."""
        rows = self.comparison.rows
        return row_excerpt(self.comparison, max(0, section), day) if section < len(rows) and rows else None

    def to_save(self) -> Document | Comparison | None:
        """The comparison as it stands."""
        return self.comparison

    def remark(self) -> str:
        """What is worth knowing before reading."""
        if self.choice.condition:
            return ""
        return "In general. Press F to choose a condition."

    def position(self, section: int, titles: list[str]) -> str:
        """Rows are counted, what follows them is named."""
        rows = len(self.comparison.rows)
        if section < 0:
            return f"Start of the comparison. It has {rows} rows."
        return f"Row {section + 1} of {rows}: {titles[section]}" if section < rows else titles[section]

    def lay_out(self, layout: Layout) -> None:
        """The page from top to bottom."""
        shown = self.comparison
        layout.add([Span(shown.title if shown.condition else f"{shown.title}, in general")], "title")
        spans = [Span("Columns: ")]
        for number, column in enumerate(shown.columns):
            spans += [Span(", ")] if number else []
            spans.append(Span(column.title, "" if column.id in ("both", "wait") else "link", column.id))
        layout.add(spans)
        lay_out_rows(shown, layout, self.choice.beside)
        if not shown.rows:
            layout.add([Span("No row differs.")])
        self._ending(layout)

    def _ending(self, layout: Layout) -> None:
        """What is left out, pages on the pair, and sources."""
        shown = self.comparison
        if shown.left_out or shown.pages:
            layout.section("More on this")
        if shown.left_out:
            more = "Press d to see them." if self.choice.differences else "Press a to see all rows."
            layout.add([Span(f"{shown.left_out} more rows are not shown. {more}")])
        for id in shown.pages:
            layout.add([Span("See: "), Span(id.replace("-", " "), "link", id)])
        layout.sources(shown.sources)


class CrisisPage(DocumentPage):
    """Where to get help now. It works even if the collection cannot be read."""

    place = "crisis"
    name = "Help in a crisis"

    def __init__(self, library: Library | None, region: str = "") -> None:
        from handbook.document.crisis import crisis_page

        try:
            page = crisis_page(library, first=region)
        except (HandbookError, sqlite3.Error, KeyError, TypeError, ValueError):
            page = crisis_page(None)
        self.document = page

    def lay_out(self, layout: Layout) -> None:
        """The page from top to bottom."""
        lay_out(self.document, layout, [])
