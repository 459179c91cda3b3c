"""Depths, excerpts and orders: less or more of the same text, and nothing else."""

from __future__ import annotations

import pytest

from handbook.document.article import article
from handbook.document.choice import Choice
from handbook.document.depth import DEPTHS, at_depth, left_out, next_depth
from handbook.document.excerpt import copied, row_excerpt, section_excerpt
from handbook.document.groups import ORDERS, groups
from handbook.document.nodes import Document, Heading
from handbook.library.library import Library
from handbook.render.text import TextRenderer


def page(library: Library, id: str) -> Document:
    return article(library, library.get(id))


def keys(document: Document) -> list[str]:
    return [block.key for section in document.sections for block in section.blocks if isinstance(block, Heading) and block.key]


def test_the_short_depth_keeps_warnings_and_the_answer_and_what_they_cite(sample: Library) -> None:
    short = at_depth(page(sample, "calmers"), "short")
    assert [section.key for section in short.sections] == ["urgent", "summary"]
    assert [source.number for source in short.sources] == [1]
    assert "First choice for" not in TextRenderer().document(short)


def test_the_usual_depth_shows_the_rows_a_comparison_shows_first(sample: Library) -> None:
    from handbook.content.rows import DEFAULT_ROWS

    whole = page(sample, "calmers")
    usual = at_depth(whole, "usual")
    assert set(keys(usual)) == set(DEFAULT_ROWS) - {"summary"}
    assert usual.sections[0].role == "urgent"
    assert "differ" in [section.key for section in usual.sections]
    assert left_out(whole, "usual") > 15


def test_every_depth_shows_warnings_first_and_loses_no_warning(real_library: Library) -> None:
    for card in real_library.cards():
        whole = page(real_library, card.id)
        urgent = [section.blocks for section in whole.sections if section.role == "urgent"]
        for depth in DEPTHS:
            shown = at_depth(whole, depth)
            assert [section.blocks for section in shown.sections if section.role == "urgent"] == urgent, (card.id, depth)
            assert shown.notes == whole.notes


def test_depths_go_round_and_pass_over_what_would_look_the_same(sample: Library) -> None:
    whole = page(sample, "calmers")
    assert [next_depth(whole, depth) for depth in DEPTHS] == ["short", "usual", "all"]
    rest = page(sample, "rest")
    seen = ["all"]
    while (following := next_depth(rest, seen[-1])) not in seen:
        seen.append(following)
    assert len({left_out(rest, depth) for depth in seen}) == len(seen)


def test_a_section_is_copied_with_its_sources_and_dates(sample: Library) -> None:
    whole = page(sample, "calmers")
    number = [section.key for section in whole.sections].index("help")
    text = TextRenderer().document(section_excerpt(whole, number, "2026-12-01"))
    assert "Does it help?" in text
    assert "A trial of calmers" in text
    assert "copied 2026-12-01" in text
    assert "Written 2026-11-21" in text
    assert "What does it cost?" not in text


def test_a_question_is_copied_alone_and_told_in_words(sample: Library) -> None:
    whole = page(sample, "calmers")
    number = [section.key for section in whole.sections].index("help")
    found = section_excerpt(whole, number, "2026-12-01", question=1)
    assert copied(found) == "Copied: How does it work? 11 words and 1 source."
    assert copied(section_excerpt(whole, number, "2026-12-01", question=99)).startswith("Copied: Does it help?")


def test_a_row_of_a_comparison_is_copied_with_both_columns(sample: Library) -> None:
    made = Choice(("walking", "calmers"), "low-mood").made(sample)
    text = TextRenderer().document(row_excerpt(made, 0, "2026-12-01"))
    assert "Walking therapy" in text
    assert "Calming tablets" in text
    assert "copied 2026-12-01" in text


@pytest.mark.parametrize("order", list(ORDERS))
def test_every_order_holds_every_entry(order: str, real_library: Library) -> None:
    found = groups(real_library, order, "", real_library.cards)
    ids = [card.id for group in found for card in group.cards]
    assert set(ids) == {card.id for card in real_library.cards()}
    if order != "condition":
        assert len(ids) == len(set(ids))
    assert all(group.count >= len(group.cards) > 0 for group in found)


def test_a_family_begins_with_its_own_page(real_library: Library) -> None:
    found = {group.title: group.cards for group in groups(real_library, "family", "", real_library.cards)}
    assert found["Antidepressants"][0].id == "antidepressants"
    assert "ssri" in [card.id for card in found["Antidepressants"]]


def test_by_condition_each_treatment_says_its_place(real_library: Library) -> None:
    found = {group.title: group for group in groups(real_library, "condition", "", real_library.cards)}
    group = found["Adjustment disorder"]
    assert group.cards[0].id == "adjustment-disorder"
    assert group.places["ssri"] == "not recommended"


def test_an_order_keeps_to_the_kind(real_library: Library) -> None:
    for order in ORDERS:
        assert {card.kind for group in groups(real_library, order, "therapy", real_library.cards) for card in group.cards} == {"therapy"}


def test_entries_that_link_here_are_named_once(real_library: Library) -> None:
    whole = page(real_library, "ssri")
    mentioned = next(section for section in whole.sections if section.key == "mentioned")
    text = TextRenderer().document(Document("", "", "", "", [mentioned], [], []))
    assert "Conditions: " in text
    see = next(section for section in whole.sections if section.key == "see")
    assert not {span.text for item in see.blocks[0].items for span in item} & set(text.split("; "))  # type: ignore[union-attr]
