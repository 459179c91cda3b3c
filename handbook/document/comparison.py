"""Two or three entries side by side, row by row, for one condition or in general."""

from __future__ import annotations

from handbook.content.rows import DEFAULT_ROWS, ROWS, TREATMENT_ROWS, TREATMENTS
from handbook.document.compose import Composer
from handbook.document.nodes import Block, Column, Comparison, ComparisonRow, Listing, Span, plain_text
from handbook.document.rows import row
from handbook.document.treatment import PLACES, STRENGTHS, row_blocks
from handbook.errors import UsageError, did_you_mean

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from handbook.library.library import Library

EXTRA_COLUMNS = {"both": "Both together", "wait": "Waiting"}
"""Columns that are not entries: therapy with medication, and no treatment for now."""


def compare(
    library: Library,
    ids: list[str],
    condition: str = "",
    extra: tuple[str, ...] = (),
    everything: bool = False,
    differences: bool = False,
    region: str = "",
    first: tuple[str, ...] = (),
) -> Comparison:
    """The entries of `ids` side by side.

    `condition` is a condition's id or empty; `extra` holds keys of EXTRA_COLUMNS; `everything` takes
    all rows instead of the default ones; `differences` leaves out rows whose cells are the same;
    `first` holds keys of rows that stand before all others, in that order.
    Raises UnknownId, or UsageError for entries that cannot be compared and rows that there are not.
    """
    entries = [library.get(id) for id in ids]
    kinds = {entry["kind"] for entry in entries}
    _must_fit(ids, kinds)
    lens = condition_entry(library, condition) if condition else None
    composer = Composer(library, region)
    treatments = kinds <= set(TREATMENTS)
    labels = TREATMENT_ROWS if treatments else {"summary": "In short", **ROWS[entries[0]["kind"]]}
    if unknown := [key for key in first if key not in labels]:
        raise UsageError(f"there is no row {unknown[0]!r} to put first.{did_you_mean(unknown[0], list(labels))} Rows: {', '.join(labels)}")
    keys = [key for key in labels if key not in first and (everything or not treatments or key in DEFAULT_ROWS)]
    rows = []
    for key in (*first, *keys):
        cells = [row_blocks(entry, key, composer, condition) if treatments else row(entry, key, composer) for entry in entries]
        cells += [_extra_cell(name, key, entries, lens, composer) for name in extra]
        if not differences or len({plain_text(cell) for cell in cells}) > 1:
            rows.append(ComparisonRow(key, labels[key], cells))
    columns = [Column(entry["id"], entry["title"], entry["short"]) for entry in entries]
    columns += [Column(name, EXTRA_COLUMNS[name], EXTRA_COLUMNS[name]) for name in extra]
    title = title_of([column.short for column in columns], lens["short"] if lens else "")
    pages = _pages(library, ids, condition)
    picked = sum(row.key in first for row in rows)
    return Comparison(title, condition, lens["title"] if lens else "", columns, rows, composer.sources(), len(labels) - len(rows), pages, picked)


def rows_to_pick(library: Library, ids: list[str]) -> dict[str, str]:
    """The rows that a comparison of these entries can put first: key to question. Raises UnknownId."""
    kind = library.get(ids[0])["kind"]
    return dict(TREATMENT_ROWS) if kind in TREATMENTS else {"summary": "In short", **ROWS[kind]}


def _must_fit(ids: list[str], kinds: set[str]) -> None:
    """Whether these entries can stand side by side. Raises UsageError."""
    if len(set(ids)) != len(ids):
        raise UsageError("an entry cannot be compared with itself; name two different ones")
    if not 2 <= len(ids) <= 3:
        raise UsageError("two or three entries can be compared")
    if len(kinds) > 1 and not kinds <= set(TREATMENTS):
        named = " and a ".join(sorted(kinds))
        raise UsageError(f"a {named} have no rows in common; compare treatments with treatments, or two of one kind")


def condition_entry(library: Library, condition: str) -> dict[str, Any]:
    """The entry of the condition. Raises UnknownId, or UsageError if it is of another kind."""
    entry = library.get(condition)
    if entry["kind"] != "condition":
        raise UsageError(f"--for wants a condition; {condition!r} is a {entry['kind']}. Try: handbook list condition")
    return entry


def title_of(names: list[str], condition: str) -> str:
    """What is compared, and for what, in one line."""
    others = names_in_a_row([small(name) for name in names[1:]])
    return f"{names[0]} compared with {others}" + (f", for {small(condition)}" if condition else "")


def names_in_a_row(names: list[str]) -> str:
    """Names with commas and `and` between them."""
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]


def small(name: str) -> str:
    """A name inside a sentence: a common noun without its capital letter."""
    return name[0].lower() + name[1:] if name[1:2].islower() else name


def _extra_cell(name: str, key: str, entries: list[dict[str, Any]], lens: dict[str, Any] | None, composer: Composer) -> list[Block]:
    """A cell of `both` or `wait`: what the condition says; else, for both, what each side says of combining."""
    if lens and (text := lens[name].get(key)):
        return composer.paragraphs(text)
    if lens and name == "both" and key in ("used_for", "evidence"):
        return _together(lens, key, composer) or composer.not_recorded()
    if name == "both" and key == "combine" and not lens:
        return [block for entry in entries for block in row_blocks(entry, "combine", composer)]
    return composer.not_recorded()


def _together(lens: dict[str, Any], key: str, composer: Composer) -> list[Block]:
    """The place of both together at each stage of the condition, or how sure that is."""
    items = []
    for stage in lens["stages"]:
        both = stage["both"]
        if both["place"] and key == "used_for":
            items.append([Span(f"{stage['name']}: {PLACES[both['place']]}.")])
        elif both["place"]:
            spans = [Span(f"{stage['name']}: {STRENGTHS[both['strength']]}. "), *composer.line(both["says"]), *composer.cites(both["sources"])]
            items.append(spans)
    return [Listing(items)] if items else []


def _pages(library: Library, ids: list[str], condition: str) -> list[str]:
    """Comparison entries about a pair of these."""
    found = []
    for card in library.cards(kind="comparison"):
        entry = library.get(card.id)
        if condition in ("", entry["condition"]) and set(entry["a"]) & set(ids) and set(entry["b"]) & set(ids):
            found.append(card.id)
    return found


def first_choices(library: Library, condition: str) -> list[str]:
    """The two or three treatments to set side by side for a condition: what its entry names, else
    the best placed therapy and medication. Empty if fewer than two are known."""
    entry = library.get(condition)
    named = [id for id in entry["compare"] if id in library]
    if len(named) < 2:
        therapies = library.cards(kind="therapy", condition=condition)[:1]
        medications = library.cards(kind="medication", condition=condition)[:1]
        named = [card.id for card in [*therapies, *medications]]
    return named[:3] if len(named) > 1 else []
