"""Programs in terminals of their own, and their orderly end: only what was started here is ever ended."""

from __future__ import annotations

import ctypes
import fcntl
import os
import signal
import struct
import termios
import time
from pathlib import Path

_SUBREAPER = 36
"""PR_SET_CHILD_SUBREAPER of prctl(2): orphans of our programs become our children, so that none escapes."""


def adopt_orphans() -> None:
    """Become the parent of programs whose own parent ends."""
    ctypes.CDLL(None, use_errno=True).prctl(_SUBREAPER, 1, 0, 0, 0)


def descendants() -> set[int]:
    """The ids of all processes below this one."""
    children: dict[int, list[int]] = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit() and (fields := _stat(int(folder.name))):
            children.setdefault(int(fields[1]), []).append(int(folder.name))
    found: set[int] = set()
    waiting = [os.getpid()]
    while waiting:
        below = children.get(waiting.pop(), [])
        found.update(below)
        waiting += below
    return found


def running(pids: set[int]) -> bool:
    """Whether one of some processes wants the processor now: on a busy machine, quiet does not mean done."""
    return any((fields := _stat(pid)) and fields[0] in "RD" for pid in pids)


def _stat(pid: int) -> list[str]:
    """State, parent and further fields of a process; empty if it is gone."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
    except OSError:
        return []


def end(pids: set[int]) -> None:
    """End processes, at first politely."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        for pid in pids:
            try:
                os.kill(pid, number)
            except ProcessLookupError:
                pass
        until = time.monotonic() + 1.5
        while pids and time.monotonic() < until:
            pids = {pid for pid in pids if not _gone(pid)}
            time.sleep(0.02)


def _gone(pid: int) -> bool:
    try:
        return os.waitpid(pid, os.WNOHANG)[0] == pid
    except ChildProcessError:
        return not _stat(pid)


def open_terminal(columns: int, rows: int) -> tuple[int, str]:
    """A new pseudo terminal: our end of it, and the name of the other end."""
    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    name = os.ttyname(theirs)
    # The other end stays open here, so that output is not lost between two programs.
    return ours, name


def start(command: list[str], environment: dict[str, str], output: str = os.devnull) -> None:
    """Start a command in a session of its own, with its output in a file."""
    _spawn('output=$1; shift; exec "$@" </dev/null >"$output" 2>&1', [output, *command], environment)


def start_in(terminal: str, command: list[str], environment: dict[str, str]) -> None:
    """Start a command with a terminal as its controlling one: the first that a new session opens."""
    _spawn('terminal=$1; shift; exec "$@" <>"$terminal" >&0 2>&0', [terminal, *command], environment)


def _spawn(script: str, words: list[str], environment: dict[str, str]) -> None:
    os.posix_spawnp("sh", ["sh", "-c", script, "sh", *words], environment, setsid=True)
