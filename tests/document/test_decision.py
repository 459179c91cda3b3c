"""The decision page of every condition."""

from __future__ import annotations

import re

import pytest

from handbook.content import markup
from handbook.document.decision import AGES, MATTERS, decision, sheet
from handbook.document.nodes import Document, Heading, Section, plain_text
from handbook.document.options import options_for
from handbook.errors import UsageError
from handbook.library.library import Library


def named(document: Document, key: str) -> Section:
    return next(section for section in document.sections if section.key == key)


def text_of(document: Document) -> str:
    return " ".join(f"{section.title} {plain_text(section.blocks)}" for section in document.sections)


@pytest.mark.parametrize("age", AGES)
def test_every_condition_has_a_page_with_all_its_options(age: str, real_library: Library) -> None:
    for card in real_library.cards("condition"):
        page = decision(real_library, card.id, age)
        keys = [section.key for section in page.sections]
        assert keys[0] == "urgent", card.id
        assert len(set(keys)) == len(keys), card.id
        assert {"rules", "matters", "options", "questions", "who_treats"} <= set(keys), card.id
        entry = real_library.get(card.id)
        assert [side for side in ("both", "wait") if entry[side]] == [key for key in keys if key in ("both", "wait")]
        told = text_of(page) + " ".join(block.text for section in page.sections for block in section.blocks if isinstance(block, Heading))
        for option in options_for(real_library, entry):
            assert option["title"] in told, (card.id, option["id"])


def test_every_treatment_of_the_plan_is_an_option(real_library: Library) -> None:
    for card in real_library.cards("condition"):
        entry = real_library.get(card.id)
        planned = {item["treatment"] for stage in entry["stages"] for item in stage["options"]}
        known = {id for id in planned if id in real_library and real_library.card(id).kind in ("therapy", "medication", "procedure")}
        assert known <= {option["id"] for option in options_for(real_library, entry)}, card.id


def test_options_stand_by_kind_then_place_then_alphabet(real_library: Library) -> None:
    options = options_for(real_library, real_library.get("panic-disorder"))
    kinds = [option["kind"] for option in options]
    assert kinds == sorted(kinds, key=["therapy", "medication", "procedure"].index)
    first = [option["title"] for option in options if option["kind"] == "therapy" and real_library.place(option["id"], "panic-disorder")[0] == "first-line"]  # type: ignore[index]
    assert first == sorted(first, key=str.lower)
    assert "antidepressants" not in [option["id"] for option in options]


def test_the_age_group_brings_its_rows(real_library: Library) -> None:
    young = decision(real_library, "depression", "young")
    assert "What about children and teenagers?" in [block.text for block in named(young, "ssri").blocks if isinstance(block, Heading)]
    assert named(young, "age-young_people").blocks
    older = [block.text for block in named(decision(real_library, "depression", "older"), "ssri").blocks if isinstance(block, Heading)]
    assert "What about older adults?" in older


def test_what_is_ticked_moves_up_and_nothing_else_changes(real_library: Library) -> None:
    plain, ticked = decision(real_library, "ocd"), decision(real_library, "ocd", "", ("cost", "stopping"))
    headings = [block.text for block in named(ticked, "erp").blocks if isinstance(block, Heading)]
    assert headings[:2] == ["What does it cost?", "How does it end safely?"]
    order = [section.key for section in plain.sections]
    assert [section.key for section in ticked.sections] == order
    assert "It matters: What does it cost?" in plain_text(named(ticked, "matters").blocks)
    assert "It matters" not in plain_text(named(plain, "matters").blocks)


def test_it_says_that_it_does_not_recommend_and_how_options_are_ordered(real_library: Library) -> None:
    rules = plain_text(named(decision(real_library, "ocd"), "rules").blocks)
    assert "does not recommend" in rules
    assert "alphabet" in rules
    assert "Nothing is stored" in rules
    for card in real_library.cards("condition"):
        assert not re.search(r"\b(?:best choice for you|we recommend|you should choose|score of)\b", text_of(decision(real_library, card.id)).lower())


def test_every_statement_keeps_its_sources(real_library: Library) -> None:
    page = decision(real_library, "panic-disorder")
    keys = {source.key for source in page.sources}
    cited = {cite.key for text in (real_library.get("ssri")["summary"], real_library.get("ssri")["rows"]["serious"]) for _, form in markup.variants(text) for cite in markup.cites(form)}
    assert cited <= keys


def test_the_sheet_is_short_and_holds_what_was_ticked(real_library: Library) -> None:
    made = sheet(real_library, "depression", "young", ("cost",))
    assert "What does it cost?" in plain_text(named(made, "matters").blocks)
    assert "[ ] Waiting" in plain_text(named(made, "options").blocks)
    assert len(text_of(made).split()) < 700
    assert made.sections[0].role == "urgent"


@pytest.mark.parametrize(("condition", "age", "ticked", "error"), [("ssri", "", (), "about a condition"), ("nope", "", (), "no entry"), ("ocd", "old", (), "age group"), ("ocd", "", ("color",), "cannot be ticked")])  # fmt: skip
def test_a_mistake_is_told(condition: str, age: str, ticked: tuple[str, ...], error: str, real_library: Library) -> None:
    with pytest.raises(UsageError, match=error):
        decision(real_library, condition, age, ticked)


def test_rows_to_tick_are_rows(real_library: Library) -> None:
    from handbook.content.rows import TREATMENT_ROWS

    assert set(MATTERS) <= set(TREATMENT_ROWS)
