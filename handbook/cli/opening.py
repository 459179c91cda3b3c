"""Opens the library that a command works on, with progress on a terminal when that takes a while."""

from __future__ import annotations

import os
import sys
import time

from handbook import search
from handbook.cli.output import tell
from handbook.library.library import Library
from handbook.library.opening import open_library

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from handbook.library.build import Indexer
    from handbook.shelf.shelf import Shelf

_PATIENCE = 0.5
"""Seconds before progress is told."""
_PAUSE = 2
"""Seconds between one line of progress and the next."""
_OFF = ("", "0", "false", "no", "off")


def switch(variable: str) -> bool | None:
    """Whether a variable of the environment says yes; None if it is not there."""
    value = os.environ.get(variable)
    return None if value is None else value.strip().lower() not in _OFF


def open_shelf_for(arguments: argparse.Namespace) -> Shelf:
    """The reader's shelf; a private one if --private or HANDBOOK_PRIVATE asks for that."""
    from handbook.shelf.shelf import Shelf

    return Shelf(private=getattr(arguments, "private", False) or bool(switch("HANDBOOK_PRIVATE")))


def open_library_for(arguments: argparse.Namespace) -> Library:
    """The library that the options ask for. Raises CollectionError.

    Tells on stderr if nothing can be cached, and how many files have problems.
    """
    progress = Progress("reading entries")
    overlays = getattr(arguments, "entries", [])
    refresh = getattr(arguments, "refresh", False)
    library = open_library(overlays, _indexer, search.FORMAT, progress, refresh, tell)
    if progress.told_of_files and (problems := library.problems()):
        left_out = len({problem.path for problem in problems if problem.blocking})
        if left_out:
            files = "1 file has errors and was" if left_out == 1 else f"{left_out} files have errors and were"
            tell(f"{files} left out; see: handbook check")
    return library


def _indexer() -> Indexer:
    """The search layer's indexer, loaded only when something must be built."""
    from handbook.search.index import Index

    return Index()


class Progress:
    """Lines of progress on a terminal once `what` has taken half a second. None is drawn over: a screen reader would read each again."""

    def __init__(self, what: str) -> None:
        self.what = what
        self.started = time.monotonic()
        self.shown = 0.0
        self.told_of_files = False
        self.terminal = sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM", "dumb") != "dumb"

    def __call__(self, done: int, total: int) -> None:
        """Tell how many of how many are done, if it is time to."""
        self.told_of_files = True
        now = time.monotonic()
        if self.terminal and now - self.started > _PATIENCE and now - self.shown > _PAUSE:
            self.shown = now
            tell(f"{self.what}, {done} of {total}")
