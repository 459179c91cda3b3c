"""The word `quiz`: questions from the lessons as lists, a number being an answer."""

from __future__ import annotations

from datetime import date

from handbook.learning.choosing import Rounds
from handbook.learning.progress import Progress
from handbook.learning.quiz import Round, sources_told
from handbook.line.page import EntryPage
from handbook.line.places import Listing, Place, Places


class Quizzing(Places):
    """The places, and the word `quiz`."""

    _rounds: Rounds | None = None

    @property
    def rounds(self) -> Rounds:
        """The rounds of this conversation."""
        if self._rounds is None:
            self._rounds = Rounds(self.library, Progress(self.shelf.answers), date.today().toordinal())
        return self._rounds

    def do_quiz(self, rest: str) -> None:
        """Ask the questions of a lesson, of the open one, or what is due of all."""
        words = rest.lower().split()
        if len(words) > 1:
            self.do_search(f"quiz {rest}")
            return
        page = self.page
        here = page.id if isinstance(page, EntryPage) and page.whole.kind == "lesson" else ""
        round, told = self.rounds.begin(words[0] if words else here, self.region)
        if told:
            self.say(told)
        if round is not None:
            self.go_to_made(lambda: self._listing(round))

    def _listing(self, round: Round) -> Listing:
        """The question with its options; once it is answered, the ways on; at the end, what was reached."""
        if round.is_over:
            lines: list[tuple[str, Place]] = [(f"Read again: {title}", self.opener(id)) for id, title in round.worth_reading().items()]
            return Listing(f"That was the last question. {round.reached()}", lines, "the end of the questions")
        if not round.chosen:
            options = [(option, self._answering(round, number)) for number, option in enumerate(round.question.options, 1)]
            # Said once: by ear, a list of numbers alone does not tell that one of them is the answer.
            how = "" if round.place else " Answer by its number."
            return Listing(f"{round.where()}. {round.question.ask}{how}", options, round.where().lower(), enter=False)
        self.say(round.verdict(), round.question.reason, *sources_told(round.question))
        last = round.place + 1 == len(round.questions)
        ways = [
            ("To the end" if last else "Next question", self._going_on(round)),
            (f"Open the lesson {round.question.lesson_title}", self.opener(round.question.lesson)),
        ]
        return Listing(f"{round.comes_back()} Enter goes on.".lstrip(), ways, f"the answer to {round.where().lower()}")

    def _answering(self, round: Round, number: int) -> Place:
        """Chooses an option of the question that is asked."""
        question = round.question

        def answer() -> None:
            if not round.is_over and round.question is question:
                round.answer(number)
            self._show_listing(self._listing(round))

        return answer

    def _going_on(self, round: Round) -> Place:
        """Leads to the next question."""

        def go_on() -> None:
            round.go_on()
            self._show_listing(self._listing(round))

        return go_on
