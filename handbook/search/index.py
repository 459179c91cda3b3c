"""The search tables of a compiled library.

`search_name`     every whole name of every entry, by its key: a look-up in a B-tree finds or completes a name
`search_word`     every word with the numbers of entries that hold it at all, in a name or question, as a whole name
`search_text`     the texts: one row a name, a question, and a passage of a section
`search_posting`  every stem with the rows of `search_text` that hold it, a block a row; see `postings`

A row number of `search_text` tells all that ranking needs; see `layout`.
"""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Iterator

from handbook.content import markup
from handbook.search import FORMAT
from handbook.search.english import american
from handbook.search.layout import ALIAS_RANK, ASK, DRUG_RANK, NAME, SECTION, SHORT_RANK, SUMMARY, TITLE_RANK, row_number, rows_of
from handbook.search.postings import Postings
from handbook.search.sounding import SHORTEST, sound
from handbook.search.words import STOP_WORDS, letters, name_key, words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_TABLES = """
create table search_name(key text, n int, rank int, primary key(key, n)) without rowid;
create index search_name_n on search_name(n);
create table search_word(word text primary key, letters int, entries int, named int, whole int, sound text) without rowid;
create index search_word_sound on search_word(sound) where sound <> '';
create table search_text(row integer primary key, text text, section text);
"""
_TITLE = re.compile(r"(.+?)\s*(?:\(([^()]+)\)|:.*)")


class Index:
    """Keeps the search tables in step with the entries: the `Indexer` of `library.build`."""

    FORMAT = FORMAT

    def __init__(self) -> None:
        self._names: list[tuple[str, int, int]] = []
        self._rows: list[tuple[int, str, str]] = []
        self._postings = Postings()
        self._counts: tuple[Counter[str], Counter[str], Counter[str]] = Counter(), Counter(), Counter()
        """Word to the change of its three numbers in `search_word`."""

    def create(self, connection: sqlite3.Connection) -> None:
        """Make the tables in an empty library."""
        connection.executescript(_TABLES)
        self._postings.create(connection)

    def add(self, connection: sqlite3.Connection, n: int, entry: dict[str, Any]) -> None:
        """Index the entry with row number `n`."""
        ranks: dict[str, int] = {}
        cut: dict[str, list[str]] = {}
        for name, rank in names(entry):
            cut[name] = words(name)
            for key in _keys(cut[name]):
                ranks[key] = max(rank, ranks.get(key, 0))
        self._names += [(key, n, rank) for key, rank in ranks.items()]
        every: list[tuple[int, list[str]]] = []
        last = 0
        for place, (kind, section, text) in enumerate(passages(entry)):
            parts = cut[text] if kind == NAME else words(text)
            every.append((kind, parts))
            telling = len(parts) - sum(map(STOP_WORDS.__contains__, parts)) if kind in (NAME, ASK) else 0
            row = row_number(kind, n, place, telling)
            if row == last:
                continue
            last = row
            self._rows.append((row, text, section))
            self._postings.add(row, parts)
        self._count(every, 1)
        if self._postings.is_full(n):
            self._write(connection)

    def remove(self, connection: sqlite3.Connection, n: int) -> None:
        """Forget the entry with row number `n`."""
        connection.execute("delete from search_name where n = ?", (n,))
        every: list[tuple[int, list[str]]] = []
        for kind in (NAME, ASK, SUMMARY, SECTION):
            rows = connection.execute("select text from search_text where row between ? and ?", rows_of(kind, n))
            parts = [words(text) for (text,) in rows]
            self._postings.remove(connection, rows_of(kind, n), {word for some in parts for word in some})
            every += [(kind, some) for some in parts]
            connection.execute("delete from search_text where row between ? and ?", rows_of(kind, n))
        self._count(every, -1)

    def finish(self, connection: sqlite3.Connection) -> None:
        """Write what was held back, and the new counts of words."""
        self._write(connection)
        entries, named, whole = self._counts
        changed = []
        for word, count in sorted(entries.items()):
            in_names, alone = named.get(word, 0), whole.get(word, 0)
            if count or in_names or alone:
                heard = sound(word) if in_names > 0 and len(word) >= SHORTEST else ""
                changed.append((word, letters(word), count, in_names, alone, heard))
        connection.executemany(
            "insert into search_word values(?1, ?2, ?3, ?4, ?5, ?6) on conflict(word) do update"
            " set entries = entries + ?3, named = named + ?4, whole = whole + ?5, sound = case named + ?4 > 0 when 1 then max(sound, ?6) else '' end",
            changed,
        )
        connection.executemany("delete from search_word where word = ? and entries <= 0", [row[:1] for row in changed])
        for counts in self._counts:
            counts.clear()

    def _count(self, every: list[tuple[int, list[str]]], sign: int) -> None:
        """Count the words of one entry: those anywhere, those in names and questions, those that are a whole name."""
        named = {word for kind, parts in every if kind in (NAME, ASK) for word in parts}
        whole = {parts[0] for kind, parts in every if kind == NAME and len(parts) == 1}
        anywhere = set().union(*(parts for _, parts in every))
        for counts, some in zip(self._counts, (anywhere, named, whole), strict=True):
            if sign > 0:
                counts.update(some)
            else:
                counts.subtract(some)

    def _write(self, connection: sqlite3.Connection) -> None:
        """Write what was held back, in rising order, as a B-tree takes it best."""
        self._names.sort()
        connection.executemany("insert into search_name values(?, ?, ?)", self._names)
        self._names.clear()
        self._rows.sort()
        connection.executemany("insert or replace into search_text values(?, ?, ?)", self._rows)
        self._rows.clear()
        self._postings.write(connection)


