"""When a question is asked again.

Questions lie in five boxes, as in Leitner's card box (S. Leitner, So lernt man lernen, 1972). A right answer
moves a question one box on, a wrong one back into the first. A box waits 1, 3, 7, 16 or 35 days, about twice as long
as the one before it. A question answered rightly before its day stays where it is, so that going over it ten times
in one evening does not count as knowing it for weeks.
"""

from __future__ import annotations

import time
from datetime import date

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from handbook.learning.quiz import Question
    from handbook.shelf.answers import Answers

DAYS = (1, 3, 7, 16, 35)
"""The days that a question waits in each box."""


class Progress:
    """What was answered, kept by `answers` as far as the reader wants it kept, and for this session in any case.

    `now` gives the time in seconds since 1970.
    """

    def __init__(self, answers: Answers, now: Callable[[], float] = time.time) -> None:
        self.answers = answers
        self.now = now
        self._known: dict[str, tuple[int, int]] | None = None

    @property
    def keeps(self) -> bool:
        """Whether anything is remembered beyond this session."""
        return self.answers.keeps

    @property
    def known(self) -> dict[str, tuple[int, int]]:
        """Question to its box, from 1 to 5, and the time it was put there."""
        if self._known is None:
            self._known = self.answers.all()
        return self._known

    def answered(self, question: str, right: bool) -> None:
        """Put a question into its next box."""
        known = self.known.get(question)
        if right and known and not self.is_due(question):
            return
        box = 1 if not right else min(len(DAYS), known[0] + 1) if known else 2
        when = int(self.now())
        self.known[question] = (box, when)
        self.answers.keep(question, box, when)

    def days_left(self, question: str) -> int:
        """The days until a question is due; 0 or less if it is, and for one that was never answered."""
        known = self.known.get(question)
        if known is None:
            return 0
        box, when = known
        return DAYS[box - 1] - (_day(self.now()) - _day(when))

    def is_due(self, question: str) -> bool:
        """Whether a question waits to be asked: its day has come, or it was never answered."""
        return self.days_left(question) <= 0

    def told(self, question: str) -> str:
        """When a question comes back, in words; empty if nothing is kept."""
        if not self.keeps or question not in self.known:
            return ""
        days = max(1, self.days_left(question))
        return "It comes back tomorrow." if days == 1 else f"It comes back in {days} days."

    def due(self, found: list[Question]) -> list[Question]:
        """The questions that wait, those first that have waited longest; those never answered come last, in the order given."""
        waiting = [question for question in found if self.is_due(question.id)]
        return sorted(waiting, key=lambda question: self.days_left(question.id) if question.id in self.known else 1)


def _day(when: float) -> int:
    """The number of the day of a time, where the reader lives; the day changes at midnight."""
    return date.fromtimestamp(when).toordinal()
