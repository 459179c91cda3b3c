"""What the readers have in common."""

from __future__ import annotations

import json
import os
import re
import shlex
import sys
from pathlib import Path

from tests.accessibility.processes import open_terminal, start_in
from tests.accessibility.steps import bytes_of

HERE = Path(__file__).parent.parent
CHATTER = re.compile(
    r"pychant is not installed|(Start|Quit) Fenrir|has attribute|tdsr, presented by .*|console not in use|Screen reader on\."
    r"|window\.|Terminal - *frame\.|blank|\s*"
)
"""What readers say about themselves."""


class Reader:
    """A screen reader with a program in it, and a log in place of a voice."""

    name = ""
    follows_cursor = True
    """Whether it speaks what the cursor moves to; others repeat whatever is drawn anew."""
    only_cursor = False
    """Whether it says nothing of changes that are not where the cursor is."""
    deaf_at_start = False
    """Whether it comes to a terminal when a part of the first words is past; such readers also say each key."""
    settle = 0.4
    """Seconds of quiet after which it has said all it has to say."""
    longest_start = 40.0
    """Seconds after which it should have begun to speak."""
    start_quiet = 1.2
    """The same for the start of the program."""
    commands: dict[str, bytes] = {}
    """Its own commands, as steps name them."""

    def __init__(self, folder: Path, columns: int, rows: int, environment: dict[str, str]) -> None:
        self.folder = folder
        self.size = (columns, rows)
        self.environment = {**environment, "LC_ALL": "C.UTF-8", "TERM": environment.get("TERM", "linux")}
        self.log = folder / "speech.jsonl"
        self.log.touch()
        self._read_to = 0

    @classmethod
    def missing(cls) -> str:
        """Why it cannot be used on this machine; empty if it can."""
        return ""

    @classmethod
    def version(cls) -> str:
        """Its name and version, as reports give them."""
        return cls.name

    def start(self, command: list[str]) -> None:
        """Start the reader, and the command in it."""
        raise NotImplementedError

    def send(self, action: str) -> None:
        """Press a key, or type."""
        raise NotImplementedError

    def drawn(self) -> bytes:
        """What the program has written since this was last asked."""
        return b""

    def said(self) -> list[str]:
        """What was said since this was last asked, without what readers say about themselves."""
        with self.log.open("rb") as log:
            log.seek(self._read_to)
            new = log.read()
        whole = new[: new.rfind(b"\n") + 1]
        self._read_to += len(whole)
        return [said for said in map(json.loads, whole.splitlines()) if not CHATTER.fullmatch(said)]

    def braille(self) -> list[str]:
        """The lines that a braille display showed since this was last asked."""
        return []

    def close(self) -> None:
        """Give back what was taken."""

    def script(self, name: str, text: str) -> str:
        """Write a shell script; gives its path."""
        path = self.folder / name
        path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
        path.chmod(0o755)
        return str(path)

    def synthesizer(self, protocol: str) -> str:
        """A script that takes the place of a voice."""
        return self.script("synthesizer", f"exec {shlex.join([sys.executable, str(HERE / 'synthesizer.py'), protocol, str(self.log)])}")

    def lasting(self, command: list[str]) -> str:
        """The command as a script that outlives it for a moment: readers end with their child, and would swallow its last words."""
        return self.script("program", f"{shlex.join(command)}\nsleep 2")


class PtyReader(Reader):
    """A reader that stands between a terminal and a program."""

    def __init__(self, folder: Path, columns: int, rows: int, environment: dict[str, str]) -> None:
        super().__init__(folder, columns, rows, environment)
        self.terminal, self.terminal_name = open_terminal(columns, rows)
        os.set_blocking(self.terminal, False)

    def run(self, command: list[str]) -> None:
        """Start the reader's own command in the terminal."""
        start_in(self.terminal_name, command, self.environment)

    def send(self, action: str) -> None:
        """Press a key, or type."""
        os.write(self.terminal, self.commands[action] if action in self.commands else bytes_of(action))

    def drawn(self) -> bytes:
        """What came out of the terminal."""
        try:
            return os.read(self.terminal, 1 << 20)
        except OSError:
            return b""

    def close(self) -> None:
        """Close the terminal."""
        os.close(self.terminal)
