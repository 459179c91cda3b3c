"""What to ask at an appointment, and whom."""

from __future__ import annotations

import re

from handbook.content.rows import TREATMENT_ROWS
from handbook.document.comparison import names_in_a_row, small
from handbook.document.compose import NOT_RECORDED, Composer
from handbook.document.nodes import Block, Heading, Listing, Section, Span, plain_text
from handbook.document.treatment import row_blocks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from handbook.library.library import Library


def questions(
    library: Library, entry: dict[str, Any], ticked: tuple[str, ...], options: list[dict[str, Any]], composer: Composer
) -> list[Section]:
    """What to ask: what matters to the reader, what the condition's page suggests, and what to ask each helper."""
    blocks: list[Block] = []
    if ticked:
        items = []
        for key in ticked:
            missing = [option["short"] for option in options if _is_missing(row_blocks(option, key, composer, entry["id"]))]
            more = f" Not recorded here for {names_in_a_row(missing)}." if missing else ""
            items.append([Span(f"{TREATMENT_ROWS[key]}{more}")])
        blocks += [Heading("About what matters to you, for each option"), Listing(items)]
    if entry["questions"]:
        blocks += [Heading(f"About {small(entry['short'])}"), *composer.listing(entry["questions"])]
    for role in _roles(library, entry):
        if role["questions"]:
            blocks += [Heading(f"For a {small(role['short'])}"), *composer.listing(role["questions"])]
    return [Section("questions", "Questions to ask", blocks)] if blocks else []


def _is_missing(blocks: list[Block]) -> bool:
    """Whether a row says that nothing is recorded."""
    return plain_text(blocks).lower().startswith(NOT_RECORDED)


def _roles(library: Library, entry: dict[str, Any]) -> list[dict[str, Any]]:
    """The helpers that the condition's page names, at most three: whoever comes first, one who prescribes, one who gives therapy."""
    text = str(entry["rows"].get("who_treats", ""))
    named = [library.get(id) for id in dict.fromkeys(re.findall(r"\[\[([^\]|]+)", text)) if id in library]
    roles = [role for role in named if role["kind"] == "role"]
    chosen = [
        *roles[:1],
        *[role for role in roles if _says_yes(role, "prescribes")][:1],
        *[role for role in roles if _says_yes(role, "gives_therapy") and not _says_yes(role, "prescribes")][:1],
    ]
    return [role for number, role in enumerate(chosen) if role not in chosen[:number]]


def _says_yes(role: dict[str, Any], key: str) -> bool:
    """Whether the role's row begins with yes, in any region."""
    text = role["rows"].get(key, "")
    return any(str(form).startswith("Yes") for form in (text.values() if isinstance(text, dict) else [text]))
