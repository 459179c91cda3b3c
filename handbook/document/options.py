"""What is recorded as a treatment for a condition, in which order, and how it is placed."""

from __future__ import annotations

from handbook.content.rows import TREATMENTS
from handbook.document.compose import Composer
from handbook.document.nodes import Block, Listing, Span
from handbook.document.treatment import PLACES, STRENGTHS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from handbook.library.library import Library

KINDS = ("therapy", "medication", "procedure")
"""The order of options; within a kind by place, then by the alphabet."""

IN_SHORT = ("add-on", "off-label", "not-routine", "not-recommended")
"""Places of treatments that are no choice of their own, or none that guidelines offer; they are given in short."""


def options_for(library: Library, entry: dict[str, Any]) -> list[dict[str, Any]]:
    """The treatments recorded for a condition, by kind, place and title.

    A page on a whole group is left out, unless the condition's own plan names it, where other treatments of its kind are known.
    """
    planned = [item["treatment"] for stage in entry["stages"] for item in stage["options"]]
    ids = dict.fromkeys([*(card.id for card in library.cards(condition=entry["id"])), *(id for id in planned if id in library)])
    known = [library.get(id) for id in ids]
    known = [option for option in known if option["kind"] in TREATMENTS]
    single = {option["kind"] for option in known if not option["overview"]}
    kept = [option for option in known if not option["overview"] or option["id"] in planned or option["kind"] not in single]
    places = list(PLACES)
    return sorted(
        kept, key=lambda option: (KINDS.index(option["kind"]), places.index(place_of(library, option, entry)), option["title"].lower())
    )


def place_of(library: Library, option: dict[str, Any], entry: dict[str, Any]) -> str:
    """The best place of a treatment for the condition, on its own page or at any stage of the condition's plan."""
    found = library.place(option["id"], entry["id"])
    places = [item["place"] for stage in entry["stages"] for item in stage["options"] if item["treatment"] == option["id"]]
    return min([*places, *(found[:1] if found else [])], key=list(PLACES).index, default="option")


def place_blocks(option: dict[str, Any], entry: dict[str, Any], composer: Composer) -> list[Block]:
    """Where the treatment stands at each stage of the condition, and how sure that is; else what its own page records."""
    items = []
    for stage in entry["stages"]:
        for item in stage["options"]:
            if item["treatment"] == option["id"]:
                items.append([Span(f"{stage['name']}: ", "label"), *placed(item, composer)])
    if not items:
        items = [placed(item, composer) for item in option["evidence"] if item["condition"] == entry["id"]]
    return [Listing(items)] if items else composer.not_recorded()


def placed(item: dict[str, Any], composer: Composer) -> list[Span]:
    """A place with its strength of evidence, what is said of it, and who says so."""
    place = PLACES[item["place"]]
    spans = [Span(f"{place[0].upper()}{place[1:]}, {STRENGTHS.get(item['strength'], 'evidence not recorded')}. ")]
    return [*spans, *composer.line(item["says"]), *composer.cites(item["sources"])]
