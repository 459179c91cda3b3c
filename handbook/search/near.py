"""What comes near to words for which nothing was found."""

from __future__ import annotations

from handbook.errors import near_names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from handbook.library.library import Library

_MOST = 2000
"""Entries whose names are compared."""


def near_entries(library: Library, asked: str) -> dict[str, str]:
    """At most three names of entries that look like some words, in lower case, best first, each with the id of its entry."""
    rows = library.connection.execute("select title, short, id from entry limit ?", (_MOST,))
    names: dict[str, str] = {}
    for *both, id in rows:
        for name in both:
            names.setdefault(name.lower(), id)
    return {name: names[name] for name in near_names(asked, list(names))}


def near_titles(library: Library, asked: str) -> list[str]:
    """The same names alone."""
    return list(near_entries(library, asked))
