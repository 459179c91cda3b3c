"""Every entry as a page of the app, on narrow and wide terminals, without drawing it."""

from __future__ import annotations

import re

import pytest

from handbook.library.library import Library
from handbook.render.wrap import columns
from handbook.tui.lines import Layout
from handbook.tui.pages import EntryPage

DRAWN = re.compile("[\u2190-\u2bff\u2800-\u28ff\U00010000-\U0010ffff]")


@pytest.mark.parametrize("width", [18, 38, 75])
def test_every_entry_opens_without_a_broken_line(width: int, real_library: Library) -> None:
    for card in real_library.cards():
        page = EntryPage(real_library, card.id)
        layout = Layout(width)
        page.lay_out(layout)
        lines = [line.text for line in layout.lines]
        assert max(map(columns, lines)) <= width, card.id
        squeezed = "".join("".join(lines).split())
        assert not DRAWN.search(squeezed)
        for section in page.document.sections:
            assert "".join(section.title.split()) in squeezed, (card.id, section.title)
