"""The shelf as plain text that a person can read and change, and back.

    Handbook shelf, format 1
    # A line that begins with this sign is a remark.

    Set: bookmarks
    Bookmark: 2026-11-22T09:30:00Z ssri

    Note: ssri
    Section: stopping
    Written: 2026-11-22T09:31:00Z
    Changed: 2026-11-22T09:31:00Z
        The text of the note, each line with four spaces in front.

    Setting: theme = dark
    Read: 2026-11-22T09:30:00Z ssri
    Searched: 2026-11-22T09:29:00Z zoloft
    Answered: 2026-11-22T09:40:00Z first-visits/brain-scan box 2
    Place: 2026-11-22T09:31:00Z ssri
    Section: stopping

A bookmark belongs to the set named before it. A note or place without a section is on the entry as a whole. Times are in UTC.
A question is named by its lesson and its key; it waits in box 1 for a day, in box 5 for the longest time.
"""

from __future__ import annotations

import time

from handbook.errors import HandbookError
from handbook.shelf.answers import BOXES
from handbook.shelf.bookmarks import LONGEST_NAME
from handbook.shelf.exchange import Contents
from handbook.shelf.notes import Note
from handbook.shelf.settings import KEY, Settings
from handbook.shelf.words import lines, one_line

FIRST_LINE = "Handbook shelf, format 1"
_REMARK = "# Made by: handbook shelf export. Bring it in with: handbook shelf import FILE"
_INDENT = "    "
_BOXES = tuple(map(str, range(1, BOXES + 1)))
_TIME = "%Y-%m-%dT%H:%M:%SZ"


def as_text(contents: Contents) -> str:
    """The contents as text."""
    made = [FIRST_LINE, _REMARK]
    for name, entries in contents.sets.items():
        made += ["", f"Set: {name}", *(f"Bookmark: {_moment(added)} {entry}" for entry, added in entries)]
    for note in contents.notes:
        made += ["", f"Note: {note.entry}", *_section(note.section), f"Written: {_moment(note.written)}", f"Changed: {_moment(note.changed)}"]
        made += [f"{_INDENT}{line}".rstrip() for line in note.text.split("\n")]
    if contents.settings:
        made += ["", *(f"Setting: {name} = {value}" for name, value in contents.settings)]
    if contents.visits or contents.searches or contents.answers:
        made.append("")
    made += [f"Read: {_moment(when)} {entry}" for entry, when in contents.visits]
    made += [f"Searched: {_moment(when)} {words}" for words, when in contents.searches]
    made += [f"Answered: {_moment(when)} {question} box {box}" for question, box, when in contents.answers]
    if contents.place:
        entry, section, when = contents.place
        made += ["", f"Place: {_moment(when)} {entry}", *_section(section)]
    return "\n".join(made) + "\n"


def _section(section: str) -> list[str]:
    return [f"Section: {section}"] if section else []


def _moment(when: int) -> str:
    return time.strftime(_TIME, time.gmtime(when))


def from_text(text: str, name: str = "the text") -> Contents:
    """The contents that a text describes. Raises HandbookError, with `name` and the number of the line, if it is not such a text."""
    reader = _Reader()
    rows = [row.rstrip("\r") for row in text.removeprefix("\ufeff").split("\n")]
    if rows[0].strip() != FIRST_LINE:
        raise HandbookError(f"{name}:1: this is no exported shelf; its first line would be {FIRST_LINE!r}")
    for number, row in enumerate(rows[1:], 2):
        try:
            reader.line(row)
        except ValueError as error:
            raise HandbookError(f"{name}:{number}: {error}") from None
    return reader.finished()


