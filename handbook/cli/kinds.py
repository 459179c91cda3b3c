"""The kinds of entries as people type them."""

from __future__ import annotations

from handbook.content.rows import FOLDERS
from handbook.errors import UsageError, did_you_mean


def kind_named(word: str) -> str:
    """The kind a word names, in the singular or plural; empty for an empty word. Raises UsageError."""
    plurals = {folder: kind for kind, folder in FOLDERS.items()}
    kind = plurals.get(word, word)
    if kind and kind not in FOLDERS:
        raise UsageError(f"no kind is called {word!r}.{did_you_mean(word, list(FOLDERS))} Kinds: {', '.join(FOLDERS)}")
    return kind
