"""Entries and comparisons as JSON and CSV."""

from __future__ import annotations

from handbook.document.compose import Composer
from handbook.document.nodes import Block, Comparison, Document, Heading, SourceNote, plain_text
from handbook.document.rows import row, row_keys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from handbook.library.library import Library


def entry_data(library: Library, entry: dict[str, Any], region: str = "", only_row: str = "") -> dict[str, Any]:
    """An entry for `show --format json`: every row as plain text, with its sources."""
    composer = Composer(library, region)
    keys = [only_row] if only_row else row_keys(entry)
    rows = {key: plain_text(row(entry, key, composer)) for key in keys}
    summary = plain_text(row(entry, "summary", composer))
    made = ("id", "kind", "title", "summary", "rows", "short")
    rest = {key: value for key, value in entry.items() if key not in made and value not in ([], {}, "")}
    return {
        "id": entry["id"], "kind": entry["kind"], "title": entry["title"], "short": entry["short"], "summary": summary,
        "rows": rows, "sources": [_source(source) for source in composer.sources()], "entry": rest,
    }  # fmt: skip


def comparison_data(comparison: Comparison) -> dict[str, Any]:
    """A comparison for `compare --format json`."""
    return {
        "title": comparison.title,
        "columns": [{"id": column.id, "title": column.title} for column in comparison.columns],
        "for": comparison.condition or None,
        "rows": [{"key": row.key, "label": row.label, "cells": [plain_text(cell) for cell in row.cells]} for row in comparison.rows],
        "sources": [_source(source) for source in comparison.sources],
    }


def document_data(document: Document) -> dict[str, Any]:
    """A page for `--format json`: its sections with their headings and texts in order, and its sources."""
    return {
        "id": document.id,
        "kind": document.kind,
        "title": document.title,
        "subtitle": document.subtitle,
        "sections": [
            {"key": section.key, "title": section.title, "urgent": section.role == "urgent", "text": _texts(section.blocks)}
            for section in document.sections
        ],
        "sources": [_source(source) for source in document.sources],
        "notes": document.notes,
    }


def _texts(blocks: list[Block]) -> list[str]:
    """One text a block; a heading is one, and pictures are left out."""
    texts = [block.text if isinstance(block, Heading) else plain_text([block]) for block in blocks]
    return [text for text in texts if text]


def _source(source: SourceNote) -> dict[str, Any]:
    """One source."""
    return {
        "key": source.key, "number": source.number, "title": source.title, "publisher": source.publisher,
        "year": source.year, "url": source.url, "read": source.read,
    }  # fmt: skip


def comparison_csv(comparison: Comparison, notes: list[str] | None = None) -> str:
    """A comparison for a spreadsheet: one line a row. Cells that a spreadsheet would run as a formula are defused.

    With `notes`, what a file of its own needs follows: the sources, and the notes.
    """
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["row", "question", *(column.title for column in comparison.columns)])
    for line in comparison.rows:
        writer.writerow([_inert(text) for text in (line.key, line.label, *(plain_text(cell) for cell in line.cells))])
    if notes is not None:
        for source in comparison.sources:
            about = ", ".join(part for part in (source.title, source.publisher, source.year, source.url) if part)
            writer.writerow(["source", _inert(f"{source.number}{'' if source.read else ' (not yet confirmed)'}"), _inert(about)])
        for note in notes:
            writer.writerow(["note", "", _inert(note)])
    return out.getvalue()


def _inert(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text
