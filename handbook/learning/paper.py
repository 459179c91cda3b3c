"""Questions on paper, the answers behind them, and as data."""

from __future__ import annotations

from handbook.document.article import review_notes
from handbook.document.asked import stopped
from handbook.document.nodes import Block, Document, Heading, Listing, Paragraph, Section, SourceNote, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from handbook.learning.quiz import Question
    from handbook.library.library import Library


def paper(questions: list[Question], library: Library) -> Document:
    """All questions with their options, then all answers with their reasons, and the sources they name."""
    asked: list[Block] = []
    told: list[Block] = []
    numbers: dict[str, SourceNote] = {}
    for number, question in enumerate(questions, 1):
        asked += [Heading(f"Question {number}. {question.ask}"), Listing([[Span(option)] for option in question.options], ordered=True)]
        right = Span(f"{question.right}, {stopped(question.answer)} ", "strong")
        told.append(Paragraph([Span(f"Question {number}: ", "label"), right, *_renumbered(question, numbers)]))
    lessons = {question.lesson: question.lesson_title for question in questions}
    title = f"Questions: {next(iter(lessons.values()))}" if len(lessons) == 1 else f"Questions from {len(lessons)} lessons"
    sections = [Section("questions", "Questions", asked), Section("answers", "Answers", told)]
    return Document("quiz", "quiz", title, "", sections, list(numbers.values()), review_notes([library.get(id) for id in lessons]))


def _renumbered(question: Question, numbers: dict[str, SourceNote]) -> list[Span]:
    """The reason with the numbers that its sources have on the whole page; `numbers` takes in new ones."""
    for source in question.sources:
        if source.key not in numbers:
            new = SourceNote(len(numbers) + 1, source.key, source.title, source.publisher, source.year, source.url, source.read)
            numbers[source.key] = new
        else:
            numbers[source.key].read = numbers[source.key].read or source.read
    marks = {"cite": "[{}]", "unread": "[{}?]"}
    return [
        Span(marks[span.role].format(numbers[span.target].number), span.role, span.target) if span.role in marks else span
        for span in question.because
    ]


def question_data(question: Question) -> dict[str, Any]:
    """A question for `--json`; `answer` is the number of the right option, counted from 1."""
    return {
        "id": question.id,
        "lesson": question.lesson,
        "ask": question.ask,
        "options": question.options,
        "answer": question.right,
        "because": question.reason,
        "sources": [
            {"key": source.key, "title": source.title, "publisher": source.publisher, "year": source.year, "url": source.url, "read": source.read}
            for source in question.sources
        ],
    }
