"""Nothing that stands on the terminal is written again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from handbook.tui.shown import Shown


def test_the_same_piece_is_written_once_until_something_lies_over_it() -> None:
    shown = Shown()
    assert shown.differs(0, 0, 10, "a")
    assert not shown.differs(0, 0, 10, "a")
    assert shown.differs(1, 0, 10, "a"), "another row"
    assert shown.differs(0, 5, 8, "b")
    assert shown.differs(0, 0, 10, "a"), "its middle was written over"
    shown.forget()
    assert shown.differs(0, 0, 10, "a")


@given(st.lists(st.tuples(st.integers(0, 1), st.integers(0, 8), st.integers(1, 6), st.sampled_from("ab")), max_size=30))
def test_a_terminal_that_gets_only_differences_shows_the_same(pieces: list[tuple[int, int, int, str]]) -> None:
    everything, differences = [[" "] * 20 for _ in range(2)], [[" "] * 20 for _ in range(2)]
    shown = Shown()
    for row, start, length, letter in pieces:
        everything[row][start : start + length] = letter * length
        if shown.differs(row, start, start + length, letter * length):
            differences[row][start : start + length] = letter * length
        assert everything == differences
