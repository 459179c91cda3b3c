"""Treatments side by side."""

from __future__ import annotations

import pytest

from handbook.content.rows import DEFAULT_ROWS, TREATMENT_ROWS
from handbook.document.comparison import compare, first_choices
from handbook.document.nodes import plain_text
from handbook.errors import UnknownId, UsageError
from handbook.library.library import Library


def cells(library: Library, key: str, *ids: str, condition: str = "", extra: tuple[str, ...] = ()) -> list[str]:
    found = compare(library, list(ids), condition, extra, everything=True)
    return next([plain_text(cell) for cell in row.cells] for row in found.rows if row.key == key)


def test_both_columns_have_the_same_rows_in_order(real_library: Library) -> None:
    found = compare(real_library, ["cbt", "ssri"], "panic-disorder")
    assert [row.key for row in found.rows] == [key for key in TREATMENT_ROWS if key in DEFAULT_ROWS]
    assert all(len(row.cells) == 2 for row in found.rows)
    everything = compare(real_library, ["cbt", "ssri"], everything=True)
    assert [row.key for row in everything.rows] == list(TREATMENT_ROWS)
    assert found.left_out == len(TREATMENT_ROWS) - len(DEFAULT_ROWS)


def test_a_condition_brings_its_own_cells(real_library: Library) -> None:
    general = cells(real_library, "duration", "cbt", "ssri")
    panic = cells(real_library, "duration", "cbt", "ssri", condition="panic-disorder")
    assert "Seven to fourteen hours" in panic[0]
    assert "six months" in panic[1]
    assert panic[0] != general[0]


def test_a_general_text_is_marked_where_conditions_differ(real_library: Library) -> None:
    lens = real_library.get("ssri")["lens"]
    assert "benefit" not in lens["panic-disorder"]
    assert cells(real_library, "benefit", "ssri", "cbt", condition="panic-disorder")[0].startswith("In general: ")
    assert not cells(real_library, "benefit", "ssri", "cbt")[0].startswith("In general: ")
    assert cells(real_library, "summary", "ssri", "cbt", condition="panic-disorder")[0].startswith("In general: ")
    assert not cells(real_library, "summary", "ssri", "cbt")[0].startswith("In general: ")


def test_only_evidence_for_the_condition_is_shown(real_library: Library) -> None:
    assert cells(real_library, "used_for", "cbt", "ssri", condition="panic-disorder")[0] == "A first choice: Panic disorder"
    evidence = cells(real_library, "evidence", "ssri", "cbt", condition="ocd")[0]
    assert "OCD" in evidence
    assert "Panic" not in evidence


def test_what_nobody_recorded_says_so(real_library: Library) -> None:
    for ids in (["lithium", "ect"], ["tms", "emdr"]):
        for row in compare(real_library, ids, everything=True).rows:
            assert all(plain_text(cell) for cell in row.cells)
    assert cells(real_library, "evidence", "couples-therapy", "clozapine", condition="ocd")[0] == "not recorded"


def test_both_and_wait_are_columns(real_library: Library) -> None:
    found = compare(real_library, ["cbt", "ssri"], "panic-disorder", ("both", "wait"))
    assert [column.id for column in found.columns] == ["cbt", "ssri", "both", "wait"]
    assert found.title == "CBT compared with SSRIs, both together and waiting, for panic disorder"
    summary = next(row for row in found.rows if row.key == "summary")
    assert all(len(plain_text(cell)) > 40 for cell in summary.cells)


def test_differences_leave_out_equal_rows(real_library: Library) -> None:
    everything = compare(real_library, ["cbt", "ssri"], "panic-disorder", everything=True)
    different = compare(real_library, ["cbt", "ssri"], "panic-disorder", everything=True, differences=True)
    equal = {row.key for row in everything.rows if plain_text(row.cells[0]) == plain_text(row.cells[1])}
    assert equal
    assert {row.key for row in different.rows} == {row.key for row in everything.rows} - equal


@pytest.mark.parametrize(
    ("ids", "condition", "error"),
    [
        (["cbt", "cbt"], "", "with itself"),
        (["cbt"], "", "two or three"),
        (["cbt", "psychiatrist"], "", "no rows in common"),
        (["cbt", "ssri"], "sertraline", "no entry"),
        (["cbt", "ssri"], "lithium", "wants a condition"),
        (["cbt", "sri"], "", "no entry"),
    ],
)
def test_what_cannot_be_compared(ids: list[str], condition: str, error: str, real_library: Library) -> None:
    with pytest.raises((UsageError, UnknownId), match=error):
        compare(real_library, ids, condition)


def test_two_of_one_kind_can_be_compared(real_library: Library) -> None:
    found = compare(real_library, ["psychiatrist", "psychologist"])
    assert "prescribes" in [row.key for row in found.rows]


def test_first_choices_of_a_condition(real_library: Library) -> None:
    assert set(first_choices(real_library, "panic-disorder")) >= {"cbt", "ssri"}
    for card in real_library.cards("condition"):
        assert len(first_choices(real_library, card.id)) in (0, 2, 3)


def test_no_comparison_names_a_winner(real_library: Library) -> None:
    for card in real_library.cards("comparison"):
        entry = real_library.get(card.id)
        text = str(entry).lower()
        assert not any(word in text for word in ("is the winner", "clearly better choice", "you should choose", "we recommend"))
