"""Decisions, timelines, picked rows, columns and saving in the app."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.document.choice import Choice, from_pair
from handbook.errors import UsageError
from handbook.library.library import Library
from handbook.render.wrap import columns
from handbook.tui.app import HandbookApp
from handbook.tui.deciding import DecisionPage, TimelinePage, condition_of, timeline_of
from handbook.tui.lines import Layout
from handbook.tui.pages import ComparisonPage
from tests.tui.conftest import current, drawn, status


async def test_what_matters_is_ticked_in_place_and_goes_on_the_sheet(app: HandbookApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with app.run_test() as pilot:
        await pilot.press("5", "D", "down", "enter")
        assert drawn(app)[0] == "Deciding about low mood, for a child or teenager"
        await pilot.press(*["right_square_bracket"] * 2, "down", "down", "down", "enter")
        assert current(app) == "> - It matters: How much does it help?"
        assert status(app) == "It matters. 1 ticked. Nothing is stored."
        await pilot.press("s", "enter")
        assert "handbook-sheet-low-mood.txt" in status(app)
        await pilot.press("escape")
        assert drawn(app)[0] == "Handbook: conditions"
    assert "How much does it help?" in (tmp_path / "handbook-sheet-low-mood.txt").read_text()


async def test_rows_are_picked_in_a_list_and_stand_first(app: HandbookApp) -> None:
    async with app.run_test() as pilot:
        await pilot.press("5", "v", "p", *"cost", "enter")
        assert current(app) == "> Picked: What does it cost?"
        await pilot.press("escape")
        assert status(app) == "1 row stands first."
        rows = drawn(app)
        assert rows.index("  The rows you picked:") < rows.index("  What does it cost?")
        await pilot.press("C", *"remove", "enter")
        assert "Two entries must stay" in status(app)
        await pilot.press("L")
        assert drawn(app)[0].startswith("Timeline: Walking and Calmers, for low mood")


def test_pages_fit_any_width(real_library: Library) -> None:
    pages = [DecisionPage(real_library, "depression", "young", ("cost",)), TimelinePage(real_library, ["ssri", "dbt"]), ComparisonPage(real_library, Choice(("cbt", "ssri"), "seasonal-depression", first=("cost",)))]
    for page in pages:
        for width in (18, 38, 75, 158):
            layout = Layout(width)
            page.lay_out(layout)
            assert max(columns(line.text) for line in layout.lines) <= width


def test_a_picture_is_passed_over_by_the_cursor(real_library: Library) -> None:
    layout = Layout(76)
    TimelinePage(real_library, ["ect", "tms"], "depression").lay_out(layout)
    assert any("###" in line.text for line in layout.lines)
    assert not any(line.stop for line in layout.lines if "###" in line.text)


def test_where_decisions_and_timelines_start(real_library: Library) -> None:
    assert condition_of(real_library, "ocd") == "ocd"
    assert condition_of(real_library, "cbt-vs-ssri-panic") == "panic-disorder"
    assert timeline_of(real_library, "cbt") == (["cbt"], "")
    assert timeline_of(real_library, "ocd")[1] == "ocd"
    for start in (condition_of, timeline_of):
        with pytest.raises(UsageError, match="starts from"):
            start(real_library, "psychiatrist")


def test_every_comparison_entry_leads_to_its_comparison(real_library: Library) -> None:
    for card in real_library.cards("comparison"):
        entry = real_library.get(card.id)
        choice = from_pair(real_library, entry)
        assert choice.ids[0] in entry["a"]
        assert choice.ids[1] in entry["b"]
        assert (choice.condition, choice.extra) == (entry["condition"], ("both", "wait")), card.id
        assert choice.made(real_library).rows
