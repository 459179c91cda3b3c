"""Questions on the full screen."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from handbook.learning.progress import Progress
from handbook.learning.quiz import Round, questions
from handbook.library.library import Library
from handbook.render.wrap import columns
from handbook.shelf.shelf import Shelf
from handbook.tui.app import HandbookApp
from handbook.tui.lines import Layout
from handbook.tui.quizzing import ANSWER, ASK, QuizPage
from tests.learning.conftest import Clock
from tests.tui.conftest import current, drawn, status
from tests.tui.test_screens import check

SIZES = [(80, 24), (40, 15), (160, 50)]


def a_round(library: Library, lesson: str = "") -> Round:
    return Round(questions(library, lesson, seed=1), Progress(Shelf("/nowhere/at/all", private=True).answers, Clock()))


def test_pages_fit_any_width_and_only_open_questions_take_an_answer(real_library: Library) -> None:
    round = a_round(real_library)
    while True:
        for width in (18, 38, 75, 158):
            layout = Layout(width)
            QuizPage(round).lay_out(layout)
            assert max(columns(line.text) for line in layout.lines) <= width
        targets = [line.target for line in layout.lines if line.target.isdecimal()]
        if round.is_over:
            break
        assert len(targets) == (0 if round.chosen else len(round.question.options))
        round.go_on() if round.chosen else round.answer(1)
    assert targets == []


def test_the_reader_begins_on_the_question_and_then_on_the_answer(lessons: Library) -> None:
    round = a_round(lessons)
    page = QuizPage(round)
    assert page.first == ASK
    layout = Layout(60)
    section, row, _ = page.spot_of(page.first, layout)
    assert next(line.text for line in layout.lines if (line.section, line.row) == (section, row)) == round.question.ask
    round.answer(round.question.right)
    page = QuizPage(round)
    assert page.first == ANSWER
    layout = Layout(60)
    section, row, _ = page.spot_of(page.first, layout)
    assert next(line.text for line in layout.lines if (line.section, line.row) == (section, row)).startswith("That is right: ")
    assert [source.title for source in page.sources()] == ["A trial of calmers and walking"]


def test_a_page_of_a_question_that_was_left_still_tells_its_answer(lessons: Library) -> None:
    round = a_round(lessons)
    round.answer(1)
    page = QuizPage(round)
    round.go_on()
    assert not page.is_current
    layout = Layout(60)
    page.lay_out(layout)
    assert f"The answer: {questions(lessons, seed=1)[0].answer}" in [line.text for line in layout.lines]


async def test_a_round_by_number_and_by_enter_keeps_its_place(real_library: Library, tmp_path: Path) -> None:
    app = HandbookApp(real_library, shelf=Shelf(str(tmp_path / "shelf.sqlite")), open_id="first-visits")
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("Q")
        assert drawn(app)[0] == "Question 1 of 7"
        assert status(app) == "Answer by its number, 1 to 3, or by Enter."
        await pilot.press("enter")
        assert status(app) == "Answer by its number, 1 to 3, or by Enter.", "the question itself is no answer"
        await pilot.press("9")
        assert status(app).startswith("There is no answer 9.")
        await pilot.press("1")
        assert re.match(r"> (That is right|The answer is \d):", current(app))
        assert status(app) == "Enter goes on to the next question."
        await pilot.press("2", "enter")
        assert drawn(app)[0] == "Question 2 of 7"
        await pilot.press("escape")
        assert drawn(app)[0] == "First visits, lesson"
        await pilot.press("Q")
        assert status(app).startswith("You go on with question 2 of 7.")
        for _ in range(12):
            if current(app).startswith("> 1. "):
                break
            await pilot.press("down")
        await pilot.press("enter", "tab", "enter")
        assert drawn(app)[0] != "Question 2 of 7", "a link of the reason or the lesson"
        await pilot.press("backspace")
        assert drawn(app)[0] == "Question 2 of 7"
        await pilot.press("S", "enter")
        assert "About this source" in status(app)
        await pilot.press("exclamation_mark")
        assert "Help in a crisis" in drawn(app)[0]
        await pilot.press("escape")
        assert drawn(app)[0] == "Question 2 of 7"
    assert len(Shelf(str(tmp_path / "shelf.sqlite")).answers.all()) == 2


async def test_without_lessons_that_is_told(app: HandbookApp) -> None:
    async with app.run_test() as pilot:
        await pilot.press("Q")
        assert status(app) == "There are no questions: no lesson has any."


STEPS = {"A question": "Q", "A wrong answer": "2", "The next question": "enter", "A right answer": "1", "Its sources": "S", "The last question": "escape Q home enter", "The end": "1 enter"}
"""What is on the screen, to the keys that lead there from the one before; the first from the list of entries."""


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_screens_are_as_reviewed(lessons: Library, size: tuple[int, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handbook.tui.starting.seed_of_today", lambda: 1)
    app = HandbookApp(lessons, shelf=Shelf(str(tmp_path / "shelf.sqlite")))
    found = []
    async with app.run_test(size=size) as pilot:
        for name, keys in STEPS.items():
            await pilot.press(*keys.split())
            await pilot.pause()
            found.append("\n".join([f"=== {name}: {keys}", *drawn(app)]))
    check(f"quiz-{size[0]}x{size[1]}", "\n".join(found) + "\n")
