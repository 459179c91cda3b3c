"""Inline markup: parsed without ever failing, and round trips as plain words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.content import markup


def test_spans_of_a_text() -> None:
    spans = markup.parse("Ask about [[ssri]] and [[maoi|older ones]]. [@nhs-x] [@nice-y?] **Never** stop.")
    shown = [(type(span).__name__, getattr(span, "text", None), getattr(span, "target", getattr(span, "key", None))) for span in spans]
    assert ("Link", "", "ssri") in shown
    assert ("Link", "older ones", "maoi") in shown
    cites = [(span.key, span.read) for span in spans if isinstance(span, markup.Cite)]
    assert cites == [("nhs-x", True), ("nice-y", False)]
    assert [span.text for span in spans if isinstance(span, markup.Words) and span.strong] == ["Never"]


@pytest.mark.parametrize(
    ("text", "faults"),
    [("[[ssri", ["[["]), ("ssri]]", ["]]"]), ("[@ x]", ["[@"]), ("**bold", ["**"]), ("[[Bad Id]]", ["[[", "]]"]), ("[CBT] therapy", []), ("2 * 3", [])],
)
def test_markup_that_is_not_complete_is_named(text: str, faults: list[str]) -> None:
    assert markup.faults(text) == faults


def test_plain_words_lose_citations_and_the_space_before_them() -> None:
    assert markup.plain("It helps [@a]. See [[not-working]] [@b].", {"not-working": "If it fails"}) == "It helps. See If it fails."


def test_regions() -> None:
    text = {"us": "Call 911.", "uk": "Call 999."}
    assert markup.variants(text, "uk") == [("", "Call 999.")]
    assert markup.variants(text) == [("US", "Call 911."), ("UK", "Call 999.")]
    assert markup.variants({"uk": "Only here."}, "us") == [("UK", "Only here.")]
    assert markup.variants("") == []


@given(st.text())
def test_no_text_is_lost(text: str) -> None:
    spans = markup.parse(text)
    words = "".join(span.text for span in spans if isinstance(span, markup.Words))
    if len(spans) == 1 and isinstance(spans[0], markup.Words) and not spans[0].strong:
        assert words == text
    assert "".join(words.replace("**", "").split()) in "".join(text.replace("**", "").split()) or len(spans) > 1
