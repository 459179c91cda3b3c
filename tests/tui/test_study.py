"""What needs no screen: places on changed pages, keys of one's own, and what a terminal may refuse."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.commands import BY_NAME, COMMANDS, commands_in, rebound
from handbook.document.nodes import Span
from handbook.errors import UsageError
from handbook.library.library import Library
from handbook.tui.clipboard import doubt
from handbook.tui.finding import corresponding
from handbook.tui.lines import Layout, Line
from handbook.tui.pages import EntryPage
from handbook.tui.renewing import renewed
from handbook.tui.screens.frame import keymap, keys_line
from tests.conftest import open_small, tip


def lines(*texts: str) -> list[Line]:
    """Lines of a page: `# heading`, `? question`, or text."""
    layout = Layout(60)
    for text in texts:
        if text.startswith("# "):
            layout.section(text[2:])
        else:
            layout.add([Span(text.removeprefix("? "))], "question" if text.startswith("? ") else "")
    return [line for line in layout.lines if line.spans]


PAGE = lines("Title", "# One", "a", "b", "? Why?", "c", "# Two", "a")


@pytest.mark.parametrize(
    ("at", "new", "place"),
    [
        ("c", ("Title", "# One", "a", "new", "b", "? Why?", "c"), "c"),
        ("c", ("Title", "# One", "a"), "One"),
        ("b", ("Title", "# Zero", "b", "# One", "a", "b"), "b"),
        ("Two", ("Title", "# One", "a"), "One"),
        ("Title", ("Other title", "# One"), "Other title"),
        ("c", ("Nothing", "else"), "Nothing"),
        ("c", ("Title", "# One", "? Why?", "changed"), "changed"),
    ],
)
def test_a_changed_page_keeps_the_place(at: str, new: tuple[str, ...], place: str) -> None:
    after = lines(*new)
    index = next(index for index, line in enumerate(PAGE) if line.text == at)
    assert after[corresponding(PAGE, index, after)].text == place


def test_the_same_words_under_another_heading_are_another_place() -> None:
    assert corresponding(PAGE, len(PAGE) - 1, PAGE) == len(PAGE) - 1


@given(st.lists(st.sampled_from(["# x", "# y", "? q", "a", "b"]), max_size=9), st.lists(st.sampled_from(["# x", "? q", "a"]), max_size=9), st.integers(0, 12))
def test_a_place_is_always_on_the_page(old: list[str], new: list[str], at: int) -> None:
    after = lines(*new)
    assert 0 <= corresponding(lines(*old), at, after) <= max(0, len(after) - 1)


def test_keys_of_ones_own_are_shown_and_the_others_stay() -> None:
    table = {command.name: command for command in rebound({"mark": ["x"], "page_down": ["PageDown", "G"]})}
    assert table["mark"].keys == ("x",)
    assert table["swap"].keys == ("x",), "it is a key of another place"
    assert table["help"].keys == BY_NAME["help"].keys
    footer = "".join(span.text for span in keys_line(commands_in("browse", list(table.values())), 200, typing=False))
    assert "x mark" in footer


def test_a_key_goes_over_to_its_new_command() -> None:
    table = {command.name: command for command in rebound({"next_section": ["j"]})}
    assert "j" not in table["down"].keys
    assert table["down"].keys == ("Down",)


def test_without_changes_the_table_is_the_same() -> None:
    assert rebound({}) == COMMANDS


@pytest.mark.parametrize(
    ("keys", "says"),
    [
        ({"marc": ["x"]}, "mark"),
        ({"mark": ["xx"]}, "'xx' is no key"),
        ({"mark": [""]}, "is no key"),
        ({"mark": ["Ctrl+G"]}, "without a plain key"),
        ({"mark": []}, "without a plain key"),
        ({"mark": ["x"], "compare": ["x"]}, "x cannot lead to both"),
        ({"mark": ["v"]}, "compare is left without a plain key"),
        ({"crisis": ["F9"]}, "crisis keeps the key !"),
    ],
)
def test_keys_that_do_not_fit_are_refused_in_words(keys: dict[str, list[str]], says: str) -> None:
    with pytest.raises(UsageError, match=says.replace("!", "[!]")):
        rebound(keys)


def test_lists_to_choose_from_take_no_letters_as_keys() -> None:
    made = keymap(rebound({"down": ["J", "Down"]}))
    assert made["down"] == "J,down"
    assert made["choose.down"] == "down"


@pytest.mark.parametrize(
    ("environment", "refuses"),
    [({"TERM": "xterm-256color"}, False), ({"TERM": "linux"}, True), ({"TERM_PROGRAM": "Apple_Terminal"}, True), ({"TMUX": "1"}, True), ({"VTE_VERSION": "7000"}, True)],
)
def test_terminals_that_may_refuse_to_copy(environment: dict[str, str], refuses: bool) -> None:
    assert bool(doubt(environment)) is refuses


def test_a_page_whose_file_broke_or_went_keeps_its_text_and_says_why(built_in: Path, collection: Callable[[str, str], Path]) -> None:
    from handbook.library.watching import Watch
    from handbook.search.index import Index

    path = collection("tips/rest.yaml", tip("Rest", "Rest when tired."))
    library = open_small()
    page, watch = EntryPage(library, "rest"), Watch(library, Index)
    collection("tips/rest.yaml", tip("Rest", "Sleep when tired."))
    watch.renew()
    assert "Sleep when tired." in text_of(renewed(page, library))
    collection("tips/rest.yaml", "title: [\n")
    watch.renew()
    text = text_of(renewed(page, library))
    assert "Error in tips/rest.yaml:" in text
    assert "Rest when tired." in text
    os.remove(path)
    watch.renew()
    assert "was removed" in text_of(renewed(page, library))


def text_of(page: object) -> str:
    assert isinstance(page, EntryPage)
    layout = Layout(60)
    page.lay_out(layout)
    return " ".join(" ".join(line.text for line in layout.lines).split())


def test_a_page_in_less_depth_says_how_much_there_is(sample: Library) -> None:
    page = EntryPage(sample, "calmers", depth="usual")
    assert "22 more rows: press z." in text_of(page)
    assert page.at("all").left_out_told("all") == ""
