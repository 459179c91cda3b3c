"""The review round: the entries of a library that are due, were changed since their review, or never had one."""

from __future__ import annotations

import json

from handbook.content.review import Due, due_entries

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from handbook.library.library import Library

SOON = 30
"""Days ahead that a round looks."""


def review_round(library: Library, today: str, until: str, kind: str = "") -> list[Due]:
    """The round of all entries, or of a kind. Days are written year-month-day."""
    return due_entries(_entries(library, kind), today, until)


def days(ahead: int = SOON) -> tuple[str, str]:
    """Today, and the last day of a round that looks some days ahead."""
    from datetime import date, timedelta

    today = date.today()
    return today.isoformat(), (today + timedelta(days=ahead)).isoformat()


def _entries(library: Library, kind: str) -> Iterator[dict[str, Any]]:
    """As much of each entry as a round needs: all of it only where there is a review that may be of another text."""
    rows = library.connection.execute(
        "select id, kind, title, json_array_length(data, '$.urgent'), json_extract(data, '$.review'),"
        " case when json_extract(data, '$.review.clinician') <> '' then data end from entry where ?1 in ('', kind)",
        (kind,),
    )
    for id, of_kind, title, urgent, review, data in rows:
        yield json.loads(data) if data else {"id": id, "kind": of_kind, "title": title, "urgent": urgent, "review": json.loads(review)}
