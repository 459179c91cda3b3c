"""What a comparison from somewhere in the app would show."""

from __future__ import annotations

from handbook.content.rows import TREATMENTS
from handbook.document.choice import Choice, from_pair
from handbook.document.comparison import first_choices
from handbook.errors import UsageError
from handbook.library.library import Library


def choice_from(library: Library, marked: list[str], id: str) -> Choice | None:
    """What to compare from an entry (or none, an empty id); None if a second one must be chosen.

    Raises UsageError, with a sentence on what to do, if there is nothing to compare.
    """
    entry = library.get(id) if id else None
    if len(marked) > 1:
        return Choice(tuple(marked))
    if entry and entry["kind"] == "condition":
        if found := first_choices(library, id):
            return Choice(tuple(found), id)
        raise UsageError(f"no two treatments are recorded for {entry['short']}")
    if entry and entry["kind"] == "comparison":
        return from_pair(library, entry)
    if marked and entry and id not in marked:
        return Choice((marked[0], id))
    if entry and entry["kind"] in TREATMENTS:
        return None
    raise UsageError("mark two entries with c, then press v")
