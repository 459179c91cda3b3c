"""The page that a reader is in, section by section."""

from __future__ import annotations

from copy import copy

from handbook.document.article import article
from handbook.document.depth import ALL, at_depth
from handbook.document.nodes import Block, Document, Facts, Heading, Listing, Paragraph, Span, plain_text
from handbook.document.own_notes import KEY as OWN
from handbook.document.own_notes import notes_section
from handbook.library.library import Library
from handbook.render.text import TextRenderer
from handbook.shelf.notes import Note


class Page:
    """An open page and the place in it."""

    def __init__(self, library: Library, id: str, depth: str = ALL, region: str = "", notes: list[Note] | None = None) -> None:
        self.whole = article(library, library.get(id), region)
        """Everything there is."""
        self.path = library.path(id)
        """The file that it comes from."""
        self.region = region
        self.notes = notes or []
        """What the reader wrote on the entry."""
        self.depth = depth
        self.document = self._shown()
        self.place = 0
        """The number of the section, counted from 0."""

    def _shown(self) -> Document:
        """As much as the depth asks for, then the reader's notes."""
        shown = copy(at_depth(self.whole, self.depth))
        if self.notes:
            shown.sections = [*shown.sections, notes_section(self.whole, self.notes)]
        return shown

    @classmethod
    def made(cls, document: Document) -> Page:
        """A page that is made from several entries, and has no file or depth of its own."""
        page = cls.__new__(cls)
        page.whole = page.document = document
        page.path, page.region, page.notes, page.depth, page.place = "", "", [], ALL, 0
        return page

    def show(self, depth: str) -> None:
        """Show less or more; the reader stays in the section, or in the last one before it that is shown."""
        before = [section.key for section in self.document.sections[: self.place + 1]]
        self.depth = depth
        self.document = self._shown()
        keys = [section.key for section in self.document.sections]
        self.place = next((keys.index(key) for key in reversed(before) if key in keys), 0)

    @property
    def key(self) -> str:
        """The key of the section; empty in the reader's own notes, which are no section of the entry."""
        key = self.document.sections[self.place].key
        return "" if key == OWN else key

    def go_to(self, key: str) -> None:
        """Go to the section with a key, if there is one."""
        self.place = next((index for index, section in enumerate(self.document.sections) if section.key == key), self.place)

    def turn(self, step: int) -> bool:
        """Go `step` sections on; False at the end, where the place stays."""
        place = self.place + step
        if not 0 <= place < len(self.document.sections):
            return False
        self.place = place
        return True

    def where(self) -> str:
        """The place in words."""
        section = self.document.sections[self.place]
        return f"{self.document.title}, section {self.place + 1} of {len(self.document.sections)}: {section.title}."

    def section_lines(self, renderer: TextRenderer) -> list[str]:
        """The section as lines, with its number in front of its title."""
        section = self.document.sections[self.place]
        title = f"Section {self.place + 1} of {len(self.document.sections)}: {section.title}"
        lines = renderer.wrapped([Span(title)], "")
        for block in section.blocks:
            lines += renderer.block(block, "")
        return lines

    def find(self, words: str) -> list[int]:
        """The numbers of the sections that hold these words, case apart."""
        wanted = words.casefold()
        return [
            index
            for index, section in enumerate(self.document.sections)
            if wanted in " ".join(_text(block) for block in section.blocks).casefold() or wanted in section.title.casefold()
        ]

    def links(self) -> dict[str, str]:
        """The links of the section: id to the words they stand on."""
        found: dict[str, str] = {}
        for block in self.document.sections[self.place].blocks:
            for span in _spans(block):
                if span.role == "link":
                    found.setdefault(span.target, span.text)
        return found


def _text(block: Block) -> str:
    """The words of a block."""
    return block.text if isinstance(block, Heading) else plain_text([block])


def _spans(block: Block) -> list[Span]:
    """All spans of a block."""
    if isinstance(block, Paragraph):
        return block.spans
    if isinstance(block, Listing):
        return [span for item in block.items for span in item]
    if isinstance(block, Facts):
        return [span for _, spans in block.rows for span in spans]
    return []
