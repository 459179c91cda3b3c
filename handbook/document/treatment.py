"""The 35 rows of a therapy, medication or procedure, each as blocks, for one condition or in general."""

from __future__ import annotations

from handbook.content.rows import TREATMENT_ROWS
from handbook.document.compose import NOT_RECORDED, Composer
from handbook.document.nodes import Block, Facts, Listing, Paragraph, Span, plain_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

PLACES = {
    "first-line": "a first choice",
    "second-line": "a second choice",
    "add-on": "an addition to other treatment",
    "option": "an option",
    "off-label": "used outside its licence (off-label)",
    "not-routine": "not used as a routine",
    "not-recommended": "not recommended",
}
"""Place to how a reader sees it named."""

STRENGTHS = {
    "strong": "strong evidence",
    "moderate": "moderate evidence",
    "limited": "limited evidence",
    "mixed": "mixed evidence",
}
"""Strength of evidence to how a reader sees it named."""

IN_GENERAL = "In general: "
"""What stands before a row that is not written for the condition asked for."""
_BY_CONDITION = ("benefit", "first_effect", "full_effect", "duration", "after", "stopping")
"""Rows whose general text may hold for another condition than the one asked for."""


def row_blocks(entry: dict[str, Any], key: str, composer: Composer, condition: str = "") -> list[Block]:
    """The blocks of one row; never empty: what is not recorded says so.

    With a condition, its own text comes first where there is one; a general text in a row that
    often differs by condition is marked as general.
    """
    made = _MADE.get(key)
    if made:
        return made(entry, composer, condition) or composer.not_recorded()
    special = entry["lens"].get(condition, {}).get(key) if condition else None
    if special:
        return composer.paragraphs(special)
    general = entry["rows"].get(key)
    if not general:
        return composer.not_recorded()
    blocks = composer.paragraphs(general)
    recorded = not plain_text(blocks).lower().startswith(NOT_RECORDED)
    return _in_general(blocks) if condition and key in _BY_CONDITION and recorded else blocks


def _summary(entry: dict[str, Any], composer: Composer, condition: str) -> list[Block]:
    blocks = composer.paragraphs(entry["summary"])
    return _in_general(blocks) if condition else blocks


def _in_general(blocks: list[Block]) -> list[Block]:
    """Say that a text is not about the condition that a reader asked for: its times and benefits may be those of another one."""
    first = blocks[0]
    if isinstance(first, Paragraph):
        first.spans.insert(0, Span(IN_GENERAL, "label"))
    return blocks


def _evidence_of(entry: dict[str, Any], condition: str) -> list[dict[str, Any]]:
    """The evidence for a condition, or all of it."""
    return [item for item in entry["evidence"] if not condition or item["condition"] == condition]


def _used_for(entry: dict[str, Any], composer: Composer, condition: str) -> list[Block]:
    """What it is used for, grouped by how it ranks there."""
    groups: dict[str, dict[str, list[list[str]]]] = {}
    for item in _evidence_of(entry, condition):
        groups.setdefault(item["place"], {}).setdefault(item["condition"], []).append(item["severity"])
    rows = []
    for place in sorted(groups, key=list(PLACES).index):
        spans: list[Span] = []
        for target, severities in groups[place].items():
            spans += [Span(", ")] if spans else []
            spans.append(composer.link(target, inside=len(spans) > 0))
            named = [name for name in ("mild", "moderate", "severe") if any(name in severity for severity in severities)]
            if all(severities) and len(named) < 3:
                spans.append(Span(f" ({' or '.join(named)})"))
        rows.append((PLACES[place][0].upper() + PLACES[place][1:], spans))
    return [Facts(rows)] if rows else []


def _evidence(entry: dict[str, Any], composer: Composer, condition: str) -> list[Block]:
    """How sure it is, condition by condition."""
    items = []
    for item in _evidence_of(entry, condition):
        spans = [composer.link(item["condition"]), Span(f": {STRENGTHS[item['strength']]}. ")]
        items.append([*spans, *composer.line(item["says"]), *composer.cites(item["sources"])])
    return [Listing(items)] if items else []


def _names(entry: dict[str, Any], composer: Composer, condition: str) -> list[Block]:
    """Other names, and the medicines with their brands."""
    blocks: list[Block] = []
    if entry["aliases"]:
        blocks.append(Paragraph([Span(", ".join(entry["aliases"]) + ".")]))
    items = []
    for drug in entry.get("drugs", []):
        brands = [f"{region} {', '.join(drug[key])}" for key, region in (("us", "US"), ("uk", "UK")) if drug[key]]
        note = [Span(" "), *composer.line(drug["note"])] if drug["note"] else []
        items.append([Span(drug["name"], "strong"), Span(f": {'; '.join(brands)}." if brands else "."), *note])
    return [*blocks, Listing(items)] if items else blocks


def _sources(entry: dict[str, Any], composer: Composer, condition: str) -> list[Block]:
    """How many sources the entry rests on; the list itself stands at the end of every page."""
    found = _cited(entry)
    read = [key for key, was_read in found.items() if was_read]
    if not found:
        return []
    text = f"{len(found)} sources, {len(read)} of them read for this entry."
    return [Paragraph([Span(text)])]


def _cited(value: Any) -> dict[str, bool]:
    """Source key to whether it was read for at least one statement of the value."""
    from handbook.content import markup

    found: dict[str, bool] = {}
    if isinstance(value, str):
        for cite in markup.cites(value):
            found[cite.key] = found.get(cite.key, False) or cite.read
    elif isinstance(value, list):
        for item in value:
            for key, read in _cited(item).items():
                found[key] = found.get(key, False) or read
    elif isinstance(value, dict):
        for key, item in value.items():
            inner = {}
            if key == "sources":
                for reference in item:
                    cite = markup.source_key(reference)
                    inner[cite.key] = cite.read
            else:
                inner = _cited(item)
            for source, read in inner.items():
                found[source] = found.get(source, False) or read
    return found


_MADE = {"summary": _summary, "used_for": _used_for, "evidence": _evidence, "names": _names, "sources": _sources}
assert set(_MADE) <= set(TREATMENT_ROWS)
