"""Finds terms in what stands on the screen, to explain them in place. No Textual here."""

from __future__ import annotations

import re

from handbook.content import markup
from handbook.library.library import Library
from handbook.tui.lines import Line


def terms_in(library: Library, lines: list[Line], but: str = "") -> list[tuple[str, str]]:
    """The terms that occur in the lines, in the order they occur, each with its explanation.

    A term occurs where a link leads to it or where one of its names stands. `but` is an id to leave out.
    """
    text = " ".join(line.text for line in lines).lower()
    linked = {span.target for line in lines for span in line.spans if span.role == "link"}
    found = []
    for card in library.cards(kind="term"):
        if card.id == but:
            continue
        entry = library.get(card.id)
        names = sorted({card.title, card.short, *entry["aliases"]}, key=len, reverse=True)
        match = re.search(r"\b(?:" + "|".join(re.escape(name.lower()) for name in names) + r")s?\b", text)
        if match or card.id in linked:
            place = match.start() if match else text.find(card.short.lower())
            says = " ".join(markup.plain(form) for _, form in markup.variants(entry["summary"]))
            found.append((place, card.title, says))
    return [(title, says) for _, title, says in sorted(found)]
