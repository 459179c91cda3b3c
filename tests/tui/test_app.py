"""The app as a reader uses it: keys in, rows of text out."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from handbook.library.library import Library
from handbook.tui.app import HandbookApp
from handbook.tui.lines import Layout
from handbook.tui.live import FilesChanged
from handbook.tui.pages import EntryPage
from handbook.tui.screens.browse import BrowseScreen
from handbook.tui.screens.page import PageScreen
from handbook.tui.themes import THEMES
from handbook.tui.widgets.lineview import LineView
from handbook.tui.widgets.query import Query
from tests.conftest import open_small, tip
from tests.tui.conftest import current, drawn, status


async def test_a_brand_leads_to_the_entry_and_escape_back_to_the_words(app: HandbookApp) -> None:
    async with app.run_test() as pilot:
        await pilot.press("slash", *"kalm", "enter")
        assert current(app) == "> Calming tablets (calmers)"
        await pilot.press("escape")
        assert isinstance(app.screen, BrowseScreen)
        assert app.screen.query_line.value == "kalm"
        assert current(app).startswith("> Calmers")


async def test_the_cursor_is_on_the_item_after_every_key(app: HandbookApp) -> None:
    async with app.run_test() as pilot:
        seen = []
        for key in ("down", "down", "end", "up", "home"):
            await pilot.press(key)
            seen.append(current(app))
        assert all(row.startswith("> ") for row in seen)
        assert len(set(seen)) >= 4
        assert app.cursor_position.x == 2


async def test_a_correction_is_told_and_can_be_undone(app: HandbookApp) -> None:
    async with app.run_test() as pilot:
        await pilot.press("slash", *"calmazien")
        assert status(app).startswith("Showing results for calmazine")
        await pilot.press("down", "u")
        assert "Nothing found" in status(app)


async def test_kinds_narrow_the_list_and_zero_widens_it(app: HandbookApp) -> None:
    async with app.run_test() as pilot:
        await pilot.press("2")
        assert drawn(app)[0] == "Handbook: therapies"
        assert status(app) == "1 entry."
        await pilot.press("0")
        assert drawn(app)[0] == "Handbook: all entries"


async def test_nothing_found_says_where_else_to_turn(app: HandbookApp) -> None:
    async with app.run_test() as pilot:
        await pilot.press("slash", *"qqxx")
        assert "help in a crisis" in status(app)
        await pilot.press("enter")
        assert isinstance(app.screen, BrowseScreen)


async def test_help_in_a_crisis_from_the_search_line_and_back(app: HandbookApp) -> None:
    async with app.run_test() as pilot:
        await pilot.press("slash", "a", "exclamation_mark")
        assert drawn(app)[0] == "Help in a crisis"
        assert any("988" in row for row in drawn(app))
        await pilot.press("backspace")
        assert isinstance(app.screen, BrowseScreen)


async def test_help_in_a_crisis_from_a_list_to_choose_from(app: HandbookApp) -> None:
    async with app.run_test() as pilot:
        await pilot.press("g", "exclamation_mark")
        assert drawn(app)[0] == "Help in a crisis"


async def test_help_in_a_crisis_when_the_collection_breaks(app: HandbookApp, sample: Library) -> None:
    async with app.run_test() as pilot:
        for table in ("region", "source"):
            sample.connection.execute(f"drop table {table}")
        await pilot.press("exclamation_mark")
        assert any("116 123" in row for row in drawn(app))
        await pilot.press("backspace", "enter")
        assert "quit and start again" in status(app)


async def test_sections_forward_and_back_are_told(app: HandbookApp) -> None:
    app.open_id = "calmers"
    async with app.run_test() as pilot:
        await pilot.press("right_square_bracket", "right_square_bracket")
        assert current(app) == "> In short"
        assert status(app).startswith("Section 2 of ")
        await pilot.press("left_square_bracket")
        assert current(app) == "> Get help now"


async def test_back_and_forward_return_to_the_same_line(app: HandbookApp) -> None:
    app.open_id = "calmers"
    async with app.run_test() as pilot:
        await pilot.press("right_square_bracket", "down", "tab", "enter")
        assert drawn(app)[0] == "Low mood, condition"
        await pilot.press("backspace")
        assert drawn(app)[0] == "Calmers, medication"
        row = current(app)
        assert "low mood" in row.lower()
        await pilot.press("backspace", "full_stop")
        assert current(app) == row


async def test_a_number_opens_a_link(app: HandbookApp) -> None:
    app.open_id = "rest"
    async with app.run_test() as pilot:
        await pilot.press("l")
        assert any("calmers (1)" in row.lower() for row in drawn(app))
        await pilot.press("9")
        assert status(app).startswith("There is no link 9")
        await pilot.press("1")
        assert drawn(app)[0] == "Calmers, medication"


async def test_words_are_found_while_they_are_typed(app: HandbookApp) -> None:
    app.open_id = "calmers"
    async with app.run_test() as pilot:
        await pilot.press("f", *"six")
        assert "Six weeks" in current(app)
        assert "Match 1 of 1" in status(app)
        await pilot.press("enter")
        assert status(app).startswith("Match 1 of 1")


async def test_a_term_is_explained_below_the_line(app: HandbookApp) -> None:
    app.open_id = "calmers"
    async with app.run_test(size=(80, 60)) as pilot:
        await pilot.press(*["right_square_bracket"] * 3, "t")
        assert "Messenger: A substance that carries signals" in current(app)


async def test_outline_leads_to_a_question(app: HandbookApp) -> None:
    app.open_id = "calmers"
    async with app.run_test() as pilot:
        await pilot.press("o", *"cost", "enter")
        assert current(app) == "> What does it cost?"


async def test_marked_entries_are_compared(app: HandbookApp) -> None:
    async with app.run_test() as pilot:
        await pilot.press("c", "2", "c")
        assert "(marked)" in current(app)
        await pilot.press("v")
        assert drawn(app)[0] == "Calmers compared with walking"
        assert "Press F" in status(app)


async def test_a_comparison_changes_with_plain_keys(app: HandbookApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("5", "v")
        await pilot.press("b", "w")
        assert drawn(app)[0] == "Walking compared with calmers, both together and waiting, for low mood"
        await pilot.press("b", "w", "x")
        assert drawn(app)[0] == "Calmers compared with walking, for low mood"


async def test_the_lens_is_chosen_from_a_list(app: HandbookApp) -> None:
    async with app.run_test() as pilot:
        await pilot.press("c", "2", "v", "F")
        assert current(app) == "> Low mood: recorded for all of them"
        await pilot.press("enter")
        assert drawn(app)[0] == "Calmers compared with walking, for low mood"


async def test_the_list_of_commands_offers_what_can_run_and_runs_it(app: HandbookApp) -> None:
    async with app.run_test(size=(80, 60)) as pilot:
        await pilot.press("colon")
        rows = "\n".join(drawn(app))
        assert "as typed" not in rows
        assert "forward" not in rows
        await pilot.press(*"therap", "enter")
        await pilot.pause()
        assert drawn(app)[0] == "Handbook: therapies"


async def test_going_to_an_unknown_place_keeps_the_reader_where_they_are(app: HandbookApp) -> None:
    app.open_id = "no-such-entry"
    async with app.run_test() as pilot:
        await pilot.pause()
        assert isinstance(app.screen, BrowseScreen)
        assert "no-such-entry" in status(app)


async def test_go_to_takes_an_id(app: HandbookApp) -> None:
    async with app.run_test() as pilot:
        await pilot.press("g", *"rest", "enter")
        assert drawn(app)[0] == "Rest, practical tip"


async def test_themes_change_with_a_key(app: HandbookApp) -> None:
    async with app.run_test() as pilot:
        await pilot.press("T")
        assert app.theme == "handbook-light"
        await pilot.press(*["T"] * (len(THEMES) - 1))
        assert app.theme == "handbook-dark"


async def test_a_storm_of_sizes_leaves_the_reader_on_the_same_words(app: HandbookApp) -> None:
    app.open_id = "calmers"
    async with app.run_test() as pilot:
        await pilot.press(*["right_square_bracket"] * 3)
        row = current(app)
        for size in ((20, 5), (200, 60), (1, 1), (20, 8), (99, 30), (80, 24)):
            await pilot.resize_terminal(*size)
        assert current(app) == row


async def test_below_the_smallest_size_one_line_is_shown_and_q_quits(app: HandbookApp) -> None:
    async with app.run_test(size=(20, 5)) as pilot:
        assert [row for row in drawn(app) if row] == ["Too small: q quits"]
        await pilot.press("q")
    assert app.return_value == 0


async def test_where_nothing_can_be_shown_nothing_is_changed(app: HandbookApp) -> None:
    app.open_id = "calmers"
    async with app.run_test() as pilot:
        await pilot.press("right_square_bracket")
        await pilot.resize_terminal(10, 4)
        await pilot.press("l", "right_square_bracket", "m", "exclamation_mark")
        await pilot.resize_terminal(80, 24)
        assert app.frame.place == "crisis"
        assert not app.shelf.bookmarks.sets_with("calmers")


@pytest.mark.parametrize("size", [(20, 8), (40, 12), (40, 15)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_everything_can_be_read_on_a_small_screen(app: HandbookApp, sample: Library, size: tuple[int, int]) -> None:
    layout = Layout(size[0] - 2)
    EntryPage(sample, "low-mood").lay_out(layout)
    app.open_id = "low-mood"
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        seen: list[str] = []
        view = app.screen.query_one("#view", LineView)
        for _ in range(view.page_count):
            rows = drawn(app)
            assert all(len(row) <= size[0] for row in rows)
            seen += rows[view.region.y : view.region.bottom]
            view.page_down()
            await pilot.pause()
    assert [row.lstrip("> ") for row in seen if row] == [line.text.lstrip() for line in layout.lines if line.spans]


async def test_names_in_lists_are_whole_on_the_smallest_screen(app: HandbookApp, sample: Library) -> None:
    sample.connection.execute("update entry set short = 'Very long short name 24' where id = 'calmers'")
    async with app.run_test(size=(20, 8)) as pilot:
        assert current(app) == "> Very long short"
        assert "    name 24" in drawn(app)
        await pilot.press("down")
        assert current(app) == "> Walking"
        await pilot.press("up", "g", *"rest")
        assert current(app) == "> rest: Rest"


async def test_without_color_nothing_is_sent_but_bold_and_underline(sample: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = HandbookApp(sample)
    async with app.run_test() as pilot:
        await pilot.press("down")
        for strip in app.screen._compositor.render_strips():
            for segment in strip:
                style = segment.style
                for color in (style.color, style.bgcolor) if style else ():
                    assert color is None or color.is_default
        assert current(app).startswith("> ")


async def test_an_empty_no_color_means_colors(sample: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "")
    app = HandbookApp(sample)
    async with app.run_test():
        assert not app.no_color
        assert app.theme == "handbook-dark"


async def test_pasted_escape_codes_do_not_reach_the_screen(app: HandbookApp) -> None:
    from textual.events import Paste

    async with app.run_test() as pilot:
        await pilot.press("slash")
        app.screen.query_one("#query").post_message(Paste("\x1b[31mred\x07"))
        await pilot.pause()
        assert not any(ord(char) < 32 for row in drawn(app) for char in row)


async def test_problems_of_the_collection_are_told_once(sample: Library) -> None:
    sample.connection.execute("insert into problem values('/x/bad.yaml', 1, 1, 'HB002', 'broken')")
    app = HandbookApp(sample)
    async with app.run_test() as pilot:
        assert status(app) == "1 file has problems: see handbook check"
        await pilot.press("0")
        assert "entries" in status(app)


async def test_an_entry_that_replaces_another_says_so(sample: Library) -> None:
    sample.connection.execute("insert into replaced values('rest', '/mine/rest.yaml', '/built-in/rest.yaml')")
    app = HandbookApp(sample, open_id="rest")
    async with app.run_test() as pilot:
        await pilot.pause()
        assert status(app) == "This entry replaces the one in /built-in/rest.yaml."


async def test_letters_in_ascii(sample: Library) -> None:
    sample.connection.execute("update entry set short = 'Caf\u00e9 \u201cone\u201d' where id = 'rest'")
    app = HandbookApp(sample, ascii=True)
    async with app.run_test():
        text = "\n".join(drawn(app))
        assert 'Cafe "one"' in text
        assert text.isascii()


async def test_a_broken_search_is_told_and_not_thrown(app: HandbookApp, sample: Library) -> None:
    async with app.run_test() as pilot:
        for (name,) in sample.connection.execute("select name from sqlite_master where name like 'search%' and type = 'table'").fetchall():
            try:
                sample.connection.execute(f"drop table {name}")
            except sqlite3.OperationalError:
                continue
        await pilot.press("slash", "c")
        assert "quit and start again" in status(app)


async def test_one_page_screen_serves_all_pages(app: HandbookApp) -> None:
    async with app.run_test() as pilot:
        await pilot.press("enter", "question_mark", "exclamation_mark")
        assert isinstance(app.screen, PageScreen)
        assert len(app.screen_stack) == 2
        await pilot.press("slash")
        assert isinstance(app.screen, BrowseScreen)
        assert app.screen.query_line.has_focus


async def test_a_click_on_a_key_or_a_kind_runs_it(app: HandbookApp) -> None:
    async with app.run_test() as pilot:
        await pilot.click("#kinds", offset=(17, 0))
        assert drawn(app)[0] == "Handbook: therapies"
        await pilot.click("#view", offset=(4, 1))
        assert drawn(app)[0] == "Walking, therapy"
        await pilot.click("#keys", offset=(1, 0))
        assert drawn(app)[0] == "Help in a crisis"


async def test_keys_of_ones_own_work_and_are_letters_in_the_search_line(sample: Library) -> None:
    app = HandbookApp(sample, keys={"down": ["J"], "quit": ["X"]})
    async with app.run_test() as pilot:
        first = current(app)
        await pilot.press("J")
        assert current(app) != first
        assert "X quit" in drawn(app)[-1]
        await pilot.press("slash", "J", "X")
        assert app.screen.query_one("#query", Query).value == "JX"


async def test_keys_that_do_not_fit_leave_the_usual_ones(sample: Library) -> None:
    app = HandbookApp(sample, keys={"marc": ["x"]})
    async with app.run_test() as pilot:
        assert status(app).startswith("Your own keys are not used")
        await pilot.press("c")
        assert "Marked" in status(app)


async def test_the_place_in_the_list_is_kept_by_entry(app: HandbookApp) -> None:
    async with app.run_test() as pilot:
        await pilot.press("down", "down")
        assert current(app).startswith("> Low mood")
        for keys in (["O"], ["O"], ["O"], ["c"], ["5"], ["0"]):
            await pilot.press(*keys)
            assert current(app).startswith("> Low mood")


async def test_copying_hands_the_text_to_the_terminal(app: HandbookApp) -> None:
    app.open_id = "calmers"
    async with app.run_test() as pilot:
        await pilot.press("o", *"cost", "enter", "y")
        assert status(app).startswith("Copied: What does it cost?")
        assert "What does it cost?" in app.clipboard
        assert "How does it work?" not in app.clipboard


async def test_an_edited_file_is_shown_with_the_place_kept(built_in: Path, collection: Callable[[str, str], Path]) -> None:
    path = collection("tips/rest.yaml", tip("Rest"))
    app = HandbookApp(open_small(), open_id="rest")
    async with app.run_test() as pilot:
        await pilot.press("right_square_bracket", "right_square_bracket")
        assert current(app) == "> What to do"
        path.write_text(tip("Rest", "Sleep when you are tired."), encoding="utf-8")
        app.post_message(FilesChanged())
        await pilot.pause()
        assert any("Sleep when" in row for row in drawn(app))
        assert current(app) == "> What to do"
        assert "read again" in status(app)
        path.unlink()
        app.post_message(FilesChanged())
        await pilot.pause()
        await pilot.press("backspace")
        assert current(app) == "> There are no entries here."
        assert status(app) == "Rest was removed."
        app.post_message(FilesChanged())
        await pilot.pause()
        assert status(app) == "Rest was removed.", "nothing else became of the entries"
