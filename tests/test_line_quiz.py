"""Questions in line mode."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.library.library import Library
from handbook.shelf.shelf import Shelf
from tests.conftest import Talk, on_one_line, talk_with


@pytest.fixture
def talk(real_library: Library, tmp_path: Path) -> Talk:
    """`talk("quiz", "1")` types lines and gives all that was said, on one line."""
    return on_one_line(talk_with(real_library, Shelf(str(tmp_path / "shelf.sqlite"))))


def test_a_number_answers_and_enter_goes_on(talk: Talk) -> None:
    asked = talk("quiz first-visits")
    assert asked.startswith("Question 1 of 7. ")
    assert "Answer by its number." in asked
    assert " 1. " in asked
    assert talk("") == "Type a number from 1 to 3."
    told = talk("2")
    assert told.startswith(("That is right: ", "The answer is "))
    assert " Source: " in told
    assert "It comes back" in told
    assert "1. Next question 2. Open the lesson First visits" in told
    assert talk("").startswith("Question 2 of 7. ")
    assert "question 2 of 7" in talk("i")


def test_on_a_lesson_its_own_questions_are_asked_and_elsewhere_what_is_due(talk: Talk) -> None:
    talk("go red-flags")
    assert talk("quiz").startswith("Question 1 of 9. ")
    talk("m")
    assert talk("quiz").startswith("Question 1 of 10. ")


def test_a_round_that_was_left_goes_on_and_back_leads_out_of_it(talk: Talk) -> None:
    talk("go cbt", "quiz first-visits", "1", "1")
    assert talk("b").startswith("Cognitive behavioral")
    assert talk("forward").startswith("Question 2 of 7. ")
    talk("m")
    assert talk("quiz first-visits").startswith("You go on with question 2 of 7. Question 2 of 7. ")


def test_the_lesson_is_opened_from_the_answer_and_back_leads_to_it(talk: Talk) -> None:
    talk("quiz first-visits", "1")
    assert talk("2").startswith("First visits: what to expect")
    assert talk("b").startswith(("That is right: ", "The answer is "))


def test_the_end_says_what_was_reached(talk: Talk) -> None:
    said = talk("quiz talk-tablets-or-both", *["1", ""] * 7)
    assert "To the end" in said
    assert "That was the last question. 7 of 7 questions answered, " in said
    assert "Read again: Talk, tablets or both?" in said


def test_a_wrong_number_keeps_the_place(talk: Talk) -> None:
    asked = talk("quiz first-visits")
    assert "1 to 3" in talk("9")
    assert "question 1 of 7" in talk("i")
    assert talk("quiz first-visits").startswith(asked[:40])


@pytest.mark.parametrize(("typed", "said"), [("quiz ssri", "is no lesson"), ("quiz nothing-at-all", "No entry has the name"), ("quiz me on lithium", "found")])
def test_other_words_are_told_or_searched_for(typed: str, said: str, talk: Talk) -> None:
    assert said in talk(typed)


def test_nothing_is_kept_in_private(real_library: Library, tmp_path: Path) -> None:
    path = tmp_path / "shelf.sqlite"
    talk = on_one_line(talk_with(real_library, Shelf(str(path), private=True)))
    assert "It comes back" not in talk("quiz first-visits", "1")
    assert not path.exists()
