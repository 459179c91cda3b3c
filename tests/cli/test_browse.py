"""Which face opens: the full screen, or line mode and why."""

from __future__ import annotations

import os
import sys

import pexpect
import pytest

from handbook.cli.browse import line_mode_reason
from tests.cli.conftest import Run


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """All three streams are a capable terminal."""
    monkeypatch.setenv("TERM", "xterm-256color")
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(getattr(sys, name), "isatty", lambda: True)


@pytest.mark.parametrize("value", ["0", "false", "no", "off", "", "No", " FALSE "])
@pytest.mark.usefixtures("terminal")
def test_the_variable_can_say_no(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANDBOOK_SCREEN_READER", value)
    assert line_mode_reason(False) is None
    assert line_mode_reason(False, always=True) is None, "a no in the variable wins over the setting"
    assert line_mode_reason(True) == "asked for by --screen-reader"


@pytest.mark.usefixtures("terminal")
def test_the_setting_counts_where_the_variable_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HANDBOOK_SCREEN_READER", raising=False)
    assert line_mode_reason(False, always=True) == "asked for by your setting screen_reader"


@pytest.mark.parametrize("value", ["1", "true", "yes", "on"])
@pytest.mark.usefixtures("terminal")
def test_the_variable_can_say_yes(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANDBOOK_SCREEN_READER", value)
    assert line_mode_reason(False) == "asked for by HANDBOOK_SCREEN_READER"


@pytest.mark.parametrize("term", ["", "dumb", "unknown"])
@pytest.mark.usefixtures("terminal")
def test_a_terminal_without_a_full_screen(term: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", term)
    assert line_mode_reason(False) == "this terminal cannot draw a full screen"


@pytest.mark.parametrize("stream", ["stdin", "stdout", "stderr"])
@pytest.mark.usefixtures("terminal")
def test_a_stream_that_is_no_terminal(stream: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getattr(sys, stream), "isatty", lambda: False)
    assert line_mode_reason(False) == "input or output is not a terminal"


@pytest.mark.parametrize(("size", "reason"), [((19, 24), "needs 20 columns"), ((80, 7), "needs 20 columns"), ((20, 8), ""), ((0, 0), "")])
@pytest.mark.usefixtures("terminal")
def test_a_terminal_too_small_for_a_full_screen(size: tuple[int, int], reason: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handbook.cli.browse._terminal_size", lambda: size)
    assert reason in (line_mode_reason(False) or "")
    assert bool(reason) == bool(line_mode_reason(False))


def test_without_input_it_says_goodbye(handbook: Run) -> None:
    done = handbook()
    assert done.returncode == 0
    assert done.stdout.startswith("Handbook, line mode (input or output is not a terminal).")
    assert done.stdout.endswith("Goodbye.\n")
    assert "\x1b" not in done.stdout


@pytest.mark.parametrize(("term", "options", "reason"), [("dumb", [], "cannot draw"), ("xterm", ["--screen-reader"], "--screen-reader")])
def test_line_mode_in_a_terminal_sends_no_control_codes(term: str, options: list[str], reason: str, shared_home: str) -> None:
    environment = {"HOME": shared_home, "TERM": term, "PATH": os.environ["PATH"]}
    child = pexpect.spawn(sys.executable, ["-m", "handbook", *options], env=environment, dimensions=(24, 80), timeout=60, encoding="utf-8")
    said = ""
    for line in ("zoloft", "", "c", "v cbt ssri for panic-disorder", "!", "nonsense qqqzzz", "q"):
        child.expect(r"Words, number, m or q: |Next: ")
        said += str(child.before)
        child.sendline(line)
    child.expect(pexpect.EOF)
    said += str(child.before)
    child.close()
    assert child.exitstatus == 0
    assert reason in said
    assert "Section 1 of" in said
    assert "CBT compared with SSRIs" in said
    assert "Nothing found for: nonsense qqqzzz" in said
    assert "\x1b" not in said


def test_a_line_can_be_edited_and_called_back(shared_home: str) -> None:
    environment = {"HOME": shared_home, "TERM": "xterm", "PATH": os.environ["PATH"]}
    child = pexpect.spawn(sys.executable, ["-m", "handbook", "--screen-reader"], env=environment, dimensions=(24, 80), timeout=60, encoding="utf-8")
    child.expect_exact("Words, number, m or q: ")
    child.send("g cbx\x7ft\r")
    child.expect_exact("Cognitive behavioral therapy")
    child.expect_exact("Next: ")
    child.send("\x1b[A")
    child.expect_exact("g cbt")
    child.send("\x01\x0bi\r")
    child.expect(r"section 1 of \d+")
    child.send("\x03")
    child.expect_exact("Goodbye.")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert not any(name.startswith(".") and "hist" in name for name in os.listdir(shared_home))
