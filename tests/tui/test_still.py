"""Nothing moves: no screen writes a byte while its reader reads, and nothing blinks (WCAG 2.2.2, 2.3.3)."""

from __future__ import annotations

import os
import re
import select
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from handbook import paths
from tests.tui.terminal import Terminal, looks

PLACES: dict[str, tuple[str, bytes]] = {
    "the list": ("5 entries", b""),
    "the empty search line": ("F1 help", b"/"),
    "results of a search": ("Showing results", b"/calmazien"),
    "a list to choose from": ("Type to narrow", b"g"),
    "a list being narrowed": ("Type to narrow: re", b"gre"),
    "a page": ("Calming tablets", b"\r"),
    "a link on a page": ("Link 1 of", b"\r\t"),
    "a term": ("Term 1 of", b"\r]]]t"),
    "words to find": ("Match 1 of", b"\rfsix"),
    "a comparison": ("compared with", b"5v"),
    "help in a crisis": ("call 988", b"!"),
    "help": ("Keys", b"?"),
}
"""A place to words that stand there, and the keys that lead there from the start."""
STILL = 5
"""Seconds in which nothing may be written."""


@pytest.mark.slow
def test_every_screen_is_silent_while_nothing_is_pressed() -> None:
    """All screens at once, each in a terminal of its own, so that the wait is only one."""
    terminals = {place: Terminal() for place in PLACES}
    try:
        for place, (words, keys) in PLACES.items():
            terminals[place].read_until("entries")
            terminals[place].send(keys)
            terminals[place].read_until(words)
        for terminal in terminals.values():
            terminal.read(first=0.5)
        end = time.monotonic() + STILL
        while (left := end - time.monotonic()) > 0:
            ready = select.select([terminal.master for terminal in terminals.values()], [], [], left)[0]
            assert not ready, [place for place, terminal in terminals.items() if terminal.master in ready]
        for place, terminal in terminals.items():
            assert not {2, 3, 5, 6} & looks(terminal.output), f"{place}: dim, italic or blinking"
            assert not re.search(rb"\x1b\[\?12h|\x1b\[[135]? q", terminal.output), f"{place}: the cursor is told to blink"
    finally:
        for terminal in terminals.values():
            terminal.close()


def test_the_app_itself_turns_animations_off() -> None:
    program = "import handbook.tui; from textual import constants; print(constants.TEXTUAL_ANIMATIONS, constants.SMOOTH_SCROLL)"
    environment = {**os.environ, "TEXTUAL_ANIMATIONS": "full", "TEXTUAL_SMOOTH_SCROLL": "1"}
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=environment, timeout=60, check=True)
    assert done.stdout.split() == ["none", "False"]


@pytest.mark.parametrize("word", ["LoadingIndicator", "ProgressBar", "notify(", "set_interval(", "animate(", "blink = True", "italic", "blink;"])
def test_nothing_that_moves_is_used(word: str) -> None:
    files = [*Path(paths.__file__).parent.glob("tui/**/*.py"), *Path(paths.styles()).glob("*.tcss")]
    assert len(files) > 10
    assert not [file.name for file in files if word in file.read_text(encoding="utf-8")]


@pytest.mark.slow
def test_a_page_turns_in_one_step(terminal: Callable[..., Terminal]) -> None:
    """One key writes the new page once, and no frames in between."""
    screen = terminal(TEXTUAL_ANIMATIONS="full")
    screen.send(b"\r")
    screen.read_until("Calming tablets")
    screen.read(first=0.5)
    written = screen.type(b" ")
    assert 0 < len(written) < 24 * 80 * 3
    assert written.count(b"\x1b[1;1H") <= 2
