"""What a search found, row by row: why each entry was found, ways on where nothing was, and recent searches."""

from __future__ import annotations

import pytest

from handbook.library.library import Library
from handbook.search.marking import Wanted
from handbook.search.query import search
from handbook.tui import found
from handbook.tui.app import HandbookApp
from handbook.tui.finding import Sought
from handbook.tui.lines import Layout, Line
from handbook.tui.listing import is_entry
from handbook.tui.pages import EntryPage
from handbook.tui.screens.browse import BrowseScreen
from tests.tui.conftest import current, drawn, status


def rows(library: Library, asked: str, width: int = 77) -> list[Line]:
    return found.hits(library, search(library, asked, limit=50), [], Layout(width))


@pytest.mark.parametrize(
    ("asked", "begins"),
    [
        ("how do i stop zoloft", "SSRIs: medication. How does it end safely? Stopping fast"),
        ("zoloft", "SSRIs: medication, found under Zoloft. A daily tablet"),
        ("ssri", "SSRIs: medication. A daily tablet"),
        ("i want to die", "Crisis help: practical tip. In danger now: call 911"),
    ],
)
def test_a_row_says_why_an_entry_was_found(real_library: Library, asked: str, begins: str) -> None:
    assert rows(real_library, asked)[0].text.startswith(begins)


def test_one_row_each_and_names_alone_where_there_is_no_room(real_library: Library) -> None:
    lines = rows(real_library, "how do i stop zoloft")
    assert len({line.row for line in lines}) == len(lines) == 50
    assert rows(real_library, "how do i stop zoloft", 30)[0].text == "SSRIs"


def test_only_rows_that_are_drawn_are_looked_up(real_library: Library) -> None:
    results = search(real_library, "how do i stop zoloft", limit=50)
    lines = found.hits(real_library, results, [], Layout(77))
    assert [line.target for line in lines] == [hit.id for hit in results.hits]
    assert lines[3].text
    assert [hit._passage is not None for hit in results.hits[:5]] == [False, False, False, True, False]


def test_no_passage_is_shown_of_entries_that_have_changed_since(real_library: Library) -> None:
    lines = rows(real_library, "how do i stop zoloft")
    real_library.kept = None
    assert lines[0].text.startswith("SSRIs: medication. A daily tablet")


def test_where_nothing_is_found_there_are_ways_on(real_library: Library) -> None:
    results = search(real_library, "halucinate", correct=False)
    assert not results.hits
    lines = found.nothing(real_library, results, "tip", Layout(77))
    assert lines[0].text == "Nothing found for: halucinate"
    targets = [line.target for line in lines if line.target]
    assert targets[:4] == ["hallucination", found.CRISIS, found.ANY_KIND, found.ALL]
    assert targets[4:] == [found.KIND + kind for kind in real_library.counts()]
    assert [is_entry(target) for target in targets[:2]] == [True, False]


def test_what_was_searched_for_is_found_on_the_page(real_library: Library) -> None:
    layout = Layout(76)
    EntryPage(real_library, "ssri").lay_out(layout)
    sought = Sought(Wanted(["stopping"]), "How does it end safely?")
    row = sought.lines_of_row(layout.lines)
    assert layout.lines[row[0]].text.strip() == "How does it end safely?"
    assert any(place[0] in row for place in sought.places(layout.lines))
    assert all(layout.lines[line].text[first:last].lower().startswith("stop") for line, first, last in sought.places(layout.lines))
    assert Sought(Wanted(), "How does it end safely? (depression)").lines_of_row(layout.lines) == row
    assert not Sought(Wanted(), "No such row").lines_of_row(layout.lines)
    assert not Sought(Wanted(), "").lines_of_row(layout.lines)


async def test_n_goes_to_the_row_that_a_search_found(app: HandbookApp) -> None:
    async with app.run_test() as pilot:
        await pilot.press("slash", *"calmers stopping", "enter")
        assert current(app) == "> Calming tablets (calmers)"
        assert status(app) == "18 sections. n goes to what fits your search: How does it end safely?"
        await pilot.press("n")
        assert current(app) == "> How does it end safely?"
        await pilot.press("n")
        assert "Match" in status(app)
        await pilot.press("f", *"carries", "escape", "n")
        assert status(app) == "Press f and type the words to find."


async def test_ways_on_and_recent_searches_are_opened_like_entries(app: HandbookApp) -> None:
    async with app.run_test() as pilot:
        await pilot.press("slash", *"calmor", "enter", "backspace", "backspace")
        await pilot.press("slash", *"qqxx", "down", "down")
        assert isinstance(app.screen, BrowseScreen)
        while "All 5 entries" not in current(app):
            await pilot.press("down")
        await pilot.press("i")
        assert status(app) == "Ways on, 2 of 7: All 5 entries."
        await pilot.press("enter")
        assert app.screen.query_line.value == ""
        await pilot.press("slash")
        assert "Down lists recent searches" in status(app)
        await pilot.press("down")
        assert current(app) == "> calmor"
        await pilot.press("escape")
        assert status(app) == "5 entries."
        await pilot.press("slash", "down", "enter")
        assert app.screen.query_line.value == "calmor"
        assert "found under Calmor" in current(app)
        assert drawn(app)[0] == "Handbook: all entries"
