"""Pages as lines: nothing is lost at any width, and places, links and words are found again."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.document.choice import Choice
from handbook.document.nodes import Span
from handbook.library.library import Library
from handbook.render.wrap import columns
from handbook.tui.finding import headings, links, matches
from handbook.tui.help import HelpPage
from handbook.tui.lines import Layout, Line, cut, give_each_page_a_stop, pages
from handbook.tui.pages import ComparisonPage, CrisisPage, EntryPage, Page
from handbook.tui.terms import terms_in

WIDTHS = (18, 38, 78, 198)
FORBIDDEN = re.compile("[\u2190-\u2bff\u2800-\u28ff\U00010000-\U0010ffff]")


def laid_out(page: Page, width: int) -> Layout:
    layout = Layout(width)
    page.lay_out(layout)
    return layout


def words_of(layout: Layout) -> list[str]:
    return re.findall(r"\w", " ".join(line.text for line in layout.lines))


@pytest.mark.parametrize("id", ["calmers", "low-mood", "walking", "rest", "messenger"])
def test_nothing_is_lost_at_any_width(sample: Library, id: str) -> None:
    page = EntryPage(sample, id)
    all_words = words_of(laid_out(page, 200))
    for width in WIDTHS:
        layout = laid_out(page, width)
        assert words_of(layout) == all_words
        assert max(columns(line.text) for line in layout.lines) <= min(width, 75)
        assert not FORBIDDEN.search(" ".join(line.text for line in layout.lines))


def test_warnings_stand_before_everything_else(sample: Library) -> None:
    assert laid_out(EntryPage(sample, "calmers"), 78).sections[:2] == ["Get help now", "In short"]


def test_comparison_stands_in_columns_only_where_there_is_room(sample: Library) -> None:
    page = ComparisonPage(sample, Choice(("walking", "calmers"), "low-mood"))
    wide = [line.text for line in laid_out(page, 98).lines]
    narrow = [line.text for line in laid_out(page, 78).lines]
    assert any("Walking" in text and "Calmers" in text for text in wide[4:])
    assert not any("Walking:" in text and "Calmers:" in text for text in narrow)
    assert wide[0] == narrow[0] == "Walking compared with calmers, for low mood"


def test_crisis_page_needs_no_collection() -> None:
    text = " ".join(line.text for line in laid_out(CrisisPage(None), 78).lines)
    for number in ("911", "988", "999", "116 123", "112"):
        assert number in text


def test_help_lists_every_key_of_its_place() -> None:
    from handbook.commands import commands_in

    text = "\n".join(line.text for line in laid_out(HelpPage("compare"), 78).lines)
    for command in commands_in("compare"):
        assert " or ".join(command.keys) + ": " in text


@given(st.lists(st.sampled_from(["text", "heading", "question", "blank"]), min_size=1, max_size=80), st.integers(1, 30))
def test_pages_show_every_line_once_and_end_with_text(roles: list[str], height: int) -> None:
    lines = [Line([] if role == "blank" else [Span("x")], "" if role in ("text", "blank") else role, 0, number, 0) for number, role in enumerate(roles)]
    starts = pages(lines, height)
    shown = {index for start, end in zip(starts, [*starts[1:], len(lines)], strict=True) for index in range(start, end)}
    assert shown == set(range(len(lines)))
    for start, end in itertools.pairwise(starts):
        text = [index for index in range(start, end) if lines[index].spans]
        assert not text or text[-1] - start < height, "a line with text lies below the page"


def test_a_heading_does_not_end_a_page() -> None:
    lines = [Line([Span("x")], "heading" if number == 9 else "", 0, number, 0) for number in range(20)]
    assert pages(lines, 10) == [0, 9, 18]


def test_an_item_of_a_list_stays_whole_at_the_end_of_a_page() -> None:
    lines = [Line([Span("x")], "entry", -1, row, part, "" if part else "id", not part) for row in range(6) for part in range(3)]
    assert pages(lines, 8) == [0, 6, 12]


def test_no_last_line_stands_alone_on_the_next_page() -> None:
    lines = [Line([Span("x")] if number % 6 else [], "", -1, number, 0) for number in range(1, 24)]
    assert [lines[start].row for start in pages(lines, 10)] == [1, 10, 20]


def test_an_item_longer_than_a_page_can_be_read_to_its_end() -> None:
    layout = Layout(18)
    layout.add([Span("word " * 60)], "source", "[1] ", "    ", "key")
    starts = pages(layout.lines, 5)
    give_each_page_a_stop(layout.lines, starts)
    assert [index for index, line in enumerate(layout.lines) if line.stop] == starts
    assert len(starts) > 3


def test_a_link_over_two_lines_is_one_link() -> None:
    layout = Layout(14)
    layout.add([Span("See the "), Span("long name of it", "link", "it"), Span(" and "), Span("it", "link", "it")])
    assert [target for _, _, _, target in links(layout.lines)] == ["it", "it"]


def test_numbered_links_have_one_number_for_each_target() -> None:
    layout = Layout(70, {})
    layout.add([Span("a", "link", "a"), Span(" "), Span("b", "link", "b"), Span(" "), Span("again", "link", "a")])
    assert layout.lines[0].text == "a (1) b (2) again (1)"


def test_words_are_found_over_the_end_of_a_line() -> None:
    layout = Layout(12)
    layout.add([Span("alpha beta gamma delta")])
    assert layout.lines[1].text == "gamma delta"
    assert matches(layout.lines, "BETA gam") == [(0, 6, 10)]
    assert matches(layout.lines, "delta") == [(1, 6, 11)]
    assert matches(layout.lines, "  ") == []


def test_headings_are_whole_even_where_they_are_wrapped() -> None:
    layout = Layout(12)
    layout.section("What does a week ask of me?")
    assert headings(layout.lines) == [(0, "What does a week ask of me?", False)]


def test_an_explanation_stands_below_its_row_and_moves_no_other() -> None:
    plain, noted = Layout(40), Layout(40, note=(0, "Messenger: a substance."))
    for layout in (plain, noted):
        layout.add([Span("First.")])
        layout.add([Span("Second.")])
    assert [line.text.strip() for line in noted.lines] == ["First.", "Messenger: a substance.", "Second."]
    assert noted.lines[-1].row == plain.lines[-1].row


def test_terms_are_found_by_link_and_by_name(sample: Library) -> None:
    layout = Layout(60)
    layout.add([Span("They steady the MESSENGERS there.")])
    assert [title for title, _ in terms_in(sample, layout.lines)] == ["Messenger"]
    assert terms_in(sample, layout.lines, but="messenger") == []


@given(st.text(max_size=40), st.integers(0, 30))
def test_what_is_cut_fits(text: str, width: int) -> None:
    assert columns("".join(span.text for span in cut([Span(text[:7]), Span(text[7:])], width))) <= width
