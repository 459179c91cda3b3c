"""Entries as documents."""

from __future__ import annotations

import pytest

from handbook.content.rows import TREATMENT_ROWS, TREATMENTS
from handbook.document.article import article
from handbook.document.compose import Composer
from handbook.document.crisis import LAST_RESORT, crisis_page
from handbook.document.nodes import Document, Facts, Heading, Listing, Paragraph, Span, plain_text
from handbook.document.rows import row, row_keys
from handbook.errors import UnknownId
from handbook.library.library import Library


def spans_of(document: Document) -> list[Span]:
    found: list[Span] = []
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, Paragraph):
                found += block.spans
            elif isinstance(block, Listing):
                found += [span for item in block.items for span in item]
            elif isinstance(block, Facts):
                found += [span for _, spans in block.rows for span in spans]
    return found


def test_warnings_come_first_and_the_short_answer_next(real_library: Library) -> None:
    document = article(real_library, real_library.get("ssri"))
    assert [section.key for section in document.sections[:2]] == ["urgent", "summary"]
    assert document.sections[0].role == "urgent"


def test_every_row_of_a_treatment_stands_on_its_page(real_library: Library) -> None:
    document = article(real_library, real_library.get("ssri"))
    keys = {block.key for section in document.sections for block in section.blocks if isinstance(block, Heading)}
    assert set(TREATMENT_ROWS) - keys == {"summary", "sources"}


def test_no_row_is_ever_blank(real_library: Library) -> None:
    for card in real_library.cards():
        entry = real_library.get(card.id)
        composer = Composer(real_library)
        for key in row_keys(entry):
            assert plain_text(row(entry, key, composer)).strip(), (card.id, key)


def test_every_link_leads_somewhere_and_every_citation_has_a_source(real_library: Library) -> None:
    for card in real_library.cards():
        document = article(real_library, real_library.get(card.id))
        numbers = {source.key: source.number for source in document.sources}
        for span in spans_of(document):
            if span.role == "link":
                assert span.target in real_library
            elif span.role in ("cite", "unread"):
                assert span.text.strip("[]?") == str(numbers[span.target])


def test_sources_are_numbered_in_the_order_of_their_first_citation(real_library: Library) -> None:
    document = article(real_library, real_library.get("cbt"))
    assert [source.number for source in document.sources] == list(range(1, len(document.sources) + 1))
    first = [span.target for span in spans_of(document) if span.role in ("cite", "unread")]
    assert list(dict.fromkeys(first)) == [source.key for source in document.sources]


def test_a_page_says_that_no_clinician_reviewed_it(real_library: Library) -> None:
    for card in real_library.cards():
        entry = real_library.get(card.id)
        if not entry["review"]["clinician"]:
            assert "Not yet reviewed by a clinician." in article(real_library, entry).notes[0]


def test_a_region_leaves_out_the_other(real_library: Library) -> None:
    entry = real_library.get("cbt")
    both, uk = (article(real_library, entry, region) for region in ("", "uk"))
    labels = {span.text for span in spans_of(both) if span.role == "label"}
    assert {"US: ", "UK: "} <= labels
    assert "US: " not in {span.text for span in spans_of(uk)}


def test_a_name_inside_a_sentence_loses_its_capital(real_library: Library) -> None:
    composer = Composer(real_library)
    spans = composer.spans("It can follow [[depression]]. [[depression]] is common. [[ocd]] and [[ocd]].")
    assert [span.text for span in spans if span.role == "link"] == ["depression", "Depression", "OCD", "OCD"]


def test_a_link_to_nothing_is_plain_words(real_library: Library) -> None:
    (span,) = Composer(real_library).spans("[[no-such-entry]]")
    assert (span.role, span.text) == ("", "no such entry")


@pytest.mark.parametrize("kind", TREATMENTS)
def test_a_brief_page_has_warnings_and_the_answer_only(kind: str, real_library: Library) -> None:
    card = real_library.cards(kind)[0]
    keys = [section.key for section in article(real_library, real_library.get(card.id), brief=True).sections]
    assert keys in (["urgent", "summary"], ["summary"])


def test_crisis_help_never_depends_on_the_collection(real_library: Library) -> None:
    without = crisis_page(None)
    text = " ".join(plain_text(section.blocks) for section in without.sections)
    assert all(number in text for number in ("911", "988", "999", "116 123", "112"))
    assert len(without.sections) == 1 + len(LAST_RESORT)
    uk = crisis_page(real_library, "uk")
    assert "116 123" in plain_text(uk.sections[1].blocks)
    assert [section.key for section in crisis_page(real_library).sections[1:3]] == ["us", "uk"]
    with pytest.raises(UnknownId, match="region"):
        crisis_page(real_library, "narnia")
