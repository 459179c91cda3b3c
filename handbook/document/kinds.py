"""What stands on the page of each kind of entry that is no treatment."""

from __future__ import annotations

from handbook.content.rows import ROWS, SIDE_ROWS, TREATMENT_ROWS
from handbook.document.asked import question_blocks
from handbook.document.compose import Composer
from handbook.document.nodes import Block, Facts, Heading, Listing, Section, Span
from handbook.document.rows import row
from handbook.document.treatment import PLACES, STRENGTHS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def rows_as_sections(entry: dict[str, Any], composer: Composer) -> list[Section]:
    """One section a row."""
    found = []
    for key, label in ROWS[entry["kind"]].items():
        if text := entry["rows"].get(key):
            found.append(Section(key, label, composer.paragraphs(text)))
    return found


def _role(entry: dict[str, Any], composer: Composer) -> list[Section]:
    """A role says of each row that is missing that it is not recorded."""
    return [Section(key, label, row(entry, key, composer)) for key, label in ROWS["role"].items()]


def _condition(entry: dict[str, Any], composer: Composer) -> list[Section]:
    """What it is, treatment by stage, waiting, then what trials and guidelines say."""
    first = [Section(key, label, composer.paragraphs(entry["rows"][key])) for key, label in _first_rows(entry)]
    blocks: list[Block] = []
    for stage in entry["stages"]:
        blocks += [Heading(stage["name"]), *composer.paragraphs(stage["plan"])]
        items = [_option(item, [composer.link(item["treatment"])], composer) for item in stage["options"]]
        both = stage["both"]
        if both["place"]:
            items.append(_option(both, [Span("Therapy and medicine together", "strong")], composer))
        blocks += [Listing(items)] if items else []
    columns = [Section("stages", "Treatment by stage", blocks)] if blocks else []
    for key, title in (("wait", "What if I wait?"), ("both", "Both together, point by point")):
        if texts := entry[key]:
            rows = [(TREATMENT_ROWS[name], composer.line(text)) for name, text in texts.items()]
            columns.append(Section(key, title, [Facts(rows)]))
    rest = [item for item in rows_as_sections(entry, composer) if item.key not in _FIRST]
    return [*first, *columns, *rest]


_FIRST = ("what_it_is", "how_common")
"""The rows of a condition that stand before its treatment."""


def _first_rows(entry: dict[str, Any]) -> list[tuple[str, str]]:
    """The rows of a condition that stand before its treatment, with their labels."""
    return [(key, ROWS["condition"][key]) for key in _FIRST if entry["rows"].get(key)]


def _option(item: dict[str, Any], name: list[Span], composer: Composer) -> list[Span]:
    """A treatment at a stage, its place, and what stands behind that."""
    place = f": {PLACES[item['place']]}, {STRENGTHS.get(item['strength'], 'evidence not recorded')}. "
    return [*name, Span(place), *composer.line(item["says"]), *composer.cites(item["sources"])]


def _tip(entry: dict[str, Any], composer: Composer) -> list[Section]:
    """The steps, then why, and when it is different."""
    return [Section("steps", "What to do", composer.listing(entry["steps"], ordered=True)), *rows_as_sections(entry, composer)]


def _comparison(entry: dict[str, Any], composer: Composer) -> list[Section]:
    """The sides row by row, then the rest."""
    names = {side: " or ".join(composer.library.short(id) or id for id in entry[side]) for side in ("a", "b")}
    blocks: list[Block] = []
    for key, label in SIDE_ROWS.items():
        if pair := entry["sides"].get(key):
            blocks += [Heading(label, key), Facts([(names[side], composer.line(pair[side])) for side in ("a", "b")])]
    return [Section("sides", "Side by side", blocks), *rows_as_sections(entry, composer)]


def _lesson(entry: dict[str, Any], composer: Composer) -> list[Section]:
    """Aims, steps with their minutes, notes and handout."""
    steps: list[Block] = []
    for number, step in enumerate(entry["steps"], 1):
        spans = [Span(f"{step['minutes']} minutes, {step['do']}{': ' if step['text'] else '.'}", "label"), *composer.line(step["text"])]
        if ids := [id for id in (step["entry"], *step["entries"]) if id]:
            spans += [Span(" Open: "), *composer.links_in_a_row(ids)]
        if step["row"]:
            label = next((rows[step["row"]] for rows in ROWS.values() if step["row"] in rows), step["row"])
            spans.append(Span(f", the row: {label}"))
        last = steps[-1] if steps else None
        if isinstance(last, Listing) and last.start + len(last.items) == number:
            last.items.append(spans)
        else:
            steps.append(Listing([spans], ordered=True, start=number))
        steps += question_blocks(step, composer)
    more: list[Block] = []
    for question in entry["quiz"]:
        more += question_blocks(question, composer)
    blocks: dict[str, list[Block]] = {
        "Aims": composer.listing(entry["aims"]),
        f"What happens ({entry['minutes']} minutes)": steps,
        "Quiz for afterwards": more,
        "For the trainer": composer.paragraphs(entry["notes"]),
        "To take home": composer.listing(entry["handout"]),
    }
    return [Section(title.split()[0].lower(), title, found) for title, found in blocks.items() if found]


OTHERS = {"role": _role, "condition": _condition, "tip": _tip, "comparison": _comparison, "lesson": _lesson, "term": rows_as_sections}
"""Kind to what makes its sections."""
