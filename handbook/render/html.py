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


def document_html(document: Document, address: Callable[[str], str] = _to_page) -> str:
    """A page as an `article` element; `address` gives the address of an entry by its id."""
    parts = [f'<article id="{escape(document.id)}">', f"<h1>{escape(document.title)}</h1>", f"<p>{escape(document.subtitle)}</p>"]
    for section in document.sections:
        role = f' class="{escape(section.role)}"' if section.role else ""
        name = escape(section.key)
        parts += [f'<section{role} aria-labelledby="{name}">', f'<h2 id="{name}">{escape(section.title)}</h2>']
        parts += [_block(block, address) for block in section.blocks]
        parts.append("</section>")
    parts += [_sources(document.sources), *(f"<p>{escape(note)}</p>" for note in document.notes), "</article>"]
    return "\n".join(part for part in parts if part) + "\n"


def comparison_html(comparison: Comparison, address: Callable[[str], str] = _to_page) -> str:
    """A comparison as a table with row and column headers.

    The roles say again what the elements mean: a browser forgets it where the looks make blocks of a table's cells.
    """
    heads = "".join(f'<th scope="col" role="columnheader">{escape(column.title)}</th>' for column in comparison.columns)
    head = f'<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Question</th>{heads}</tr></thead>'
    parts = ["<article>", f'<h1 id="title">{escape(comparison.title)}</h1>', '<table role="table" aria-labelledby="title">', head]
    parts.append('<tbody role="rowgroup">')
    for number, row in enumerate(comparison.rows):
        if title := comparison.part(number):
            span = len(comparison.columns) + 1
            parts.append(f'<tr role="row"><th scope="colgroup" role="columnheader" colspan="{span}">{title}</th></tr>')
        cells = "".join(
            f'<td role="cell" data-column="{escape(column.short)}">{"".join(_block(block, address) for block in cell)}</td>'
            for column, cell in zip(comparison.columns, row.cells, strict=True)
        )
        role = ' class="urgent"' if row.key == "serious" else ""
        parts.append(f'<tr role="row"{role}><th scope="row" role="rowheader">{escape(row.label)}</th>{cells}</tr>')
    parts += ["</tbody>", "</table>", _sources(comparison.sources), "</article>"]
    return "\n".join(part for part in parts if part) + "\n"


def _block(block: Block, address: Callable[[str], str]) -> str:
    """One block as an element."""
    if isinstance(block, Heading):
        return f"<h3>{escape(block.text)}</h3>"
    if isinstance(block, Paragraph):
        return f"<p>{_spans(block.spans, address)}</p>"
    if isinstance(block, Listing):
        items = "".join(f"<li>{_spans(item, address)}</li>" for item in block.items)
        start = f' start="{block.start}"' if block.start != 1 else ""
        return f"<ol{start}>{items}</ol>" if block.ordered else f"<ul>{items}</ul>"
    if not isinstance(block, Facts):
        picture = escape("\n".join(drawn(block, _DRAWN)))
        return f'<pre role="img" aria-label="A picture of the figures given in words.">{picture}</pre>' if picture else ""
    rows = "".join(f"<dt>{escape(name)}</dt><dd>{_spans(spans, address)}</dd>" for name, spans in block.rows)
    return f"<dl>{rows}</dl>"


def _spans(spans: list[Span], address: Callable[[str], str]) -> str:
    """A run of text."""
    parts = []
    for span in spans:
        text = escape(span.text)
        if span.role == "link":
            text = f'<a href="{escape(address(span.target))}">{text}</a>'
        elif span.role in ("strong", "label"):
            text = f"<strong>{text}</strong>"
        elif span.role in ("cite", "unread"):
            text = f'<a class="{span.role}" href="#source-{escape(span.target)}">{text}</a>'
        parts.append(text)
    return "".join(parts).strip()


def _sources(sources: list[SourceNote]) -> str:
    """The numbered sources as a section."""
    if not sources:
        return ""
    items = []
    for source in sources:
        about = ", ".join(escape(part) for part in (source.publisher, source.year) if part)
        title = escape(source.title)
        if source.url.startswith(("http://", "https://")):
            title = f'<a href="{escape(source.url)}" rel="noreferrer">{title}</a>'
        unread = "" if source.read else " Not yet confirmed."
        items.append(f'<li id="source-{escape(source.key)}">{title}. {about}.{unread}</li>')
    return f'<section aria-labelledby="sources"><h2 id="sources">Sources</h2><ol>{"".join(items)}</ol></section>'
