"""Documents and comparisons as text for a terminal, a pipe or a screen reader."""

from __future__ import annotations

from handbook.document.nodes import Bars, Block, Comparison, Document, Facts, Heading, Listing, Paragraph, Section, SourceNote, Span, text_of
from handbook.render.picture import drawn
from handbook.render.wrap import PROSE, Paint, columns, in_ascii, wrap

NARROWEST_COLUMN = 34
"""Below this many columns a cell, a comparison is shown row by row."""
_GAP = "  "
_UNSURE = "(not yet confirmed)"
"""What is said for a source that nobody has read."""
_UNREAD = "[n?] means: nobody has yet confirmed that statement in that source."


class TextRenderer:
    """Renders for one terminal: its width in columns, with or without color.

    `prose` is the most columns of a line of running text, 20 or more; with `wide`, an empty line stands between all lines.
    """

    def __init__(
        self, width: int = 80, color: bool = False, ascii: bool = False, cites: bool = True, prose: int = PROSE, wide: bool = False
    ) -> None:
        self.width = max(20, width)
        self.prose = max(20, min(self.width, prose))
        self.wide = wide
        self.paint = Paint(color, ascii)
        self.cites = cites
        """Whether the text is for the eye. A listener gets words for signs, no bullets and no pictures, and sources only
        when asked for."""

    def document(self, document: Document) -> str:
        """A whole page, ending in a newline."""
        lines = self.wrapped([Span(document.title)], "", role="title")
        if document.subtitle:
            lines += self.wrapped([Span(document.subtitle)], "")
        for section in document.sections:
            lines += ["", *self.section(section)]
        if self.cites:
            lines += self.sources(document.sources)
        for note in document.notes:
            lines += ["", *self.wrapped([Span(note)], "")]
        return self._text(lines)

    def _text(self, lines: list[str]) -> str:
        """Lines as one text; where space between them is wanted, with one empty line behind each."""
        if self.wide:
            return "".join(f"{line}\n\n" for line in lines if line)
        return "\n".join(lines) + "\n"

    def section(self, section: Section) -> list[str]:
        """A section with its heading."""
        lines = self.wrapped([Span(section.title)], "", role="urgent" if section.role == "urgent" else "heading")
        for index, block in enumerate(section.blocks):
            if isinstance(block, Heading) and index:
                lines.append("")
            lines += self.block(block, "  ")
        return lines

    def block(self, block: Block, indent: str) -> list[str]:
        """One block."""
        if isinstance(block, Heading):
            return self.wrapped([Span(block.text)], indent, role="strong")
        if isinstance(block, Paragraph):
            return self.wrapped(block.spans, indent)
        if isinstance(block, Listing):
            lines = []
            for number, item in enumerate(block.items, block.start):
                mark = f"{number}. " if block.ordered else "- " if self.cites else ""
                lines += self.wrapped(_with_id(item) if self.cites else _ended(item), indent + mark, indent + " " * len(mark))
            return lines
        if isinstance(block, Facts):
            lines = []
            for name, spans in block.rows:
                lines += self.wrapped([name_span(name), *spans], indent, indent + "  ")
            return lines
        if not self.cites:
            said = [f"{bar.label}: {bar.words}." for bar in block.bars] if isinstance(block, Bars) else []
            return [line for sentence in said for line in self.wrapped([Span(sentence)], indent)]
        return [self.paint.text(f"{indent}{line}") for line in drawn(block, min(self.width, PROSE) - len(indent))]

    def wrapped(self, spans: list[Span], first: str, rest: str | None = None, role: str = "") -> list[str]:
        """Spans in lines no longer than prose may be; `first` and `rest` stand before the lines."""
        hanging = first if rest is None else rest
        lines = self._wrap(spans if self.cites else _spoken(spans), max(8, self.prose - max(len(first), len(hanging))))
        return [((hanging if index else first) + self.paint.line(line, role)).rstrip() for index, line in enumerate(lines)]

    def sources(self, sources: list[SourceNote]) -> list[str]:
        """The list of sources, with an empty line before it; nothing if there are none."""
        if not sources:
            return []
        lines = ["", *self.wrapped([Span("Sources")], "", role="heading")]
        for source in sources:
            mark = f"[{source.number}] " if source.read else f"[{source.number}?] "
            lines += self.wrapped([Span(_source_text(source))], "  " + mark, "    ")
        if not all(source.read for source in sources):
            lines += self.wrapped([Span(_UNREAD)], "  ")
        return lines

    def comparison(self, comparison: Comparison, linear: bool = False, more: str = "--all") -> str:
        """Columns where there is room for them and `linear` is off; else row by row.

        `more` is what a reader types to see the rows that are left out.
        """
        count = len(comparison.columns)
        cell = (self.width - len(_GAP) * (count - 1)) // count
        beside = not linear and cell >= NARROWEST_COLUMN
        lines = self.wrapped([Span(comparison.title)], "", role="title")
        lines += self._beside(comparison, min(cell, self.prose)) if beside else self._row_by_row(comparison)
        if comparison.left_out:
            lines += ["", *self.wrapped([Span(f"{comparison.left_out} more rows are not shown; {more} shows every row.")], "")]
        if not linear:
            lines += self.sources(comparison.sources)
        return self._text(lines)

    def _beside(self, comparison: Comparison, width: int) -> list[str]:
        """The rows as columns."""
        lines = ["", *self._cells([self._wrap([Span(column.title, "strong")], width) for column in comparison.columns], width)]
        for number, row in enumerate(comparison.rows):
            lines += self._part(comparison, number)
            role = "urgent" if row.key == "serious" else "heading"
            lines += ["", *self.wrapped([Span(row.label)], "", role=role)]
            lines += self._cells([self._cell(blocks, width) for blocks in row.cells], width)
        return lines

    def _cell(self, blocks: list[Block], width: int) -> list[list[Span]]:
        """The lines of one cell."""
        lines: list[list[Span]] = []
        for block in blocks:
            if isinstance(block, Paragraph):
                lines += self._wrap(block.spans, width)
            elif isinstance(block, Listing):
                for item in block.items:
                    first, *rest = self._wrap(item, width - 2)
                    lines += [[Span("- "), *first], *([Span("  "), *line] for line in rest)]
            elif isinstance(block, Facts):
                for name, spans in block.rows:
                    lines += self._wrap([name_span(name), *spans], width)
        return lines

    def _wrap(self, spans: list[Span], width: int) -> list[list[Span]]:
        """Lines of spans; what is spelled out in ASCII takes more room, so that is done first."""
        return wrap(in_ascii(spans) if self.paint.ascii else spans, width)

    def _cells(self, cells: list[list[list[Span]]], width: int) -> list[str]:
        """Cells side by side."""
        lines = []
        for index in range(max(len(cell) for cell in cells)):
            parts = []
            for cell in cells:
                line = cell[index] if index < len(cell) else []
                used = sum(columns(span.text) for span in line)
                parts.append(self.paint.line(line) + " " * (width - used))
            lines.append(_GAP.join(parts).rstrip())
        return lines

    def _row_by_row(self, comparison: Comparison) -> list[str]:
        """Every row as sentences: the question, then each column's name and answer."""
        lines = []
        for number, row in enumerate(comparison.rows, 1):
            lines += self._part(comparison, number - 1)
            lines += ["", *self.wrapped([Span(f"Row {number} of {len(comparison.rows)}. {row.label}")], "", role="heading")]
            for column, blocks in zip(comparison.columns, row.cells, strict=True):
                lines += self.wrapped([Span(f"{column.short}: ", "label"), *run_of(blocks)], "")
        return lines

    def _part(self, comparison: Comparison, number: int) -> list[str]:
        """What stands above the picked rows, and above those that follow them."""
        title = comparison.part(number)
        return ["", *self.wrapped([Span(f"{title}:")], "", role="title")] if title else []


