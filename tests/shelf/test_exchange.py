"""The shelf as text: what goes out comes in again."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handbook.errors import HandbookError
from handbook.shelf import plaintext
from handbook.shelf.exchange import Contents, bring_in, contents_of
from handbook.shelf.notes import Note
from handbook.shelf.plaintext import as_text, from_text
from handbook.shelf.shelf import Shelf
from handbook.shelf.words import lines, one_line

IDS = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True)
TIMES = st.integers(0, 4_000_000_000)
WORDS = st.text(max_size=40).map(one_line).filter(bool)
SECTIONS = st.sampled_from(["", "stopping", "in_short"])
NOTES = st.tuples(IDS, SECTIONS, st.text(max_size=200).map(lines).filter(bool), TIMES, TIMES)


def described(contents: Contents) -> object:
    """The contents as plain values."""
    notes = [(note.entry, note.section, note.text, note.written, note.changed) for note in contents.notes]
    sets = {name: list(map(tuple, entries)) for name, entries in contents.sets.items()}
    return (sets, notes, *(list(map(tuple, rows)) for rows in (contents.settings, contents.visits, contents.searches, contents.answers)), contents.place)


@st.composite
def any_contents(draw: st.DrawFn) -> Contents:
    contents = Contents()
    contents.sets = draw(st.dictionaries(WORDS, st.lists(st.tuples(IDS, TIMES), max_size=4), max_size=3))
    contents.notes = [Note(*values) for values in draw(st.lists(NOTES, max_size=4))]
    contents.settings = draw(st.lists(st.sampled_from([("theme", "light"), ("width", "60"), ("region", "uk"), ("key.bookmark", "=")]), unique=True))
    contents.visits = draw(st.lists(st.tuples(IDS, TIMES), max_size=4))
    contents.searches = draw(st.lists(st.tuples(WORDS, TIMES), max_size=4))
    contents.answers = draw(st.lists(st.tuples(IDS, st.integers(1, 5), TIMES), max_size=4))
    contents.place = draw(st.none() | st.tuples(IDS, SECTIONS, TIMES))
    return contents


@settings(deadline=None)
@given(contents=any_contents())
def test_what_is_written_as_text_is_read_back(contents: Contents) -> None:
    assert described(from_text(as_text(contents))) == described(contents)


@settings(deadline=None)
@given(text=st.text(max_size=300) | st.lists(st.sampled_from(["Note: a", "    x", "Set: s", "Bookmark: 2026-01-01T00:00:00Z a", "Section: b", "Place: x", "", "#"])).map("\n".join))
def test_any_text_is_read_or_refused_with_its_line(text: str) -> None:
    refused = ""
    try:
        from_text(f"{plaintext.FIRST_LINE}\n{text}", "FILE")
    except HandbookError as error:
        refused = str(error)
    assert not refused or re.match(r"FILE:\d+: ", refused)


@pytest.mark.parametrize(
    ("line", "says"),
    [("Bokmark: x", "begins with none of"), ("Bookmark: 2026-01-01T00:00:00Z ssri", "needs a set"), ("Read: yesterday ssri", "no time"), ("Setting: colour = red", "no such setting"), ("Section: x", "below a note"), ("Set:", "1 to 60"), ("Read: 2026-01-01T00:00:00Z", "something behind it"), ("Answered: 2026-01-01T00:00:00Z rest/nap box 6", "from 1 to 5")],
)  # fmt: skip
def test_a_wrong_line_is_named(line: str, says: str) -> None:
    with pytest.raises(HandbookError, match=rf"mine\.txt:3: .*{says}"):
        from_text(f"{plaintext.FIRST_LINE}\n\n{line}\n", "mine.txt")


def test_another_file_is_refused() -> None:
    with pytest.raises(HandbookError, match="no exported shelf"):
        from_text("Dear diary\n")


def test_the_documented_example_is_such_a_text() -> None:
    doc = str(plaintext.__doc__)
    example = "\n".join(line.removeprefix("    ") for line in doc.splitlines() if line.startswith("    "))
    found = from_text(example)
    assert found.sets == {"bookmarks": [("ssri", 1795339800)]}
    assert found.notes[0].text.startswith("The text of the note")
    assert found.place == ("ssri", "stopping", 1795339860)


def test_a_shelf_moves_whole(tmp_path: Path) -> None:
    old, new = Shelf(str(tmp_path / "old.sqlite")), Shelf(str(tmp_path / "new.sqlite"))
    old.toggle("ssri", "SSRIs")
    old.bookmarks.add("cbt", "Week 3")
    old.notes.write("ssri", "stopping", "Ask first.\n\n  Then wait.")
    old.trail.visited("ssri")
    old.trail.stayed("ssri", "stopping")
    old.trail.searched("how long")
    old.answers.keep("rest/nap", 3, 1_700_000_000)
    contents = contents_of(old.store, history=True)
    assert bring_in(new.store, from_text(as_text(contents)))["bookmarks"] == 2
    assert described(contents_of(new.store, history=True)) == described(contents)
    assert sum(bring_in(new.store, contents).values()) == 0


def test_history_stays_at_home_unless_asked_for(tmp_path: Path) -> None:
    shelf = Shelf(str(tmp_path / "shelf.sqlite"))
    shelf.trail.visited("ssri")
    shelf.trail.searched("zoloft")
    shelf.answers.keep("ssri/nap", 1, 5)
    assert "ssri" not in as_text(contents_of(shelf.store, history=False))


def test_an_imported_note_is_put_below_another_one(tmp_path: Path) -> None:
    shelf = Shelf(str(tmp_path / "shelf.sqlite"))
    shelf.notes.write("ssri", "", "Mine.")
    theirs = Contents()
    theirs.notes = [Note("ssri", "", "Theirs.", 1, 2)]
    assert bring_in(shelf.store, theirs)["notes"] == 1
    assert shelf.notes.text("ssri", "") == "Mine.\nTheirs."


def test_an_import_is_whole_or_not_at_all(tmp_path: Path) -> None:
    shelf = Shelf(str(tmp_path / "shelf.sqlite"))
    shelf.bookmarks.add("cbt")
    broken = Contents()
    broken.sets = {"new": [("ssri", 1)]}
    broken.place = ("ssri",)  # type: ignore[assignment]
    with pytest.raises(HandbookError):
        bring_in(shelf.store, broken)
    assert shelf.bookmarks.sets() == ["bookmarks"]


def test_of_two_answers_to_one_question_the_later_one_holds(tmp_path: Path) -> None:
    shelf = Shelf(str(tmp_path / "shelf.sqlite"))
    shelf.answers.keep("rest/nap", 3, 500)
    theirs = Contents()
    theirs.answers = [("rest/nap", 1, 400), ("rest/walk", 2, 400)]
    assert bring_in(shelf.store, theirs)["answers"] == 1
    theirs.answers = [("rest/nap", 1, 600)]
    assert bring_in(shelf.store, theirs)["answers"] == 1
    assert shelf.answers.all() == {"rest/nap": (1, 600), "rest/walk": (2, 400)}
