"""What the rules must know of the whole library to judge one entry."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import Any

from handbook.content import markup
from handbook.content.load import Loaded
from handbook.content.problems import Problem
from handbook.content.reading import Statement
from handbook.content.repeats import Repeat, repeats


class Context:
    """All files of the library, and what is looked up in them again and again."""

    def __init__(self, everything: Iterable[Loaded], today: date) -> None:
        self.today = today
        self.files = list(everything)
        self.kinds: dict[str, str] = {}
        self.entries: dict[str, dict[str, Any]] = {}
        self.sources: dict[str, dict[str, Any]] = {}
        self.names: dict[str, set[str]] = defaultdict(set)
        self.short: dict[str, str] = {}
        self.paths: dict[tuple[str, str], str] = {}
        """(Collection's folder, id) to the first file with that id."""
        for loaded in self.files:
            self._take(loaded)
        self.jargon = frozenset(
            word for names in (*self.names, *self.short.values()) for word in re.findall(r"[a-z]+", names.lower())
        )

    def _take(self, loaded: Loaded) -> None:
        if loaded.file.kind == "source":
            self.sources.update(loaded.values or {})
        elif loaded.file.kind != "region":
            self.kinds[loaded.id] = loaded.file.kind
            self.paths.setdefault(twin_key(loaded), loaded.file.path)
            if entry := loaded.values:
                self.entries[loaded.id] = entry
                self.short[loaded.id] = entry["short"]
                for name in names_of(entry):
                    self.names[name.casefold()].add(loaded.id)

    @cached_property
    def terms(self) -> dict[str, str]:
        """The id of each term whose title is longer than five letters, to that title in lower case."""
        titles = {id: entry["title"].lower() for id, entry in self.entries.items() if entry["kind"] == "term"}
        return {id: title for id, title in titles.items() if len(title) > 5}

    @cached_property
    def repeats(self) -> list[Repeat]:
        """The runs of words that two entries share, the longest first."""
        return repeats(self.files)

    def rests_on_reading(self, cites: Iterable[markup.Cite]) -> bool:
        """Whether somebody has read one of the cited sources for what it is cited for."""
        return any(cite.read and self.sources.get(cite.key, {}).get("read") for cite in cites)

    def prose(self, loaded: Loaded) -> list[str]:
        """The texts of an entry as a reader hears them."""
        return [markup.plain(statement.text, self.short) for statement in loaded.statements if not statement.plain]


def is_entry(loaded: Loaded) -> bool:
    """Whether a file holds an entry, rather than sources or a region."""
    return loaded.file.kind not in ("source", "region")


def twin_key(loaded: Loaded) -> tuple[str, str]:
    """What no two files of one collection may share."""
    return os.path.dirname(os.path.dirname(loaded.file.path)), loaded.id


def names_of(entry: dict[str, Any]) -> list[str]:
    """Every name an entry is searched by, its title first."""
    names = [entry["title"], entry["short"], *entry["aliases"]]
    for drug in entry.get("drugs", []):
        names += [drug["name"], *drug["us"], *drug["uk"]]
    return list(dict.fromkeys(name for name in names if name))


def problem(loaded: Loaded, at: Statement | None, code: str, message: str) -> Problem:
    """A finding at a statement, or at the top of the file."""
    if at is None:
        return Problem(loaded.file.path, 1, 1, code, message)
    return Problem(loaded.file.path, at.line, at.column, code, f"{'.'.join(at.where)}: {message}")
