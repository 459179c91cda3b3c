"""`handbook decide CONDITION`: what there is to decide on, and what to ask."""

from __future__ import annotations

from handbook.cli.opening import open_library_for
from handbook.cli.output import terminal_for

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

EXAMPLES = """examples:
  handbook decide depression
  handbook decide depression --age young
  handbook decide ocd --first cost,effort         what matters to you first in every option
  handbook decide depression --age young --sheet  one or two pages to take to an appointment

It recommends nothing and ranks nothing. Options stand by kind, then by the place that
guidelines give them, then by the alphabet. Nothing is stored."""


def configure(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("condition", metavar="CONDITION", help="the condition's id, such as depression; see handbook list condition")
    parser.add_argument("--age", choices=("young", "adult", "older"), default="", help="for someone under 18, an adult, or someone from 65 on")
    parser.add_argument("--first", metavar="ROWS", default="", help="rows that matter to you, such as cost,effort")
    parser.add_argument("--sheet", action="store_true", help="only a sheet for an appointment")
    parser.add_argument("--region", choices=("us", "uk"), default="", help="leave out what holds elsewhere")
    parser.add_argument(
        "--format", choices=("text", "linear", "markdown", "html", "json"), default="text", help="how to print it (default: text)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the page. Raises UnknownId, and UsageError for an entry that is no condition, or an unknown row."""
    from handbook.cli.document import print_document
    from handbook.document.decision import decision, sheet

    library = open_library_for(arguments)
    ticked = tuple(dict.fromkeys(key.strip() for key in arguments.first.split(",") if key.strip()))
    made = (sheet if arguments.sheet else decision)(library, arguments.condition, arguments.age, ticked, arguments.region)
    print_document(made, arguments.format, terminal_for(arguments))
    return 0
