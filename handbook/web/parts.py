"""What the pages of an export have in common: the ways to help and contents, the contents themselves, and the search."""

from __future__ import annotations

from html import escape

from handbook.document.article import KIND_PLURALS, KIND_TITLES
from handbook.document.crisis import LAST_RESORT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from handbook.library.library import Card
    from handbook.web.selection import Export

CRISIS, CONTENTS, SEARCH, DATA = "handbook.crisis", "handbook.contents", "handbook.search", "handbook.data"
"""Ids on a page. No entry can have them: there is no full stop in the id of an entry."""


def link(address: str, text: str) -> str:
    """A link with plain text."""
    return f'<a href="{escape(address)}">{escape(text)}</a>'


def listing(items: Iterable[str]) -> str:
    """Items, which are HTML, as a list."""
    return f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>\n"


def header(ways: dict[str, str]) -> str:
    """What stands first on every page: over all that follows to the text, and the ways to other places (name to address)."""
    items = listing(link(address, name) for name, address in ways.items())
    return f'<header>\n<a class="skip" href="#main">Skip to the text</a>\n<nav aria-label="Handbook">{items}</nav>\n</header>\n'


def footer(notes: Iterable[str]) -> str:
    """What stands last on every page."""
    return f"<footer>\n{''.join(f'<p>{escape(note)}</p>' for note in notes)}\n</footer>\n"


def opening(export: Export, crisis: str) -> str:
    """The title, what the export holds, and where to get help now; `crisis` is the address of all numbers."""
    rows = listing(f"<strong>{escape(place)}:</strong> {escape(says)}" for place, says in LAST_RESORT)
    return (
        f"<h1>{escape(export.title())}</h1>\n<p>{escape(export.notes()[0])}</p>\n"
        f'<section class="urgent" aria-labelledby="handbook.help">\n<h2 id="handbook.help">Get help now</h2>\n{rows}'
        f"<p>{link(crisis, 'More numbers and countries')}</p>\n</section>\n"
    )


def search_form() -> str:
    """The search; it stays hidden where no script runs."""
    return (
        f'<form role="search" id="{SEARCH}" hidden>\n<label for="handbook.words">Search by name, or in your own words</label>\n'
        '<input id="handbook.words" type="search" autocomplete="off" autocapitalize="off" spellcheck="false">\n'
        '<p role="status"></p>\n<ol></ol>\n</form>\n'
    )


def contents(kinds: dict[str, list[Card]], address: Callable[[str], str], level: int) -> str:
    """Links to all entries by kind, under headings of that level."""
    parts = []
    for kind, cards in kinds.items():
        heading = f"<h{level}>{KIND_PLURALS[kind]} ({len(cards)})</h{level}>\n"
        parts.append(heading + listing(link(address(card.id), card.title) for card in cards))
    return "".join(parts)


def said_of(card: Card) -> tuple[str, str]:
    """What a found entry is followed by: its kind inside a sentence, and its summary."""
    return KIND_TITLES[card.kind].lower(), card.summary
