"""The page to turn to in a crisis. It works even if not one entry can be read."""

from __future__ import annotations

from handbook.document.compose import Composer
from handbook.document.nodes import Block, Document, Facts, Paragraph, Section, Span
from handbook.errors import UnknownId, near_names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from handbook.library.library import Library

LAST_RESORT: tuple[tuple[str, str], ...] = (
    ("United States", "In danger now: call 911. To talk, any time: call or text 988."),
    ("United Kingdom", "In danger now: call 999. To talk, any time: Samaritans, 116 123."),
    ("Europe", "In danger now: call 112."),
    ("Elsewhere", "Call your emergency number, or find a line at findahelpline.com."),
)
"""What stands there when the collection holds no regions or cannot be read."""

_FIRST = "If someone is in danger right now, call the emergency number. You can call even if you are not sure it is bad enough."
_NOT_A_SERVICE = "This handbook is not a crisis service. Numbers change: each list says when it was checked."


def crisis_page(library: Library | None, region: str = "", first: str = "") -> Document:
    """Where to get help now, in one region or in all, `first` before the others. Raises UnknownId for a region that is not there."""
    regions = library.regions() if library else {}
    if region and regions and region not in regions:
        raise UnknownId(region, near_names(region, list(regions)) or list(regions)[:3], "region")
    danger = Section("urgent", "Get help now", [Paragraph([Span(_FIRST)])], role="urgent")
    if library is None or not regions:
        sections = [Section(name, name, [Paragraph([Span(says)])]) for name, says in LAST_RESORT]
        return Document("crisis", "crisis", "Help in a crisis", "", [danger, *sections], [], [_NOT_A_SERVICE])
    composer = Composer(library)
    shown = {region: regions[region]} if region else dict(sorted(regions.items(), key=lambda pair: pair[0] != first))
    sections = [Section(key, values["title"], _region(values, composer)) for key, values in shown.items()]
    return Document("crisis", "crisis", "Help in a crisis", "", [danger, *sections], composer.sources(), [_NOT_A_SERVICE])


def _region(values: dict[str, Any], composer: Composer) -> list[Block]:
    """The emergency number, the lines, remarks, and the day they were checked."""
    rows: list[tuple[str, list[Span]]] = []
    emergency = values["emergency"]
    if emergency["call"]:
        rows.append(("In danger now", [Span(f"call {emergency['call']}. ", "strong"), *composer.line(emergency["says"])]))
    for line in values["crisis"]:
        ways = [
            f"{word} {line[key]}"
            for key, word in (("call", "call"), ("text", "text"), ("web", "web"), ("email", "e-mail"))
            if line[key]
        ]
        hours = f" {line['hours'].rstrip('.')}." if line["hours"] else ""
        spans = [Span(", ".join(ways), "strong"), Span(f".{hours} ")]
        rows.append((line["name"], [*spans, *composer.line(line["says"]), *composer.cites(line["sources"])]))
    notes = composer.listing(values["notes"])
    return [Facts(rows), *notes, Paragraph([Span(f"Checked {values['checked']}.")])]
