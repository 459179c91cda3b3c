"""Documents and comparisons as lines of spans, for any width. No Textual here."""

from __future__ import annotations

from collections.abc import Callable

from handbook.document.nodes import Block, Document, Facts, Heading, Listing, Paragraph, Section, SourceNote, Span
from handbook.render.picture import MARKS, drawn
from handbook.render.wrap import PROSE, columns, in_ascii, wrap

UNREAD = "[n?] means: nobody has yet confirmed that statement in that source."
Spot = tuple[int, int, int]
"""A line of a page: section, row, and part of the row."""
START: Spot = (-1, 0, 0)
GUTTER = 2
"""Columns before every line, for the mark of the line that the reader is on."""


class Line:
    """One line of a page or a list.

    `role` is `title`, `heading`, `urgent`, `question`, `group`, `note`, `source`, `entry` or empty. `row` numbers the
    paragraph it comes from and `part` the line within that, so that a place survives another width.
    """

    __slots__ = ("part", "role", "row", "section", "spans", "stop", "target")

    def __init__(self, spans: list[Span], role: str, section: int, row: int, part: int, target: str = "", stop: bool = True) -> None:
        self.spans = spans
        self.role = role
        self.section = section
        """The number of its section, from 0; -1 above the first."""
        self.row = row
        self.part = part
        self.target = target
        """What Enter opens in a list; on a source, its key."""
        self.stop = stop
        """Whether the cursor may stand here."""

    @property
    def text(self) -> str:
        """The line as plain text."""
        return "".join(span.text for span in self.spans)


class Layout:
    """Lines under way: collects paragraphs, wrapped to a width.

    With `numbers`, each link is followed by its number there. `note` is a pair of a row and a text that
    explains something; it stands right below that row. `prose` is the most columns of a line of running text;
    with `wide`, an empty line stands between all lines; with `ascii`, other characters are spelled out. `most` is the
    number of lines that will be seen, if not all.
    """

    def __init__(
        self,
        width: int,
        numbers: dict[str, int] | None = None,
        note: tuple[int, str] | None = None,
        *,
        prose: int = PROSE,
        wide: bool = False,
        ascii: bool = False,
        most: int = 0,
    ) -> None:
        self.most = most
        self.width = max(10, width)
        """Columns, without the gutter."""
        self.prose = max(10, min(self.width, prose))
        self.wide = wide
        self.ascii = ascii
        self.lines: list[Line] = []
        self.sections: list[str] = []
        self.numbers = numbers
        self.note = note
        self._row = -1

    @property
    def is_full(self) -> bool:
        """Whether what comes now would not be seen."""
        return 0 < self.most < len(self.lines)

    def section(self, title: str, role: str = "heading") -> None:
        """Begin a section with an empty line and its heading."""
        self.blank()
        self.sections.append(title)
        self.add([Span(title)], role)

    def blank(self) -> None:
        """An empty line, unless the page begins here."""
        if self.lines and self.lines[-1].spans:
            self._row += 1
            self.lines.append(Line([], "", len(self.sections) - 1, self._row, 0, stop=False))

    def add(self, spans: list[Span], role: str = "", first: str = "", rest: str | None = None, target: str = "") -> None:
        """A paragraph; `first` stands before its first line, `rest` (or `first`) before the others."""
        hanging = first if rest is None else rest
        room = max(8, self.prose - max(columns(first), columns(hanging)))
        self._row += 1
        for part, line in enumerate(self._wrap(self._numbered(spans), room)):
            before = hanging if part else first
            self._put([Span(before), *line] if before else line, role, part, "" if part else target, not (part and target))
        self._explain(hanging)

    def put(self, spans: list[Span], role: str = "", target: str = "", stop: bool = True) -> None:
        """A line as it is; the reader of a list sees what fits."""
        self._row += 1
        self._put(in_ascii(spans) if self.ascii else spans, role, 0, target, stop)
        self._explain("")

    def block(self, block: Block, indent: str = "") -> None:
        """A block of a document."""
        if isinstance(block, Heading):
            self.add([Span(block.text)], "question", indent)
        elif isinstance(block, Paragraph):
            self.add(block.spans, "", indent)
        elif isinstance(block, Listing):
            for number, item in enumerate(block.items, block.start):
                mark = f"{number}. " if block.ordered else "- "
                self.add(item, "", indent + mark, indent + " " * len(mark))
        elif isinstance(block, Facts):
            for name, spans in block.rows:
                self.add([Span(f"{name}: ", "label"), *spans], "", indent, indent + "  ")
        else:
            for line in drawn(block, min(self.width, PROSE) - columns(indent)):
                # The cursor, which a screen reader follows, passes over mere marks.
                self.put([Span(indent + line)], stop=not set(line) <= MARKS)

    def sources(self, sources: list[SourceNote]) -> None:
        """The list of sources; nothing if there are none."""
        if not sources:
            return
        self.section("Sources")
        for source in sources:
            mark = f"[{source.number}] " if source.read else f"[{source.number}?] "
            self.add([Span(" ".join([*source.sentences(), source.url]).rstrip())], "source", mark, "    ", source.key)
        if not all(source.read for source in sources):
            self.add([Span(UNREAD)])

    def _wrap(self, spans: list[Span], width: int) -> list[list[Span]]:
        return wrap(in_ascii(spans) if self.ascii else spans, width)

    def _put(self, spans: list[Span], role: str, part: int, target: str = "", stop: bool = True) -> None:
        if self.wide and self.lines and self.lines[-1].spans:
            self.lines.append(Line([], "", len(self.sections) - 1, self._row, part, stop=False))
        self.lines.append(Line(spans, role, len(self.sections) - 1, self._row, part, target, stop))

    def _explain(self, indent: str) -> None:
        """Put the note below the row that it belongs to."""
        if self.note and self.note[0] == self._row:
            indent += "    "
            room = max(8, self.prose - columns(indent))
            for part, line in enumerate(self._wrap([Span(self.note[1])], room), self.lines[-1].part + 1):
                self._put([Span(indent), *line], "note", part)

    def _numbered(self, spans: list[Span]) -> list[Span]:
        """The spans with a number behind each link, if links are numbered."""
        if self.numbers is None:
            return spans
        found: list[Span] = []
        for span in spans:
            found.append(span)
            if span.role == "link":
                number = self.numbers.setdefault(span.target, len(self.numbers) + 1)
                found.append(Span(f" ({number})", "number"))
        return found


