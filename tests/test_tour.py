"""The written tour, pressed key by key in a real pseudo terminal."""

from __future__ import annotations

import os
import re
import sys
import time
from pathlib import Path

import pexpect
import pyte
import pytest

pytestmark = pytest.mark.slow
TOUR = (Path(__file__).parent.parent / "docs/tour.md").read_text(encoding="utf-8")
STEPS = re.findall(r"^\| (\d+) \| (.+?) \| (.+?) \| .+ \|$", TOUR, re.MULTILINE)
KEYS = {"Enter": "\r", "Backspace": "\x7f", "Esc": "\x1b", "Tab": "\t"}


class Screen:
    """The handbook in a terminal of a given size."""

    def __init__(self, columns: int, lines: int, home: str, **more: str) -> None:
        self.screen = pyte.Screen(columns, lines)
        self.stream = pyte.ByteStream(self.screen)
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "HANDBOOK_", "NO_COLOR"))}
        environment = {**kept, "HOME": home, "TERM": "xterm-256color", "LANG": "C.UTF-8", **more}
        environment.pop("COLUMNS", None)
        self.child = pexpect.spawn(sys.executable, ["-m", "handbook"], env=environment, dimensions=(lines, columns), timeout=60)
        self.raw = b""
        self.held = b""
        """The start of a control sequence whose end has not come yet."""

    def text(self) -> str:
        """What stands on the screen, spaces evened."""
        return " ".join(" ".join(self.screen.display).split())

    def read(self, seconds: float) -> None:
        """Take in what is written within some time."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                data = self.child.read_nonblocking(65536, timeout=0.05)
            except pexpect.TIMEOUT:
                continue
            except pexpect.EOF:
                return
            assert isinstance(data, bytes)
            self.raw += data
            whole = self.held + data
            cut = re.search(rb"\x1b(?:\[[0-?]*[ -/]*)?$", whole)
            end_of_whole = cut.start() if cut else len(whole)
            self.held = whole[end_of_whole:]
            # pyte does not know the private modes that a terminal is asked about.
            self.stream.feed(re.sub(rb"\x1b\[[<>=?][0-9;:]*[a-gi-km-zA-Z]|\x1b\[\??[0-9;]*\$p|\x1b\[[0-9;]* q", b"", whole[:end_of_whole]))

    def rest(self) -> bytes:
        """All that was written until the end, which must have come."""
        self.child.expect(pexpect.EOF, timeout=10)
        before: bytes = self.child.before  # type: ignore[assignment]
        return self.raw + before

    def wait_for(self, words: str) -> None:
        """Wait until words stand on the screen."""
        end = time.monotonic() + 30
        while words not in self.text():
            assert time.monotonic() < end, f"{words!r} is not on the screen:\n" + "\n".join(self.screen.display)
            assert self.child.isalive() or words in self.text(), "the program has ended:\n" + "\n".join(self.screen.display)
            self.read(0.1)

    def press(self, key: str) -> None:
        """Press one key, or type a word."""
        self.child.send(KEYS.get(key, key))
        self.read(0.3)


@pytest.fixture
def home(tmp_path: Path) -> str:
    return str(tmp_path)


def test_the_tour_has_ten_steps() -> None:
    assert [number for number, _, _ in STEPS] == [str(number) for number in range(1, 11)]


@pytest.mark.parametrize(("columns", "lines"), [(80, 24), (40, 15), (160, 50)])
def test_the_tour_works_as_written(columns: int, lines: int, home: str) -> None:
    screen = Screen(columns, lines, home)
    screen.wait_for("search")
    for number, keys, seen in STEPS:
        for key in re.findall(r"`([^`]+)`", keys):
            screen.press(key)
        try:
            screen.wait_for(seen)
        except AssertionError as error:
            raise AssertionError(f"step {number}: {error}") from None
    screen.press("Backspace")
    screen.press("q")
    screen.child.expect(pexpect.EOF, timeout=10)
    screen.child.close()
    assert screen.child.exitstatus == 0
    assert b"Traceback" not in screen.raw


def test_keys_that_come_all_at_once_are_not_lost(home: str) -> None:
    screen = Screen(80, 24, home)
    screen.wait_for("search")
    screen.child.send("/zoloft\r\r")
    screen.wait_for("Get help now")
    screen.child.send("cgcbt\rcv")
    screen.wait_for("compared with")
    screen.child.send("!")
    screen.wait_for("911")
    screen.press("q")


def test_enter_typed_before_the_first_frame_counts(home: str) -> None:
    screen = Screen(80, 24, home)
    screen.child.send("/zoloft\r")
    screen.wait_for("Get help now")
    screen.press("q")


def test_no_color_sends_no_color(home: str) -> None:
    screen = Screen(80, 24, home, NO_COLOR="1")
    screen.wait_for("search")
    screen.press("/")
    screen.press("ssri")
    screen.press("\r")
    screen.press("\r")
    screen.wait_for("Get help now")
    colors = {int(number) for codes in re.findall(rb"\x1b\[([\d;]+)m", screen.raw) for number in codes.split(b";") if number}
    assert not {number for number in colors if (30 <= number <= 48 and number != 39) or 90 <= number <= 107}
    screen.press("q")


@pytest.mark.parametrize("key", ["q", "\x03", "\x11"])
def test_every_way_out_leaves_the_terminal_as_it_was(key: str, home: str) -> None:
    screen = Screen(80, 24, home)
    screen.wait_for("search")
    screen.press(key)
    raw = screen.rest()
    assert raw.rfind(b"\x1b[?1049l") > raw.rfind(b"\x1b[?1049h")
    assert raw.rfind(b"\x1b[?25h") > raw.rfind(b"\x1b[?25l")


def test_a_terminate_signal_leaves_the_terminal_as_it_was(home: str) -> None:
    import signal

    screen = Screen(80, 24, home)
    screen.wait_for("search")
    screen.child.kill(signal.SIGTERM)
    raw = screen.rest()
    assert raw.rfind(b"\x1b[?1049l") > raw.rfind(b"\x1b[?1049h")


@pytest.mark.parametrize("stands", [True, False], ids=["once it stands", "while it starts"])
def test_a_tiny_terminal_and_a_storm_of_resizing(stands: bool, home: str) -> None:
    screen = Screen(20, 8, home)
    if stands:
        screen.wait_for("Press / to search")
    screen.read(2)
    for columns, lines in [(20, 5), (200, 60), (21, 8), (80, 24), (33, 9), (100, 30)] * 3:
        screen.child.setwinsize(lines, columns)
        screen.screen.resize(lines, columns)
        screen.read(0.05)
    screen.child.setwinsize(24, 80)
    screen.screen.resize(24, 80)
    screen.wait_for("search")
    screen.press("q")
    screen.child.expect(pexpect.EOF, timeout=10)
    assert b"Traceback" not in screen.raw
