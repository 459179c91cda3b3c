"""Reviews by clinicians: whether an entry is still the text that was reviewed, and what is due."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

_NOT_TEXT = ("id", "kind", "review")


def checksum(entry: dict[str, Any]) -> str:
    """Eight hexadecimal digits over all that an entry says, its review apart.

    Fields that the author left out do not count, so the number outlives a new optional field. It finds changes; it proves nothing.
    """
    import json
    from zlib import crc32

    said = _bare({name: value for name, value in entry.items() if name not in _NOT_TEXT})
    return f"{crc32(json.dumps(said, sort_keys=True, ensure_ascii=False).encode()):08x}"


def _bare(value: Any) -> Any:
    """A value without the fields that hold nothing."""
    if isinstance(value, dict):
        return {name: bare for name, inner in value.items() if (bare := _bare(inner)) not in ("", [], {}, False, 0)}
    return [_bare(item) for item in value] if isinstance(value, list) else value


def changed_since(entry: dict[str, Any]) -> bool:
    """Whether a reviewed entry says something else now. A review that somebody wrote by hand, without a checksum, cannot tell."""
    review = entry["review"]
    return bool(review["clinician"] and review["checksum"]) and review["checksum"] != checksum(entry)


def reviewed_by(review: dict[str, Any]) -> str:
    """By whom and when an entry was reviewed, in words; empty if it was not."""
    if not review["clinician"]:
        return ""
    role = f", {review['role']}" if review["role"] else ""
    day = f", on {review['reviewed']}" if review["reviewed"] else ""
    return f"{review['clinician']}{role}{day}"


STATES = {"overdue": "Overdue", "due": "Due soon", "changed": "Changed since the review", "never": "Never reviewed by a clinician"}
"""Why an entry is part of a review round, the most pressing reason first; each entry has one."""


class Due:
    """An entry of a review round."""

    __slots__ = ("id", "kind", "red_flags", "review", "state", "title")

    def __init__(self, id: str, kind: str, title: str, state: str, red_flags: bool, review: dict[str, Any]) -> None:
        self.id = id
        self.kind = kind
        self.title = title
        self.state = state
        """A key of STATES."""
        self.red_flags = red_flags
        """Whether it tells when to get help at once: what is wrong there does the most harm."""
        self.review = review

    def told(self) -> str:
        """What there is to know about it beside its state."""
        by = reviewed_by(self.review)
        never = "" if self.state == "never" else ", never reviewed"
        flags = "red flags, " if self.red_flags else ""
        return f"{flags}due {self.review['due']}, {self.kind}, " + (f"reviewed by {by}" if by else f"written {self.review['written']}{never}")


def due_entries(entries: Iterable[dict[str, Any]], today: str, until: str) -> list[Due]:
    """The entries that are due up to a day, that were changed since their review, or never had one.

    By state, those with red flags first, then the oldest. Days are written year-month-day.
    """
    found = []
    for entry in entries:
        if state := _state(entry, today, until):
            found.append(Due(entry["id"], entry["kind"], entry["title"], state, bool(entry["urgent"]), entry["review"]))
    order = list(STATES)
    return sorted(found, key=lambda due: (order.index(due.state), not due.red_flags, due.review["due"], due.review["written"], due.title.lower()))


def _state(entry: dict[str, Any], today: str, until: str) -> str:
    """Why an entry is in the round; empty if it is not."""
    review = entry["review"]
    if review["due"] < today:
        return "overdue"
    if review["due"] <= until:
        return "due"
    if changed_since(entry):
        return "changed"
    return "" if review["clinician"] else "never"


def round_told(found: list[Due], total: int, until: str) -> str:
    """A round in one sentence."""
    counts = {state: sum(due.state == state for due in found) for state in STATES}
    without = sum(not due.review["clinician"] for due in found)
    told = [f"{counts['overdue']} overdue"] if counts["overdue"] else []
    told.append(f"{counts['due'] or 'nothing'} due by {until}" if counts["due"] or not told else "")
    told.append(f"{counts['changed']} changed since the review" if counts["changed"] else "")
    told.append(f"{without} of {total} {'entry' if total == 1 else 'entries'} never reviewed by a clinician")
    said = ", ".join(part for part in told if part)
    return f"{said[:1].upper()}{said[1:]}."


def round_counts(found: list[Due]) -> dict[str, dict[str, int]]:
    """Kind to state to the number of entries, in the order of kinds."""
    from handbook.content.rows import FOLDERS

    kinds = {due.kind for due in found}
    return {kind: {state: sum(due.kind == kind and due.state == state for due in found) for state in STATES} for kind in FOLDERS if kind in kinds}
