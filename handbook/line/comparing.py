"""How a typed line asks for a comparison, and changes the one that is open."""

from __future__ import annotations

from dataclasses import replace

from handbook.document.choice import Choice
from handbook.document.comparison import EXTRA_COLUMNS

_FILLERS = ("for", "with", "and", "vs", "all", "compare", "differences")


def changed(choice: Choice, word: str) -> Choice:
    """The choice after one of the words both, wait, all, differences, swap."""
    if word in EXTRA_COLUMNS:
        return choice.toggled(word)
    if word == "swap":
        return choice.swapped()
    if word == "all":
        return replace(choice, everything=not choice.everything)
    return replace(choice, differences=not choice.differences)


def asked_for(text: str) -> Choice:
    """The comparison that words such as `cbt ssri for panic-disorder with both` ask for."""
    words = text.replace(",", " ").lower().split()
    condition = words[words.index("for") + 1] if "for" in words[:-1] else ""
    extra = tuple(name for name in EXTRA_COLUMNS if name in words)
    ids = tuple(word for word in words if word not in (*_FILLERS, *EXTRA_COLUMNS) and word != condition)
    return Choice(ids, condition, extra, "all" in words, "differences" in words)
