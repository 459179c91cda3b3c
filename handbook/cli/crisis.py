"""`handbook crisis`: where to get help now. It answers even if the collection is broken."""

from __future__ import annotations

from handbook.cli.output import tell, terminal_for
from handbook.document.crisis import crisis_page
from handbook.errors import CollectionError

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from handbook.library.library import Library

EXAMPLES = """examples:
  handbook crisis                every region
  handbook crisis --region uk    one region

In danger now? Call 911 (US), 999 (UK) or 112 (EU)."""


def configure(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("--region", metavar="R", default="", help="only this region: us, uk, canada, ...")


def run(arguments: argparse.Namespace) -> int:
    """Print the page. Raises UnknownId for a region that is not there."""
    from handbook.render.text import TextRenderer

    terminal = terminal_for(arguments)
    page = crisis_page(_library(arguments), arguments.region.lower())
    terminal.write(TextRenderer(terminal.width, terminal.color, terminal.ascii).document(page))
    return 0


def _library(arguments: argparse.Namespace) -> Library | None:
    """The library, or None: nothing may stand between a person and these numbers."""
    from handbook.cli.opening import open_library_for

    try:
        return open_library_for(arguments)
    except CollectionError as error:
        tell(str(error))
        return None
