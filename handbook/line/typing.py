"""How lines are typed: with editing and a history in a terminal, plainly anywhere else."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable

_NO_EDITING = ("", "dumb", "unknown")
_ARROWS = re.compile(r"\x1b(?:\[[0-9;]*[A-Za-z~]|O[A-Z])")
"""What keys such as arrows send; on a plain terminal they would stand in the line as typed text."""

ReadLine = Callable[[str], str | None]
"""Shows a prompt and gives the line that was typed, or None at the end of input."""


def line_reader(write: Callable[[str], None]) -> ReadLine:
    """What reads lines here. The history of lines is kept in memory and forgotten at the end."""
    return _edited if _can_edit() else lambda prompt: _plain(prompt, write)


def _can_edit() -> bool:
    """Whether the terminal can edit a line; sets editing up if so."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()) or os.environ.get("TERM", "") in _NO_EDITING:
        return False
    try:
        import readline
    except ImportError:
        return False
    # Marks around pasted text are control codes that some screen readers speak.
    readline.parse_and_bind("set enable-bracketed-paste off")
    readline.parse_and_bind("set bell-style none")
    return True


def _edited(prompt: str) -> str | None:
    sys.stdout.flush()
    try:
        return cleaned(input(prompt))
    except EOFError:
        return None
    except UnicodeDecodeError:
        return ""


def _plain(prompt: str, write: Callable[[str], None]) -> str | None:
    write(prompt)
    sys.stdout.flush()
    line = sys.stdin.readline()
    return cleaned(line) if line else None


def cleaned(line: str) -> str:
    """A typed line without what keys left in it that are no text."""
    return "".join(char for char in _ARROWS.sub("", line) if char.isprintable())
