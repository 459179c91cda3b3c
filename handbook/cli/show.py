"""`handbook show ID`: read one entry."""

from __future__ import annotations

from handbook.cli.opening import open_library_for
from handbook.cli.output import terminal_for
from handbook.errors import UsageError, did_you_mean

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from handbook.document.nodes import Document

EXAMPLES = """examples:
  handbook show ssri                       the whole entry
  handbook show ssri --brief               warnings and the short answer
  handbook show ssri --row stopping        one row
  handbook show psychiatrist --region uk   as it is in the UK
  handbook show cbt --format json | jq .rows.after"""


def configure(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("id", metavar="ID", help="the entry's id, such as ssri; `handbook list` prints them")
    parser.add_argument("--row", metavar="KEY", help="only this row, such as stopping")
    parser.add_argument("--brief", action="store_true", help="only warnings and the short answer")
    parser.add_argument("--region", choices=("us", "uk"), default="", help="leave out what holds elsewhere")
    parser.add_argument("--open", action="store_true", dest="on_screen", help="open the handbook at this entry")
    parser.add_argument("--format", choices=("text", "markdown", "html", "json"), default="text", help="how to print it (default: text)")


def run(arguments: argparse.Namespace) -> int:
    """Print the entry. Raises UnknownId, or UsageError for an unknown row."""
    if arguments.on_screen:
        from handbook.cli.browse import open_at

        return open_at(arguments, arguments.id)
    library = open_library_for(arguments)
    entry = library.get(arguments.id)
    from handbook.document.article import article, row_document
    from handbook.document.rows import row_keys

    if arguments.row and arguments.row not in row_keys(entry):
        keys = row_keys(entry)
        raise UsageError(f"a {entry['kind']} has no row {arguments.row!r}.{did_you_mean(arguments.row, keys)} Rows: {', '.join(keys)}")
    terminal = terminal_for(arguments)
    if arguments.format == "json":
        from handbook.render.data import entry_data

        terminal.write(terminal.json(entry_data(library, entry, arguments.region, arguments.row or ""), indent=1))
        return 0
    if arguments.row:
        document = row_document(library, entry, arguments.row, arguments.region)
    else:
        document = article(library, entry, arguments.region, arguments.brief)
    terminal.write(_rendered(document, arguments))
    return 0


def _rendered(document: Document, arguments: argparse.Namespace) -> str:
    """The page in the wanted format."""
    if arguments.format == "markdown":
        from handbook.render.markdown import document_markdown

        return document_markdown(document)
    if arguments.format == "html":
        from handbook.render.html import document_html
        from handbook.render.html_page import html_page

        return terminal_for(arguments).html(html_page(document.title, document_html(document)))
    from handbook.render.text import TextRenderer

    terminal = terminal_for(arguments)
    return TextRenderer(terminal.width, terminal.color, terminal.ascii).document(document)
