"""Every page of every entry at 200, 80, 40 and 20 columns: nothing is lost and nothing runs over (WCAG 1.4.10)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.document.article import article
from handbook.document.comparison import compare
from handbook.document.nodes import Block, Comparison, Document, Facts, Heading, Listing, Paragraph, Span
from handbook.library.library import Library
from handbook.render.text import TextRenderer
from handbook.render.wrap import PROSE, columns, wrap
from handbook.tui.lines import Layout, lay_out
from handbook.tui.pages import ComparisonPage

WIDTHS = (200, 80, 40, 20)
DRAWN = re.compile("[\u2190-\u2bff\u2800-\u28ff\U00010000-\U0010ffff]")
"""Arrows, boxes, blocks, braille and emoji, which readers of speech and braille hear as noise."""


def squeezed(text: str) -> str:
    """The text without spaces: how it is broken into lines makes no difference."""
    return "".join(text.split())


def texts(blocks: list[Block]) -> Iterator[str]:
    """Each run of text that must stand on the page in one piece."""
    for block in blocks:
        if isinstance(block, Heading):
            yield block.text
        elif isinstance(block, Paragraph):
            yield "".join(span.text for span in block.spans)
        elif isinstance(block, Listing):
            yield from ("".join(span.text for span in item) for item in block.items)
        elif isinstance(block, Facts):
            for name, spans in block.rows:
                yield from (name, "".join(span.text for span in spans))


def pieces(document: Document) -> Iterator[str]:
    """Everything that a page must hold."""
    yield from (document.title, document.subtitle, *document.notes)
    for section in document.sections:
        yield section.title
        yield from texts(section.blocks)
    for source in document.sources:
        yield from (source.title, source.publisher, source.year, source.url)


@pytest.fixture(scope="module")
def documents(real_library: Library) -> list[Document]:
    return [article(real_library, real_library.get(card.id)) for card in real_library.cards()]


@pytest.fixture(scope="module")
def comparisons(real_library: Library) -> list[Comparison]:
    """Each treatment beside the one after it, every row, with both columns that can be added."""
    ids = [card.id for kind in ("medication", "therapy", "procedure") for card in real_library.cards(kind)]
    return [compare(real_library, [one, other], extra=("both", "wait"), everything=True) for one, other in zip(ids[::4], ids[1::4], strict=False)]


def as_text(document: Document, width: int) -> str:
    return TextRenderer(width).document(document)


def as_lines(document: Document, width: int) -> str:
    layout = Layout(width)
    lay_out(document, layout, [])
    return "\n".join(line.text for line in layout.lines)


@pytest.mark.parametrize("render", [as_text, as_lines])
def test_every_word_of_every_entry_stands_at_every_width(render: Callable[[Document, int], str], documents: list[Document]) -> None:
    for document in documents:
        widest = squeezed(render(document, 200))
        assert not DRAWN.search(widest), document.id
        assert not [piece for piece in pieces(document) if squeezed(piece) not in widest], document.id
        for width in WIDTHS:
            page = render(document, width)
            assert max(map(columns, page.splitlines())) <= min(width, PROSE), (document.id, width)
            assert squeezed(page) == widest, (document.id, width)


def test_every_word_is_said_at_every_width(documents: list[Document]) -> None:
    for document in documents[::3]:
        pages = [TextRenderer(width, cites=False).document(document) for width in WIDTHS]
        assert len({squeezed(page) for page in pages}) == 1, document.id
        for width, page in zip(WIDTHS, pages, strict=True):
            assert max(map(columns, page.splitlines())) <= min(width, PROSE), (document.id, width)


@pytest.mark.parametrize("width", WIDTHS)
def test_comparisons_lose_nothing_and_fit(width: int, comparisons: list[Comparison]) -> None:
    for found in comparisons:
        wanted = [squeezed(text) for row in found.rows for cell in row.cells for text in (row.label, *texts(cell))]
        for linear in (False, True):
            renderer = TextRenderer(width, cites=not linear)
            page = renderer.comparison(found, linear)
            prose = PROSE if linear or len(found.columns) * 36 > width else width
            assert max(map(columns, page.splitlines())) <= min(width, prose), (found.title, width)
            if linear or prose == PROSE:
                read = squeezed(page)
                assert linear or not [text for text in wanted if text not in read], (found.title, width)


def test_a_comparison_in_the_app_holds_every_character_in_columns_and_in_rows(comparisons: list[Comparison]) -> None:
    for found in comparisons[::3]:
        counts = []
        for width in WIDTHS:
            page = object.__new__(ComparisonPage)
            page.comparison, page.choice = found, _Beside()  # type: ignore[assignment]
            layout = Layout(width)
            page.lay_out(layout)
            assert max(columns(line.text) for line in layout.lines) <= width
            shown = "".join(line.text for line in layout.lines)
            counts.append(sorted(re.sub(r"\W", "", shown)))
        assert all(count == counts[0] for count in counts), found.title


class _Beside:
    """As much of a choice as laying out asks for."""

    condition, beside, differences = "", True, False


def test_wider_spacing_and_narrower_text_lose_nothing(documents: list[Document]) -> None:
    for document in documents[::5]:
        plain = as_text(document, 80)
        spaced = TextRenderer(80, wide=True, prose=50).document(document)
        assert squeezed(spaced) == squeezed(plain)
        assert max(map(columns, spaced.splitlines())) <= 50
        lines = spaced.split("\n")
        assert all(lines[::2][:-1])
        assert not any(lines[1::2])
        layout = Layout(80, prose=50, wide=True)
        lay_out(document, layout, [])
        texts_of = [line.text for line in layout.lines]
        assert squeezed("".join(texts_of)) == squeezed(as_lines(document, 80))
        assert max(map(columns, texts_of)) <= 50
        assert all(texts_of[::2])
        assert not any(texts_of[1::2])
        assert not any(line.stop for line in layout.lines[1::2])


@given(st.lists(st.text("abc", min_size=1, max_size=30), min_size=1), st.integers(8, 40))
def test_only_words_wider_than_the_line_are_broken(words: list[str], width: int) -> None:
    lines = ["".join(span.text for span in line) for line in wrap([Span(" ".join(words))], width)]
    broken = [word for word in words if len(word) > width]
    if not broken:
        assert " ".join(lines) == " ".join(words)
    assert squeezed("".join(lines)) == "".join(words)


def test_an_address_wider_than_the_line_goes_on_in_the_next() -> None:
    address = "https://example.org/" + "a-long-path/" * 5
    lines = ["".join(span.text for span in line) for line in wrap([Span(f"See {address} for more")], 20)]
    assert all(len(line) <= 20 for line in lines)
    assert address in "".join(lines)
