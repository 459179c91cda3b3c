"""Entries as one file of HTML that asks nobody for anything: it can be sent to a phone, and opened anywhere."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

from handbook.document.crisis import crisis_page
from handbook.render.html import document_html
from handbook.render.html_page import html_page, looks
from handbook.render.linking import linked_document
from handbook.web.finding import Finder, script
from handbook.web.parts import CONTENTS, CRISIS, DATA, contents, footer, header, link, opening, said_of, search_form

TYPE_CHECKING = False
if TYPE_CHECKING:
    from handbook.web.selection import Export

_TITLE_LEVEL = 2
"""The level of an entry's title; the file's own stands above it."""


def one_page(export: Export) -> str:
    """All entries of the export as one page, with help in a crisis first, contents, and a search where scripts run."""

    ways = {"Help in a crisis": f"#{CRISIS}", "Contents and search": f"#{CONTENTS}"}
    back = f'<p class="ways">{" ".join(link(to, name) for name, to in ways.items())}</p>\n'
    crisis = linked_document(crisis_page(export.library, first=export.region), export.ids)
    crisis.id = CRISIS
    finder = Finder()
    articles = [document_html(crisis, _address, _TITLE_LEVEL, f"{CRISIS}.")]
    for card, entry, page in export.pages():
        finder.add(entry, f"#{card.id}", *said_of(card))
        articles.append(document_html(page, _address, _TITLE_LEVEL, f"{card.id}."))
    start = (
        f"{opening(export, f'#{CRISIS}')}"
        f'<div id="{CONTENTS}">\n{search_form()}<nav aria-label="Contents">\n<h2>Contents</h2>\n'
        f"{contents(export.kinds(), _address, _TITLE_LEVEL + 1)}</nav>\n</div>\n"
    )
    scripts = f'<script type="application/json" id="{DATA}">{finder.json()}</script>\n<script>{script()}</script>\n'
    return html_page(export.title(), start + "".join(part + back for part in articles), _head(), header(ways), footer(export.notes()) + scripts)


def _address(id: str) -> str:
    """The address of an entry on the page."""
    return f"#{id}"


def _head() -> str:
    """The looks, and what keeps the browser from running or fetching anything else."""
    style = looks("page.css", "web.css")
    policy = f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script())}'; base-uri 'none'; form-action 'none'"
    return f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n<style>{style}</style>'


def _digest(text: str) -> str:
    """How a policy names an inline text."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
