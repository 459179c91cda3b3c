"""The page of a question, and of its answer. No Textual here."""

from __future__ import annotations

from handbook.document.nodes import SourceNote, Span
from handbook.learning.quiz import Round
from handbook.tui.lines import Layout
from handbook.tui.pages import Page

ASK, ANSWER = "ask", "answer"
"""The keys of the sections: the question with its options, and the answer with the reason."""


class QuizPage(Page):
    """Where a round of questions stands now: a question, its answer, or the end."""

    place = "quiz"

    def __init__(self, round: Round) -> None:
        self.round = round
        self.question = None if round.is_over else round.question
        """The question that is shown; None at the end."""
        self.chosen = round.chosen
        """The number of the option chosen for it; 0 while none is."""
        self.name = round.where()

    @property
    def is_current(self) -> bool:
        """Whether the round still stands where this page shows it."""
        now = None if self.round.is_over else self.round.question
        return now is self.question and self.round.chosen == self.chosen

    def lay_out(self, layout: Layout) -> None:
        """The page from top to bottom; options are lines that Enter works on."""
        question, round = self.question, self.round
        if question is None:
            layout.section("What you reached")
            layout.add([Span(round.reached())])
            for id, title in round.worth_reading().items():
                layout.add([Span("Worth reading again: "), Span(title, "link", id)])
            return
        layout.add([Span(question.lesson_title)], "title")
        layout.section(question.ask)
        for number, option in enumerate(question.options, 1):
            mark = f"{number}. "
            layout.add([Span(option)], "", mark, " " * len(mark), target="" if self.chosen else str(number))
        if not self.chosen:
            return
        layout.section(self._verdict)
        layout.add(question.because)
        layout.blank()
        layout.add([Span("From the lesson: "), Span(question.lesson_title, "link", question.lesson)])
        if back := self._comes_back:
            layout.add([Span(back)])
        layout.sources(question.sources)

    @property
    def _verdict(self) -> str:
        return self.round.verdict() if self.is_current else f"The answer: {self.question.answer}" if self.question else ""

    @property
    def _comes_back(self) -> str:
        return self.round.progress.told(self.question.id) if self.question else ""

    def section_key(self, section: int) -> str:
        """The question, then the answer."""
        return (ASK, ANSWER)[section] if 0 <= section <= 1 else ""

    @property
    def first(self) -> str:
        """The key of the section that the reader is in at first: the question, or the answer to it."""
        return ANSWER if self.chosen else ASK

    def remark(self) -> str:
        """What to do here."""
        if self.question is None:
            return "Q asks again, Backspace leads back."
        if self.chosen:
            return "Enter goes on, to the end." if self.round.place + 1 == len(self.round.questions) else "Enter goes on to the next question."
        return f"Answer by its number, 1 to {len(self.question.options)}, or by Enter."

    def position(self, section: int, titles: list[str]) -> str:
        """Which question this is."""
        return f"{self.name}. {self.remark()}"

    def sources(self) -> list[SourceNote]:
        """The sources of the answer, once it is shown."""
        return self.question.sources if self.question and self.chosen else []
