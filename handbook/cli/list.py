"""`handbook list`: the entries by kind, or the treatments of a condition."""

from __future__ import annotations

from handbook.cli.kinds import kind_named
from handbook.cli.opening import open_library_for
from handbook.cli.output import terminal_for
from handbook.content.rows import FOLDERS
from handbook.document.article import KIND_PLURALS
from handbook.document.nodes import Span
from handbook.document.treatment import PLACES
from handbook.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from handbook.library.library import Card, Library

EXAMPLES = """examples:
  handbook list                        everything, by kind
  handbook list therapy                one kind
  handbook list --for panic-disorder   the treatments of a condition, first choices first
  handbook list --json"""


def configure(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("kind", metavar="KIND", nargs="?", default="", help=f"one of {', '.join(FOLDERS)}")
    parser.add_argument("--for", dest="condition", metavar="CONDITION", default="", help="the treatments of this condition")
    parser.add_argument("--json", action="store_true", help="print the list as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Print the list; 1 if it is empty. Raises UsageError for an unknown kind, UnknownId for a condition."""
    kind = kind_named(arguments.kind)
    library = open_library_for(arguments)
    if arguments.condition and library.card(arguments.condition).kind != "condition":
        raise UsageError(f"--for wants a condition; {arguments.condition!r} is none. Try: handbook list condition")
    cards = library.cards(kind, arguments.condition)
    terminal = terminal_for(arguments)
    if arguments.json:
        terminal.write(terminal.json([_data(library, card, arguments.condition) for card in cards], indent=1))
        return 0 if cards else 1
    from handbook.render.text import TextRenderer

    renderer = TextRenderer(terminal.width, terminal.color, terminal.ascii)
    lines: list[str] = []
    group = ""
    for card in cards:
        if card.kind != group:
            group = card.kind
            lines += [*([""] if lines else []), renderer.paint.text(KIND_PLURALS[group], "heading")]
        place = library.place(card.id, arguments.condition) if arguments.condition else None
        about = f": {PLACES[place[0]]}" if place else ""
        lines += renderer.wrapped([Span(card.id, "strong"), Span(f"  {card.title}{about}")], "  ", "      ")
    terminal.write("\n".join(lines) + "\n" if lines else "")
    return 0 if cards else 1


def _data(library: Library, card: Card, condition: str) -> dict[str, str]:
    """One card as data."""
    data = {"id": card.id, "kind": card.kind, "title": card.title, "summary": card.summary, "family": card.family}
    place = library.place(card.id, condition) if condition else None
    return {**data, "place": place[0], "strength": place[1]} if place else data
