"""Text for every width, with nothing lost and nothing that steers a terminal."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from handbook.document.article import article
from handbook.document.comparison import compare
from handbook.document.nodes import Span
from handbook.library.library import Library
from handbook.render.text import TextRenderer
from handbook.render.wrap import Paint, columns, safe, to_ascii, wrap


@given(st.lists(st.tuples(st.text(), st.sampled_from(["", "link", "strong"]))), st.integers(8, 90))
def test_wrapping_loses_no_word_and_keeps_the_width(parts: list[tuple[str, str]], width: int) -> None:
    spans = [Span(text, role) for text, role in parts]
    lines = wrap(spans, width)
    together = "".join("".join(span.text for span in line) for line in lines)
    assert together.replace(" ", "") == "".join(text for text, _ in parts).replace(" ", "")
    assert all(sum(columns(span.text) for span in line) <= width for line in lines)


@given(st.lists(st.tuples(st.text("ab \u00e9", max_size=20), st.sampled_from(["", "link", "strong"]))), st.integers(8, 40))
def test_every_character_keeps_its_role(parts: list[tuple[str, str]], width: int) -> None:
    wanted = [(char, role) for text, role in parts for char in text if char != " "]
    lines = wrap([Span(text, role) for text, role in parts], width)
    assert [(char, span.role) for line in lines for span in line for char in span.text if char != " "] == wanted


@given(st.text())
def test_no_text_carries_control_characters(text: str) -> None:
    assert not re.search(r"[\x00-\x1f\x7f-\x9f]", safe(text))
    assert to_ascii(text).isascii()
    assert "\x1b" not in Paint().line([Span(text)])


def test_line_by_line_text_has_no_column_layout_and_no_numbers_of_sources(real_library: Library) -> None:
    found = compare(real_library, ["cbt", "ssri"], "panic-disorder")
    text = TextRenderer(200, cites=False).comparison(found, linear=True)
    assert not re.search(r"\S {3,}\S", text)
    assert not re.search(r"\[\d", text)
    assert "\x1b" not in text


def test_one_doubt_is_said_once(real_library: Library) -> None:
    renderer = TextRenderer(75, cites=False)
    said = [" ".join(renderer.document(article(real_library, real_library.get(id))).split()) for id in ("ect", "tms", "panic-disorder", "ocd")]
    assert any("(not yet confirmed)" in text for text in said)
    assert not any("(not yet confirmed) (not yet confirmed)" in text for text in said)


def test_color_adds_nothing_but_color(real_library: Library) -> None:
    document = article(real_library, real_library.get("ssri"))
    plain = TextRenderer(80).document(document)
    colored = TextRenderer(80, color=True).document(document)
    assert plain != colored
    assert re.sub(r"\x1b\[[\d;]*m", "", colored) == plain
