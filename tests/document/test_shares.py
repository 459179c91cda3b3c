"""Figures that one sentence sets side by side."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.document.nodes import Paragraph, Shares, Span
from handbook.document.shares import shares_in
from handbook.render.picture import drawn


def pairs(text: str) -> list[Shares]:
    return shares_in([Paragraph([Span(text)])])


def test_a_sentence_with_two_figures_is_a_pair() -> None:
    (found,) = pairs("It helps. In low mood, 50 in 100 got better, against 30 in 100 on a dummy tablet (2 trials). More is not known.")
    assert found.of == 100
    assert found.rows == [(50, "got better"), (30, "on a dummy tablet")]


@pytest.mark.parametrize(
    "text",
    [
        "50 in 100 got better.",
        "50 in 100 got better. On a dummy tablet it was 30 in 100.",
        "About 50 in 100 got better, against 30 in 100 on a dummy tablet.",
        "20 to 39 in 100 had quit, against 8 in 100 on a dummy.",
        "22.5 in 100 got well, against 7 in 100 on a dummy.",
        "50 in 100 got better, against 3 in 10 on a dummy tablet.",
        "50 in 100 got better, against fewer than 30 in 100 on a dummy tablet.",
        "50 in 100 got better, against 30 in 100.",
        "500 in 100 got better, against 30 in 100 on a dummy tablet.",
        "7 in 33 got better, against 3 in 33 on a dummy tablet.",
        "42 in 100 got better, 30 in 100 left, against 8 in 100 on a dummy tablet.",
    ],
)
def test_anything_less_exact_is_left_alone(text: str) -> None:
    assert pairs(text) == []


@given(first=st.integers(0, 100), second=st.integers(0, 100), width=st.integers(20, 90))
def test_as_many_marks_as_people(first: int, second: int, width: int) -> None:
    (found,) = pairs(f"{first} in 100 got well, against {second} in 100 on a dummy.")
    lines = drawn(found, width)
    assert all(len(line) <= width for line in lines)
    marks = [line for line in lines if set(line) <= {"#", "."}]
    assert sum(line.count("#") for line in marks) == first + second
    assert sum(map(len, marks)) == 200
    assert " ".join(lines).startswith(f"{first} in 100 got well")


@given(text=st.text(max_size=80))
def test_no_text_breaks_it(text: str) -> None:
    assert all(count <= shares.of for shares in pairs(text) for count, _ in shares.rows)
