"""The page of the review round, and the same in line mode."""

from __future__ import annotations

import pytest

from handbook.library.library import Library
from handbook.tui.lines import Layout
from handbook.tui.review_page import ReviewPage
from tests.conftest import on_one_line, talk_with


@pytest.fixture(autouse=True)
def a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """The day on which the sample's reviews are nearly due."""
    for module in ("handbook.document.review_round", "handbook.tui.review_page"):
        monkeypatch.setattr(f"{module}.days", lambda: ("2026-12-01", "2026-12-31"))


def test_entries_stand_by_state_each_on_one_line_that_opens_it(sample: Library) -> None:
    page, layout = ReviewPage(sample), Layout(80)
    page.lay_out(layout)
    entries = [line for line in layout.lines if line.role == "entry"]
    assert layout.sections == ["Never reviewed by a clinician (4)"]
    assert next(span.target for line in entries for span in line.spans if span.role == "link") == "calmers", "red flags stand first"
    assert len(entries) == 4
    assert "4 of 5 entries never reviewed" in " ".join(line.text for line in layout.lines)


def test_line_mode_lists_the_same(sample: Library) -> None:
    talk = on_one_line(talk_with(sample))
    assert "1. Never reviewed by a clinician, 4" in talk("review")
    assert "1. Calming tablets" in talk("1")
    assert "Get help now" in talk("1")
    assert "review of trials" in talk("review of trials"), "more words are a search"
