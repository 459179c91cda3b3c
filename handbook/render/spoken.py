"""Signs and numbers as words, for text that is listened to.

A screen reader says "dash" for the dash of "4-8 weeks", skips it, or reads a subtraction; which of them
depends on its settings. Words are heard as they are meant.
"""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_MONTHS = "January February March April May June July August September October November December".split()
_GREEK = {"\u03b1": "alpha", "\u03b2": "beta", "\u03b3": "gamma", "\u03b4": "delta", "\u03ba": "kappa", "\u03bc": "mu", "\u03c9": "omega"}
_ADDRESS = re.compile(r"(\S+://\S+)")
_SPACES = re.compile(r" {2,}")


def _date(match: re.Match[str]) -> str:
    """A date as 2026-11-21 in words; what is no date stays."""
    year, month, day = match.groups()
    return f"{_MONTHS[int(month) - 1]} {int(day)}, {year}" if 1 <= int(month) <= 12 else match.group()


def _greek(match: re.Match[str]) -> str:
    """A Greek letter by its name, as in alpha-2."""
    return _GREEK[match[1]] + (f"-{match[2]}" if match[2] else "")


_WORDS: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = tuple(
    (re.compile(pattern), words)
    for pattern, words in (
        (r"\b(\d{4})-(\d\d)-(\d\d)\b", _date),
        (r"(?<=\d) ?\u2013 ?(?=\d)", " to "),
        # Not the telephone numbers that begin with 1-800.
        (r"(?<![\w-])(?!1-8\d\d)(\d{1,4})-(\d{1,4})(?![\w-])", r"\1 to \2"),
        (r" [-\u2013\u2014] |\u2014", ", "),
        (r"\u2013", "-"),
        (r" ?%", " percent"),
        (r" ?\u00b0 ?C\b", " degrees Celsius"),
        (r" ?\u00b0 ?F\b", " degrees Fahrenheit"),
        (r" ?\u00b0", " degrees "),
        (r"\u00a3(\d[\d,.]*\d|\d)( [mb]illion)?", r"\1\2 pounds"),
        (r"\u20ac(\d[\d,.]*\d|\d)( [mb]illion)?", r"\1\2 euros"),
        (r"\$(\d[\d,.]*\d|\d)( [mb]illion)?", r"\1\2 dollars"),
        (r"\bmmol/L\b", "millimoles per liter"),
        (r"(?<=\w)/(?=(?:L|day|week|kg)\b)", " per "),
        (r" ?& ?", " and "),
        (r" ?(?:>=|\u2265) ?", " at least "),
        (r" ?(?:<=|\u2264) ?", " at most "),
        (r" ?(?:->|\u2192) ?", " to "),
        (r" > ?(?=\d)", " more than "),
        (r" < ?(?=\d)", " less than "),
        (r" ?= ?", " equals "),
        (r"(?<=\w) ?\+ ?(?=\w)", " plus "),
        (r"(?<=\d)\+", " or more"),
        (r"~ ?(?=\d)", "about "),
        (r"(?<![\w.])e\.g\.", "for example"),
        (r"(?<![\w.])i\.e\.", "that is"),
        (r"\betc\.", "and so on"),
        (r"(?<![\w-])vs\.?(?![\w-])", "versus"),
        (r"(?<=\d) ?\u00d7 ?(?=\d)", " times "),
        (r"([" + "".join(_GREEK) + r"])(\d?)", _greek),
        (r"_{2,}", "(blank)"),
        (r"`|\u2022 ?", ""),
    )
)
"""Patterns and what is said for them, in the order in which they are looked for."""


_ANY = re.compile(r"[^\w\s.,;:!?'\"()-]|\d-\d|[" + "".join(_GREEK) + r"]|  | - |__|\be\.g\.|\bi\.e\.|\betc\.|\bvs\b")
"""Finds out whether anything in a text must be said in another way; in most there is nothing."""


def spoken(text: str) -> str:
    """The text with signs and numbers as words; web addresses stay as they are."""
    if not _ANY.search(text):
        return text
    parts = _ADDRESS.split(text)
    for index in range(0, len(parts), 2):
        for pattern, words in _WORDS:
            parts[index] = pattern.sub(words, parts[index])
    return _SPACES.sub(" ", "".join(parts))
