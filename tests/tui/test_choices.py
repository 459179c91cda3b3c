"""Marks, comparisons and the way back, without a screen."""

from __future__ import annotations

import pytest

from handbook.document.choice import Choice
from handbook.document.choices import choice_from
from handbook.errors import UsageError
from handbook.library.library import Library
from handbook.tui.history import History
from handbook.tui.marks import Marks
from handbook.tui.pages import Page


def test_marking_twice_takes_the_mark_away(sample: Library) -> None:
    marks = Marks(sample)
    assert marks.toggle("walking") == "Marked Walking. Mark another with c, then press v."
    assert marks.toggle("calmers") == "Marked Calmers. Press v to compare Walking and Calmers."
    assert marks.toggle("walking") == "Walking is no longer marked. Mark another with c, then press v."
    assert marks.ids == ["calmers"]


def test_a_fourth_mark_is_refused_in_words(sample: Library) -> None:
    marks = Marks(sample)
    for id in ("walking", "calmers", "rest"):
        marks.toggle(id)
    assert "the most" in marks.toggle("messenger")
    assert len(marks.ids) == 3


@pytest.mark.parametrize(
    ("marked", "id", "expected"),
    [
        (["walking", "calmers"], "rest", Choice(("walking", "calmers"))),
        (["walking"], "calmers", Choice(("walking", "calmers"))),
        ([], "low-mood", Choice(("walking", "calmers"), "low-mood")),
        ([], "walking", None),
        (["walking"], "walking", None),
    ],
)
def test_what_is_compared_from_where(sample: Library, marked: list[str], id: str, expected: Choice | None) -> None:
    assert choice_from(sample, marked, id) == expected


def test_nothing_to_compare_says_what_to_do(sample: Library) -> None:
    with pytest.raises(UsageError, match="mark two entries with c"):
        choice_from(sample, [], "")


def test_columns_come_and_go_in_a_fixed_order() -> None:
    choice = Choice(("a", "b")).toggled("wait").toggled("both")
    assert choice.extra == ("both", "wait")
    assert choice.toggled("both").extra == ("wait",)
    assert Choice(("a", "b", "c")).swapped().ids == ("b", "c", "a")


def test_back_and_forward_keep_pages_and_places() -> None:
    history = History()
    first, second = history.open(Page()), history.open(Page())
    second.spot = (2, 7, 1)
    assert history.back()
    assert history.current is first
    assert history.back()
    assert history.current is None
    assert not history.back()
    assert history.forward()
    assert history.forward()
    assert history.current is second
    assert second.spot == (2, 7, 1)
    assert not history.forward()


def test_a_new_page_forgets_what_lay_ahead() -> None:
    history = History()
    history.open(Page())
    history.open(Page())
    history.back()
    history.open(Page())
    assert not history.forward()
    assert len(history.visits) == 2
