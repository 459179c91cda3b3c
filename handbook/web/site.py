"""Entries as a folder of small pages that open without a server, and that a server can give out as they are."""

from __future__ import annotations

from html import escape

from handbook.document.article import review_notes
from handbook.document.comparison import compare, first_choices
from handbook.document.crisis import crisis_page
from handbook.document.decision import decision
from handbook.document.groups import groups
from handbook.render.html import comparison_html, document_html
from handbook.render.html_page import html_page, looks
from handbook.render.linking import linked_comparison, linked_document
from handbook.web.finding import Finder, script
from handbook.web.parts import contents, footer, header, link, listing, opening, said_of, search_form

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.library.library import Card
    from handbook.web.selection import Export

START = "index.html"
"""The page to open first."""


def site(export: Export) -> dict[str, str]:
    """The files of the site: path, with `/` between its parts, to text.

    Entries stand in `entries/`. For each condition there is what there is to decide on in `decide/`, and its first choices
    side by side in `compare/`, if the export holds them all. Scripts are needed for the search only, and it is on the first page.
    """
    return _Site(export).files()


class _Site:
    """Makes the pages."""

    def __init__(self, export: Export) -> None:
        self.export = export
        self.notes = export.notes()
        self.conditions = export.kinds().get("condition", [])
        self.choices = {card.id: self._choices(card.id) for card in self.conditions}

    def _choices(self, condition: str) -> list[str]:
        """The first choices to set side by side; none if one of them is left out."""
        found = first_choices(self.export.library, condition)
        return found if self.export.ids.issuperset(found) else []

    def files(self) -> dict[str, str]:
        finder = Finder()
        files = {"style.css": looks("page.css", "web.css"), "search.js": script()}
        for card, entry, page in self.export.pages():
            finder.add(entry, f"entries/{card.id}.html", *said_of(card))
            text = document_html(page) + (self._more(card) if card.kind == "condition" else "")
            files[f"entries/{card.id}.html"] = self._page(page.title, text, "../")
        for path, title, text in self._for_conditions():
            files[path] = self._page(title, text, "../")
        crisis = linked_document(crisis_page(self.export.library, first=self.export.region), self.export.ids)
        files["crisis.html"] = self._page(crisis.title, document_html(crisis, _below))
        files["a-to-z.html"] = self._page("A to Z", self._names())
        files["entries.js"] = f"globalThis.handbookData = {finder.json()}\n"
        scripts = '<script src="entries.js"></script>\n<script src="search.js"></script>\n'
        files[START] = self._page(self.export.title(), self._first(), after=scripts)
        return files

    def _page(self, title: str, text: str, up: str = "", after: str = "") -> str:
        """A whole page; `up` leads to the top folder."""
        ways = {"Help in a crisis": f"{up}crisis.html", "Contents and search": f"{up}{START}", "A to Z": f"{up}a-to-z.html"}
        return html_page(title, text, f'<link rel="stylesheet" href="{up}style.css">', header(ways), footer(self.notes) + after)

    def _first(self) -> str:
        """The first page: help, search, all entries by kind, and what there is for conditions."""
        parts = [opening(self.export, "crisis.html"), search_form(), contents(self.export.kinds(), _below, 2)]
        compared = [card for card in self.conditions if self.choices[card.id]]
        for title, folder, cards in (("What there is to decide on", "decide", self.conditions), ("First choices side by side", "compare", compared)):
            if cards:
                parts.append(f"<h2>{title}</h2>\n" + listing(link(f"{folder}/{card.id}.html", card.title) for card in cards))
        return "".join(parts)

    def _names(self) -> str:
        """All entries by their short names."""
        kinds = self.export.kinds()
        found = groups(self.export.library, "name", "", lambda kind: kinds.get(kind, []))
        parts = [f"<h2>{group.title}</h2>\n" + listing(link(_below(card.id), card.short) for card in group.cards) for group in found]
        return "<h1>A to Z</h1>\n" + "".join(parts)

    def _more(self, card: Card) -> str:
        """What there is for a condition beside its page."""
        links = [link(f"../decide/{card.id}.html", "What there is to decide on")]
        if self.choices[card.id]:
            links.append(link(f"../compare/{card.id}.html", "First choices side by side"))
        return f'<nav aria-labelledby="more">\n<h2 id="more">More on this</h2>\n{listing(links)}</nav>\n'

    def _for_conditions(self) -> Iterator[tuple[str, str, str]]:
        """Path, title and text of the pages made for conditions."""
        for card in self.conditions:
            back = f"<p>{link(_across(card.id), f'More on this: {card.title}')}</p>\n"
            page = linked_document(decision(self.export.library, card.id, region=self.export.region), self.export.ids)
            yield f"decide/{card.id}.html", page.title, document_html(page, _across) + back
            if ids := self.choices[card.id]:
                found = compare(self.export.library, ids, card.id, ("both", "wait"), region=self.export.region)
                text = comparison_html(linked_comparison(found, self.export.ids), _across) + self._review(ids)
                yield f"compare/{card.id}.html", found.title, text + back

    def _review(self, ids: list[str]) -> str:
        """Who reviewed what is compared."""
        return "".join(f"<p>{escape(note)}</p>\n" for note in review_notes([self.export.library.get(id) for id in ids]))


def _below(id: str) -> str:
    """The address of an entry from the top folder."""
    return f"entries/{id}.html"


def _across(id: str) -> str:
    """The address of an entry from another folder."""
    return f"../entries/{id}.html"
