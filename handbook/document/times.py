"""Reads a time out of a sentence, where the sentence says one time and nothing that could change it.

What is not certain is not read at all: a reader then gets the sentence itself and no figure.
"""

from __future__ import annotations

import re

_NUMBERS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
        "nineteen twenty".split()
    )
} | {"a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60}

WEEKS = {"minute": 1 / 10080, "hour": 1 / 168, "day": 1 / 7, "week": 1.0, "month": 52 / 12, "year": 52.0}
"""How many weeks a unit is. A course is also counted in sessions, which are no time."""

_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(_NUMBERS)})"
_RANGE = rf"({_NUMBER})(?:(?: to | or |-)({_NUMBER}))?"
_UNTIL = ("within", "up to", "at most", "by")
_FROM = ("at least",)
_BOUND = rf"(?:({'|'.join((*_UNTIL, *_FROM))}) |(?:in|over|for|after) )?(?:about |around |roughly )?"
_TIME = re.compile(rf"\b{_BOUND}{_RANGE} (minute|hour|day|week|month|year|session)s?\b")
_SESSIONS_WITHIN = re.compile(rf"\b{_RANGE} (?:weekly )?sessions (?=over |in |within )")
_AT_THE_END = re.compile(r"\b(?:by|at) the end of (?:the|a) (?:course|program)(?: of)?\b,?|\bof weekly sessions\b")
"""What places a time at the end of a course that began at the start, and so does not change it."""
_YEAR_OF_GUIDE = re.compile(r"\([^()]*\b(?:19|20)\d\d\)")
_HARMLESS = frozenset(
    "a an about all around be benefit benefits can change changes come comes course early effect expected first for full gain gains "
    "improvement in is it lasts many may mood most mostly notice often people roughly see seen show shows sign signs small some take takes "
    "the this typically usually weekly works you".split()
)
"""Words that may stand around a time without changing what it means. Any other word leaves a doubt: it could
narrow the time to some people, count it from another day, or deny it."""


class Time:
    """A stretch from `low` to `high` of a unit, as the sentence says it; `high` is None for `at least`."""

    __slots__ = ("about", "high", "low", "unit", "within")

    def __init__(self, low: int, high: int | None, unit: str, within: bool = False, about: bool = False) -> None:
        self.low = low
        self.high = high
        self.unit = unit
        """minute, hour, day, week, month, year or session."""
        self.within = within
        """Whether it is a time by which something has come or ended; `low` is 0 then."""
        self.about = about
        """Whether the sentence says that it is rough."""

    @property
    def weeks(self) -> tuple[float, float | None] | None:
        """From which week to which; None for sessions, which are no time."""
        size = WEEKS.get(self.unit)
        return (self.low * size, None if self.high is None else self.high * size) if size else None

    def words(self) -> str:
        """The time in words, such as `4 to 8 weeks`."""
        most = self.low if self.high is None else self.high
        amount = str(most) if self.within or self.low == most else f"{self.low} to {most}"
        bound = "at least " if self.high is None else "within " if self.within else ""
        return f"{bound}{'about ' if self.about else ''}{amount} {self.unit if most == 1 else f'{self.unit}s'}"


def read_time(sentence: str) -> Time | None:
    """The one time that a plain sentence gives, or None if it gives none, or says anything that leaves a doubt."""
    text = " ".join(_YEAR_OF_GUIDE.sub("", sentence).lower().replace("\u2013", "-").split())
    text = text.replace("half a year", "6 months").replace("a year and a half", "18 months")
    text = " ".join(_AT_THE_END.sub(" ", _SESSIONS_WITHIN.sub("", text)).split())
    found = list(_TIME.finditer(text))
    if len(found) != 1:
        return None
    match = found[0]
    around = re.findall(r"[^\s.,]+", f"{text[: match.start()]} {text[match.end() :]}")
    if any(word not in _HARMLESS for word in around):
        return None
    bound, low, high = match[1], _number(match[2]), match[3]
    last = _number(high) if high else low
    if not 0 < low <= last:
        return None
    about = re.search(r"\b(?:about|around|roughly)\b", text) is not None
    if bound in _FROM:
        return None if high else Time(low, None, match[4], about=about)
    within = bool(bound) and not high
    return Time(0 if within else low, last, match[4], within, about)


def _number(word: str) -> int:
    return int(word) if word.isdecimal() else _NUMBERS[word]
