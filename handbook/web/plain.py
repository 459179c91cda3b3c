"""Entries as a folder of Markdown files, for any reader of plain text."""

from __future__ import annotations

from handbook.document.article import KIND_PLURALS
from handbook.document.crisis import crisis_page
from handbook.render.linking import linked_document
from handbook.render.markdown import document_markdown, escape

TYPE_CHECKING = False
if TYPE_CHECKING:
    from handbook.web.selection import Export

START = "contents.md"
"""The file to open first."""


def plain(export: Export) -> dict[str, str]:
    """The files: `contents.md`, `crisis.md`, and one a entry in `entries/`; path to text."""
    files = {START: _contents(export), "crisis.md": document_markdown(linked_document(crisis_page(export.library, first=export.region)))}
    for card, _, page in export.pages():
        files[f"entries/{card.id}.md"] = document_markdown(page)
    return files


def _contents(export: Export) -> str:
    """What there is, and where help is first of all."""
    lines = [f"# {escape(export.title())}", "", "[Help in a crisis](crisis.md)", ""]
    for kind, cards in export.kinds().items():
        lines += [f"## {KIND_PLURALS[kind]}", "", *(f"- [{escape(card.title)}](entries/{card.id}.md)" for card in cards), ""]
    return "\n".join([*lines, *(f"{escape(note)}\n" for note in export.notes())])
