"""Tables in Markdown, and where they stand in the documentation."""

from __future__ import annotations

import re
from pathlib import Path

SEARCH = Path(__file__).parent.parent / "docs" / "search.md"


def markdown(rows: list[list[str]]) -> str:
    """A table; the first row is its head."""
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([lines[0], "| --- |" + " --- |" * (len(rows[0]) - 1), *lines[1:]])


def write(page: Path, mark: str, text: str) -> None:
    """Put a text into a page, between the comment `mark` and the next `end`. Raises ValueError if the page has no such place."""
    place = re.compile(rf"(?s)(<!-- {mark} -->\n).*?(\n<!-- end -->)")
    before = page.read_text(encoding="utf-8")
    if not place.search(before):
        raise ValueError(f"{page} has no place for {mark!r}")
    page.write_text(place.sub(lambda found: found[1] + text + found[2], before), encoding="utf-8")
