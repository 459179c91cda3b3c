"""The app in a pseudo terminal of its own, on the small collection of the tests."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time

import pyte

from tests.conftest import SAMPLE

PROGRAM = f"""
import sys
import handbook.paths
handbook.paths.built_in_entries = lambda: {str(SAMPLE)!r}
handbook.paths.built_in_library = lambda: "absent"
from handbook.cli.main import run
sys.argv[0] = "handbook"
run()
"""

_UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[[<>=?][0-9;:]*[a-gi-km-zA-Z]|\x1b\[\??[0-9;]*\$p|\x1b\[[0-9;]* q")
_BEGUN = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*)?$")
"""A control sequence whose end has not come yet."""


class Terminal:
    """A terminal with the handbook in it; `environment` and `options` are those of the program."""

    def __init__(self, environment: dict[str, str] | None = None, options: tuple[str, ...] = (), size: tuple[int, int] = (80, 24)) -> None:
        self.size = size
        self.pid, self.master = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
            command = [sys.executable, "-c", PROGRAM, *options]
            os.execve(sys.executable, command, {**os.environ, "TERM": "xterm-256color", **(environment or {})})
        self.output = b""
        self.screen = pyte.Screen(*size)
        """What stands on the screen, with its looks and the cursor."""
        self._stream = pyte.ByteStream(self.screen)
        self._held = b""

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
        whole = self._held + got
        begun = _BEGUN.search(whole)
        end_of_whole = begun.start() if begun else len(whole)
        self._held = whole[end_of_whole:]
        self._stream.feed(_UNKNOWN_TO_PYTE.sub(b"", whole[:end_of_whole]))
        return got

    def read_until(self, words: str) -> None:
        """Read until words stand on the screen and nothing more comes; fails after 20 seconds."""
        end = time.monotonic() + 20
        while words not in self.text:
            assert time.monotonic() < end, f"{words!r} never came:\n{self.text}"
            self.read(quiet=0.05, first=0.1)
        self.read(quiet=0.1, first=0.1)

    @property
    def text(self) -> str:
        """The rows of the screen."""
        return "\n".join(self.screen.display)

    def type(self, keys: bytes) -> bytes:
        """Press keys; gives what is written because of them."""
        self.send(keys)
        return self.read(first=2.0)

    def send(self, keys: bytes) -> None:
        """Press keys and wait for nothing."""
        os.write(self.master, keys)

    def status(self) -> int | None:
        """The exit status, less than 0 for a signal; None if it is still running after ten seconds."""
        for _ in range(100):
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                return os.waitstatus_to_exitcode(status)
            time.sleep(0.1)
        return None

    def close(self) -> None:
        """End what still runs."""
        try:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        except (ProcessLookupError, ChildProcessError):
            pass
        os.close(self.master)


def looks(output: bytes) -> set[int]:
    """The numbers of all looks (SGR) that were sent; 38 and 48 stand for any color that is not one of the 16."""
    found = set()
    for codes in re.findall(rb"\x1b\[([\d;:]*)m", output):
        numbers = [int(number or 0) for number in re.split(rb"[;:]", codes)]
        while numbers:
            number = numbers.pop(0)
            found.add(number)
            if number in (38, 48) and numbers:
                del numbers[: 2 if numbers[0] == 5 else 4]
    return found
