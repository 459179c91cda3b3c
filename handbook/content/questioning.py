"""The rules about the questions of a lesson."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from handbook.content import markup
from handbook.content.context import Context, problem
from handbook.content.load import Loaded
from handbook.content.problems import Problem
from handbook.content.reading import Statement
from handbook.errors import did_you_mean

FIELDS = ("key", "ask", "options", "answer", "because")
"""The fields of a question, in a step of a lesson or in its list `quiz`."""
FEWEST_OPTIONS, MOST_OPTIONS = 2, 4
FEWEST_QUESTIONS = 5
"""How many questions somebody who revises a lesson should find."""
_KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def questions_of(entry: dict[str, Any]) -> Iterator[tuple[tuple[str, str], dict[str, Any]]]:
    """The questions of a lesson in order, each with where it stands: ("steps", "3") or ("quiz", "1")."""
    for number, step in enumerate(entry["steps"], 1):
        if any(step[field] for field in FIELDS):
            yield ("steps", str(number)), step
    for number, question in enumerate(entry["quiz"], 1):
        yield ("quiz", str(number)), question


def questioned(loaded: Loaded, context: Context) -> Iterator[Problem]:
    """HB047 to HB050: whether the questions of a lesson are whole and their answers rest on something."""
    entry = loaded.values
    if entry is None or entry["kind"] != "lesson":
        return
    keys: set[str] = set()
    count = 0
    for where, question in questions_of(entry):
        count += 1
        inside = [item for item in loaded.statements if item.where[:2] == where]
        yield from _whole(loaded, inside, question, keys)
        yield from _answered(loaded, inside, question)
        yield from _founded(loaded, inside, question, context)
        keys.add(question["key"])
    if count < FEWEST_QUESTIONS:
        yield problem(loaded, None, "HB050", f"{count} questions in its steps and in `quiz`; at least {FEWEST_QUESTIONS} are wanted")


def _at(inside: list[Statement], *fields: str) -> Statement | None:
    """The first text of one of some fields, else the first text of the question."""
    return next((item for field in fields for item in inside if item.where[2] == field), inside[0] if inside else None)


def _whole(loaded: Loaded, inside: list[Statement], question: dict[str, Any], keys: set[str]) -> Iterator[Problem]:
    """HB047: the parts of one question, given the keys of those before it."""
    key, options = question["key"], question["options"]
    if missing := [field for field in FIELDS if not question[field]]:
        yield problem(loaded, _at(inside), "HB047", f"the question has no {' and no '.join(missing)}")
    if key and not _KEY.fullmatch(key):
        yield problem(loaded, _at(inside, "key"), "HB047", f"{key!r} is no key; use lower-case words joined by hyphens")
    if key in keys:
        yield problem(loaded, _at(inside, "key"), "HB047", f"another question of this lesson has the key {key!r} too")
    if options and not FEWEST_OPTIONS <= len(options) <= MOST_OPTIONS:
        yield problem(loaded, _at(inside, "options"), "HB047", f"{len(options)} options; {FEWEST_OPTIONS} to {MOST_OPTIONS} are wanted")
    if len({option.casefold() for option in options}) < len(options):
        yield problem(loaded, _at(inside, "options"), "HB047", "two options are the same")
    if any(markup.links(option) or markup.cites(option) for option in options):
        yield problem(loaded, _at(inside, "options"), "HB047", "an option holds a link or a source; put it into the reason")


def _answered(loaded: Loaded, inside: list[Statement], question: dict[str, Any]) -> Iterator[Problem]:
    """HB048: the answer, word for word."""
    answer, options = question["answer"], question["options"]
    if answer and options and answer not in options:
        hint = did_you_mean(answer, options) or f" The options are: {'; '.join(options)}"
        yield problem(loaded, _at(inside, "answer"), "HB048", f"{answer!r} is not one of the options.{hint}")


def _founded(loaded: Loaded, inside: list[Statement], question: dict[str, Any], context: Context) -> Iterator[Problem]:
    """HB049: the sources of the reason."""
    for _, text in markup.variants(question["because"]):
        cites = markup.cites(text)
        if not cites:
            yield problem(loaded, _at(inside, "because"), "HB049", "the reason has no source; cite one as [@key]")
        elif not context.rests_on_reading(cites):
            yield problem(loaded, _at(inside, "because"), "HB049", "nobody has read the source of the reason for it")
