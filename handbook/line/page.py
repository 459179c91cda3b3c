"""What a reader reads part by part: the sections of an entry, or the rows of a comparison."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING

from handbook.document.article import article
from handbook.document.choice import Choice
from handbook.document.depth import ALL, at_depth
from handbook.document.nodes import Block, Comparison, Document, Facts, Heading, Listing, Paragraph, Span, plain_text
from handbook.document.own_notes import KEY as OWN
from handbook.document.own_notes import notes_section
from handbook.library.library import Library
from handbook.render.text import TextRenderer, run_of
from handbook.shelf.notes import Note

if TYPE_CHECKING:
    from handbook.line.seeking import Sought


class Part:
    """A section or a row: its key, its title, and what stands in it."""

    def __init__(self, key: str, title: str, blocks: list[Block], above: str = "") -> None:
        self.key = key
        self.title = title
        self.blocks = blocks
        self.above = above
        """What several parts have in common, said where the first of them begins."""

    @property
    def text(self) -> str:
        """Its words, with the title."""
        return f"{self.title} {_text(self.blocks)}"


class Page:
    """Something open to be read, and the place in it: parts with titles. A subclass fills them."""

    noun = "section"

    def __init__(self, title: str, parts: list[Part]) -> None:
        self.title = title
        self.parts = parts
        self.place = 0
        """The number of the part that the reader is in, counted from 0."""
        self.sought: Sought | None = None
        """What was searched for, where a search led here."""

    @property
    def part(self) -> Part:
        """The part that the reader is in."""
        return self.parts[self.place]

    @property
    def shown(self) -> Document | Comparison:
        """What a file would hold."""
        raise NotImplementedError

    def opening(self) -> str:
        """What to say when it is opened."""
        raise NotImplementedError

    def ending(self) -> str:
        """What to say when there is nothing more to read."""
        raise NotImplementedError

    def counted(self) -> str:
        """How many parts there are, in words."""
        return f"{len(self.parts)} {self.noun}{'' if len(self.parts) == 1 else 's'}"

    def turn(self, step: int) -> bool:
        """Go `step` parts on; False at the end, where the place stays."""
        place = self.place + step
        if not 0 <= place < len(self.parts):
            return False
        self.place = place
        return True

    def go_to(self, key: str) -> None:
        """Go to the part with a key, if there is one."""
        self.place = next((index for index, part in enumerate(self.parts) if part.key == key), self.place)

    def number(self) -> str:
        """The number of the part, in words."""
        return f"{self.noun} {self.place + 1} of {len(self.parts)}"

    def where(self) -> str:
        """The place in words."""
        return f"{self.title}, {self.number()}: {_sentence(self.part.title)}"

    def lines(self, renderer: TextRenderer) -> list[str]:
        """The part as lines, with its number in front of its title."""
        lines = renderer.wrapped([Span(f"{self.part.above}:")], "") if self.part.above else []
        lines += renderer.wrapped([Span(f"{self.number().capitalize()}: {_sentence(self.part.title)}")], "")
        for block in self.part.blocks:
            lines += renderer.block(block, "")
        return lines

    def text(self, renderer: TextRenderer) -> str:
        """All of it as text."""
        raise NotImplementedError

    def sources(self, renderer: TextRenderer) -> list[str]:
        """The sources as lines; none if it names none."""
        raise NotImplementedError

    def find(self, words: str) -> list[int]:
        """The numbers of the parts that hold these words, case apart."""
        wanted = words.casefold()
        return [index for index, part in enumerate(self.parts) if wanted in part.text.casefold()]

    def links(self) -> dict[str, str]:
        """The links of the part: id to the words they stand on."""
        found: dict[str, str] = {}
        for block in self.part.blocks:
            for span in _spans(block):
                if span.role == "link":
                    found.setdefault(span.target, span.text)
        return found


class DocumentPage(Page):
    """A page of sections: an entry, or what is made from several entries."""

    def __init__(self, document: Document) -> None:
        super().__init__(document.title, [])
        self.fill(document)

    def fill(self, document: Document) -> None:
        """Show other text; the reader stays in the section, or in the last one before it that is still there."""
        before = [part.key for part in self.parts[: self.place + 1]]
        self.title, self.document = document.title, document
        self.parts = [Part(section.key, section.title, section.blocks) for section in document.sections]
        keys = [part.key for part in self.parts]
        self.place = next((keys.index(key) for key in reversed(before) if key in keys), 0)

    @property
    def shown(self) -> Document:
        """The text that is shown."""
        return self.document

    def opening(self) -> str:
        """What it is, and how long."""
        about = f" {self.document.subtitle.rstrip('.')}." if self.document.subtitle else ""
        return f"{self.title}.{about} {self.counted()}. Enter reads on."

    def ending(self) -> str:
        """Ways on."""
        return "o for its outline, l for links, b to go back, or words to search."

    def text(self, renderer: TextRenderer) -> str:
        """All that is shown."""
        return renderer.document(self.document)

    def sources(self, renderer: TextRenderer) -> list[str]:
        """The sources of the sections."""
        return renderer.sources(self.document.sources)[1:]


class EntryPage(DocumentPage):
    """An entry, or the part of it that is shown at a depth. Raises UnknownId if there is none with that id."""

    def __init__(self, library: Library, id: str, depth: str = ALL, region: str = "", notes: list[Note] | None = None) -> None:
        self.id = id
        self.whole = article(library, library.get(id), region)
        """Everything there is."""
        self.path = library.path(id)
        """The file that it comes from."""
        self.region = region
        self.notes = notes or []
        """What the reader wrote on the entry."""
        self.depth = depth
        super().__init__(self._shown())

    def _shown(self) -> Document:
        """As much as the depth asks for, then the reader's notes."""
        shown = copy(at_depth(self.whole, self.depth))
        if self.notes:
            shown.sections = [*shown.sections, notes_section(self.whole, self.notes)]
        return shown

    def show(self, depth: str) -> None:
        """Show less or more."""
        self.depth = depth
        self.fill(self._shown())

    @property
    def key(self) -> str:
        """The key of the section; empty in the reader's own notes, which are no section of the entry."""
        return "" if self.part.key == OWN else self.part.key


