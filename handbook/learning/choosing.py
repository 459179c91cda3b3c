"""Which questions are asked now, and in which order."""

from __future__ import annotations

from handbook.learning.quiz import Question, Round, questions, shuffled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from handbook.learning.progress import Progress
    from handbook.library.library import Library

MOST_AT_ONCE = 10
"""Questions in a round that is not about one lesson: what a short break allows."""
NONE = "There are no questions: no lesson has any."


def chosen(library: Library, progress: Progress, lesson: str, seed: int, region: str = "", only_due: bool = False) -> tuple[list[Question], str]:
    """The questions to ask, and a sentence on why these, which may be empty.

    Of a lesson all, those that are due first; without one, all that are due, or all if none is. With `only_due` perhaps none.
    Raises UnknownId, and UsageError for an entry that is no lesson.
    """
    found = shuffled(questions(library, lesson, region, seed), seed)
    due = progress.due(found)
    if not found:
        return [], "This lesson has no questions." if lesson else NONE
    if only_due:
        return due, "" if due else "Nothing is due today."
    if lesson:
        return [*due, *(question for question in found if question not in due)], ""
    return (due, "") if due else (found, "Nothing is due today, so all questions are asked.")


class Rounds:
    """The rounds of a session: one that was left goes on where it was."""

    def __init__(self, library: Library, progress: Progress, seed: int) -> None:
        self.library = library
        self.progress = progress
        self.seed = seed
        self._rounds: dict[str, Round] = {}
        self._begun = 0

    def begin(self, lesson: str = "", region: str = "") -> tuple[Round | None, str]:
        """The round of a lesson, or of all lessons, and a sentence to tell, which may be empty; None if there are no questions."""
        before = self._rounds.get(lesson)
        if before is not None and not before.is_over:
            return before, f"You go on with question {before.place + 1} of {len(before.questions)}." if before.place or before.chosen else ""
        # Each round has an order of its own, so that nobody learns places instead of answers.
        found, remark = chosen(self.library, self.progress, lesson, self.seed + self._begun, region)
        if not found:
            return None, remark
        self._begun += 1
        self._rounds[lesson] = Round(found if lesson else found[:MOST_AT_ONCE], self.progress, lesson)
        return self._rounds[lesson], remark
