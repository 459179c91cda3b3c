"""`handbook compare A B [C]`: treatments side by side."""

from __future__ import annotations

from handbook.cli.opening import open_library_for
from handbook.cli.output import terminal_for
from handbook.document.comparison import EXTRA_COLUMNS, compare
from handbook.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

EXAMPLES = """examples:
  handbook compare cbt ssri
  handbook compare cbt ssri --for panic-disorder --with both,wait
  handbook compare lithium valproate --all
  handbook compare cbt ssri --first cost,effort   what matters to you before all else
  handbook compare erp ssri --for ocd --format csv > ocd.csv
  handbook compare cbt ssri --format linear     as sentences, for screen readers

No winner is named: what counts most is yours to weigh, with a professional."""


def configure(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("ids", metavar="ID", nargs="+", help="two or three ids")
    parser.add_argument("--for", dest="condition", metavar="CONDITION", default="", help="compare for this condition, such as panic-disorder")
    parser.add_argument("--with", dest="extra", metavar="both,wait", default="", help="add the columns `both` together and `wait`")
    parser.add_argument("--all", action="store_true", help="all rows, not only those most asked for")
    parser.add_argument("--diff", action="store_true", help="only rows that differ")
    parser.add_argument("--first", metavar="ROWS", default="", help="put these rows first, such as cost,effort")
    parser.add_argument("--region", choices=("us", "uk"), default="", help="leave out what holds elsewhere")
    parser.add_argument(
        "--format", choices=("text", "linear", "markdown", "csv", "html", "json"), default="text", help="how to print it (default: text)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the comparison. Raises UnknownId and UsageError."""
    extra = tuple(dict.fromkeys(name.strip() for name in arguments.extra.split(",") if name.strip()))
    if unknown := [name for name in extra if name not in EXTRA_COLUMNS]:
        raise UsageError(f"--with takes both, wait or both,wait; not {unknown[0]!r}")
    library = open_library_for(arguments)
    first = tuple(dict.fromkeys(key.strip() for key in arguments.first.split(",") if key.strip()))
    found = compare(library, arguments.ids, arguments.condition, extra, arguments.all, arguments.diff, arguments.region, first)
    terminal = terminal_for(arguments)
    if arguments.format in ("text", "linear"):
        from handbook.render.text import TextRenderer

        linear = arguments.format == "linear"
        renderer = TextRenderer(terminal.width, terminal.color and not linear, terminal.ascii, cites=not linear)
        terminal.write(renderer.comparison(found, linear))
    elif arguments.format == "markdown":
        from handbook.render.markdown import comparison_markdown

        terminal.write(comparison_markdown(found))
    elif arguments.format == "html":
        from handbook.render.html import comparison_html
        from handbook.render.html_page import html_page

        terminal.write(terminal.html(html_page(found.title, comparison_html(found))))
    else:
        from handbook.render.data import comparison_csv, comparison_data

        terminal.write(comparison_csv(found) if arguments.format == "csv" else terminal.json(comparison_data(found), indent=1))
    return 0
