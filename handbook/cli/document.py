"""Prints a page in any format: the same for every command that shows one."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from handbook.cli.output import Terminal
    from handbook.document.nodes import Document


def print_document(document: Document, format: str, terminal: Terminal) -> None:
    """Write a page to stdout as text, linear (sentences only), markdown, html or json."""
    if format == "json":
        from handbook.render.data import document_data

        terminal.write(terminal.json(document_data(document), indent=1))
    elif format == "markdown":
        from handbook.render.markdown import document_markdown

        terminal.write(document_markdown(document))
    elif format == "html":
        from handbook.render.html import document_html
        from handbook.render.html_page import html_page

        terminal.write(html_page(document.title, document_html(document)))
    else:
        from handbook.render.text import TextRenderer

        linear = format == "linear"
        terminal.write(TextRenderer(terminal.width, terminal.color and not linear, terminal.ascii, cites=not linear).document(document))
