"""The questions of the lessons, ready to be asked, and a round of them."""

from __future__ import annotations

from random import Random

from handbook.document.article import review_notes
from handbook.document.asked import is_whole, stopped
from handbook.document.compose import Composer
from handbook.document.nodes import SourceNote, Span, text_of
from handbook.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from handbook.learning.progress import Progress
    from handbook.library.library import Library


class Question:
    """A question with its options, of which one is right, and the reason."""

    __slots__ = ("ask", "because", "id", "lesson", "lesson_title", "notes", "options", "right", "sources")

    def __init__(self, lesson: dict[str, Any], question: dict[str, Any], library: Library, region: str, seed: int) -> None:
        composer = Composer(library, region)
        self.id = f"{lesson['id']}/{question['key']}"
        """The lesson's id and the question's key: the same for good."""
        self.lesson: str = lesson["id"]
        self.lesson_title: str = lesson["title"]
        self.ask = text_of(composer.spans(question["ask"]))
        random = Random(f"{seed} {self.id}")
        options = sorted(question["options"], key=lambda _: random.random())
        self.options = [text_of(composer.spans(option)) for option in options]
        """What can be chosen, in an order of its own for every seed, so that the right one has no usual place."""
        self.right = options.index(question["answer"]) + 1
        """The number of the right option, counted from 1."""
        self.because: list[Span] = composer.line(question["because"])
        """Why, with the numbers of its sources."""
        self.sources: list[SourceNote] = composer.sources()
        self.notes = review_notes([lesson])
        """When the lesson was written, and who reviewed it."""

    @property
    def answer(self) -> str:
        """The right option."""
        return self.options[self.right - 1]

    @property
    def reason(self) -> str:
        """Why, as plain text."""
        return text_of(self.because)


def source_told(source: SourceNote) -> str:
    """A source in one line: who published it, the year, its title."""
    about = ", ".join(part for part in (source.publisher, source.year or "year not recorded") if part)
    unread = "" if source.read else " Not yet confirmed."
    return f"{about}: {stopped(source.title)}{unread}"


def sources_told(question: Question) -> list[str]:
    """The sources of an answer, each in one line that begins so that a listener knows what it is."""
    return [f"Source: {source_told(source)}" for source in question.sources]


def questions(library: Library, lesson: str = "", region: str = "", seed: int = 0) -> list[Question]:
    """All questions of a lesson, or of all lessons, in the order of the entries; the order of the options depends on the seed.

    Raises UnknownId, and UsageError for an entry that is no lesson.
    """
    if lesson and library.card(lesson).kind != "lesson":
        lessons = ", ".join(card.id for card in library.cards("lesson"))
        raise UsageError(f"{lesson!r} is no lesson. Lessons: {lessons or 'there are none'}")
    found = []
    for id in [lesson] if lesson else [card.id for card in library.cards("lesson")]:
        entry = library.get(id)
        found += [Question(entry, asked, library, region, seed) for asked in [*entry["steps"], *entry["quiz"]] if is_whole(asked)]
    return found


def shuffled(found: Iterable[Question], seed: int) -> list[Question]:
    """The questions in an order that depends on the seed only."""
    random = Random(seed)
    return [question for _, question in sorted(((random.random(), question) for question in found), key=lambda pair: pair[0])]


class Round:
    """Some questions, asked one after the other, and the place in them. What is answered goes into `progress`."""

    def __init__(self, found: list[Question], progress: Progress, lesson: str = "") -> None:
        self.questions = found
        """One at least."""
        self.lesson = lesson
        """The id of the lesson that it is about; empty if it is about all."""
        self.progress = progress
        self.place = 0
        """The number of the question that is asked, counted from 0; as many as there are when all were asked."""
        self.chosen = 0
        """The number of the option chosen for it, counted from 1; 0 while none is."""
        self.wrong: list[Question] = []
        """What was not answered rightly, in the order asked."""
        self.answered = 0

    @property
    def question(self) -> Question:
        """The question that is asked."""
        return self.questions[self.place]

    @property
    def is_over(self) -> bool:
        """Whether all were asked."""
        return self.place >= len(self.questions)

    @property
    def is_right(self) -> bool:
        """Whether what was chosen is right."""
        return self.chosen == self.question.right

    def answer(self, number: int) -> None:
        """Choose an option, counted from 1; a second choice for one question changes nothing. Raises UsageError for any other number."""
        if not 1 <= number <= len(self.question.options):
            raise UsageError(f"there is no answer {number}; {self.allowed()}")
        if not self.chosen:
            self.chosen = number
            self.answered += 1
            if not self.is_right:
                self.wrong.append(self.question)
            self.progress.answered(self.question.id, self.is_right)

    def go_on(self) -> None:
        """Leave the question, answered or not, for the next one."""
        if not self.is_over:
            self.place += 1
            self.chosen = 0

    def allowed(self) -> str:
        """What may be typed, in words."""
        return f"type a number from 1 to {len(self.question.options)}"

    def where(self) -> str:
        """The place in words: `Question 2 of 6`."""
        return f"Question {self.place + 1} of {len(self.questions)}" if not self.is_over else "The end of the questions"

    def verdict(self) -> str:
        """Whether the choice is right, with the right answer, in one sentence or two."""
        question = self.question
        if self.is_right:
            return f"That is right: {stopped(question.answer)}"
        return f"The answer is {question.right}: {stopped(question.answer)} You chose: {stopped(question.options[self.chosen - 1])}"

    def comes_back(self) -> str:
        """When the question that was just answered is asked again; empty if nothing is kept."""
        return self.progress.told(self.question.id)

    def reached(self) -> str:
        """What was done, in words, without praise or blame."""
        if not self.answered:
            return "No question was answered."
        right = self.answered - len(self.wrong)
        asked = f"{self.answered} of {len(self.questions)} questions answered, {right} of them right."
        back = " The others come back sooner." if self.wrong and self.progress.keeps else ""
        return asked + back

    def worth_reading(self) -> dict[str, str]:
        """The lessons of what was not answered rightly: id to title."""
        return {question.lesson: question.lesson_title for question in self.wrong}
