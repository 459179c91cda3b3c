"""The rules that need more than one file, or that judge what is said."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from handbook.content import language, markup
from handbook.content.load import Loaded
from handbook.content.problems import Problem
from handbook.content.rows import TREATMENTS, written_rows
from handbook.content.shape import Statement
from handbook.errors import did_you_mean

_NEVER_FACTS = {"title", "short", "aliases", "asks", "questions", "drugs", "review", "point", "family", "name", "steps_text"}
_FACTUAL_ROWS = {
    "how_it_works", "benefit", "first_effect", "full_effect", "duration", "after", "common_effects", "serious",
    "not_for", "mixes_with", "pregnancy", "young_people", "older_adults", "stopping", "training", "prescribes",
    "diagnoses", "how_common", "head_to_head", "together", "after_stopping", "guidelines",
}  # fmt: skip
_NUMBER = re.compile(r"(?<![\w-])\d[\d,.]*(?![\w-]*[A-Za-z])")
_NOT_A_FIGURE = re.compile(
    r"\b(?:19|20)\d\d(?:-\d\d(?:\d\d)?)?\b|\bNHS 111\b|\b(?:911|999|988|112|111|000)\b|\b116 123\b|\btype \d\b|\b24/7\b", re.IGNORECASE
)
_NOT_RECORDED = re.compile(r"[^.]*\bnot recorded\b")
_SUMMARY_WORDS = 45


class Context:
    """What the rules must know of the whole library to judge one entry."""

    def __init__(self, everything: Iterable[Loaded], today: date) -> None:
        self.today = today
        self.kinds: dict[str, str] = {}
        self.entries: dict[str, dict[str, Any]] = {}
        self.sources: dict[str, dict[str, Any]] = {}
        self.names: dict[str, set[str]] = defaultdict(set)
        self.short: dict[str, str] = {}
        self.paths: dict[tuple[str, str], str] = {}
        """(Collection's folder, id) to the first file with that id."""
        for loaded in everything:
            self._take(loaded)
        self.jargon = frozenset(
            word for names in (*self.names, *self.short.values()) for word in re.findall(r"[a-z]+", names.lower())
        )

    def _take(self, loaded: Loaded) -> None:
        if loaded.file.kind == "source":
            self.sources.update(loaded.values or {})
        elif loaded.file.kind != "region":
            self.kinds[loaded.id] = loaded.file.kind
            self.paths.setdefault(_twin_key(loaded), loaded.file.path)
            if entry := loaded.values:
                self.entries[loaded.id] = entry
                self.short[loaded.id] = entry["short"]
                for name in names_of(entry):
                    self.names[name.casefold()].add(loaded.id)


def _twin_key(loaded: Loaded) -> tuple[str, str]:
    """What no two files of one collection may share."""
    return os.path.dirname(os.path.dirname(loaded.file.path)), loaded.id


def names_of(entry: dict[str, Any]) -> list[str]:
    """Every name an entry is searched by, its title first."""
    names = [entry["title"], entry["short"], *entry["aliases"]]
    for drug in entry.get("drugs", []):
        names += [drug["name"], *drug["us"], *drug["uk"]]
    return list(dict.fromkeys(name for name in names if name))


def check(loaded: Loaded, context: Context) -> Iterator[Problem]:
    """All findings on one file beyond those that reading it gave."""
    yield from _references(loaded, context)
    for statement in loaded.statements:
        if not statement.plain:
            yield from _markup(loaded, statement, context)
            yield from _words(loaded, statement, context)
            yield from _sourced(loaded, statement, context)
    if loaded.file.kind not in ("source", "region") and (first := context.paths[_twin_key(loaded)]) != loaded.file.path:
        yield _problem(loaded, None, "HB026", f"the id {loaded.id!r} is also in {first}; rename one")
    if loaded.values is not None and loaded.file.kind not in ("source", "region"):
        yield from _entry(loaded, loaded.values, context)


def _problem(loaded: Loaded, at: Statement | None, code: str, message: str) -> Problem:
    """A finding at a statement, or at the top of the file."""
    if at is None:
        return Problem(loaded.file.path, 1, 1, code, message)
    return Problem(loaded.file.path, at.line, at.column, code, f"{'.'.join(at.where)}: {message}")


def _references(loaded: Loaded, context: Context) -> Iterator[Problem]:
    """Ids and source keys that stand outside texts."""
    for target, wanted, line, column in loaded.references:
        if wanted == "source":
            yield from _source(loaded, target.rstrip("?"), line, column, context)
            continue
        kind = context.kinds.get(target)
        if kind is None:
            message = f"no entry has the id {target!r}.{did_you_mean(target, list(context.kinds))}"
            yield Problem(loaded.file.path, line, column, "HB020", message)
        elif (wanted == "treatment" and kind not in TREATMENTS) or (wanted not in ("any", "treatment") and kind != wanted):
            yield Problem(loaded.file.path, line, column, "HB023", f"{target!r} is a {kind}; a {wanted} is wanted here")


def _source(loaded: Loaded, key: str, line: int, column: int, context: Context) -> Iterator[Problem]:
    """One cited source."""
    if key.startswith("seed-"):
        yield Problem(loaded.file.path, line, column, "HB043", f"{key!r} is a popular article; cite what it rests on")
    elif key not in context.sources:
        message = f"no source has the key {key!r}.{did_you_mean(key, list(context.sources))}"
        yield Problem(loaded.file.path, line, column, "HB021", message)


def _markup(loaded: Loaded, statement: Statement, context: Context) -> Iterator[Problem]:
    """Links, citations and broken markup of one text."""
    for fault in markup.faults(statement.text):
        yield _problem(loaded, statement, "HB022", f"the markup at {fault!r} is not complete")
    for target in markup.links(statement.text):
        if target not in context.kinds:
            hint = did_you_mean(target, list(context.kinds))
            yield _problem(loaded, statement, "HB020", f"[[{target}]]: no entry has this id.{hint}")
    for cite in markup.cites(statement.text):
        yield from _source(loaded, cite.key, statement.line, statement.column, context)


def _words(loaded: Loaded, statement: Statement, context: Context) -> Iterator[Problem]:
    """Length of sentences, and words that should not stand there."""
    text = markup.plain(statement.text, context.short)
    for sentence in language.sentences(text):
        if (count := language.word_count(sentence)) > language.LONGEST_SENTENCE:
            start = " ".join(sentence.split()[:5])
            yield _problem(loaded, statement, "HB037", f"{count} words in the sentence {start!r}...; at most {language.LONGEST_SENTENCE}")
    for word in language.stigma(text):
        yield _problem(loaded, statement, "HB038", f"{word!r} stigmatizes; say it of people, such as 'people with ...'")
    for dose in language.doses(text):
        yield _problem(loaded, statement, "HB039", f"{dose!r} is a dose; the handbook gives none")


def _sourced(loaded: Loaded, statement: Statement, context: Context) -> Iterator[Problem]:
    """Whether what is said, and each number in it, has a source that was read."""
    if _NEVER_FACTS.intersection(statement.where) or loaded.file.kind == "region":
        return
    beside = [markup.source_key(reference) for reference in statement.sources]
    has_any = bool(beside) or bool(markup.cites(statement.text))
    factual = statement.where[0] == "urgent" or (statement.where[0] == "rows" and statement.where[1] in _FACTUAL_ROWS)
    if factual and not has_any and "not recorded" not in statement.text:
        yield _problem(loaded, statement, "HB032", "no source; cite one as [@key], or say what is not recorded")
    for piece, cites in _claims(statement.text):
        said = _NOT_RECORDED.sub(" ", markup.plain(piece, context.short))
        if not _NUMBER.search(_NOT_A_FIGURE.sub(" ", said)):
            continue
        behind = cites or beside
        if not behind:
            yield _problem(loaded, statement, "HB030", f"a number without a source in {_start(piece)}")
        elif not any(cite.read and context.sources.get(cite.key, {}).get("read") for cite in behind):
            yield _problem(loaded, statement, "HB031", f"nobody has read the source of the number in {_start(piece)}")


def _start(piece: str) -> str:
    """The first words of a piece of text, to name it by."""
    return repr(" ".join(markup.plain(piece).split()[:6])) + "..."


def _claims(text: str) -> Iterator[tuple[str, list[markup.Cite]]]:
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


def _entry(loaded: Loaded, entry: dict[str, Any], context: Context) -> Iterator[Problem]:
    """The rules about an entry as a whole."""
    kind = entry["kind"]
    for _, summary in markup.variants(entry["summary"]):
        if (count := language.word_count(markup.plain(summary, context.short))) > _SUMMARY_WORDS:
            yield _problem(loaded, None, "HB035", f"the summary has {count} words; at most {_SUMMARY_WORDS}")
    if missing := [key for key in written_rows(kind) if key not in entry["rows"] and key not in ("example", "more", "young_people", "regions")]:
        yield _problem(loaded, None, "HB033", f"rows that are not there: {', '.join(missing)}")
    if kind not in ("term", "lesson") and not 4 <= len(entry["asks"]) <= 6:
        yield _problem(loaded, None, "HB041", f"{len(entry['asks'])} questions in `asks`; four to six are wanted")
    if (due := entry["review"]["due"]) and due < context.today.isoformat():
        yield _problem(loaded, None, "HB040", f"its review was due on {due}")
    prose = " ".join(markup.plain(item.text, context.short) for item in loaded.statements if not item.plain)
    if (grade := language.grade(prose, context.jargon)) > language.HIGHEST_GRADE:
        yield _problem(loaded, None, "HB036", f"it reads at grade {grade:.1f}; at most {language.HIGHEST_GRADE:.0f}")
    for target in entry["see"]:
        if (other := context.entries.get(target)) and entry["id"] not in other["see"]:
            yield _problem(loaded, None, "HB024", f"{target!r} does not link back in its `see`")
    for name in names_of(entry):
        if others := sorted(context.names[name.casefold()] - {entry["id"]}):
            yield _problem(loaded, None, "HB025", f"the name {name!r} also belongs to {', '.join(others)}")

