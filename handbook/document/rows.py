"""Any row of any kind of entry, as blocks."""

from __future__ import annotations

from handbook.content.rows import ROWS, TREATMENTS
from handbook.document.compose import Composer
from handbook.document.nodes import Block
from handbook.document.treatment import row_blocks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def row(entry: dict[str, Any], key: str, composer: Composer) -> list[Block]:
    """The blocks of any row of any kind of entry; what is not recorded says so."""
    if entry["kind"] in TREATMENTS:
        return row_blocks(entry, key, composer)
    text = entry["summary"] if key == "summary" else entry["rows"].get(key)
    return composer.paragraphs(text) if text else composer.not_recorded()


def row_keys(entry: dict[str, Any]) -> list[str]:
    """The keys that `row` takes for an entry, in order."""
    keys = list(ROWS[entry["kind"]])
    return keys if "summary" in keys else ["summary", *keys]