class ComparisonPage(Page):
    """A comparison, row by row. Raises UnknownId and UsageError if the choice cannot be compared."""

    noun = "row"

    def __init__(self, library: Library, choice: Choice, region: str = "") -> None:
        self.choice = choice
        self.comparison = made = choice.made(library, region)
        parts = []
        for number, row in enumerate(made.rows):
            blocks: list[Block] = []
            for column, cell in zip(made.columns, row.cells, strict=True):
                blocks.append(Paragraph([Span(f"{column.short}: ", "label"), *run_of(cell)]))
            parts.append(Part(row.key, row.label, blocks, made.part(number)))
        super().__init__(made.title, parts or [Part("", "No row differs", [])])

    @property
    def shown(self) -> Comparison:
        """The comparison with the rows that are shown."""
        return self.comparison

    def opening(self) -> str:
        """What is compared."""
        general = "" if self.comparison.condition else " In general; type for and a condition to change that."
        return f"{self.title}.{general} {self.counted()}. Enter reads on."

    def ending(self) -> str:
        """What is left out, and pages on the pair."""
        made = self.comparison
        word = "differences" if self.choice.differences else "all"
        more = f"{made.left_out} more rows are not shown; {word} shows them. " if made.left_out else ""
        pages = "".join(f"See also: go {id}. " for id in made.pages)
        return f"{more}{pages}b goes back."

    def text(self, renderer: TextRenderer) -> str:
        """Every row."""
        return renderer.comparison(self.comparison, linear=True, more="all")

    def sources(self, renderer: TextRenderer) -> list[str]:
        """The sources of the cells."""
        return renderer.sources(self.comparison.sources)[1:]


def _sentence(title: str) -> str:
    """A title with an end: without one, a voice runs on into what follows."""
    return title if title.endswith((".", "?", "!")) else f"{title}."


def _text(blocks: list[Block]) -> str:
    """The words of blocks."""
    return " ".join(block.text if isinstance(block, Heading) else plain_text([block]) for block in blocks)


def _spans(block: Block) -> list[Span]:
    """All spans of a block."""
    if isinstance(block, Paragraph):
        return block.spans
    if isinstance(block, Listing):
        return [span for item in block.items for span in item]
    if isinstance(block, Facts):
        return [span for _, spans in block.rows for span in spans]
    return []
