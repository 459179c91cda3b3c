"""What documents are made of. Plain slotted classes: the command line loads them on every start."""

from __future__ import annotations

MOST_COLUMNS = 3
"""The most entries that stand side by side."""


class Span:
    """A run of text with a role.

    Roles: `` (plain), `strong`, `link` (target: an id), `cite` (target: a source's key), `unread` (the
    same, where nobody has read the source for this statement), `label`, `muted`, and `match` (words that were looked for).
    """

    __slots__ = ("role", "target", "text")

    def __init__(self, text: str, role: str = "", target: str = "") -> None:
        self.text = text
        self.role = role
        self.target = target


class Paragraph:
    """Running text."""

    __slots__ = ("spans",)

    def __init__(self, spans: list[Span]) -> None:
        self.spans = spans


class Heading:
    """A heading inside a section, such as a row's question. `key` is the row's key."""

    __slots__ = ("key", "text")

    def __init__(self, text: str, key: str = "") -> None:
        self.text = text
        self.key = key


class Listing:
    """A list; `ordered` ones are numbered, from `start` on: 1 unless the list goes on after something else."""

    __slots__ = ("items", "ordered", "start")

    def __init__(self, items: list[list[Span]], ordered: bool = False, start: int = 1) -> None:
        self.items = items
        self.ordered = ordered
        self.start = start


class Facts:
    """Short facts, each with a name: shown as `Name: value`."""

    __slots__ = ("rows",)

    def __init__(self, rows: list[tuple[str, list[Span]]]) -> None:
        self.rows = rows


class Bar:
    """A stretch of time: from week `start` to week `end`, or on without an end. `words` say the same.

    It is sure until week `sure`, and may end from there on; None where it is one stretch.
    """

    __slots__ = ("end", "label", "start", "sure", "words")

    def __init__(self, label: str, start: float, end: float | None, words: str, sure: float | None = None) -> None:
        self.sure = sure
        self.label = label
        self.start = start
        self.end = end
        self.words = words


class Bars:
    """Stretches of time on one line of weeks. A listener gets the words of each."""

    __slots__ = ("bars",)

    def __init__(self, bars: list[Bar]) -> None:
        self.bars = bars


class Shares:
    """Figures of one sentence that are counted in the same number of people: how many, of what, of each group.

    A picture of what stands in that sentence, so a listener can do without.
    """

    __slots__ = ("of", "rows")

    def __init__(self, rows: list[tuple[int, str]], of: int) -> None:
        self.rows = rows
        self.of = of


Block = Paragraph | Heading | Listing | Facts | Bars | Shares


class Section:
    """A part of a document that a reader can jump to. `role` is `urgent` for warnings, `step` for what fills a screen, else empty."""

    __slots__ = ("blocks", "key", "role", "title")

    def __init__(self, key: str, title: str, blocks: list[Block], role: str = "") -> None:
        self.key = key
        self.title = title
        self.blocks = blocks
        self.role = role


class SourceNote:
    """A source cited in a document, with its number there."""

    __slots__ = ("key", "number", "publisher", "read", "title", "url", "year")

    def __init__(self, number: int, key: str, title: str, publisher: str, year: str, url: str, read: bool) -> None:
        self.number = number
        self.key = key
        self.title = title
        self.publisher = publisher
        self.year = year
        self.url = url
        self.read = read
        """Whether somebody read it for at least one statement it is cited for here."""

    def sentences(self) -> list[str]:
        """Its title, and who published it when, each with a full stop; what is not known is left out."""
        about = ", ".join(part for part in (self.publisher, self.year) if part)
        return [part if part.endswith((".", "?", "!")) else f"{part}." for part in (self.title or self.key, about) if part]


class Document:
    """An entry, or another page, ready for any face."""

    __slots__ = ("id", "kind", "notes", "sections", "sources", "subtitle", "title")

    def __init__(
        self, id: str, kind: str, title: str, subtitle: str, sections: list[Section],
        sources: list[SourceNote], notes: list[str],
    ) -> None:  # fmt: skip
        self.id = id
        self.kind = kind
        self.title = title
        self.subtitle = subtitle
        self.sections = sections
        self.sources = sources
        self.notes = notes
        """Sentences about the page itself, such as who reviewed it."""


class Column:
    """A column of a comparison."""

    __slots__ = ("id", "short", "title")

    def __init__(self, id: str, title: str, short: str) -> None:
        self.id = id
        self.title = title
        self.short = short


class ComparisonRow:
    """A row of a comparison: its question, and one cell (a list of blocks) for each column."""

    __slots__ = ("cells", "key", "label")

    def __init__(self, key: str, label: str, cells: list[list[Block]]) -> None:
        self.key = key
        self.label = label
        self.cells = cells


class Comparison:
    """Treatments side by side, perhaps for one condition."""

    __slots__ = ("columns", "condition", "condition_title", "left_out", "pages", "picked", "rows", "sources", "title")

    def __init__(
        self, title: str, condition: str, condition_title: str, columns: list[Column], rows: list[ComparisonRow],
        sources: list[SourceNote], left_out: int, pages: list[str], picked: int = 0,
    ) -> None:  # fmt: skip
        self.title = title
        """Says what is compared, and for what."""
        self.condition = condition
        self.condition_title = condition_title
        self.columns = columns
        self.rows = rows
        self.sources = sources
        self.left_out = left_out
        """How many rows are not shown."""
        self.pages = pages
        """Ids of comparison entries about the same pair."""
        self.picked = picked
        """How many of the rows stand first because the reader picked them."""

    def part(self, number: int) -> str:
        """What to say above the row with this number, from 0: where picked rows begin and where they end; else an empty text."""
        if not self.picked:
            return ""
        return "The rows you picked" if number == 0 else "The other rows" if number == self.picked else ""


def text_of(spans: list[Span]) -> str:
    """The plain text of spans, without citations."""
    text = " ".join("".join(span.text for span in spans if span.role not in ("cite", "unread")).split())
    for mark in ".,;:":
        text = text.replace(f" {mark}", mark)
    return text


def plain_text(blocks: list[Block]) -> str:
    """Blocks as one line of plain text without citations, as JSON and CSV hold them."""
    parts: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            parts.append(text_of(block.spans))
        elif isinstance(block, Listing):
            parts += [text_of(item) for item in block.items]
        elif isinstance(block, Facts):
            parts += [f"{name}: {text_of(spans)}" for name, spans in block.rows]
    if len(parts) == 1:
        return parts[0]
    return " ".join(part if part.endswith((".", "?", "!", ":")) else f"{part}." for part in parts if part)
