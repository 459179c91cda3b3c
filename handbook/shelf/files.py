"""The shelf into a text file and back."""

from __future__ import annotations

import os
import sys

from handbook.errors import HandbookError, UsageError
from handbook.shelf.exchange import bring_in, contents_of
from handbook.shelf.plaintext import as_text, from_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from handbook.shelf.store import Store

_LONGEST = 50_000_000
"""Characters of a file that are read; a shelf is far smaller."""


def import_file(store: Store, file: str) -> str:
    """Add what a text file holds (`-` is stdin); gives what was added, in words.

    Raises UsageError if there is no such file, HandbookError if it is no exported shelf, ShelfError.
    """
    new = bring_in(store, from_text(_read(file), file))
    added = [f"{count} {name if count != 1 else _SINGULAR[name]}" for name, count in new.items() if count]
    return f"added {', '.join(added)}" if added else "nothing in it is new"


_SINGULAR = {
    "sets": "set", "bookmarks": "bookmark", "notes": "note", "settings": "setting", "visits": "visit", "searches": "search", "answers": "answer",
}  # fmt: skip


def export_file(store: Store, file: str, history: bool = False) -> str:
    """Write the shelf to a new text file; gives a sentence. Raises UsageError if that cannot be written or is there already, ShelfError."""
    path = os.path.abspath(os.path.expanduser(file))
    text = as_text(contents_of(store, history))
    try:
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as opened:
            opened.write(text)
    except FileExistsError:
        raise UsageError(f"{path} is already there; choose another name") from None
    except OSError as error:
        raise UsageError(f"cannot write {path}: {(error.strerror or 'it failed').lower()}") from None
    return f"Wrote your bookmarks, notes and settings to {path}"


def _read(file: str) -> str:
    try:
        if file == "-":
            return sys.stdin.read(_LONGEST)
        with open(os.path.expanduser(file), encoding="utf-8") as opened:
            return opened.read(_LONGEST)
    except OSError as error:
        raise UsageError(f"cannot read {file}: {(error.strerror or 'it failed').lower()}") from None
    except UnicodeDecodeError:
        raise HandbookError(f"{file} is not text in UTF-8") from None
