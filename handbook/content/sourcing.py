"""The rules about sources: what is said needs one, and a number needs one that was read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from handbook.content import markup
from handbook.content.context import Context, problem
from handbook.content.load import Loaded
from handbook.content.problems import Problem
from handbook.content.reading import Statement

_NEVER_FACTS = {"title", "short", "aliases", "asks", "heard", "questions", "drugs", "review", "point", "family", "name", "steps_text"}
_FACTUAL_ROWS = {
    "how_it_works", "benefit", "first_effect", "full_effect", "duration", "after", "common_effects", "serious",
    "not_for", "mixes_with", "pregnancy", "young_people", "older_adults", "stopping", "training", "prescribes",
    "diagnoses", "how_common", "head_to_head", "together", "after_stopping", "guidelines",
}  # fmt: skip
_NUMBER = re.compile(r"(?<![\w-])\d[\d,.]*(?![\w-]*[A-Za-z])")
_NOT_A_FIGURE = re.compile(
    r"\b(?:19|20)\d\d(?:-\d\d(?:\d\d)?)?\b|\bNHS 111\b|\b(?:911|999|988|112|111|000)\b|\b116 123\b|\btype \d\b|\b24/7\b", re.IGNORECASE
)
_NOT_RECORDED = re.compile(r"[^.]*\b(?:not recorded|nothing is recorded|not been recorded|Not recorded)\b")
_PLAIN_NO = re.compile(r"No\b(?:, |\.)")
"""How the answer begins that somebody who is no clinician may not prescribe or diagnose: common knowledge."""


class Unread(NamedTuple):
    """Something said that rests only on sources nobody has read for it."""

    path: str
    line: int
    column: int
    field: str
    start: str
    """The first words of what is said."""
    keys: list[str]


def sourced(loaded: Loaded, statement: Statement, context: Context) -> Iterator[Problem]:
    """HB030 to HB032: whether what is said, and each number in it, has a source that was read."""
    if _NEVER_FACTS.intersection(statement.where) or loaded.file.kind == "region" or is_asked(statement):
        return
    beside = _beside(statement)
    has_any = bool(beside) or bool(markup.cites(statement.text))
    factual = statement.where[0] == "urgent" or (statement.where[0] == "rows" and statement.where[1] in _FACTUAL_ROWS)
    plain_no = statement.where[-1] in ("us", "uk", "prescribes", "diagnoses") and _PLAIN_NO.match(statement.text)
    if factual and not has_any and not plain_no and not _NOT_RECORDED.search(statement.text):
        yield problem(loaded, statement, "HB032", "no source; cite one as [@key], or say what is not recorded")
    for piece, cites in pieces(statement.text):
        said = _NOT_RECORDED.sub(" ", markup.plain(piece, context.short))
        if not _NUMBER.search(_NOT_A_FIGURE.sub(" ", said)):
            continue
        behind = cites or beside
        if not behind:
            yield problem(loaded, statement, "HB030", f"a number without a source in {_start(piece)!r}...")
        elif not context.rests_on_reading(behind):
            yield problem(loaded, statement, "HB031", f"nobody has read the source of the number in {_start(piece)!r}...")


def is_asked(statement: Statement) -> bool:
    """Whether a text is a question of a lesson or an answer to choose from: these claim nothing, only the reason does."""
    where = statement.where
    return where[0] in ("steps", "quiz") and len(where) > 2 and where[2] in ("ask", "options")


def unread(loaded: Loaded, context: Context) -> Iterator[Unread]:
    """What an entry says that rests only on sources nobody has read, in the order of the file."""
    for statement in loaded.statements:
        if statement.plain:
            continue
        beside = _beside(statement)
        for piece, cites in pieces(statement.text):
            behind = cites or beside
            if behind and not context.rests_on_reading(behind):
                keys = list(dict.fromkeys(cite.key for cite in behind))
                yield Unread(loaded.file.path, statement.line, statement.column, ".".join(statement.where), _start(piece), keys)


def cites_of(loaded: Loaded) -> list[markup.Cite]:
    """Every citation of a file, inline or in a `sources` list, with repeats."""
    listed = [markup.source_key(reference.target) for reference in loaded.references if reference.kind == "source"]
    return listed + [cite for statement in loaded.statements if not statement.plain for cite in markup.cites(statement.text)]


def pieces(text: str) -> Iterator[tuple[str, list[markup.Cite]]]:
    """A text cut behind each run of citations: what is said, and the citations it rests on."""
    said, cites = "", []
    for piece in re.split(r"(\[@[^\]\s]+\])", text):
        if piece.startswith("[@"):
            cites += markup.cites(piece)
        elif not cites or not piece.strip(" .,;"):
            said += piece
        else:
            yield said, cites
            said, cites = piece, []
    if said.strip():
        yield said, cites


def _beside(statement: Statement) -> list[markup.Cite]:
    """The citations in the `sources` field beside a statement."""
    return [markup.source_key(reference) for reference in statement.sources]


def _start(piece: str) -> str:
    """The first words of a piece of text, to name it by."""
    return " ".join(markup.plain(piece).split()[:6])
