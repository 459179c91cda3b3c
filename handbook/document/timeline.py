"""One or more treatments on one line of weeks: first signs, full effect, checks, how long it goes on, and the end."""

from __future__ import annotations

import re

from handbook.content import markup
from handbook.content.rows import TREATMENT_ROWS, TREATMENTS
from handbook.document.article import review_notes
from handbook.document.comparison import condition_entry, names_in_a_row, small
from handbook.document.compose import Composer
from handbook.document.nodes import Bar, Bars, Block, Document, Facts, Paragraph, Section, Span
from handbook.document.times import read_time
from handbook.document.treatment import IN_GENERAL, row_blocks
from handbook.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from handbook.document.times import Time
    from handbook.library.library import Library

MOMENTS = ("starting", "first_effect", "full_effect", "monitoring", "duration", "stopping", "after")
"""Rows that tell of a time, in its order."""

_DRAWN = {"first_effect": "first signs", "full_effect": "full effect", "duration": "goes on for"}
"""Rows whose times count from the start; the others count from another day."""
_NOT_DRAWN = _DRAWN | {"duration": "how long it goes on"}

_FIGURES = "Where a sentence gives one clear time, that time stands in front of it. Where it does not, the sentence alone stands there."
_TOGETHER = "Taken from the sentences above, and only from those that give one clear time counted from the start."
_WITHOUT = "No one clear time is given for:"
_TOO_FEW = (
    "Fewer than two of the sentences above give one clear time counted from the start, so there is nothing to set side by side. "
    "What is known of the times stands in those sentences."
)


def timeline(library: Library, ids: list[str], condition: str = "", region: str = "") -> Document:
    """The treatments of `ids`, one to three, moment by moment, for a condition or in general.

    Raises UnknownId, and UsageError for entries that are no treatments.
    """
    entries = [library.get(id) for id in ids]
    if wrong := [entry for entry in entries if entry["kind"] not in TREATMENTS]:
        raise UsageError(f"a timeline is of treatments; {wrong[0]['id']!r} is a {wrong[0]['kind']}. Try: handbook timeline cbt ssri")
    if not 1 <= len(set(ids)) == len(ids) <= 3:
        raise UsageError("a timeline is of one, two or three different treatments")
    lens = condition_entry(library, condition) if condition else None
    composer = Composer(library, region)
    bars: list[Bar] = []
    without: dict[str, list[str]] = {}
    sections = []
    for key in MOMENTS:
        blocks: list[Block] = []
        for entry in entries:
            time = _time_of(entry, key, condition, region)
            blocks.append(Facts([(entry["short"], _said(time, row_blocks(entry, key, composer, condition)))]))
            if time and key in _DRAWN and (weeks := time.weeks):
                special = bool(condition) and key not in entry["lens"].get(condition, {})
                words = f"{time.words()}, in general" if special else time.words()
                label = f"{entry['short']}, {_DRAWN[key]}"
                bars.append(Bar(label, 0, weeks[1], words, weeks[0]) if key == "duration" else Bar(label, *weeks, words))
            elif key in _DRAWN:
                without.setdefault(entry["short"], []).append(_NOT_DRAWN[key])
        sections.append(Section(key, TREATMENT_ROWS[key], blocks))
    sections.append(Section("picture", "The clear times together", _together(bars, without)))
    names = names_in_a_row([entry["short"] for entry in entries])
    title = f"Timeline: {names}" + (f", for {small(lens['short'])}" if lens else ", in general")
    return Document("-".join(["timeline", *ids]), "timeline", title, _FIGURES, sections, composer.sources(), review_notes(entries))


def _together(bars: list[Bar], without: dict[str, list[str]]) -> list[Block]:
    """The times that can be drawn, and which cannot: a picture that is silent about a treatment would say that it takes no time."""
    if len(bars) < 2:
        return [Paragraph([Span(_TOO_FEW)])]
    blocks: list[Block] = [Paragraph([Span(_TOGETHER)]), Bars(bars)]
    if without:
        blocks += [Paragraph([Span(_WITHOUT)]), Facts([(short, [Span(f"{', '.join(moments)}.")]) for short, moments in without.items()])]
    return blocks


def _time_of(entry: dict[str, Any], key: str, condition: str, region: str) -> Time | None:
    """The time that the first sentence of a row gives, if it is clear and the same in every region."""
    text = (entry["lens"].get(condition, {}).get(key) if condition else None) or entry["rows"].get(key)
    forms = markup.variants(text, region) if text else []
    if len(forms) != 1:
        return None
    plain = re.sub(r"\s+([.,;:!?])", r"\1", markup.plain(forms[0][1]))
    return read_time(re.split(r"(?<=[.?!])\s", plain)[0])


def _said(time: Time | None, blocks: list[Block]) -> list[Span]:
    """The row as one run of text, with its time in front."""
    spans: list[Span] = []
    for number, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            spans += [Span(" "), *block.spans] if number else block.spans
    if time and spans[0].text == IN_GENERAL:
        return [Span(f"In general, {time.words()}: ", "strong"), *spans[1:]]
    return [Span(f"{time.words()[:1].upper()}{time.words()[1:]}: ", "strong"), *spans] if time else spans
