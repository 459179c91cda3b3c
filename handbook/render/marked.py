"""Marks words in text that is shown; the text itself stays as it is."""

from __future__ import annotations

from handbook.document.nodes import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


def marked(spans: list[Span], places: Callable[[str], list[tuple[int, int]]], most: int = 1 << 30) -> list[Span]:
    """The spans cut at what is to be marked, which has the role `match` then; those with the role `kind` are left alone.

    `places` gives the first and one past the last character of each mark in a text, in order. Past `most` characters
    nothing is marked.
    """
    made = []
    for span in spans:
        end = 0
        for first, last in places(span.text[:most]) if most > 0 and span.role != "kind" else ():
            if end < first:
                made.append(Span(span.text[end:first], span.role, span.target))
            made.append(Span(span.text[first:last], "match", span.target))
            end = last
        if not end:
            made.append(span)
        elif end < len(span.text):
            made.append(Span(span.text[end:], span.role, span.target))
        most -= len(span.text)
    return made
