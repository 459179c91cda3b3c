"""What comes near to words for which nothing was found."""

from __future__ import annotations

from handbook.errors import near_names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from handbook.library.library import Library

_MOST = 2000
"""Entries whose names are compared."""


def near_titles(library: Library, asked: str) -> list[str]:
    """At most three names of entries that look like some words, in lower case."""
    rows = library.connection.execute("select title, short from entry limit ?", (_MOST,))
    return near_names(asked, list(dict.fromkeys(name.lower() for row in rows for name in row)))
