"""Misspelt words lead where the right ones do, with the real entries."""

from __future__ import annotations

import random

import pytest

from handbook.library.library import Library
from handbook.search.correcting import split
from handbook.search.query import search
from handbook.search.sounding import sound


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("bipolardisorder", "bipolar disorder"),
        ("bodydysmorphicdisorder", "body dysmorphic disorder"),
        ("cognitivebehavioraltherapy", "cognitive behavioral therapy"),
        ("self hram", "self harm"),
        ("anxiety ttack", "anxiety attack"),
        ("goup psychotherapy", "group psychotherapy"),
        ("moood stabilizers", "mood stabilizers"),
        ("soial prescribing", "social prescribing"),
        ("narative exposure therapy", "narrative exposure therapy"),
        ("couples counciling", "couples counseling"),
        ("seratonin syndrom", "serotonin syndrome"),
        ("skizofrenia", "schizophrenia"),
        ("demensha", "dementia"),
        ("sykiatrist", "psychiatrist"),
        ("ven lafaxine", "venlafaxine"),
        ("anti psychotics", "antipsychotics"),
        ("obsessive-compulsive-disorder", "obsessive compulsive disorder"),
        ("SÉRTRALINE", "sertraline"),
        ("zoloft's", "zoloft"),
        ("panic  attacks", "panic attack"),
    ],
)
def test_a_misspelt_name_finds_what_the_right_one_does(real_library: Library, typed: str, meant: str) -> None:
    assert [hit.id for hit in search(real_library, typed).hits][:1] == [hit.id for hit in search(real_library, meant).hits][:1]


def _slip(name: str, chance: random.Random) -> str:
    """One letter left out, doubled, or put behind the next one."""
    at = chance.randrange(1, len(name) - 2)
    return chance.choice((name[:at] + name[at + 1 :], name[:at] + name[at] + name[at:], name[:at] + name[at + 1] + name[at] + name[at + 2 :]))


def test_one_slip_in_the_name_of_a_medicine_is_put_right(real_library: Library) -> None:
    chance = random.Random(3)
    drugs = [drug["name"].lower() for card in real_library.cards("medication") for drug in real_library.get(card.id)["drugs"]]
    names = [name for name in drugs if name.isalpha() and len(name) > 6]
    missed = []
    for name in chance.sample(names, 60):
        slipped = _slip(name, chance)
        if search(real_library, slipped).hits[:1] == [] or search(real_library, slipped).hits[0].id != search(real_library, name).hits[0].id:
            missed.append((slipped, name))
    assert len(names) > 80
    assert len(missed) <= 1, missed


def test_words_written_as_one_are_cut_into_as_few_as_possible(real_library: Library) -> None:
    assert split(real_library.connection, "opioidsubstitutiontherapy") == ["opioid", "substitution", "therapy"]
    assert split(real_library.connection, "xqzkwvjjpp") == []
    assert split(real_library.connection, "a" * 5000) == []


def test_words_that_sound_alike_have_one_sound() -> None:
    assert sound("skizofrenia") == sound("schizophrenia")
    assert sound("demensha") == sound("dementia")
    assert sound("sikosis") == sound("psychosis")
