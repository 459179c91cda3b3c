"""The words that a query found are marked where they stand, and the text stays as it is."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handbook.cli.output import Terminal
from handbook.cli.search import _listing
from handbook.document.nodes import Span
from handbook.library.library import Library
from handbook.render.marked import marked
from handbook.search.marking import Wanted
from handbook.search.query import search
from handbook.search.words import words

TEXTS = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(["stop", "Stopping", "it's", "café", "cafe\u0301", "self-harm", "½", "İ"])).map(" ".join))


def held(wanted: Wanted, text: str) -> list[str]:
    return [text[first:last] for first, last in wanted.places(text)]


@given(TEXTS, TEXTS, st.booleans())
def test_places_lie_in_the_text_in_order_and_apart(query: str, text: str, begun: bool) -> None:
    tokens = words(query)
    end = 0
    for first, last in Wanted(tokens, tokens[-1] if begun and tokens else "").places(text):
        assert end <= first < last <= len(text)
        end = last


@given(TEXTS, st.lists(st.tuples(TEXTS, st.sampled_from(["", "link", "label", "kind"]))), st.one_of(st.none(), st.integers(0, 80)))
def test_marks_never_change_the_text(query: str, texts: list[tuple[str, str]], most: int | None) -> None:
    spans = [Span(text, role, "somewhere") for text, role in texts]
    places = Wanted(words(query)).places
    made = marked(spans, places) if most is None else marked(spans, places, most)
    assert "".join(span.text for span in made) == "".join(text for text, _ in texts)
    assert all(span.target == "somewhere" for span in made)
    assert all(any(found in text for text, role in texts if role != "kind") for found in (span.text for span in made if span.role == "match"))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(query=TEXTS)
def test_any_query_can_be_marked_in_what_it_finds(real_library: Library, query: str) -> None:
    results = search(real_library, query, limit=3, typing=True)
    for hit in results.hits:
        for text in (hit.title, hit.summary, hit.snippet):
            assert "".join(span.text for span in marked([Span(text)], results.wanted.places)) == text


def test_a_stretch_of_text_past_which_nothing_is_marked() -> None:
    made = marked([Span("stop a "), Span("stop")], Wanted(["stop"]).places, 4)
    assert [(span.text, span.role) for span in made] == [("stop", "match"), (" a ", ""), ("stop", "")]


@pytest.mark.parametrize(
    ("asked", "text", "expected"),
    [
        ("stopping sertraline", "When you stop sertraline, stops and starts.", ["stop", "sertraline", "stops"]),
        ("how do i quit zoloft", "Stop slowly. Zoloft's end.", ["Stop", "Zoloft's"]),
        ("stopping lexapro sudenly", "Never stop suddenly.", ["stop", "suddenly"]),
        ("behaviour therapy", "A behavior therapist", ["behavior"]),
        ("the best way to sleep", "The way to sleep", ["sleep"]),
        ("kind:tip sleep", "A tip on sleep", ["sleep"]),
        ("kind:tip", "A tip", []),
    ],
)
def test_what_is_marked_is_what_was_searched(real_library: Library, asked: str, text: str, expected: list[str]) -> None:
    assert held(search(real_library, asked).wanted, text) == expected


def test_the_beginning_of_a_word_is_marked_while_it_is_typed(real_library: Library) -> None:
    assert held(search(real_library, "olanz", typing=True).wanted, "Olanzapine and olanzapines.") == ["Olanzapine", "olanzapines"]
    assert held(search(real_library, "ol", typing=True).wanted, "Older people") == []


def test_every_first_hit_of_a_rare_word_is_marked(real_library: Library) -> None:
    for word in ("clozapine", "grapefruit", "trichotillomania", "esketamine", "carbamazepine"):
        results = search(real_library, word)
        assert results.wanted.places(f"{results.hits[0].title} {results.hits[0].snippet}"), word


def test_another_name_is_told_only_where_it_explains_the_hit(real_library: Library) -> None:
    for asked, shown, expected in (("zoloft", "SSRIs", "Zoloft"), ("ssri", "SSRIs", ""), ("depression", "Low mood", "Depression")):
        results = search(real_library, asked)
        assert results.hits[0].other_name(results.wanted, shown) == expected, asked


def test_on_the_command_line_color_adds_marks_and_nothing_else(real_library: Library) -> None:
    results = search(real_library, "how do i stop zoloft")
    plain, colored = (_listing(results, Terminal(80, color, False), explained=False) for color in (False, True))
    assert "\x1b" not in plain
    assert "\x1b[1;4mStopping\x1b[0m fast" in colored
    assert re.sub(r"\x1b\[[\d;]*m", "", colored) == plain


