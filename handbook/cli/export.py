"""`handbook export`: the handbook as one file of HTML, as a folder of pages, or as Markdown."""

from __future__ import annotations

from handbook.cli.output import tell, terminal_for
from handbook.cli.selecting import add_selection, export_for

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from handbook.cli.output import Terminal
    from handbook.web.selection import Export

EXAMPLES = """examples:
  handbook export page handbook.html              everything in one file, for a phone
  handbook export page - ssri cbt > handout.html  two entries, to standard output
  handbook export page ocd.html --for ocd         a condition, its treatments and comparisons
  handbook export page mine.html --set bookmarks  what you bookmarked
  handbook export site /media/stick/handbook      pages that open from a USB stick, without a server
  handbook export text notes                      Markdown, one file an entry

The files need no network and ask for nothing. On a USB stick, open index.html; eject the
stick before you pull it out. Nothing that is there is replaced, unless you say --force."""


def configure(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    forms = ("page", "site", "text")
    parser.add_argument("form", metavar="FORM", choices=forms, help="page (one HTML file), site (a folder of pages) or text (Markdown)")
    parser.add_argument("target", metavar="FILE-OR-FOLDER", help="where to write it; for a page, - is standard output")
    add_selection(parser)
    parser.add_argument("--force", action="store_true", help="replace what an export wrote there before")


def run(arguments: argparse.Namespace) -> int:
    """Write the export; gives 0. Raises UsageError, UnknownId, and HandbookError if it cannot be written."""
    export = export_for(arguments)
    if arguments.form == "page":
        return _page(export, arguments)
    from handbook.web.selection import FOLDERS
    from handbook.web.writing import write_folder

    if arguments.form == "site":
        from handbook.web.site import START, site

        files, first = site(export), START
    else:
        from handbook.web.plain import START, plain

        files, first = plain(export), START
    files = {name: _as_wanted(name, text, terminal_for(arguments)) for name, text in files.items()}
    path = write_folder(arguments.target, files, FOLDERS, arguments.force)
    tell(f"wrote {len(files)} files to {path}; open {first}")
    return 0


def _page(export: Export, arguments: argparse.Namespace) -> int:
    """One file, or standard output."""
    from handbook.web.one_page import one_page

    terminal = terminal_for(arguments)
    text = terminal.html(one_page(export))
    if arguments.target == "-":
        terminal.write(text)
        return 0
    from handbook.web.writing import write_file

    path = write_file(arguments.target, text, arguments.force)
    tell(f"wrote {path} ({_size(text)})")
    return 0


def _as_wanted(name: str, text: str, terminal: Terminal) -> str:
    """A file's text in ASCII, if that is wanted."""
    if name.endswith(".md") and terminal.ascii:
        from handbook.render.wrap import to_ascii

        return to_ascii(text)
    return terminal.html(text) if name.endswith(".html") else text


def _size(text: str) -> str:
    """How large a file with this text is."""
    kilobytes = len(text.encode()) / 1000
    return f"{kilobytes / 1000:.1f} MB" if kilobytes >= 1000 else f"{kilobytes:.0f} KB"