def _spoken(spans: list[Span]) -> list[Span]:
    """Spans without the numbers of sources, and with words for signs."""
    from handbook.render.spoken import spoken

    said: list[Span] = []
    for span in spans:
        if span.role == "unread" and [before.text for before in said[-2:]] == [_UNSURE, " "]:
            # Two sources in a row that nobody has read are one doubt.
            said.pop()
        elif span.role != "cite":
            said.append(Span(_UNSURE) if span.role == "unread" else span)
    if any(span.role == "cite" for span in spans):
        # The space in front of a number would be left over at the end or before the next one.
        said = [span for index, span in enumerate(said) if span.text != " " or (index + 1 < len(said) and said[index + 1].text.strip())]
    words: list[Span] = []
    for span in said:
        text = spoken(span.text)
        if words and words[-1].text.endswith(" "):
            text = text.lstrip(" ")
        if text:
            words.append(Span(text, span.role, span.target))
    return words


def _ended(item: list[Span]) -> list[Span]:
    """A list item that ends with a stop, so that a listener hears where the next one begins."""
    return item if text_of(item).endswith((".", "!", "?", ":")) else [*item, Span(".")]


def name_span(name: str) -> Span:
    """The name of a fact, as it stands before its value."""
    return Span(name + (" " if name.endswith(("?", ":")) else ": "), "label")


def _with_id(item: list[Span]) -> list[Span]:
    """A list item; one that is a single link is followed by the id that opens it."""
    if len(item) == 1 and item[0].role == "link":
        return [item[0], Span(f" ({item[0].target})")]
    return item


def run_of(blocks: list[Block]) -> list[Span]:
    """Blocks as one run of text."""
    spans: list[Span] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            spans += [Span(" "), *block.spans]
        elif isinstance(block, Listing):
            for item in block.items:
                spans += [Span(" "), *_ended(item)]
        elif isinstance(block, Facts):
            for name, value in block.rows:
                spans += [Span(" "), name_span(name), *value, Span("." if not text_of(value).endswith(".") else "")]
    return spans[1:] if spans and spans[0].text == " " else spans


def _source_text(source: SourceNote) -> str:
    """A source in one line."""
    return " ".join([*source.sentences(), source.url] if source.url else source.sentences())