def _keys(parts: list[str]) -> Iterator[str]:
    """The keys of a name with these words, in both spellings; two words are also found when written as one, as in `self-harm` and `CBT-I`."""
    if parts:
        yield name_key(parts)
        if (others := [american(part) for part in parts]) != parts:
            yield name_key(others)
    if len(parts) == 2:
        yield name_key(["".join(parts)])


def names(entry: dict[str, Any]) -> Iterator[tuple[str, int]]:
    """Every name of an entry with its rank."""
    yield entry["title"], TITLE_RANK
    if match := _TITLE.fullmatch(entry["title"]):
        for part in (match[1], *(match[2] or "").split(",")):
            yield part.strip(), SHORT_RANK
    yield entry["short"], SHORT_RANK
    yield entry["id"].replace("-", " "), SHORT_RANK
    for drug in entry.get("drugs", ()):
        for name in (drug["name"], *drug["us"], *drug["uk"]):
            yield name, DRUG_RANK
    for alias in entry["aliases"]:
        yield alias, ALIAS_RANK


def passages(entry: dict[str, Any]) -> Iterator[tuple[int, str, str]]:
    """Every text of an entry that can be found: class, section and plain text, in the order of a page."""
    for name in dict.fromkeys(name for name, _ in names(entry) if name):
        yield NAME, "name", name
    for ask in entry["asks"]:
        yield ASK, "ask", ask
    for saying in entry["heard"]:
        yield ASK, "heard", saying
    yield SUMMARY, "summary", _plain(entry["summary"])
    for section, text in _sections(entry):
        if plain := _plain(text):
            yield SECTION, section, plain


def _plain(text: Any) -> str:
    """A text in all its regions, without markup."""
    if isinstance(text, str):
        return markup.plain(text) if "[" in text or "*" in text else text
    forms = []
    for region, form in markup.variants(text):
        form = markup.plain(form) if "[" in form or "*" in form else form
        forms.append(f"{region}: {form}" if region else form)
    return " ".join(forms)


def _sections(entry: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Section and text of the entry's sections; a list gives one text an item."""
    for field in ("urgent", "steps", "aims", "questions", "handout"):
        for item in entry.get(field, ()):
            yield field, item["text"] if isinstance(item, dict) else item
    for field in ("audience", "notes"):
        if field in entry:
            yield field, entry[field]
    for item in entry.get("evidence", ()):
        yield "evidence", _joined(item["condition"].replace("-", " "), item["says"])
    yield from entry["rows"].items()
    for condition, rows in entry.get("lens", {}).items():
        for row, text in rows.items():
            yield f"{row}@{condition}", _joined(condition.replace("-", " "), text)
    for row, pair in entry.get("sides", {}).items():
        yield row, pair["a"]
        yield row, pair["b"]
    for stage in entry.get("stages", ()):
        yield "stages", _joined(stage["name"], stage["plan"])
        for item in stage["options"]:
            yield "stages", _joined(item["treatment"].replace("-", " "), item["says"])
    for column in ("wait", "both"):
        for text in entry.get(column, {}).values() if isinstance(entry.get(column), dict) else ():
            yield column, text
    for item in entry["differ"]:
        for side in item["sides"]:
            yield "differ", _joined(item["point"], side["says"])


def _joined(lead: str, text: Any) -> Any:
    """A text with a few words in front that say what it is about."""
    if isinstance(text, dict):
        return {region: f"{lead}: {form}" for region, form in text.items()}
    return f"{lead}: {text}" if text else lead
