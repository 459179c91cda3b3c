"""What changed between two versions of an entry, row by row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from handbook.content import markup
from handbook.content.model import YAML_NAMES
from handbook.content.rows import ROWS, SIDE_ROWS, TREATMENT_ROWS

_NOT_SAID = ("id", "kind", "review")
_NAMED_BY = ("condition", "treatment", "name", "point")
"""Fields that tell one item of a list from the others."""
_NAMES = {
    "us": "for the US", "uk": "for the UK", "a": "the first treatment", "b": "the second treatment", "asks": "questions in readers' words",
    "heard": "what people say", "see": "related entries", "urgent": "red flags", "questions": "questions to ask", "differ": "where sources disagree",
    "lens": "what differs by condition", "both": "both together", "wait": "waiting", "summary": "In short",
}  # fmt: skip
"""Fields to what readers know them as; any other goes by its own name."""

Where = tuple[str, ...]


class Change(NamedTuple):
    """One thing that an entry says otherwise than before, says anew, or says no more."""

    where: Where
    """The fields and keys that lead to it, such as ("rows", "stopping")."""
    label: str
    """The same in words, a row by its question."""
    what: str
    """`added`, `removed`, `changed`, or `sources` where only those differ."""
    old: str
    new: str
    sources_added: list[str]
    """Keys of sources; a `?` behind one says that nobody has read it for this."""
    sources_removed: list[str]


def changes(old: dict[str, Any], new: dict[str, Any], names: dict[str, str] | None = None) -> list[Change]:
    """What changed between two entries of one kind, in the order of the new one; `names` are those of linked entries."""
    before, after = _said(old), _said(new)
    found = []
    for where in dict.fromkeys([*after, *before]):
        was, now = before.get(where, []), after.get(where, [])
        gone, come = _less(was, now), _less(now, was)
        if len(gone) != len(come):
            gone, come = gone + [""] * len(come), [""] * len(gone) + come
        found += [_change(where, new["kind"], *pair, names) for pair in zip(gone, come, strict=True)]
    return found


def _less(texts: list[str], others: list[str]) -> list[str]:
    """The texts without those that stand in `others`, one for one."""
    left = list(others)
    return [text for text in texts if text not in left or left.remove(text)]  # type: ignore[func-returns-value]


def _change(where: Where, kind: str, old: str, new: str, names: dict[str, str] | None) -> Change:
    """One change in words."""
    if where[-1] == "sources":
        return Change(where[:-1], label(where[:-1], kind), "sources", "", "", [new] if new else [], [old] if old else [])
    was, now = _cited(old), _cited(new)
    sources = [key for key in now if key not in was], [key for key in was if key not in now]
    before, after = markup.plain(old, names), markup.plain(new, names)
    what = "added" if not old else "removed" if not new else "changed" if before != after or not any(sources) else "sources"
    return Change(where, label(where, kind), what, before, after, *sources)


def _cited(text: str) -> list[str]:
    """The keys of the sources that a text cites, each once."""
    return list(dict.fromkeys(cite.key + ("" if cite.read else "?") for cite in markup.cites(text)))


def _said(entry: dict[str, Any]) -> dict[Where, list[str]]:
    """Where something is said, to what is said there, in order."""
    found: dict[Where, list[str]] = {}
    for name, value in entry.items():
        if name not in _NOT_SAID:
            for where, text in _texts(value, (name,)):
                found.setdefault(where, []).append(text)
    return found


def _texts(value: Any, where: Where) -> Iterator[tuple[Where, str]]:
    """The texts inside a value. Items of a list go by what names them, so that one that only moved is no change."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _texts(inner, (*where, name))
    elif isinstance(value, list):
        for number, item in enumerate(value, 1):
            named = next((str(item[name]) for name in _NAMED_BY if item.get(name)), str(number)) if isinstance(item, dict) else ""
            yield from _texts(item, (*where, named) if named else where)
    elif value not in ("", False, 0):
        yield where, str(value)


def label(where: Where, kind: str) -> str:
    """Where something stands, in words; a row by its question, with its key."""
    rows = {**TREATMENT_ROWS, **SIDE_ROWS, **ROWS[kind]}
    words = []
    for number, part in enumerate(where):
        if part in ("rows", "sides"):
            continue
        is_row = part in rows and part not in _NAMES and number > 0
        words.append(f"{rows[part]} ({part})" if is_row else _NAMES.get(part, YAML_NAMES.get(part, part)))
    said = ", ".join(words)
    return said[:1].upper() + said[1:]
