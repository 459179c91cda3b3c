"""`handbook timeline A [B]`: when what happens in a treatment, week by week."""

from __future__ import annotations

from handbook.cli.opening import open_library_for
from handbook.cli.output import terminal_for

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

EXAMPLES = """examples:
  handbook timeline ssri
  handbook timeline cbt ssri --for panic-disorder
  handbook timeline cbt ssri --format markdown > timeline.md

A time stands in front of a sentence only where the sentence gives it clearly."""


def configure(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("ids", metavar="ID", nargs="+", help="one to three ids of treatments")
    parser.add_argument("--for", dest="condition", metavar="CONDITION", default="", help="for this condition, such as panic-disorder")
    parser.add_argument("--region", choices=("us", "uk"), default="", help="leave out what holds elsewhere")
    parser.add_argument(
        "--format", choices=("text", "linear", "markdown", "html", "json"), default="text", help="how to print it (default: text)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the timeline. Raises UnknownId and UsageError."""
    from handbook.cli.document import print_document
    from handbook.document.timeline import timeline

    library = open_library_for(arguments)
    document = timeline(library, arguments.ids, arguments.condition, arguments.region)
    print_document(document, arguments.format, terminal_for(arguments))
    return 0
