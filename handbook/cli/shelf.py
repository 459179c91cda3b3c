"""`handbook shelf`: the reader's bookmarks and notes; out as plain text and in again."""

from __future__ import annotations

import sys

from handbook.cli.opening import open_library_for, open_shelf_for
from handbook.cli.output import tell, terminal_for
from handbook.document.nodes import Span
from handbook.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from typing import Any

    from handbook.cli.output import Terminal
    from handbook.library.library import Library
    from handbook.shelf.exchange import Contents
    from handbook.shelf.shelf import Shelf

EXAMPLES = """examples:
  handbook shelf                          your bookmarks and notes
  handbook shelf list --history --json    also what you read, searched for and answered
  handbook shelf export > shelf.txt       as plain text; --history adds what you read
  handbook shelf import shelf.txt         add what such a text holds; - reads it from stdin
  handbook shelf clear-history            forget what you read, searched for and answered
  handbook shelf path                     where the file is"""

ACTIONS = ("list", "export", "import", "clear-history", "path")


def configure(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("action", metavar="ACTION", nargs="?", choices=ACTIONS, default="list", help=f"{', '.join(ACTIONS)}; list if left out")
    parser.add_argument("file", metavar="FILE", nargs="?", default="", help="what to import; - is stdin")
    parser.add_argument("--history", action="store_true", help="with list and export: also what you read, searched for and answered")
    parser.add_argument("--json", action="store_true", help="with list: print it as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Do one thing with the shelf; 1 if there is nothing to list. Raises UsageError, ShelfError."""
    if (arguments.action == "import") != bool(arguments.file):
        raise UsageError("import wants a file. Try: handbook shelf import shelf.txt" if not arguments.file else "only import takes a file")
    if arguments.action == "path":
        from handbook import paths

        terminal_for(arguments).write(paths.shelf_file() + "\n")
        return 0
    shelf = open_shelf_for(arguments)
    try:
        return _ACTS[arguments.action](shelf, arguments)
    finally:
        if said := shelf.remarks():
            tell(said)
        shelf.close()


def _list(shelf: Shelf, arguments: argparse.Namespace) -> int:
    from handbook.shelf.exchange import contents_of

    contents = contents_of(shelf.store, arguments.history)
    terminal = terminal_for(arguments)
    library = open_library_for(arguments)
    if arguments.json:
        terminal.write(terminal.json(_data(contents, library), indent=2))
    else:
        _write(contents, library, terminal)
    return 0 if any(contents.sets.values()) or contents.notes or contents.visits or contents.searches or contents.answers else 1


def _write(contents: Contents, library: Library, terminal: Terminal) -> None:
    """Print the contents, grouped."""
    from handbook.render.text import TextRenderer

    renderer = TextRenderer(terminal.width, terminal.color, terminal.ascii)
    lines: list[str] = []

    def group(title: str) -> None:
        lines.extend([*([""] if lines else []), *renderer.wrapped([Span(title)], "", role="heading")])

    for name, entries in contents.sets.items():
        if entries:
            group(f"Bookmarks in {name}" if name != "bookmarks" else "Bookmarks")
        for entry, _ in entries:
            lines += renderer.wrapped([Span(entry, "strong"), Span(f"  {_title(library, entry)}")], "  ", "      ")
    for number, note in enumerate(contents.notes):
        if not number:
            group("Notes")
        lines += renderer.wrapped([Span(note.entry, "strong"), Span(f"  {note.section}" if note.section else "")], "  ", "      ")
        for line in note.text.split("\n"):
            lines += renderer.wrapped([Span(line)], "      ")
    answered = [(f"{question}, box {box}", when) for question, box, when in contents.answers]
    for title, rows in (("Read, the latest last", contents.visits), ("Searched for", contents.searches), ("Questions answered", answered)):
        if rows:
            group(title)
        for text, _ in rows:
            lines += renderer.wrapped([Span(text)], "  ", "      ")
    terminal.write("\n".join(lines) + "\n" if lines else "")


def _title(library: Library, entry: str) -> str:
    """The title of an entry; of one that is gone, that it is."""
    from handbook.shelf.shelf import GONE

    return library.card(entry).title if entry in library else GONE


def _data(contents: Contents, library: Library) -> dict[str, Any]:
    """The contents as data; times are seconds since 1970."""
    return {
        "sets": {
            name: [{"id": entry, "title": library.card(entry).title if entry in library else None, "added": added} for entry, added in entries]
            for name, entries in contents.sets.items()
        },
        "notes": [
            {"id": note.entry, "section": note.section, "text": note.text, "written": note.written, "changed": note.changed}
            for note in contents.notes
        ],
        "read": [{"id": entry, "time": when} for entry, when in contents.visits],
        "searched": [{"words": words, "time": when} for words, when in contents.searches],
        "answered": [{"question": question, "box": box, "time": when} for question, box, when in contents.answers],
    }


def _export(shelf: Shelf, arguments: argparse.Namespace) -> int:
    from handbook.shelf.exchange import contents_of
    from handbook.shelf.plaintext import as_text

    sys.stdout.buffer.write(as_text(contents_of(shelf.store, arguments.history)).encode())
    return 0


def _import(shelf: Shelf, arguments: argparse.Namespace) -> int:
    from handbook.shelf.files import import_file

    tell(import_file(shelf.store, arguments.file))
    return 0


def _clear(shelf: Shelf, arguments: argparse.Namespace) -> int:
    shelf.trail.clear()
    tell("what you read, searched for and answered is forgotten")
    return 0


_ACTS = {"list": _list, "export": _export, "import": _import, "clear-history": _clear}
