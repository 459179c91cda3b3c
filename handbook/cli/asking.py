"""Asks a round of questions on a terminal, one at a time, in plain sentences."""

from __future__ import annotations

from handbook.document.nodes import Span
from handbook.learning.quiz import Round, sources_told
from handbook.line.typing import line_reader
from handbook.render.text import TextRenderer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from handbook.cli.output import Terminal
    from handbook.library.library import Library

ANSWER = "Your answer: "
ON = "Enter for the next question, q to stop: "
_STOPPED = 130
"""The exit status after Ctrl+C."""


class _Left(Exception):
    """The reader wants to stop."""


class Asking:
    """Asks the questions of a round. What is typed is read by `read`, which gives None at the end of input."""

    def __init__(self, library: Library, round: Round, terminal: Terminal, region: str) -> None:
        self.library = library
        self.round = round
        self.region = region
        self.write = terminal.write
        self.read = line_reader(terminal.write)
        self.renderer = TextRenderer(terminal.width, ascii=terminal.ascii, cites=False)

    def all(self) -> None:
        """Ask one question after the other until the last one, or until the reader stops."""
        count = len(self.round.questions)
        self.say(f"{count} {'question' if count == 1 else 'questions'}. Type the number of your answer; q stops, ! shows help in a crisis.")
        try:
            while not self.round.is_over:
                self.ask()
                last = self.round.place == count - 1
                if not last:
                    self.typed(ON)
                self.round.go_on()
        except _Left:
            pass

    def ask(self) -> None:
        """Ask until an option is chosen, then say why."""
        round, question = self.round, self.round.question
        self.say("", f"{round.where()}. {question.ask}", indent="")
        for number, option in enumerate(question.options, 1):
            self.say(f"{number}. {option}", indent="   ")
        while not round.chosen:
            typed = self.typed(ANSWER)
            if typed.isascii() and typed.isdecimal() and len(typed) < 4 and 1 <= int(typed) <= len(question.options):
                round.answer(int(typed))
            else:
                self.say(f"Please {round.allowed()}, or q to stop. The question is still: {question.ask}")
        self.say(round.verdict(), question.reason, *sources_told(question))
        if told := round.comes_back():
            self.say(told)

    def typed(self, prompt: str) -> str:
        """What the reader types, where that is neither a wish to stop nor for help."""
        while True:
            line = self.read(prompt)
            if line is None:
                self.write("\n")
                raise _Left
            typed = line.strip().lower()
            if typed in ("q", "quit"):
                raise _Left
            if typed != "!":
                return typed
            from handbook.document.crisis import crisis_page

            self.write(self.renderer.document(crisis_page(self.library, "", self.region)))

    def say(self, *texts: str, indent: str = "") -> None:
        """Sentences, each on a line of its own."""
        for text in texts:
            self.write("\n".join(self.renderer.wrapped([Span(text)], "", indent) if text else [""]) + "\n")


def ask(library: Library, round: Round, terminal: Terminal, region: str) -> int:
    """Ask the questions of a round; whatever ends it, what was reached is told. Gives the exit status."""
    asking = Asking(library, round, terminal, region)
    status = 0
    try:
        asking.all()
    except KeyboardInterrupt:
        terminal.write("\n")
        status = _STOPPED
    asking.say("", round.reached())
    for id, title in round.worth_reading().items():
        asking.say(f"To read it again: handbook show {id} ({title})")
    return status
