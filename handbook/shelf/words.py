"""Text that the reader typed, made fit to be kept: no control characters, no air at the ends."""

from __future__ import annotations

import time

_BREAKS = dict.fromkeys(map(ord, "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"), "\n")


def one_line(text: str) -> str:
    """The words on one line, with one space between each two."""
    return " ".join(_printable(text).split())


def lines(text: str) -> str:
    """The text with its line breaks, without air at the ends of lines and of the whole."""
    text = text.replace("\r\n", "\n").translate(_BREAKS).replace("\t", "    ")
    return "\n".join(_printable(line).rstrip() for line in text.split("\n")).strip("\n")


def day(when: int) -> str:
    """The day of a time, in seconds since 1970, as it is said."""
    said = time.strftime("%Y-%m-%d", time.localtime(when))
    for name, ago in (("today", 0), ("yesterday", 86_400)):
        if said == time.strftime("%Y-%m-%d", time.localtime(time.time() - ago)):
            return name
    return f"on {said}"


def sentence(text: str) -> str:
    """A text with a capital letter and a full stop."""
    return f"{text[:1].upper()}{text[1:]}" + ("" if text.endswith((".", "?")) else ".")


def _printable(text: str) -> str:
    return text if text.isprintable() else "".join(char if char.isprintable() else " " for char in text)
