"""Filters among the words of a query: `kind:tip`, `for:ocd`, `family:antidepressants`, `reviewed:none`."""

from __future__ import annotations

import re

from handbook.content.rows import FOLDERS
from handbook.search.words import name_key, words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from handbook.library.library import Library

NAMES = ("kind", "for", "family", "reviewed")
REVIEWED = {
    "none": "coalesce(json_extract(data, '$.review.clinician'), '') = ''",
    "yes": "json_extract(data, '$.review.clinician') <> ''",
    "overdue": "json_extract(data, '$.review.due') < date('now')",
}
"""Whether a clinician has read an entry, or should have again by now."""
_WRITTEN = r"(?:^|(?<=\s))([A-Za-z]+):([\w-]*)(?!\S)"
_MOST_NAMED = 12
"""Values that a sentence lists; of more, it names the nearest."""


class Filters:
    """What the entries found must be. `remark` is a sentence on the first filter that names nothing, or empty."""

    __slots__ = ("condition", "family", "kind", "remark", "reviewed")

    def __init__(self, kind: str = "", condition: str = "") -> None:
        self.kind = kind
        self.condition = condition
        self.family = ""
        self.reviewed = ""
        self.remark = ""

    def __bool__(self) -> bool:
        return bool(self.kind or self.condition or self.family or self.reviewed)

    def take_from(self, library: Library, text: str) -> str:
        """Take the filters out of a text; gives the words that are left."""
        return re.sub(_WRITTEN, lambda match: self._take(library, match), text) if ":" in text else text

    def _take(self, library: Library, match: re.Match[str]) -> str:
        name, value = match[1].lower(), match[2].lower()
        if not value and (name not in NAMES or match.end() < len(match.string.rstrip())):
            return match[0]  # "ADHD: pills or therapy?" is a sentence
        found = ""
        if name == "kind":
            self.kind = found = next((kind for kind, folder in FOLDERS.items() if value in (kind, folder)), "")
        elif name == "for":
            self.condition = found = _condition(library, value)
        elif name == "family":
            self.family = found = value if value in values(library, name) else ""
        elif name == "reviewed":
            self.reviewed = found = value if value in REVIEWED else ""
        if not found and not self.remark:
            self.remark = _remark(library, name, value)
        return " "

    def allowed(self, library: Library) -> set[int]:
        """The numbers of the entries that fit. A condition is joined by its treatments and comparisons."""
        where, given = ["1"], []
        if self.kind:
            where.append("kind = ?")
            given.append(self.kind)
        if self.family:
            where.append("(family = ? or id = ?)")
            given += [self.family, self.family]
        if self.condition:
            where.append(
                "(id = ? or id in (select treatment from treats where condition = ?)"
                " or kind = 'comparison' and id in (select source from link where target = ?))"
            )
            given += [self.condition] * 3
        if self.reviewed:
            where.append(REVIEWED[self.reviewed])
        return {n for (n,) in library.connection.execute(f"select n from entry where {' and '.join(where)}", given)}


def values(library: Library, name: str) -> list[str]:
    """The values that a filter may have, in the order of lists; none for an unknown filter."""
    if name == "kind":
        return list(FOLDERS)
    if name == "reviewed":
        return list(REVIEWED)
    if name == "for":
        return [id for (id,) in library.connection.execute("select id from entry where kind = 'condition' order by id")]
    if name == "family":
        return [family for (family,) in library.connection.execute("select distinct family from entry where family <> '' order by family")]
    return []


def completions(library: Library, typed: str) -> list[str]:
    """What the last word of a search line may become: names of filters, or the values of the one that is begun."""
    last = typed.rpartition(" ")[2].lower()
    name, colon, value = last.partition(":")
    if colon:
        return [f"{name}:{found}" for found in values(library, name) if found.startswith(value) and found != value]
    return [f"{known}:" for known in NAMES if last and known.startswith(last)]


def completed(library: Library, typed: str) -> str:
    """A search line with its last word completed as far as it is certain; the same text if there is nothing to complete."""
    found = completions(library, typed)
    if not found:
        return typed
    first, last = min(found), max(found)
    shared = next((place for place, letter in enumerate(first) if letter != last[place : place + 1]), len(first))
    begun = typed.rpartition(" ")[2]
    whole = first[:shared] if shared > len(begun) else found[0]
    return typed[: len(typed) - len(begun)] + whole + (" " if len(found) == 1 and not whole.endswith(":") else "")


def _condition(library: Library, value: str) -> str:
    """The id of the condition that a value names, by its id or by any of its names."""
    key = name_key(words(value))
    row = library.connection.execute(
        "select id from entry where kind = 'condition' and (id = ?1 or n in (select n from search_name where key = ?2)) order by id <> ?1",
        (value, key),
    ).fetchone()
    return row[0] if row else ""


def _remark(library: Library, name: str, value: str) -> str:
    """What is wrong with a filter, and what it may be."""
    from handbook.errors import near_names

    if name not in NAMES:
        return f"There is no filter {name}:. Filters are {', '.join(f'{known}:' for known in NAMES)}."
    known = values(library, name)
    if len(known) <= _MOST_NAMED:
        return f"{name}: takes {', '.join(known)}."
    near = list(dict.fromkeys([*(found for found in known if value and value in found), *near_names(value, known)]))[:3]
    # Without anything near, the first ones show what values look like.
    return f"{name}:{value} names nothing. " + (f"Near it: {', '.join(near)}." if near else f"It takes such as {', '.join(known[:3])}.")
