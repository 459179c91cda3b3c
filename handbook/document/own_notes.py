"""What the reader wrote on an entry, as the last section of its page."""

from __future__ import annotations

from handbook.document.nodes import Block, Document, Heading, Paragraph, Section, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from handbook.shelf.notes import Note

KEY = "your-notes"
WHOLE = "On the whole entry"


def section_title(document: Document, key: str) -> str:
    """The title of a section; its key if the entry has it no longer, an empty text for the whole entry."""
    return next((section.title for section in document.sections if section.key == key), key)


def notes_section(document: Document, notes: list[Note]) -> Section:
    """A section with the notes, in the order of the page, each under the title of the section it is on."""
    order = ["", *(section.key for section in document.sections)]
    blocks: list[Block] = []
    for note in sorted(notes, key=lambda note: order.index(note.section) if note.section in order else len(order)):
        blocks.append(Heading(section_title(document, note.section) or WHOLE, note.section))
        blocks += [Paragraph([Span(line)]) for line in note.text.split("\n") if line]
    return Section(KEY, "Your notes", blocks)
