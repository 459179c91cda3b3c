"""The app in a terminal of its own: what it writes, and how it leaves."""

from __future__ import annotations

import base64
import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Iterator

import pytest

from tests.conftest import SAMPLE

pytestmark = pytest.mark.slow

PROGRAM = f"""
import handbook.paths
handbook.paths.built_in_entries = lambda: {str(SAMPLE)!r}
handbook.paths.built_in_library = lambda: "absent"
from handbook.library.opening import open_library
from handbook.search import FORMAT
from handbook.search.index import Index
from handbook.tui.app import run_app
raise SystemExit(run_app(open_library([], Index, FORMAT)))
"""


class Terminal:
    """A terminal with the app in it."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.pid, self.master = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
            os.execve(sys.executable, [sys.executable, "-c", PROGRAM], {**os.environ, "TERM": "xterm-256color", **environment})
        self.output = b""

    def read(self, quiet: float = 0.4, first: float = 10.0) -> bytes:
        """What is written until it has been quiet for a while, for at most 20 seconds."""
        got, end = b"", time.monotonic() + 20
        while time.monotonic() < end and select.select([self.master], [], [], quiet if got else first)[0]:
            try:
                part = os.read(self.master, 65536)
            except OSError:
                break
            if not part:
                break
            got += part
        self.output += got
        return got

    def type(self, keys: bytes) -> bytes:
        os.write(self.master, keys)
        return self.read(first=2.0)

    def status(self) -> int | None:
        """The exit status, less than 0 for a signal; None if it is still running after ten seconds."""
        for _ in range(100):
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                return os.waitstatus_to_exitcode(status)
            time.sleep(0.1)
        return None


@pytest.fixture
def terminal() -> Iterator[Callable[..., Terminal]]:
    made = []

    def open_terminal(**environment: str) -> Terminal:
        made.append(Terminal(environment))
        assert b"entries" in made[-1].read()
        return made[-1]

    yield open_terminal
    for one in made:
        try:
            os.kill(one.pid, signal.SIGKILL)
            os.waitpid(one.pid, 0)
        except (ProcessLookupError, ChildProcessError):
            pass
        os.close(one.master)


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
