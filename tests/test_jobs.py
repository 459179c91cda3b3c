"""What people come for, with the fewest keys, in the installed program on the built-in entries at three sizes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest

from tests.test_tour import Screen

pytestmark = pytest.mark.slow
SIZES = [(80, 24), (40, 15), (160, 50)]


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def screen(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Screen]:
    """The list of entries; at the end the program leaves by itself and in good order."""
    columns, lines = request.param
    screen = Screen(columns, lines, str(tmp_path))
    screen.wait_for("Press / to search")
    yield screen
    screen.press("\x11")
    screen.child.expect(pexpect.EOF, timeout=10)
    assert b"Traceback" not in screen.raw


def press(screen: Screen, *keys: str) -> int:
    """Press keys; gives how many."""
    for key in keys:
        screen.press(key)
    return len(keys)


@pytest.mark.parametrize(("typed", "name"), [("ssri", "SSRIs, medication"), ("zoloft", "SSRIs, medication"), ("anti depresant", "Antidepressants, medication")])
def test_a_trainee_looks_something_up_and_is_back(screen: Screen, typed: str, name: str) -> None:
    assert press(screen, "/", *typed, "Enter") == len(typed) + 2
    screen.wait_for(name)
    assert "Get help now" in screen.text()
    press(screen, "Esc")
    screen.wait_for(typed)
    press(screen, "Esc")
    screen.wait_for("Press / to search")


def test_one_key_compares_the_first_options_for_a_condition(screen: Screen) -> None:
    press(screen, "/", *"panic disorder", "Enter")
    screen.wait_for("Panic disorder, condition")
    assert press(screen, "v") == 1
    screen.wait_for("compared with")
    assert "for panic disorder" in screen.text()


def test_a_parent_gets_a_decision_page_for_somebody_under_18(screen: Screen) -> None:
    press(screen, "/", *"depression", "Enter")
    screen.wait_for("Depression, condition")
    assert press(screen, "D", "\x1b[B", "Enter") == 3
    screen.wait_for("Get help now")
    assert "Deciding about depression" in screen.text()
    press(screen, "s")
    screen.wait_for("appointment")
    press(screen, "Esc")


def test_a_support_worker_finds_the_tip_and_help_in_own_words(screen: Screen) -> None:
    press(screen, "/", *"she stopped her tablets on friday, dizzy and shaky")
    screen.wait_for("> Don't stop suddenly")
    assert press(screen, "!") == 1
    screen.wait_for("911")


def test_every_screen_leads_to_crisis_help_with_one_key(screen: Screen) -> None:
    for way in ((), ("Enter",), ("?",), (":",), ("Esc", "M"), (",",)):
        press(screen, *way)
        press(screen, "!")
        screen.wait_for("911")
        press(screen, "Esc")


def test_line_mode_reads_the_first_sentence_after_six_keys(tmp_path: Path) -> None:
    screen = Screen(80, 24, str(tmp_path), HANDBOOK_SCREEN_READER="1")
    screen.wait_for("Words, number, m or q:")
    keys = [*"ssri", "\r", "\r"]
    for key in keys:
        screen.child.send(key)
    screen.wait_for("Get help now")
    assert len(keys) < 8
    screen.child.send("q\r")
    screen.child.expect(pexpect.EOF, timeout=10)
