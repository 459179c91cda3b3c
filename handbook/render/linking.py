"""Documents and comparisons with only those links that lead somewhere, for files that hold a few entries or one."""

from __future__ import annotations

from handbook.document.nodes import Block, Comparison, ComparisonRow, Document, Facts, Listing, Paragraph, Section, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container


def linked_document(document: Document, kept: Container[str] = ()) -> Document:
    """The same document with links to the entries in `kept` only; the words of other links stay."""
    sections = [Section(part.key, part.title, _blocks(part.blocks, kept), part.role) for part in document.sections]
    return Document(document.id, document.kind, document.title, document.subtitle, sections, document.sources, document.notes)


def linked_comparison(shown: Comparison, kept: Container[str] = ()) -> Comparison:
    """The same comparison with links to the entries in `kept` only; the words of other links stay."""
    rows = [ComparisonRow(row.key, row.label, [_blocks(cell, kept) for cell in row.cells]) for row in shown.rows]
    return Comparison(
        shown.title, shown.condition, shown.condition_title, shown.columns, rows, shown.sources, shown.left_out, shown.pages, shown.picked
    )


def _blocks(blocks: list[Block], kept: Container[str]) -> list[Block]:
    made: list[Block] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            made.append(Paragraph(_spans(block.spans, kept)))
        elif isinstance(block, Listing):
            made.append(Listing([_spans(item, kept) for item in block.items], block.ordered, block.start))
        elif isinstance(block, Facts):
            made.append(Facts([(name, _spans(spans, kept)) for name, spans in block.rows]))
        else:
            made.append(block)
    return made


def _spans(spans: list[Span], kept: Container[str]) -> list[Span]:
    return [Span(span.text) if span.role == "link" and span.target not in kept else span for span in spans]
