"""Keys of a reader's own: a second key for a command, which comes first wherever keys are named.

The usual keys go on working, so no command ever loses its last key, and every sentence that names one stays true.
"""

from __future__ import annotations

import re

from handbook.commands import BY_NAME, COMMANDS, Command
from handbook.errors import UsageError, did_you_mean

_TAKEN_BY_TERMINALS = ("Ctrl+H", "Ctrl+I", "Ctrl+J", "Ctrl+M", "Ctrl+S", "Ctrl+Z")
"""What terminals send for Backspace, Tab and Enter, or keep for themselves."""


def command_named(name: str) -> Command:
    """The command of that name or title. Raises UsageError."""
    plain = name.strip().lower().replace(" ", "_").replace("-", "_")
    by_title = {command.title.lower().replace(" ", "_"): command for command in COMMANDS}
    found = BY_NAME.get(plain) or by_title.get(plain)
    if found is None:
        raise UsageError(f"no command is called {name!r}.{did_you_mean(plain, [*BY_NAME, *by_title])} Such as: key.bookmark B")
    return found


def checked_key(command: Command, key: str, own: dict[str, str]) -> str:
    """The key as it is written in help, if the command can have it besides those in `own` (command to key).

    An empty key, or `none`, takes the reader's own away. Raises UsageError naming the other command that has it.
    """
    if key.strip().lower() in ("", "none"):
        return ""
    written = _written(key.strip())
    for other in COMMANDS:
        if other is not command and set(other.where) & set(command.where) and written in (*other.keys, own.get(other.name)):
            raise UsageError(f"the key {written} already means {other.title!r}. Choose another key for {command.title!r}")
    return written


def _written(key: str) -> str:
    """A key as it is written in help. Raises UsageError if there is no such key, or if it must stay free."""
    if len(key) == 1:
        if key.isdigit():
            raise UsageError("numbers choose kinds and links; choose another key")
        if key.isascii() and key.isprintable():
            return key
    elif found := re.fullmatch(r"(?:(ctrl|alt)[+-]([a-z])|f([1-9]|1[0-2]))", key.lower()):
        written = f"F{found[3]}" if found[3] else f"{found[1].capitalize()}+{found[2].upper()}"
        if written in _TAKEN_BY_TERMINALS:
            raise UsageError(f"terminals keep {written} for themselves; choose another key")
        return written
    raise UsageError(f"{key!r} is no key; use a letter or sign, F2 to F12, or such as Ctrl+B or Alt+B")
