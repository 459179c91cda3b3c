"""The rows of a comparison as lines: columns side by side, or one below the other. No Textual here."""

from __future__ import annotations

from handbook.document.nodes import Block, Comparison, Span
from handbook.render.wrap import PROSE, columns
from handbook.tui.lines import Layout

NARROWEST_COLUMN = 24
"""Below this many columns a cell, a comparison is shown row by row."""
_WIDE = 96
"""Columns of the page from which cells stand side by side."""
_GAP = "   "


def lay_out_rows(shown: Comparison, layout: Layout, beside: bool = True) -> None:
    """Put every row into a layout, under its question; `beside` says whether cells may stand side by side."""
    count = len(shown.columns)
    each = (layout.width - len(_GAP) * (count - 1)) // count
    width = min(each, PROSE) if beside and layout.width >= _WIDE and each >= NARROWEST_COLUMN else 0
    for number, row in enumerate(shown.rows):
        if title := shown.part(number):
            layout.blank()
            layout.add([Span(f"{title}:")], "title")
        layout.section(row.label, "urgent" if row.key == "serious" else "heading")
        cells = _with_shares(row.cells) if row.key == "benefit" else row.cells
        _beside(shown, cells, width, layout) if width else _below(shown, cells, layout)


def _below(shown: Comparison, cells: list[list[Block]], layout: Layout) -> None:
    """One column after the other, each under its name."""
    for column, blocks in zip(shown.columns, cells, strict=True):
        layout.add([Span(f"{column.short}:", "label")])
        for block in blocks:
            layout.block(block, "  ")


def _beside(shown: Comparison, cells: list[list[Block]], width: int, layout: Layout) -> None:
    """The columns side by side."""
    made = []
    for column, blocks in zip(shown.columns, cells, strict=True):
        cell = Layout(width, layout.numbers, ascii=layout.ascii)
        cell.add([Span(column.short, "label")])
        for block in blocks:
            cell.block(block)
        made.append([line.spans for line in cell.lines])
    for number in range(max(map(len, made))):
        spans: list[Span] = []
        for cell_lines in made:
            line = cell_lines[number] if number < len(cell_lines) else []
            if spans:
                spans.append(Span(_GAP))
            spans += [*line, Span(" " * (width - sum(columns(span.text) for span in line)))]
        layout.put(spans)


def _with_shares(cells: list[list[Block]]) -> list[list[Block]]:
    """The cells with pictures of the figures that they compare; what finds those is loaded with the first comparison."""
    from handbook.document.shares import shares_in

    return [[*cell, *shares_in(cell)] for cell in cells]
