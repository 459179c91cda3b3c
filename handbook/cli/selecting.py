"""Which entries an export or a room holds, and how that is asked for."""

from __future__ import annotations

from datetime import date

from handbook.cli.kinds import kind_named
from handbook.cli.opening import Progress, open_library_for, open_shelf_for
from handbook.cli.output import tell
from handbook.content.rows import FOLDERS
from handbook.errors import HandbookError, UsageError
from handbook.web.selection import Export, select

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from handbook.library.library import Library


def add_selection(parser: argparse.ArgumentParser) -> None:
    """The arguments that name entries."""
    parser.add_argument("ids", metavar="ID", nargs="*", help="only these entries; all if nothing is named")
    parser.add_argument("--kind", metavar="KIND", default="", help=f"only one kind: {', '.join(FOLDERS)}")
    parser.add_argument("--for", dest="condition", metavar="CONDITION", default="", help="only a condition, its treatments and their comparisons")
    parser.add_argument("--set", dest="bookmarks", metavar="SET", default="", help="only a set of your bookmarks, such as bookmarks; notes stay out")
    parser.add_argument("--region", choices=("us", "uk"), default="", help="leave out what holds elsewhere")


def export_for(arguments: argparse.Namespace) -> Export:
    """What the arguments ask for. Raises UsageError, UnknownId, HandbookError if there is no such entry, and CollectionError."""
    kind = kind_named(arguments.kind)
    asked = [name for name in ("ids", "kind", "condition", "bookmarks") if getattr(arguments, name)]
    if len(asked) > 1:
        raise UsageError("name entries by id, or by one of --kind, --for and --set, not by more than one of them")
    library = open_library_for(arguments)
    ids = _bookmarked(arguments, library) if arguments.bookmarks else arguments.ids
    cards = select(library, ids, kind, arguments.condition)
    if not cards:
        raise HandbookError("there is no such entry to export")
    return Export(library, cards, date.today(), arguments.region, Progress("making pages"))


def _bookmarked(arguments: argparse.Namespace, library: Library) -> list[str]:
    """The entries of a set of bookmarks that the handbook still holds."""
    shelf = open_shelf_for(arguments)
    try:
        marked = [entry for entry, _ in shelf.bookmarks.all()[shelf.bookmarks.named(arguments.bookmarks)]]
    finally:
        shelf.close()
    held = [entry for entry in marked if entry in library]
    if gone := [entry for entry in marked if entry not in library]:
        tell(f"left out, since no entry has these ids any more: {', '.join(gone)}")
    if not held:
        raise HandbookError(f"the set {arguments.bookmarks!r} holds no entries")
    return held
