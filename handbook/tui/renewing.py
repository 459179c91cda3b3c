"""Pages made anew when their entries changed. No Textual here."""

from __future__ import annotations

import os
import sqlite3

from handbook.errors import HandbookError
from handbook.library.library import Library
from handbook.library.watching import told
from handbook.tui.pages import EntryPage, Page


def renewed(page: Page, library: Library) -> Page:
    """The page as its files say now. Where they no longer make one, the old one with the reason on it."""
    try:
        return page.again(library)
    except (HandbookError, sqlite3.Error, KeyError):
        if not isinstance(page, EntryPage):
            return page
        for problem in library.problems():
            if problem.path == page.path and problem.blocking:
                return page.with_trouble(f"Error in {told(problem.path, problem.line, problem.message)} Below stands the text as it was before.")
        gone = not os.path.exists(page.path)
        return page.with_trouble(f"The file of this entry {'was removed' if gone else 'is left out'}. Below stands its last text.")
