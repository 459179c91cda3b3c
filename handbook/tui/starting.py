"""Comparisons, decisions, timelines and presentations that start from an entry."""

from __future__ import annotations

import sqlite3
from functools import cached_property
from typing import TYPE_CHECKING, cast

from textual.app import App

from handbook.errors import HandbookError, sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from handbook.document.choice import Choice
    from handbook.learning.choosing import Rounds
    from handbook.tui.app import HandbookApp
    from handbook.tui.pages import Page


def seed_of_today() -> int:
    """What the order of questions depends on: it stays the same for a day."""
    from datetime import date

    return date.today().toordinal()


class StartedPages(App[int]):
    """Mixed into the app: makes pages of several entries, and says what to do where none can be made."""

    @property
    def _whole(self) -> HandbookApp:
        """This app, with all that it is mixed from."""
        return cast("HandbookApp", self)

    def compare_from(self, id: str) -> None:
        """Compare what is marked, or what belongs to the entry; ask for the second one if only one is known."""
        from handbook.document.choice import Choice
        from handbook.document.choices import choice_from

        try:
            choice = choice_from(self._whole.library, self._whole.marks.ids, id)
        except HandbookError as error:
            self._whole.frame.say(sentence(error))
            return
        if choice is None:
            from handbook.tui import choosing

            choosing.second(self._whole, id, lambda other: self.compare(Choice((id, other))))
        else:
            self.compare(choice)

    def compare(self, choice: Choice) -> None:
        """Show a comparison."""
        from handbook.tui.pages import ComparisonPage

        self._try(lambda: ComparisonPage(self._whole.library, choice, self._whole.region))

    def decide(self, id: str) -> None:
        """What there is to decide on, from an entry; asks for the age group first."""
        from handbook.tui import choosing, deciding

        try:
            condition = deciding.condition_of(self._whole.library, id)
        except HandbookError as error:
            self._whole.frame.say(sentence(error))
            return
        app = self._whole
        choosing.age(app, "", lambda age: self._try(lambda: deciding.DecisionPage(app.library, condition, age, (), app.region)))

    def timeline_from(self, id: str) -> None:
        """When what happens, from an entry."""
        from handbook.tui import deciding

        try:
            ids, condition = deciding.timeline_of(self._whole.library, id)
        except HandbookError as error:
            self._whole.frame.say(sentence(error))
        else:
            self.open_timeline(ids, condition)

    def open_timeline(self, ids: list[str], condition: str) -> None:
        """When what happens in some treatments."""
        from handbook.tui.deciding import TimelinePage

        self._try(lambda: TimelinePage(self._whole.library, ids, condition, self._whole.region))

    def open_review(self) -> None:
        """What is due for review."""
        from handbook.tui.review_page import ReviewPage

        self._try(lambda: ReviewPage(self._whole.library))

    def quiz_from(self, id: str) -> None:
        """Ask the questions of a lesson; from elsewhere, what is due of all. A round that was left goes on."""
        from handbook.tui.quizzing import QuizPage

        app = self._whole
        open_page = app.history.current.page if app.history.current and app.frame.place == "quiz" else None
        if isinstance(open_page, QuizPage):
            id = open_page.round.lesson
        lesson = id if id and app.library.card(id).kind == "lesson" else ""
        try:
            round, told = self._rounds.begin(lesson, app.region)
        except (HandbookError, sqlite3.Error) as error:
            app.frame.say(sentence(error) if isinstance(error, HandbookError) else app.unreadable(error))
            return
        if round is None:
            app.frame.say(told)
            return
        if isinstance(open_page, QuizPage) and open_page.round is round and open_page.is_current:
            app.frame.tell(open_page.remark())
            return
        page = QuizPage(round)
        app.open_page(page, page.first)
        if told:
            app.call_after_refresh(app.frame.tell, f"{told} {page.remark()}")

    @cached_property
    def _rounds(self) -> Rounds:
        from handbook.learning.choosing import Rounds
        from handbook.learning.progress import Progress

        return Rounds(self._whole.library, Progress(self._whole.shelf.answers), seed_of_today())

    def present(self, id: str) -> None:
        """The first step of a lesson."""
        from handbook.tui.presenting import PresentPage

        self._try(lambda: PresentPage(self._whole.library, id, self._whole.region))

    def _try(self, make: Callable[[], Page]) -> None:
        """Open a page that is made now, or say why there is none."""
        try:
            self._whole.open_page(make())
        except HandbookError as error:
            self._whole.frame.say(sentence(error))
        except sqlite3.Error as error:
            self._whole.frame.say(self._whole.unreadable(error))