class _Reader:
    """Reads line after line; ValueError says what is wrong with one."""

    def __init__(self) -> None:
        self.found = Contents()
        self._name = ""
        """The set that bookmarks belong to."""
        self._about = ""
        """The record that Section, Written, Changed and lines of text belong to."""
        self._text: list[str] = []

    def line(self, row: str) -> None:
        """Take in one line."""
        if self._about == "Note" and (row.startswith(_INDENT) or not row.strip()):
            self._text.append(row.removeprefix(_INDENT))
            return
        if not row.strip() or row.startswith("#"):
            return
        key, colon, value = row.partition(":")
        if not colon or key not in _KEYS:
            raise ValueError(f"this line begins with none of {', '.join(_KEYS)}")
        getattr(self, f"_{key.lower()}")(value.strip())

    def finished(self) -> Contents:
        """All that was read."""
        self._end_note()
        return self.found

    def _end_note(self) -> None:
        if self._about == "Note":
            self.found.notes[-1].text = lines("\n".join(self._text))
        self._about, self._text = "", []

    def _begin(self, about: str) -> None:
        self._end_note()
        self._about = about

    def _set(self, value: str) -> None:
        self._begin("")
        self._name = one_line(value)
        if not 1 <= len(self._name) <= LONGEST_NAME:
            raise ValueError(f"the name of a set has 1 to {LONGEST_NAME} characters")
        self.found.sets.setdefault(self._name, [])

    def _bookmark(self, value: str) -> None:
        self._begin("")
        if not self._name:
            raise ValueError("a bookmark needs a set before it, such as Set: bookmarks")
        when, entry = _timed(value)
        self.found.sets[self._name].append((entry, when))

    def _note(self, value: str) -> None:
        self._begin("Note")
        if not value:
            raise ValueError("a note needs the id of its entry")
        self.found.notes.append(Note(value, "", "", 0, 0))

    def _section(self, value: str) -> None:
        if self._about == "Note":
            self.found.notes[-1].section = value
        elif self._about == "Place" and self.found.place:
            self.found.place = (self.found.place[0], value, self.found.place[2])
        else:
            raise ValueError("a section belongs right below a note or a place")

    def _written(self, value: str) -> None:
        self._noted().written = _seconds(value)

    def _changed(self, value: str) -> None:
        self._noted().changed = _seconds(value)

    def _noted(self) -> Note:
        if self._about != "Note":
            raise ValueError("this belongs right below a note")
        return self.found.notes[-1]

    def _setting(self, value: str) -> None:
        self._begin("")
        name, sign, chosen = (part.strip() for part in value.partition("="))
        known = Settings([(name, chosen)])
        if not sign or not chosen or (not name.startswith(KEY) and not known.holds(name)):
            raise ValueError("there is no such setting, or it cannot have this value; see: handbook settings")
        self.found.settings.append((name, chosen))

    def _read(self, value: str) -> None:
        self._begin("")
        when, entry = _timed(value)
        self.found.visits.append((entry, when))

    def _searched(self, value: str) -> None:
        self._begin("")
        when, words = _timed(value)
        self.found.searches.append((one_line(words), when))

    def _answered(self, value: str) -> None:
        self._begin("")
        when, rest = _timed(value)
        question, _, box = rest.partition(" box ")
        if box not in _BOXES:
            raise ValueError(f"a question and its box, from 1 to {BOXES}, belong behind the time, such as first-visits/brain-scan box 2")
        self.found.answers.append((question, int(box), when))

    def _place(self, value: str) -> None:
        self._begin("Place")
        when, entry = _timed(value)
        self.found.place = (entry, "", when)


_KEYS = ("Set", "Bookmark", "Note", "Section", "Written", "Changed", "Setting", "Read", "Searched", "Answered", "Place")


def _timed(value: str) -> tuple[int, str]:
    """A time, and what stands behind it."""
    moment, _, rest = value.partition(" ")
    if not rest.strip():
        raise ValueError("a time and something behind it belong here, such as 2026-11-22T09:30:00Z ssri")
    return _seconds(moment), rest.strip()


def _seconds(moment: str) -> int:
    from calendar import timegm

    try:
        return timegm(time.strptime(moment, _TIME))
    except ValueError:
        raise ValueError(f"{moment!r} is no time; write it as 2026-11-22T09:30:00Z") from None
