"""The text file for Anki: its headers, its columns, and texts that cannot break out of them."""

from __future__ import annotations

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from handbook.learning.anki import anki_text, field
from handbook.learning.quiz import questions
from handbook.library.library import Library

NASTY = st.text(st.characters() | st.sampled_from("\t\n\r\x0b\x0c\x1c\x85\u2028\x00\"';<>&#{}")).map(str)


@given(text=NASTY)
def test_a_field_is_one_column_of_one_line_and_says_what_it_said(text: str) -> None:
    made = field(text)
    assert len(made.splitlines()) <= 1
    assert not re.search(r"[\t\"<>]|&(?!(?:amp|lt|gt|quot|#x27);)", made)
    assert unescape(made) == " ".join("".join(char if char.isprintable() else " " for char in text).split())


def test_the_file_has_the_headers_of_the_manual_and_a_note_a_line(lessons: Library) -> None:
    found = questions(lessons)
    lines = anki_text(found, "2026-11-22").split("\n")
    headers = [line for line in lines if line.startswith("#")]
    assert lines[: len(headers)] == headers
    named = dict(header[1:].split(":", 1) for header in headers)
    assert named["separator"] == "tab"
    assert named["html"] == "true"
    assert named["notetype"] == "Basic"
    columns = named["columns"].split("\t")
    assert [columns.index(name) + 1 for name in ("guid", "deck", "tags")] == [int(named[f"{name} column"]) for name in ("guid", "deck", "tags")]
    notes = [line.split("\t") for line in lines[len(headers) : -1]]
    assert lines[-1] == ""
    assert [len(note) for note in notes] == [len(columns)] * len(found)
    assert [note[0] for note in notes] == [f"handbook/{question.id}" for question in found]
    assert notes[0][1] == "Handbook::Learning to rest"
    assert "<li>Calmers</li>" in notes[0][2]
    assert "and 5 in 10 &amp; more slept." in notes[0][3]
    assert "Journal of Examples, 2020" in notes[0][3]
    assert "2026-11-22" in notes[0][3]
    assert notes[0][4] == "handbook handbook::resting"


def test_a_later_file_names_the_same_notes(real_library: Library) -> None:
    first, later = ([line.split("\t")[0] for line in anki_text(questions(real_library), day).split("\n")] for day in ("2026-11-22", "2027-01-01"))
    assert first == later
    ids = [line for line in first if line.startswith("handbook/")]
    assert len(set(ids)) == len(ids) > 40