def lay_out(document: Document, layout: Layout, remarks: list[str], put: Callable[[Section, Layout], None] | None = None) -> None:
    """Put a document into a layout; `remarks` are sentences below the title. `put` lays out a section in another way."""
    layout.add([Span(document.title)], "title")
    for text in (document.subtitle, *remarks):
        if text:
            layout.add([Span(text)])
    for section in document.sections:
        if layout.is_full:
            return
        (put or lay_out_section)(section, layout)
    layout.sources(document.sources)
    if document.notes:
        layout.section("About this page")
        for note in document.notes:
            layout.add([Span(note)])


def lay_out_section(section: Section, layout: Layout) -> None:
    """Put a section into a layout, with air between its paragraphs and questions."""
    layout.section(section.title, "urgent" if section.role == "urgent" else "heading")
    for index, block in enumerate(section.blocks):
        after = section.blocks[index - 1] if index else None
        if (isinstance(block, Heading) and index) or (isinstance(block, Paragraph) and isinstance(after, Paragraph)):
            layout.blank()
        layout.block(block)


def cut(spans: list[Span], width: int) -> list[Span]:
    """As much of the spans as fits into a width, with three dots where something is left out."""
    if sum(columns(span.text) for span in spans) <= width:
        return spans
    room, kept = max(0, width - 3), list[Span]()
    for span in spans:
        taken = columns(span.text)
        if taken > room:
            kept.append(Span(_first_columns(span.text, room), span.role, span.target))
            break
        kept.append(span)
        room -= taken
    if kept:
        # A full stop before the dots would be heard as a row of four.
        kept[-1] = Span(kept[-1].text.rstrip(" ."), kept[-1].role, kept[-1].target)
    return [*kept, Span("..."[: max(0, width)])]


def _first_columns(text: str, room: int) -> str:
    """As much of a text as fits into so many columns."""
    if text.isascii():
        return text[:room]
    while text and columns(text) > room:
        text = text[:-1]
    return text


def pages(lines: list[Line], height: int) -> list[int]:
    """The index of each page's first line. A heading never ends a page, an item of a list stays whole where it can,
    no last line of what belongs together stands alone on the next page, and no page begins with an empty line."""
    starts, start, height = [0], 0, max(1, height)
    while start + height < len(lines):
        end, least = start + height, start + height // 2 + 1
        end = next((index for index in range(end, least - 1, -1) if not _goes_on(lines[index])), end)
        if end > least and _is_alone(lines, end):
            end -= 1
        while end > least and _belongs_to_next(lines[end - 1]):
            end -= 1
        while end < len(lines) - 1 and not lines[end].spans:
            end += 1
        starts.append(end)
        start = end
    return starts


def give_each_page_a_stop(lines: list[Line], starts: list[int]) -> None:
    """Let the cursor stand on each page that has text, also in the middle of an item longer than a page; else nobody could turn to it."""
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        shown = [line for line in lines[start:end] if line.spans]
        if shown and not any(line.stop for line in shown):
            shown[0].stop = True


def _belongs_to_next(line: Line) -> bool:
    """Whether a line should not be the last one of a page."""
    return not line.spans or line.role in ("heading", "urgent", "question", "group")


def _is_alone(lines: list[Line], index: int) -> bool:
    """Whether a line is the last one before an empty line or the end, and not the first one behind one."""
    ends = index + 1 == len(lines) or not lines[index + 1].spans
    return ends and bool(lines[index].spans and lines[index - 1].spans)


def _goes_on(line: Line) -> bool:
    """Whether a line is the rest of an item of a list, where the cursor cannot stand."""
    return line.part > 0 and not line.stop and bool(line.spans)
