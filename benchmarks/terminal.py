"""Runs programs in a pseudo terminal and stamps what they write. The screen is never emulated while time runs."""

from __future__ import annotations

import contextlib
import fcntl
import os
import re
import select
import struct
import termios
import time
from collections.abc import Callable

_CONTROL = re.compile(rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b[PX^_].*?\x1b\\|\x1b\].*?(?:\x07|\x1b\\)|\x1b[()][0-9A-B]|\x1b[=>78cDEHMNOZ]", re.DOTALL)
_ANSWERS = ((b"\x1b[6n", b"\x1b[1;1R"), (b"\x1b[c", b"\x1b[?62;22c"), (b"\x1b[?2026$p", b"\x1b[?2026;2$y"), (b"\x1b[?2048$p", b"\x1b[?2048;0$y"))


class Terminal:
    """A program in a terminal of 120 columns and 40 lines."""

    def __init__(self, command: list[str], environment: dict[str, str]) -> None:
        self.master, slave = os.openpty()
        name = os.ttyname(slave)
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        clean = {key: value for key, value in os.environ.items() if key not in ("LINES", "COLUMNS", "NO_COLOR", "TMUX")}
        clean |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8", **environment}
        self.started = time.perf_counter()
        streams = [(os.POSIX_SPAWN_OPEN, 0, name, os.O_RDWR, 0), (os.POSIX_SPAWN_DUP2, 0, 1), (os.POSIX_SPAWN_DUP2, 0, 2)]
        actions = [*streams, (os.POSIX_SPAWN_CLOSE, self.master)]
        self.process = os.posix_spawnp(command[0], command, clean, setsid=True, file_actions=actions)
        os.close(slave)
        self.text = b""
        """All that was written so far, without control sequences and spaces."""
        self.last = self.started
        """When something was last written."""

    def read(self, wait: float) -> bool:
        """Take what was written within `wait` seconds; False if nothing was, or the program has ended."""
        if not select.select([self.master], [], [], wait)[0]:
            return False
        try:
            data = os.read(self.master, 65536)
        except OSError:
            return False
        self.last = time.perf_counter()
        for asked, answer in _ANSWERS:
            if asked in data:
                with contextlib.suppress(OSError):
                    os.write(self.master, answer)
        self.text = (self.text + re.sub(rb"[\x00-\x20]+", b"", _CONTROL.sub(b"", data)))[-100_000:]
        return bool(data)

    def until(self, holds: Callable[[bytes], bool], limit: float = 60.0) -> float:
        """Milliseconds since the start until the text fulfils a condition. Raises TimeoutError."""
        end = time.perf_counter() + limit
        while not holds(self.text):
            if time.perf_counter() > end:
                raise TimeoutError(self.text[-300:].decode(errors="replace"))
            self.read(0.05)
        return (self.last - self.started) * 1000

    def settle(self, quiet: float = 0.15) -> None:
        """Wait until nothing is written for `quiet` seconds."""
        while self.read(quiet):
            pass

    def press(self, keys: bytes, quiet: float = 0.12) -> float:
        """Milliseconds from sending keys to the last thing written because of them."""
        sent = self.last = time.perf_counter()
        os.write(self.master, keys)
        end = sent + 20
        while self.last == sent and time.perf_counter() < end:
            self.read(0.5)
        self.settle(quiet)
        return (self.last - sent) * 1000

    def peak(self) -> float:
        """The most memory the program has held, in MiB."""
        with contextlib.suppress(OSError), open(f"/proc/{self.process}/status") as file:
            for line in file:
                if line.startswith("VmHWM"):
                    return int(line.split()[1]) / 1024
        return 0.0

    def quit(self, keys: bytes) -> float:
        """Milliseconds from sending the keys that end the program to its end."""
        sent = time.perf_counter()
        os.write(self.master, keys)
        while time.perf_counter() < sent + 10:
            self.read(0.002)
            if os.waitpid(self.process, os.WNOHANG)[0]:
                os.close(self.master)
                return (time.perf_counter() - sent) * 1000
        os.kill(self.process, 9)
        os.waitpid(self.process, 0)
        os.close(self.master)
        raise TimeoutError("the program did not end")
