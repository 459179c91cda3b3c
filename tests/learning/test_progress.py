"""When a question is asked again."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from handbook.learning.progress import DAYS, Progress
from handbook.shelf.answers import BOXES
from handbook.shelf.shelf import Shelf
from tests.learning.conftest import Clock


def test_there_are_days_for_every_box() -> None:
    assert len(DAYS) == BOXES


def test_right_answers_lead_from_box_to_box(progress: Progress, clock: Clock) -> None:
    waits = []
    for _ in range(5):
        progress.answered("a", True)
        waits.append(progress.days_left("a"))
        clock.day += waits[-1]
    assert waits == [3, 7, 16, 35, 35]


def test_a_wrong_answer_comes_back_tomorrow_whatever_the_box(progress: Progress, clock: Clock) -> None:
    progress.answered("a", True)
    clock.day += 3
    progress.answered("a", True)
    progress.answered("a", False)
    assert progress.days_left("a") == 1
    assert progress.told("a") == "It comes back tomorrow."
    clock.day += 1
    assert progress.is_due("a")
    progress.answered("a", True)
    assert progress.days_left("a") == 3


def test_a_right_answer_before_its_day_changes_nothing(progress: Progress, clock: Clock) -> None:
    progress.answered("a", True)
    clock.day += 1
    progress.answered("a", True)
    assert progress.days_left("a") == 2
    assert progress.told("a") == "It comes back in 2 days."


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 40)), max_size=12))
def test_wrong_is_never_later_than_right(answers: list[tuple[bool, int]]) -> None:
    clock = Clock()
    shelf = Shelf("/nowhere/at/all", private=True)
    right, wrong = Progress(shelf.answers, clock), Progress(shelf.answers, clock)
    for progress, last in ((right, True), (wrong, False)):
        clock.day = 20_000
        for was_right, days in answers:
            progress.answered("a", was_right)
            clock.day += days
        progress.answered("a", last)
        assert 1 <= progress.days_left("a") <= DAYS[-1] or (last and not progress.is_due("a"))
    assert wrong.days_left("a") <= right.days_left("a")


def test_it_is_kept_for_the_next_session_but_not_in_private(tmp_path: Path, clock: Clock) -> None:
    path = str(tmp_path / "shelf.sqlite")
    Progress(Shelf(path).answers, clock).answered("a", True)
    assert Progress(Shelf(path).answers, clock).days_left("a") == 3
    private = Progress(Shelf(path, private=True).answers, clock)
    assert private.is_due("a")
    private.answered("a", False)
    assert not private.is_due("a"), "known for this session"
    assert private.told("a") == ""
    assert Progress(Shelf(path).answers, clock).days_left("a") == 3
