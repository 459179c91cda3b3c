"""The terminal a command writes to: its width, whether it has color, and its two streams.

stdout carries data; stderr carries talk. Color only goes to a terminal, and never under NO_COLOR.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from typing import Any

_DUMB = ("", "dumb", "unknown")


class Terminal:
    """What is known of the place that output goes to."""

    def __init__(self, width: int, color: bool, ascii: bool) -> None:
        self.width = width
        """Columns."""
        self.color = color
        self.ascii = ascii

    def write(self, text: str) -> None:
        """Write data to stdout, in any encoding it has, and in ASCII if that is wanted."""
        if self.ascii and not text.isascii():
            from handbook.render.wrap import to_ascii

            text = to_ascii(text)
        try:
            sys.stdout.write(text)
        except UnicodeEncodeError:
            encoding = sys.stdout.encoding or "ascii"
            from handbook.render.wrap import to_ascii

            sys.stdout.write(to_ascii(text).encode(encoding, "replace").decode(encoding))

    def html(self, text: str) -> str:
        """HTML, with references for what is not ASCII if that is wanted: so no accent is lost."""
        return text.encode("ascii", "xmlcharrefreplace").decode() if self.ascii else text

    def json(self, data: Any, indent: int | None = None) -> str:
        """Data as JSON with an ending newline; escapes stand for what the terminal cannot show."""
        import json

        unicode = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
        return json.dumps(data, indent=indent, ensure_ascii=self.ascii or not unicode) + "\n"


def terminal_for(arguments: argparse.Namespace) -> Terminal:
    """The terminal as the options, the environment and the streams describe it."""
    shown = sys.stdout is not None and sys.stdout.isatty()
    no_color = getattr(arguments, "no_color", False) or bool(os.environ.get("NO_COLOR"))
    color = shown and not no_color and os.environ.get("TERM", "dumb") not in _DUMB
    width = getattr(arguments, "width", 0) or _columns(shown)
    ascii = getattr(arguments, "ascii", False)
    return Terminal(width, color, ascii)


def _columns(shown: bool) -> int:
    """The width of the terminal; 80 where there is none."""
    wanted = os.environ.get("COLUMNS", "")
    if wanted.isdigit() and 20 <= int(wanted) <= 400:
        return int(wanted)
    try:
        return max(20, os.get_terminal_size(sys.stdout.fileno()).columns) if shown else 80
    except (OSError, ValueError):
        return 80


def tell(message: str) -> None:
    """Say something to the person, on stderr, marked as the handbook's."""
    sys.stdout.flush()
    print(f"handbook: {message}", file=sys.stderr, flush=True)
