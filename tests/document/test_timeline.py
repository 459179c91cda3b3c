"""Treatments on one line of weeks."""

from __future__ import annotations

import pytest

from handbook.document.nodes import Bar, Bars, Document, Facts, plain_text
from handbook.document.timeline import MOMENTS, timeline
from handbook.errors import UsageError
from handbook.library.library import Library
from handbook.render.picture import drawn


def bars(document: Document) -> list[tuple[str, float, float | None]]:
    return [(bar.label, bar.start, bar.end) for block in document.sections[-1].blocks if isinstance(block, Bars) for bar in block.bars]


def test_times_come_from_the_sentences_that_stand_there(real_library: Library) -> None:
    page = timeline(real_library, ["cbt", "ssri"])
    assert [section.key for section in page.sections] == [*MOMENTS, "picture"]
    first = page.sections[1].blocks[1]
    assert isinstance(first, Facts)
    assert plain_text([first]).startswith("SSRIs: 1 to 2 weeks: One to two weeks for the first change.")
    assert ("SSRIs, first signs", 1.0, 2.0) in bars(page)
    assert page.sources


def test_the_lens_of_the_condition_is_used(real_library: Library) -> None:
    assert ("SSRIs, goes on for", 0, None) in bars(timeline(real_library, ["ssri"], "ocd"))
    assert "for OCD" in timeline(real_library, ["ssri"], "ocd").title


@pytest.mark.parametrize(
    ("ids", "condition", "drawn_of", "silent"),
    [
        (["cbt", "ssri"], "panic-disorder", set(), ""),
        (["ect", "tms"], "depression", {"ECT", "TMS"}, "No one clear time is given for: ECT: first signs, how long it goes on."),
    ],
)
def test_a_picture_never_passes_over_a_treatment_in_silence(ids: list[str], condition: str, drawn_of: set[str], silent: str, real_library: Library) -> None:
    page = timeline(real_library, ids, condition)
    assert {label.partition(",")[0] for label, _, _ in bars(page)} == drawn_of
    said = plain_text(page.sections[-1].blocks)
    assert silent in said if silent else said.startswith("Fewer than two of the sentences above")


def test_a_time_that_holds_in_general_says_so_once(real_library: Library) -> None:
    said = plain_text(timeline(real_library, ["ect"], "depression").sections[MOMENTS.index("duration")].blocks)
    assert said.startswith("ECT: In general, 6 to 12 sessions: Six to twelve sessions.")


def test_every_treatment_has_a_timeline_whose_picture_fits(real_library: Library) -> None:
    for kind in ("therapy", "medication", "procedure"):
        for card in real_library.cards(kind):
            for block in timeline(real_library, [card.id]).sections[-1].blocks:
                if isinstance(block, Bars):
                    for width in (36, 76):
                        assert all(len(line) <= width for line in drawn(block, width))


@pytest.mark.parametrize(
    ("bar", "drawing"),
    [
        (Bar("A", 1, 2, ""), "..........##########"),
        (Bar("A", 0, 2, "", 1), "##########++++++++++"),
        (Bar("A", 0, None, "", 2), "#################++>"),
        (Bar("A", 2, None, ""), "................###>"),
        (Bar("A", 0, 0.01, ""), "#..................."),
    ],
)
def test_a_bar_says_what_is_sure_and_what_goes_on(bar: Bar, drawing: str) -> None:
    assert drawn(Bars([bar]), 20)[2] == drawing


@pytest.mark.parametrize(("ids", "error"), [(["psychiatrist"], "of treatments"), (["cbt", "cbt"], "different"), (["cbt", "act", "dbt", "ssri"], "three"), (["nope"], "no entry")])  # fmt: skip
def test_what_has_no_timeline(ids: list[str], error: str, real_library: Library) -> None:
    with pytest.raises(UsageError, match=error):
        timeline(real_library, ids)
