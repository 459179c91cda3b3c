"""HB034: therapy and medication are described in equal detail, and so are benefit and harm."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from handbook.content import language, markup
from handbook.content.context import Context, problem
from handbook.content.load import Loaded
from handbook.content.problems import Problem
from handbook.content.rows import TREATMENTS

MOST_UNEQUAL = 2.5
"""The most words that one side may have for each word of the other."""
_HARM = ("common_effects", "serious")


def unequal(loaded: Loaded, context: Context) -> Iterator[Problem]:
    """What an entry tells in much more detail of one kind of treatment, or of benefit, than of the other."""
    entry = loaded.values
    if entry is None:
        return
    if entry["kind"] == "comparison":
        yield from _comparison(loaded, entry, context)
    elif entry["kind"] == "condition":
        yield from _condition(loaded, entry, context)
    elif entry["kind"] in TREATMENTS:
        missing = [key for key in _HARM if key not in entry["rows"]]
        if missing and "benefit" in entry["rows"]:
            yield problem(loaded, None, "HB034", f"benefit is told, but not {' and '.join(missing)}; write those rows too")


def _comparison(loaded: Loaded, entry: dict[str, Any], context: Context) -> Iterator[Problem]:
    """All words of one side against all of the other."""
    words = {side: sum(_words(pair[side], context) for pair in entry["sides"].values()) for side in ("a", "b")}
    if _apart(words["a"], words["b"]):
        yield problem(loaded, None, "HB034", f"`a` has {words['a']} words in `sides` and `b` has {words['b']}; say as much of both")


def _condition(loaded: Loaded, entry: dict[str, Any], context: Context) -> Iterator[Problem]:
    """The words for each option: how many options there are is a matter of fact, not of care."""
    counts: dict[str, list[int]] = {"therapy": [], "medication": []}
    for stage in entry["stages"]:
        for option in stage["options"]:
            if (kind := context.kinds.get(option["treatment"], "")) in counts:
                counts[kind].append(_words(option["says"], context))
    if all(counts.values()):
        therapy, medication = (sum(items) / len(items) for items in counts.values())
        if _apart(therapy, medication):
            message = f"an option has {therapy:.0f} words for a therapy and {medication:.0f} for a medication; say as much of both"
            yield problem(loaded, None, "HB034", message)


def _words(text: Any, context: Context) -> int:
    """The words of a text, of all its regions."""
    return sum(language.word_count(markup.plain(form, context.short)) for _, form in markup.variants(text))


def _apart(one: float, other: float) -> bool:
    """Whether two counts are too far from each other."""
    return max(one, other) > MOST_UNEQUAL * max(1, min(one, other))
