"""What is done at the keyboard, and what must then be heard.

A step is a key (`Down`, `Ctrl+C`, `Alt+Right`, `F1`, one sign), `type WORDS`, `line WORDS` (words and Enter),
`wait SECONDS`, or a reader's own command (`@line` reads the current line). Checks stand behind it:
`=> words` must be heard, `=! regex` must not, `=0` means silence, and `=< 12` is the most words that may be said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

KEYS = {
    "up": b"\x1b[A", "down": b"\x1b[B", "right": b"\x1b[C", "left": b"\x1b[D",
    "home": b"\x1b[H", "end": b"\x1b[F", "pageup": b"\x1b[5~", "pagedown": b"\x1b[6~",
    "enter": b"\r", "tab": b"\t", "shift+tab": b"\x1b[Z", "esc": b"\x1b", "space": b" ", "backspace": b"\x7f",
    "alt+right": b"\x1b[1;3C", "f1": b"\x1bOP",
}  # fmt: skip
"""What a terminal sends for the keys that have names."""

_CHECK = re.compile(r"\s+(=>|=!|=0|=<)\s*")
DECORATION = re.compile(r"[\u2190-\u21ff\u2300-\u23ff\u2500-\u25ff\u2600-\u27bf\u2800-\u28ff\u2b00-\u2bff\ue000-\uf8ff]")
"""Signs that carry no words: arrows, boxes, blocks, shapes, braille patterns, private use."""


@dataclass(frozen=True)
class Check:
    """Something that must hold for what is heard; `kind` is one of the four signs."""

    kind: str
    text: str

    def failure(self, heard: str) -> str:
        """What is wrong with what was heard, or an empty text."""
        if self.kind == "=>" and not holds(heard, self.text):
            return f"not heard: {self.text}"
        if self.kind == "=!" and (found := re.search(self.text, heard, re.IGNORECASE)):
            return f"should not be heard: {found.group(0)}"
        if self.kind == "=0" and heard:
            return "should be silent"
        if self.kind == "=<" and len(words_of(heard)) > int(self.text):
            return f"{len(words_of(heard))} words, more than {self.text}"
        return ""


@dataclass(frozen=True)
class Step:
    """One thing done, and the checks on what is heard then."""

    action: str
    checks: tuple[Check, ...]

    @property
    def wanted(self) -> list[str]:
        """Words that are worth waiting for."""
        return [check.text for check in self.checks if check.kind == "=>"]

    @property
    def silent(self) -> bool:
        """Whether nothing may be heard."""
        return any(check.kind == "=0" for check in self.checks)

    @property
    def waits(self) -> float:
        """Seconds to wait, if that is all the step does."""
        return float(self.action[5:]) if self.action.startswith("wait ") else 0.0


def read_step(text: str) -> Step:
    """A step from its written form, such as `Down => Breathing =< 12`."""
    action, *rest = _CHECK.split(text.strip())
    checks = tuple(Check(rest[at], rest[at + 1].strip()) for at in range(0, len(rest), 2))
    return Step(action.strip(), checks)


def bytes_of(action: str) -> bytes:
    """What a terminal sends for an action. Raises ValueError for an unknown key."""
    if action.startswith(("type ", "line ")):
        return action[5:].encode() + (b"\r" if action.startswith("line ") else b"")
    if action == "line":
        return b"\r"
    if action.lower() in KEYS:
        return KEYS[action.lower()]
    if found := re.fullmatch(r"ctrl\+(.)", action, re.IGNORECASE):
        return bytes([ord(found.group(1).lower()) & 0x1F])
    if len(action) == 1:
        return action.encode()
    raise ValueError(f"unknown key {action!r}")


def words_of(heard: str) -> list[str]:
    """The words in what was heard."""
    return re.findall(r"\w[\w'’-]*", heard)


def holds(heard: str, text: str) -> bool:
    """Whether the words of a text were heard one after the other. Signs are read out, or left out, as each reader likes."""
    return f" {_plain(text)} " in f" {_plain(heard)} "


def _plain(text: str) -> str:
    return " ".join(word for word in re.findall(r"\w+", text.lower()) if word not in ("dash", "slash"))


def evened(heard: list[str]) -> str:
    """What was heard as one line. Readers cut it differently from run to run, and pad with commas."""
    text = re.sub(r"(?:\s*,)+(?=\s|$)", ",", " ".join(heard))
    text = re.sub(r",(?=\s*,)|^[\s,]+|[\s,]+$", "", text)
    return " ".join(text.split())
