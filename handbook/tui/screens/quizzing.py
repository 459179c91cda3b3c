"""Questions on the page screen: answered by their number or by Enter, which then goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.events import Key

from handbook.render.wrap import PROSE
from handbook.tui.screens.shelf import ShelfActions
from handbook.tui.widgets.lineview import LineView

if TYPE_CHECKING:
    from handbook.tui.quizzing import QuizPage


class QuizzingPage(ShelfActions):
    """Answers questions."""

    @property
    def asking(self) -> QuizPage | None:
        """The page of a question, if that is shown; its module is loaded only with the first one."""
        return cast("QuizPage", self.page) if self.place == "quiz" else None

    def on_key(self, event: Key) -> None:
        """The number of an option answers."""
        page = self.asking
        if page is None or self.typing or self.numbers is not None or not (event.character or "").isdecimal():
            return
        event.stop()
        event.prevent_default()
        if page.question is not None and not page.chosen:
            self._answer(page, int(event.character or "0"))

    def _answer(self, page: QuizPage, number: int) -> None:
        """Choose an option and show the answer."""
        if page.question is None or not 1 <= number <= len(page.question.options):
            self.tell(f"There is no answer {number}. {page.remark()}")
            return
        if page.is_current:
            page.round.answer(number)
        self._show_round(page)

    def _show_round(self, page: QuizPage) -> None:
        """Show where the round stands now, in the place of a page of it."""
        now = type(page)(page.round)
        self.visit.page = now
        self.visit.spot = now.spot_of(now.first, self.handbook.layout(PROSE))
        self.show(self.visit)

    def action_open(self) -> None:
        """Answer with the option that the reader is on; on an answered question open a source or a link, or go on."""
        page, line = self.asking, self.view.current
        if page is None or page.question is None or line is None:
            super().action_open()
        elif not page.chosen:
            if line.target.isdecimal():
                self._answer(page, int(line.target))
            else:
                self.tell(page.remark())
        elif line.role in ("source", "note") or any(link[0] == self.view.cursor for link in self._links()):
            super().action_open()
        else:
            if page.is_current:
                page.round.go_on()
            self._show_round(page)

    def on_line_view_clicked(self, event: LineView.Clicked) -> None:
        """A click on an option answers."""
        page, line = self.asking, self.view.current
        if page is not None and not page.chosen and line is not None and line.target.isdecimal():
            event.prevent_default()
            self._answer(page, int(line.target))
