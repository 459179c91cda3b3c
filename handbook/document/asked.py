"""A question of a lesson on its page: what is asked, what to choose from, the answer and why."""

from __future__ import annotations

from handbook.document.nodes import Block, Heading, Listing, Paragraph, Span, text_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from handbook.document.compose import Composer


def is_whole(question: dict[str, Any]) -> bool:
    """Whether a question (or a step) can be asked: nothing is missing, and one of the options is the answer.

    The library also holds lessons of which `handbook check` says otherwise.
    """
    return all(question[field] for field in ("key", "ask", "because")) and question["answer"] in question["options"]


def question_blocks(question: dict[str, Any], composer: Composer) -> list[Block]:
    """A question (or a step that holds one) as a heading, its numbered options, and a paragraph with the answer and the reason.

    Nothing where it is not whole.
    """
    if not is_whole(question):
        return []
    options = question["options"]
    number = options.index(question["answer"]) + 1
    answer = [Span("Answer: ", "label"), Span(f"{number}. {stopped(question['answer'])} "), *composer.line(question["because"])]
    return [
        Heading(text_of(composer.spans(question["ask"])), question["key"]),
        Listing([composer.spans(option) for option in options], ordered=True),
        Paragraph(answer),
    ]


def stopped(text: str) -> str:
    """A text that ends a sentence."""
    return text if text.endswith((".", "?", "!")) else f"{text}."
