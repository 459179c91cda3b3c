"""`handbook` alone: the full-screen app, or line mode where no full screen can be drawn."""

from __future__ import annotations

import gc
import os
import sys

from handbook.cli.opening import open_library_for, open_shelf_for, switch
from handbook.cli.output import terminal_for

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

_NO_SCREEN = ("", "dumb", "unknown")
SMALLEST = (20, 8)
"""Columns and rows that the full screen needs."""


def run(arguments: argparse.Namespace) -> int:
    """Open the handbook in the face that this terminal and this reader need."""
    if arguments.print_completion:
        return _print_completion(arguments.print_completion)
    return open_at(arguments, arguments.open)


def open_at(arguments: argparse.Namespace, open_id: str) -> int:
    """Open the handbook, at an entry if one is named. Raises UnknownId if there is none with that id."""
    shelf = open_shelf_for(arguments)
    reason = line_mode_reason(arguments.screen_reader, shelf.settings.on("screen_reader"))
    library = open_library_for(arguments)
    if open_id:
        library.card(open_id)
    if reason is not None:
        from handbook.line.conversation import converse
        from handbook.render.text import TextRenderer

        terminal = terminal_for(arguments)
        renderer = TextRenderer(terminal.width, ascii=terminal.ascii, cites=False)
        gc.enable()
        return converse(library, reason, renderer, terminal.write, open_id, shelf)
    reader_layout = switch("HANDBOOK_READER_LAYOUT")
    if not (shelf.settings.on("reader_layout") if reader_layout is None else reader_layout):
        # Some screen readers are silent when a full screen opens; this stands in the terminal before it does.
        print("Handbook. With speech or braille, quit with q, then run: handbook --screen-reader", flush=True)
    # asyncio can serve TLS, which costs every start a library; nothing here goes to the network.
    sys.modules.setdefault("ssl", None)  # type: ignore[arg-type]
    from handbook.tui.app import run_app

    ascii, no_color = getattr(arguments, "ascii", False), getattr(arguments, "no_color", False)
    return run_app(library, shelf=shelf, open_id=open_id, ascii=ascii, no_color=no_color, reader_layout=reader_layout)


def line_mode_reason(asked: bool, always: bool = False) -> str | None:
    """Why line mode is used, in words, or None for the full screen.

    The option wins over HANDBOOK_SCREEN_READER, which wins over the setting (`always`), which wins over what the terminal can do.
    """
    wanted = switch("HANDBOOK_SCREEN_READER")
    if asked:
        return "asked for by --screen-reader"
    if wanted:
        return "asked for by HANDBOOK_SCREEN_READER"
    if always and wanted is None:
        return "asked for by your setting screen_reader"
    if not (sys.stdin and sys.stdin.isatty() and sys.stdout and sys.stdout.isatty() and sys.stderr and sys.stderr.isatty()):
        return "input or output is not a terminal"
    if os.environ.get("TERM", "") in _NO_SCREEN:
        return "this terminal cannot draw a full screen"
    columns, lines = _terminal_size()
    if 0 < columns < SMALLEST[0] or 0 < lines < SMALLEST[1]:
        return f"the full screen needs {SMALLEST[0]} columns and {SMALLEST[1]} rows"
    return None


def _terminal_size() -> tuple[int, int]:
    """Columns and rows of the terminal; 0 where it does not tell."""
    try:
        return os.get_terminal_size(sys.stdout.fileno())
    except (OSError, ValueError):
        return 0, 0


def _print_completion(shell: str) -> int:
    """Print the completion script of a shell."""
    import shtab

    from handbook.cli.main import COMMANDS, build_parser

    print(shtab.complete(build_parser(set(COMMANDS)), shell))
    return 0
