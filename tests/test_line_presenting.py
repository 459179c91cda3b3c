"""Lessons in line mode, step by step."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.library.library import Library
from tests.conftest import Talk, on_one_line, talk_with


@pytest.fixture
def talk(taught: Library) -> Talk:
    return on_one_line(talk_with(taught, width=300))


def test_a_lesson_is_presented_step_by_step(talk: Talk) -> None:
    said = talk("present calm-evening")
    assert said.startswith("A calm evening 45 minutes, 9 steps. Enter reads on. Step 1 of 9: Opening. 5 minutes.")
    assert talk("", "n").endswith("2. Breathe, then read calmers.")
    assert "Count the steps" not in talk("p", "n")
    assert "By the plan minute 10 to 20 of 45." in talk("i")
    assert "7. Quiz" in talk("o")


def test_a_step_that_shows_nothing_says_so_and_where_the_words_are(talk: Talk) -> None:
    talk("present calm evening")
    assert "Nothing is shown in this step. Type trainer for what to say." in talk("n")
    assert "Nothing is shown" not in talk("trainer")


def test_the_trainers_notes_are_read_until_they_are_left_out(talk: Talk) -> None:
    talk("present calm evening", "n", "n")
    assert "For the trainer Count the steps on your fingers." in talk("trainer")
    assert "For the trainer US: Read it aloud." in talk("n")
    assert talk("trainer") == "The trainer's notes are left out from now on."
    assert "For the trainer" not in talk("p")


def test_open_leads_to_what_is_shown_and_back_to_the_step(talk: Talk) -> None:
    talk("present calm-evening", "o", "3")
    assert talk("open").startswith("Rest.")
    assert "Step 3 of 9: Rest." in talk("b")
    assert talk("n", "n", "open").partition("Walking compared with calmers and waiting, for low mood.")[1]
    assert "Step 5 of 9" in talk("b")
    assert talk("p", "p", "p", "open").endswith("This step has nothing to open. Enter reads on.")


def test_the_answer_is_told_when_it_is_asked_for(taught: Library, talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    entry = taught.get("calm-evening")
    entry["steps"][6] |= {"ask": "How long?", "options": ["Hours", "Weeks"], "answer": "Weeks", "because": "A trial said so. [@trial]"}
    monkeypatch.setattr(taught, "get", lambda id: entry)
    assert "Weeks" in talk("present calm-evening", "o", "7")
    assert "A trial said so" not in talk("p", "n")
    assert talk("open") == "The answer. Weeks A trial said so."


def test_the_handout_is_saved_and_the_open_lesson_needs_no_name(talk: Talk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "9 steps" in talk("go calm-evening", "present")
    assert talk("save sheet").startswith("Saved as ")
    assert "Rest when you are tired." in (tmp_path / "handbook-calm-evening-handout.txt").read_text()


def test_without_a_lesson_there_is_a_list_and_other_words_are_a_search(talk: Talk) -> None:
    assert talk("present") == "Present which lesson? 1. A calm evening"
    assert "9 steps" in talk("1")
    assert "Nothing found" in talk("present qqxx")
    assert "Present a lesson first" in talk("menu", "trainer")
