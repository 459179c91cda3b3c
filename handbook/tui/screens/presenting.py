"""A lesson step by step: on a projector, and for trainers who listen."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from handbook.errors import HandbookError, sentence
from handbook.tui.lines import START
from handbook.tui.screens.quizzing import QuizzingPage

if TYPE_CHECKING:
    from handbook.tui.presenting import PresentPage


class PresentingActions(QuizzingPage):
    """Goes from step to step, and to what a step shows."""

    @property
    def presenting(self) -> PresentPage | None:
        """The step that is shown, if it is one; its module is loaded only with the first one."""
        return cast("PresentPage", self.page) if self.place == "present" else None

    def action_present(self) -> None:
        """Present the lesson that is read."""
        self.handbook.present(self.page.entry_id)

    def action_quiz(self) -> None:
        """Ask the questions of the lesson that is presented."""
        if self.presenting:
            self.handbook.quiz_from(self.presenting.id)
        else:
            super().action_quiz()

    def _turn(self, page: PresentPage, told: str) -> None:
        """Show another step, or this one in another way; the way back stays as it was."""
        self.visit.page, self.visit.spot = page, START
        self.numbers, self.note = None, None
        self.view.turn(self._make)
        self.renew_bars()
        self.tell(told)

    def _go_to_step(self, number: int) -> None:
        page = self.presenting
        assert page is not None
        other = page.at(number)
        if other is not None:
            self._turn(other, other.position(-1, []))
        else:
            self.say("This is the first step." if number < 1 else "This was the last step. Backspace leaves the lesson.")

    def action_next_section(self) -> None:
        """The next step of a lesson; elsewhere the next section."""
        if self.presenting:
            self._go_to_step(self.presenting.number + 1)
        else:
            super().action_next_section()

    def action_previous_section(self) -> None:
        """The step before of a lesson; elsewhere the section before."""
        if self.presenting:
            self._go_to_step(self.presenting.number - 1)
        else:
            super().action_previous_section()

    def action_page_down(self) -> None:
        """The next page; behind the last one of a step, the next step: a presenter's remote has no other keys."""
        if self.presenting and self.view.page + 1 >= self.view.page_count:
            self._go_to_step(self.presenting.number + 1)
        else:
            super().action_page_down()

    def action_page_up(self) -> None:
        """The page before; before the first one of a step, the step before."""
        if self.presenting and not self.view.page:
            self._go_to_step(self.presenting.number - 1)
        else:
            super().action_page_up()

    def action_outline(self) -> None:
        """Choose a step of a lesson; elsewhere a section."""
        if not self.presenting:
            super().action_outline()
            return
        from handbook.tui import choosing

        choosing.step(self.handbook, self.presenting.plan, self.presenting.number, self._go_to_step)

    def action_trainer(self) -> None:
        """Show or hide the trainer's notes."""
        page = self.presenting
        assert page is not None
        other = page.toggled()
        self._turn(other, "The trainer's notes are shown. H hides them." if other.noted else "The trainer's notes are hidden.")

    def action_open(self) -> None:
        """On a link that was gone to or a source, that; else the answer to the step's question, or what the step shows."""
        page, line = self.presenting, self.view.current
        if page is None or self.view.spot is not None or (line is not None and line.role in ("source", "note")):
            super().action_open()
        elif choice := page.choice():
            self.handbook.compare(choice)
        elif answered := page.with_answer():
            self._turn(answered, "The answer is shown.")
            self.view.move_to(next((index for index, other in enumerate(self.view.lines) if other.text in ("The answer", "Answer")), 0))
            self.tell("The answer is shown.")
        elif page.step.entry:
            try:
                self.handbook.open_entry(page.step.entry, page.section_to_open())
            except HandbookError as error:
                self.say(sentence(error))
        else:
            self.say("This step has nothing to open. ] goes on to the next one.")
