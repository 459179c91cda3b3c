"""One section or question of a page, or one row of a comparison, as a page of its own: what a reader copies."""

from __future__ import annotations

from handbook.document.nodes import Block, Comparison, Document, Facts, Heading, Listing, Paragraph, Section, Span, plain_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def section_excerpt(document: Document, number: int, day: str, question: int = 0) -> Document:
    """A section, or one question of it counted from 1, with the sources cited there and the notes on the page.

    `day` is when it is copied. A question that is not there means the whole section.
    """
    section = document.sections[number]
    starts = [index for index, block in enumerate(section.blocks) if isinstance(block, Heading)]
    if 0 < question <= len(starts):
        start, end = starts[question - 1], [*starts, len(section.blocks)][question]
        heading = section.blocks[start]
        assert isinstance(heading, Heading)
        section = Section(heading.key, heading.text, section.blocks[start + 1 : end], section.role)
    keys = cited_in([section])
    sources = [source for source in document.sources if source.key in keys]
    origin = f"From the handbook, entry {document.id}, copied {day}."
    return Document(document.id, document.kind, document.title, document.subtitle, [section], sources, [origin, *document.notes])


def row_excerpt(comparison: Comparison, number: int, day: str) -> Document:
    """A row of a comparison with the sources it cites, each column under its name."""
    row = comparison.rows[number]
    blocks: list[Block] = []
    for column, cell in zip(comparison.columns, row.cells, strict=True):
        blocks += [Heading(column.title), *cell]
    section = Section(row.key, row.label, blocks)
    keys = cited_in([section])
    sources = [source for source in comparison.sources if source.key in keys]
    return Document("", "", comparison.title, "", [section], sources, [f"From the handbook, copied {day}."])


def copied(excerpt: Document) -> str:
    """What was copied, in words: `Copied: What is it? 84 words and 3 sources.`"""
    section = excerpt.sections[0]
    words = len(plain_text([block for block in section.blocks if not isinstance(block, Heading)]).split())
    title = section.title if section.title.endswith((".", "?", "!")) else f"{section.title}."
    sources = len(excerpt.sources)
    rest = f" and {sources} source{'' if sources == 1 else 's'}" if sources else ""
    return f"Copied: {title} {words} word{'' if words == 1 else 's'}{rest}."


def cited_in(sections: Iterable[Section]) -> set[str]:
    """The keys of the sources that sections cite."""
    return {span.target for section in sections for span in _spans(section.blocks) if span.role in ("cite", "unread")}


def _spans(blocks: Iterable[Block]) -> Iterator[Span]:
    """All spans of blocks."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from block.spans
        elif isinstance(block, Listing):
            for item in block.items:
                yield from item
        elif isinstance(block, Facts):
            for _, spans in block.rows:
                yield from spans
