"""Documents and comparisons as fragments of HTML, to be put into a page."""

from __future__ import annotations

from html import escape

from handbook.document.nodes import Block, Comparison, Document, Facts, Heading, Listing, Paragraph, SourceNote, Span
from handbook.render.picture import drawn

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_DRAWN = 60
"""Columns of a picture."""


def _to_page(id: str) -> str:
    return f"{id}.html"


def document_html(document: Document, address: Callable[[str], str] = _to_page, level: int = 1, prefix: str = "") -> str:
    """A page as an `article` element.

    `address` gives the address of an entry by its id. `level` is that of the title's heading, 1 to 4; `prefix` stands before
    all other ids, so that several documents can share a page.
    """
    return _Fragment(document.sources, address, level, prefix).document(document)


def comparison_html(comparison: Comparison, address: Callable[[str], str] = _to_page) -> str:
    """A comparison as a table with row and column headers; `address` as for a document.

    The roles say again what the elements mean: a browser forgets it where the looks make blocks of a table's cells.
    """
    return _Fragment(comparison.sources, address, 1, "").comparison(comparison)


class _Fragment:
    """Writes one document or comparison."""

    def __init__(self, sources: list[SourceNote], address: Callable[[str], str], level: int, prefix: str) -> None:
        self.sources = sources
        self.numbers = {source.key: source.number for source in sources}
        self.address = address
        self.level = level
        self.prefix = prefix

    def document(self, document: Document) -> str:
        parts = [f'<article id="{escape(document.id)}">', self._heading(0, escape(document.title))]
        parts.append(f"<p>{escape(document.subtitle)}</p>" if document.subtitle else "")
        for section in document.sections:
            parts.append(self._section(section.key, section.title, section.role))
            parts += [self._block(block) for block in section.blocks]
            parts.append("</section>")
        parts += [self._sources(), *(f"<p>{escape(note)}</p>" for note in document.notes), "</article>"]
        return "\n".join(part for part in parts if part) + "\n"

    def comparison(self, comparison: Comparison) -> str:
        heads = "".join(f'<th scope="col" role="columnheader">{escape(column.title)}</th>' for column in comparison.columns)
        head = f'<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Question</th>{heads}</tr></thead>'
        parts = ["<article>", f'<h1 id="title">{escape(comparison.title)}</h1>', '<table role="table" aria-labelledby="title">', head]
        parts.append('<tbody role="rowgroup">')
        for number, row in enumerate(comparison.rows):
            if title := comparison.part(number):
                span = len(comparison.columns) + 1
                parts.append(f'<tr role="row"><th scope="colgroup" role="columnheader" colspan="{span}">{title}</th></tr>')
            cells = "".join(
                f'<td role="cell" data-column="{escape(column.short)}">{"".join(self._block(block) for block in cell)}</td>'
                for column, cell in zip(comparison.columns, row.cells, strict=True)
            )
            role = ' class="urgent"' if row.key == "serious" else ""
            parts.append(f'<tr role="row"{role}><th scope="row" role="rowheader">{escape(row.label)}</th>{cells}</tr>')
        parts += ["</tbody>", "</table>", self._sources(), "</article>"]
        return "\n".join(part for part in parts if part) + "\n"

    def _heading(self, below: int, text: str, id: str = "") -> str:
        """A heading so many levels below that of the title."""
        level = self.level + below
        named = f' id="{id}"' if id else ""
        return f"<h{level}{named}>{text}</h{level}>"

    def _section(self, key: str, title: str, role: str = "") -> str:
        """The start of a section. It is a landmark only where the document has the page to itself: hundreds of them would lead nowhere."""
        name = escape(self.prefix + key)
        looks = f' class="{escape(role)}"' if role else ""
        label = "" if self.prefix else f' aria-labelledby="{name}"'
        return f"<section{looks}{label}>\n{self._heading(1, escape(title), name)}"

    def _block(self, block: Block) -> str:
        """One block as an element."""
        if isinstance(block, Heading):
            return self._heading(2, escape(block.text))
        if isinstance(block, Paragraph):
            return f"<p>{self._spans(block.spans)}</p>"
        if isinstance(block, Listing):
            items = "".join(f"<li>{self._spans(item)}</li>" for item in block.items)
            start = f' start="{block.start}"' if block.start != 1 else ""
            return f"<ol{start}>{items}</ol>" if block.ordered else f"<ul>{items}</ul>"
        if not isinstance(block, Facts):
            picture = escape("\n".join(drawn(block, _DRAWN)))
            return f'<pre role="img" aria-label="A picture of the figures given in words.">{picture}</pre>' if picture else ""
        rows = "".join(f"<dt>{escape(name)}</dt><dd>{self._spans(spans)}</dd>" for name, spans in block.rows)
        return f"<dl>{rows}</dl>"

    def _spans(self, spans: list[Span]) -> str:
        """A run of text."""
        parts = []
        for span in spans:
            text = escape(span.text)
            if span.role == "link":
                text = f'<a href="{escape(self.address(span.target))}">{text}</a>'
            elif span.role in ("strong", "label"):
                text = f"<strong>{text}</strong>"
            elif span.role in ("cite", "unread"):
                text = f'<a href="#{self._source(self.numbers[span.target])}">{text}</a>'
            parts.append(text)
        return "".join(parts).strip()

    def _source(self, number: int) -> str:
        """The id of a source."""
        return f"{escape(self.prefix)}source-{number}"

    def _sources(self) -> str:
        """The numbered sources as a section."""
        if not self.sources:
            return ""
        items = []
        for source in self.sources:
            title, *about = map(escape, source.sentences() or [""])
            if source.url.startswith(("http://", "https://")):
                title = f'<a href="{escape(source.url)}">{title}</a>'
            unread = "" if source.read else " Not yet confirmed."
            items.append(f'<li id="{self._source(source.number)}">{" ".join([title, *about])}{unread}</li>')
        return f"{self._section('sources', 'Sources')}<ol>{''.join(items)}</ol></section>"
