"""The rules about links, references and inline markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from handbook.content import markup
from handbook.content.context import Context, is_entry, problem
from handbook.content.load import Loaded
from handbook.content.problems import Problem
from handbook.content.reading import Statement
from handbook.content.rows import TREATMENTS
from handbook.errors import did_you_mean

_MARKED = re.compile(r"\[\[[^\]]*\]\]|\[@[^\]]*\]")
_NO_LINKS_IN = {"summary", "point", "differ", "questions"}
"""Fields whose texts need no links to terms."""


_FULL_LIST = 8
"""Entries in `see`, from which on no more are asked for."""


def references(loaded: Loaded, context: Context) -> Iterator[Problem]:
    """HB020, HB021, HB023 and HB043: ids and source keys that stand outside texts."""
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


def inline(loaded: Loaded, statement: Statement, context: Context) -> Iterator[Problem]:
    """HB020 to HB022: links, citations and broken markup of one text."""
    for fault in markup.faults(statement.text):
        yield problem(loaded, statement, "HB022", f"the markup at {fault!r} is not complete")
    for target in markup.links(statement.text):
        if target not in context.kinds:
            hint = did_you_mean(target, list(context.kinds))
            yield problem(loaded, statement, "HB020", f"[[{target}]]: no entry has this id.{hint}")
    for cite in markup.cites(statement.text):
        yield from _source(loaded, cite.key, statement.line, statement.column, context)


def one_way(loaded: Loaded, context: Context) -> Iterator[Problem]:
    """HB024: entries in `see` that do not name this one in theirs, and have room for it.

    A list that is full stays readable; the page adds by itself who names the entry.
    """
    for target in loaded.values["see"] if loaded.values else []:
        other = context.entries.get(target)
        if other and loaded.id not in other["see"] and len(other["see"]) < _FULL_LIST:
            yield problem(loaded, None, "HB024", f"{target!r} does not link back in its `see`")


def unlinked_terms(loaded: Loaded, context: Context) -> Iterator[Problem]:
    """HB042: the titles of terms that an entry uses without ever linking to the term.

    Aliases are not looked for: too many of them, such as "step down", are everyday words.
    """
    entry = loaded.values
    if entry is None or entry["kind"] == "term":
        return
    linked = set(targets(loaded))
    texts = [item for item in loaded.statements if not item.plain and not _NO_LINKS_IN.intersection(item.where)]
    bare = [_MARKED.sub(" ", item.text).lower() for item in texts]
    everything = "\n".join(bare)
    for id, title in context.terms.items():
        if id in linked or title not in everything:
            continue
        word = re.compile(rf"\b{re.escape(title)}\b")
        if first := next((item for item, text in zip(texts, bare, strict=True) if word.search(text)), None):
            yield problem(loaded, first, "HB042", f"{title!r} is explained in [[{id}]]; link it where it is first used")


def targets(loaded: Loaded) -> Iterator[str]:
    """Every id that a file links to or refers to, with repeats."""
    for reference in loaded.references:
        if reference.kind != "source":
            yield reference.target
    for statement in loaded.statements:
        if not statement.plain:
            yield from markup.links(statement.text)


def unlinked(files: Iterable[Loaded]) -> list[Loaded]:
    """The entries that no other entry links to, in the order of the files."""
    entries = [loaded for loaded in files if is_entry(loaded)]
    reached = {target for loaded in entries for target in targets(loaded) if target != loaded.id}
    return [loaded for loaded in entries if loaded.id not in reached]
