"""A time is read only where a sentence says it clearly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.document.times import WEEKS, read_time

WORDS = "zero one two three four five six seven eight nine ten eleven twelve".split()
NUMBERS = st.integers(1, 12).flatmap(lambda number: st.sampled_from([(number, str(number)), (number, WORDS[number])]))
UNITS = st.sampled_from([*WEEKS, "session"])


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("4 to 8 weeks.", "4 to 8 weeks"),
        ("Often within one to two weeks.", "1 to 2 weeks"),
        ("Within about a week.", "within about 1 week"),
        ("Up to twelve weeks.", "within 12 weeks"),
        ("Six to twelve sessions.", "6 to 12 sessions"),
        ("At least a year.", "at least 1 year"),
        ("Usually 18 months (NICE 2022).", "18 months"),
        ("Some 20 to 48 sessions over three to six months.", "3 to 6 months"),
        ("About 5\u201310 weeks.", "about 5 to 10 weeks"),
        ("Half a year.", "6 months"),
        ("By the end of the course, within about four months.", "within about 4 months"),
        ("By the end of a course of four to six weeks.", "4 to 6 weeks"),
        ("Usually within one to three months of weekly sessions.", "1 to 3 months"),
        ("One to two weeks for the first change.", "1 to 2 weeks"),
    ],
)
def test_a_clear_sentence_gives_its_time(sentence: str, words: str) -> None:
    time = read_time(sentence)
    assert time is not None
    assert time.words() == words


@pytest.mark.parametrize(
    "sentence",
    [
        "Within days.",
        "By the end of the course, or four months later.",
        "By the end, on average after 12 to 16 weeks.",
        "Days to weeks, as the amount goes up.",
        "For depression, six to twelve months after you feel well.",
        "At least a year once it helps.",
        "Not in the first six weeks.",
        "Venlafaxine takes one to two weeks, duloxetine two to four.",
        "In one trial 55 in 100 relapsed in 36 weeks.",
        "NICE checks progress after four weeks, then every three months.",
        "20 to 30 minutes each morning.",
        "It helps 5 in 100 within 4 weeks.",
        "Between 10 and 20 weeks.",
        "8 to 4 weeks.",
        "0 weeks.",
        "zero to two weeks",
        "A pill a day for 6 weeks.",
        "Less than six weeks.",
        "2022",
        "",
    ],
)
def test_a_doubt_gives_no_time(sentence: str) -> None:
    assert read_time(sentence) is None


@given(low=NUMBERS, high=NUMBERS, unit=UNITS, before=st.sampled_from(["", "often ", "about ", "usually within ", "it takes "]))
def test_a_range_is_read_as_it_is_written(low: tuple[int, str], high: tuple[int, str], unit: str, before: str) -> None:
    time = read_time(f"{before}{low[1]} to {high[1]} {unit}s.".capitalize())
    if low[0] > high[0]:
        assert time is None
    else:
        assert time is not None
        assert (time.low, time.high, time.unit) == (low[0], high[0], unit)
        assert time.weeks == (None if unit == "session" else (low[0] * WEEKS[unit], high[0] * WEEKS[unit]))


@given(number=NUMBERS, unit=UNITS, word=st.from_regex(r"[a-z]{5,12}x", fullmatch=True), behind=st.booleans())
def test_a_word_that_is_not_known_leaves_a_doubt(number: tuple[int, str], unit: str, word: str, behind: bool) -> None:
    time = f"{number[1]} {unit}s"
    assert read_time(f"{time} {word}" if behind else f"{word} {time}") is None


@given(text=st.text(max_size=60))
def test_no_text_breaks_it(text: str) -> None:
    time = read_time(text)
    assert time is None or 0 <= time.low <= (time.high or time.low)
