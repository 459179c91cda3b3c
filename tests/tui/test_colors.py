"""Without colors nothing is lost, and the reader's own 16 colors are only ever named, never set."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

import pexpect
import pytest

from handbook.tui.themes import THEMES
from tests.tui.terminal import PROGRAM, Terminal, looks

pytestmark = pytest.mark.slow

PLAIN = {0, 1, 4, 7, 22, 24, 27, 39, 49}
"""Bold, underline and reverse, their ends, and the terminal's own two colors."""
WALK: list[tuple[bytes, str]] = [
    (b"j", "Walking"), (b"c", "Marked"), (b"/", "F1 help"), (b"calmazien", "Showing results"), (b"\r", "Calming tablets"), (b"\t", "Link 1 of"),
    (b"l", "numbered"), (b"]t", "Term 1"), (b"fsix", "Match 1"), (b"\r", "Match 1"), (b"!", "call 988"), (b"?", "Keys"), (b"g", "Type to narrow"),
    (b"\x1b", "Keys"), (b"\x7f\x7f\x7f", "Showing results"),
]  # fmt: skip
"""Keys, and words that stand on the screen after them."""


LISTS = ("Walking", "Marked", "Showing results", "Type to narrow")
"""Words of the walk at which the reader is in a list."""


def walk(terminal: Terminal) -> None:
    """Visit every kind of screen; on each, the reader's line must show itself without any color."""
    for keys, words in WALK:
        terminal.send(keys)
        terminal.read_until(words)
        screen = terminal.screen
        marked = [row for row, text in enumerate(screen.display) if text.startswith("> ")]
        assert len(marked) == 1, terminal.text
        first = screen.buffer[marked[0]][2]
        assert words not in LISTS or (first.bold and first.underscore), terminal.text


@pytest.mark.parametrize(("options", "environment"), [((), {"NO_COLOR": "1"}), (("--no-color",), {})], ids=["NO_COLOR", "--no-color"])
def test_without_color_the_app_sends_no_color(options: tuple[str, ...], environment: dict[str, str], terminal: Callable[..., Terminal]) -> None:
    screen = terminal(*options, **environment)
    walk(screen)
    screen.send(b"T")
    screen.read_until("Colors are off")
    assert looks(screen.output) <= PLAIN
    assert {1, 4} <= looks(screen.output)


def test_the_palette_names_only_the_colors_of_the_terminal(terminal: Callable[..., Terminal]) -> None:
    screen = terminal()
    assert 38 in looks(screen.output)
    screen.send(b"T" * (len(THEMES) - 1))
    screen.read_until("own colors")
    start = len(screen.output)
    walk(screen)
    assert looks(screen.output[start:]) <= PLAIN | set(range(30, 38)) | set(range(40, 48)) | set(range(90, 98))
    assert looks(screen.output[start:]) & set(range(30, 38))


COMMANDS = ("show calmers", "search calm", "compare walking calmers", "list", "crisis", "about", "search qqxx", "show nothing")


def sent(options: list[str], **more: str) -> bytes:
    """What the commands write to a terminal, one after the other in one process."""
    program = PROGRAM.replace("import run", "import main").replace("run()", f"for words in {COMMANDS}: main({options} + words.split())")
    kept = {name: value for name, value in os.environ.items() if name != "NO_COLOR"} | {"TERM": "xterm-256color", **more}
    child = pexpect.spawn(sys.executable, ["-c", program], env=kept, timeout=60)
    output: bytes = child.read()  # type: ignore[assignment]
    child.close()
    assert b"Calming tablets" in output
    assert b"Traceback" not in output
    return output


def test_without_color_no_command_sends_any_code() -> None:
    assert b"\x1b" not in sent([], NO_COLOR="1")
    assert b"\x1b" not in sent(["--no-color"])
    assert b"\x1b[1" in sent([]), "else this proves nothing"
