"""The app in a terminal of its own: what it writes, and how it leaves."""

from __future__ import annotations

import base64
import os
import signal
from collections.abc import Callable

import pytest

from tests.tui.terminal import Terminal

pytestmark = pytest.mark.slow


def test_idle_is_silent_and_the_cursor_is_shown(terminal: Callable[..., Terminal]) -> None:
    screen = terminal()
    assert screen.output.rfind(b"\x1b[?25h") > screen.output.rfind(b"\x1b[?25l")
    assert screen.read(first=2.0) == b""
    screen.type(b"/")
    assert screen.read(first=2.0) == b"", "the search line blinks"


def test_the_terminal_tells_its_size_and_not_the_environment(terminal: Callable[..., Terminal]) -> None:
    screen = terminal(LINES="60", COLUMNS="200")
    assert b"\x1b[24;1H" in screen.output
    assert b"\x1b[60;1H" not in screen.output


def test_a_terminal_that_is_gone_takes_the_app_along(terminal: Callable[..., Terminal]) -> None:
    screen = terminal()
    os.dup2(os.open(os.devnull, os.O_RDWR), screen.master)
    assert screen.status() in (-signal.SIGHUP, 128 + signal.SIGHUP)


def test_the_window_is_named_by_the_page_and_gets_its_name_back(terminal: Callable[..., Terminal]) -> None:
    screen = terminal()
    assert screen.output.count(b"\x1b[22;0t") == 1
    assert b"\x1b]2;Handbook\x07" in screen.output
    assert b"\x1b]2;Handbook: Calmers\x07" in screen.type(b"\r")
    assert b"\x1b[23;0t" in screen.type(b"q")


def test_control_z_gives_the_terminal_back_and_the_screen_returns(terminal: Callable[..., Terminal]) -> None:
    screen = terminal()
    assert b"\x1b[?1049l" in screen.type(b"\x1a")
    assert os.WIFSTOPPED(os.waitpid(screen.pid, os.WUNTRACED)[1])
    os.kill(screen.pid, signal.SIGCONT)
    back = screen.read()
    assert b"\x1b[?1049h" in back
    assert b"Calmers" in back
    assert b"Low mood" in screen.type(b"\x1b[B\x1b[B\r")
    screen.type(b"q")
    assert screen.status() == 0


def test_copying_sends_the_text_in_the_way_terminals_know(terminal: Callable[..., Terminal]) -> None:
    screen = terminal()
    screen.type(b"\r")
    sent = screen.type(b"y")
    text = base64.b64decode(sent.split(b"\x1b]52;c;")[1].split(b"\x07")[0]).decode()
    assert text.startswith("Calming tablets")
    assert "Sources" in text


def test_each_row_is_written_once_when_a_screen_opens(terminal: Callable[..., Terminal]) -> None:
    screen = terminal()
    for words in (b"Press / to search", b"Daily tablets for low mood", b"Messenger"):
        assert screen.output.count(words) == 1, words
    page = screen.type(b"\r")
    assert page.count(b"Calming tablets") == 1
    assert page.count(b"Thoughts of ending") == 1
    assert b"Messenger" in screen.type(b"\x0c\x7f")


def test_half_a_letter_and_an_escape_in_pasted_text_do_no_harm(terminal: Callable[..., Terminal]) -> None:
    screen = terminal()
    screen.type(b"/")
    screen.type(b"\xd7")
    screen.type(b"\xa9")
    screen.type(b"\x1b[200~calm\x1b[31mers q\x1b[201~")
    assert "\u05e9calm[31mers q" in screen.text
    screen.type(b"\x1b")
    screen.type(b"q")
    assert screen.status() == 0
