"""Documents and comparisons as Markdown."""

from __future__ import annotations

import re

from handbook.document.nodes import Block, Comparison, Document, Facts, Heading, Listing, Paragraph, SourceNote, Span
from handbook.render.picture import drawn

_DRAWN = 60
"""Columns of a picture."""
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")


def document_markdown(document: Document) -> str:
    """A page; links go to `id.md`, as an export writes them."""
    lines = [f"# {escape(document.title)}", "", escape(document.subtitle), ""]
    for section in document.sections:
        lines += [f"## {escape(section.title)}", "", *_blocks(section.blocks)]
    lines += _sources(document.sources)
    for note in document.notes:
        lines += [escape(note), ""]
    return "\n".join(lines).rstrip() + "\n"


def comparison_markdown(comparison: Comparison) -> str:
    """A comparison as a table."""
    heads = ["", *(escape(column.title) for column in comparison.columns)]
    lines = [f"# {escape(comparison.title)}", "", _table_line(heads), _table_line(["---"] * len(heads))]
    for number, row in enumerate(comparison.rows):
        if title := comparison.part(number):
            lines.append(_table_line([f"**{title}:**", *([""] * len(comparison.columns))]))
        cells = ["<br>".join(line for line in _blocks(cell) if line) for cell in row.cells]
        lines.append(_table_line([f"**{escape(row.label)}**", *cells]))
    return "\n".join([*lines, "", *_sources(comparison.sources)]).rstrip() + "\n"


def escape(text: str) -> str:
    """Text in which nothing is markup."""
    return _SPECIAL.sub(r"\\\1", text)


def _table_line(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _blocks(blocks: list[Block]) -> list[str]:
    """Blocks as lines, each block followed by an empty line."""
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, Heading):
            lines += [f"### {escape(block.text)}", ""]
        elif isinstance(block, Paragraph):
            lines += [_spans(block.spans), ""]
        elif isinstance(block, Listing):
            lines += [f"{f'{number}.' if block.ordered else '-'} {_spans(item)}" for number, item in enumerate(block.items, block.start)]
            lines.append("")
        elif isinstance(block, Facts):
            lines += [f"- **{escape(name)}:** {_spans(spans)}" for name, spans in block.rows]
            lines.append("")
        elif picture := drawn(block, _DRAWN):
            lines += ["```text", *picture, "```", ""]
    return lines


def _spans(spans: list[Span]) -> str:
    parts = []
    for span in spans:
        text = escape(span.text)
        if span.role == "link":
            text = f"[{text}]({span.target}.md)"
        elif span.role in ("strong", "label") and text.strip():
            text = f"**{text.strip()}**{' ' if text.endswith(' ') else ''}"
        parts.append(text)
    return "".join(parts).strip()


def _sources(sources: list[SourceNote]) -> list[str]:
    """The numbered sources; a question mark for those nobody has confirmed."""
    if not sources:
        return []
    lines = ["## Sources", ""]
    for source in sources:
        address = f" <{source.url}>" if source.url.startswith(("http://", "https://")) else ""
        unread = "" if source.read else " (not yet confirmed)"
        lines.append(f"{source.number}. {escape(' '.join(source.sentences()))}{address}{unread}")
    return [*lines, ""]
