"""Questions as a text file that Anki imports as it is.

The headers are those of Anki's manual, "Text Files", for Anki 2.1.54 and newer: one note a line with its fields between
tabs, HTML in the fields, and columns for the note's own id, the deck and the tags. A note with an id that Anki knows
already is brought up to date, and keeps the days on which it is asked.
"""

from __future__ import annotations

from html import escape

from handbook.document.asked import stopped
from handbook.learning.quiz import sources_told

TYPE_CHECKING = False
if TYPE_CHECKING:
    from handbook.learning.quiz import Question

_HEADERS = (
    "#separator:tab",
    "#html:true",
    "#notetype:Basic",
    "#columns:guid\tdeck\tFront\tBack\ttags",
    "#guid column:1",
    "#deck column:2",
    "#tags column:5",
)
_DECK = "Handbook"


def anki_text(questions: list[Question], day: str) -> str:
    """The whole file: the question and its options in front; answer, reason, sources and the day (as 2026-11-22) behind."""
    return "\n".join([*_HEADERS, *("\t".join(_note(question, day)) for question in questions)]) + "\n"


def _note(question: Question, day: str) -> list[str]:
    """The columns of one note."""
    options = "".join(f"<li>{field(option)}</li>" for option in question.options)
    back = [
        f"<b>{question.right}. {field(stopped(question.answer))}</b>",
        field(question.reason),
        *map(field, sources_told(question)),
        *map(field, question.notes),
        f"From the handbook, lesson {field(question.lesson_title)}, {field(day)}.",
    ]
    return [
        field(f"handbook/{question.id}"),
        f"{_DECK}::{field(question.lesson_title).replace('::', ': ')}",
        f"{field(question.ask)}<ol>{options}</ol>",
        "<br>".join(back),
        f"handbook handbook::{field(question.lesson)}",
    ]


def field(text: str) -> str:
    """A text that stays in its column and its line, and means in HTML what it says."""
    printable = "".join(char if char.isprintable() else " " for char in text)
    return escape(" ".join(printable.split()))
