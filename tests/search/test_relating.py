"""Questions about a treatment, and questions that set two things side by side, with the real entries."""

from __future__ import annotations

import pytest

from handbook.library.library import Library
from handbook.search.query import search

MEDICINES = """sertraline prozac venlafaxine bupropion mirtazapine trazodone amitriptyline phenelzine diazepam buspirone propranolol quetiapine
    clozapine lithium valproate lamotrigine ritalin zopiclone melatonin methadone naltrexone donepezil prazosin ssri benzodiazepines""".split()
ASKED = {
    "stop {}": ("stopping", "tapering dont-stop-suddenly"),
    "how do I come off {}": ("stopping", "tapering dont-stop-suddenly"),
    "can I drink on {}": ("mixes_with", "interactions"),
    "{} with ibuprofen": ("mixes_with", "interactions"),
    "drive on {}": ("daily_life", "driving"),
    "{} and pregnancy": ("pregnancy", "pregnancy"),
    "{} breastfeeding": ("pregnancy", "pregnancy"),
    "missed a dose of {}": ("missed", "missed-dose remembering-medication"),
    "who prescribes {}": ("provider", "psychiatrist primary-care-doctor"),
    "how long does {} take": ("first_effect", "give-it-time"),
    "side effects of {}": ("common_effects", "side-effects"),
    "{} for teens": ("young_people", "young-people"),
    "{} for children": ("young_people", "young-people"),
    "{} in older people": ("older_adults", "older-adults"),
    "cost of {}": ("cost", "cost-and-access"),
    "{} not working": ("not_working", "not-working"),
}


@pytest.mark.parametrize("asked", ASKED)
def test_the_class_comes_first_with_its_row_and_the_tip_next(real_library: Library, asked: str) -> None:
    row, tips = ASKED[asked]
    for name in MEDICINES:
        own = search(real_library, name, limit=1).hits[0].id
        first, *others = search(real_library, asked.format(name), limit=3).hits
        assert first.id == own, asked.format(name)
        assert first.section == row or row not in real_library.get(own)["rows"], asked.format(name)
        assert {hit.id for hit in others} & set(tips.split()), asked.format(name)


@pytest.mark.parametrize(
    ("asked", "section"),
    [("how long does emdr take", "first_effect"), ("cost of dbt", "cost"), ("cbt for teens", "young_people"), ("who gives ect", "provider")],
)
def test_therapies_and_procedures_are_asked_about_too(real_library: Library, asked: str, section: str) -> None:
    hit = search(real_library, asked).hits[0]
    assert hit.section == section or section not in real_library.get(hit.id)["rows"]


@pytest.mark.parametrize(
    ("asked", "first", "ids", "condition"),
    [
        ("cbt vs ssri", "cbt-vs-ssri-depression", ("cbt", "ssri"), ""),
        ("cbt or sertraline for panic", "cbt-vs-ssri-panic", ("cbt", "ssri"), "panic-disorder"),
        ("difference between emdr and cbt", "emdr", ("emdr", "cbt"), ""),
        ("psychologist vs psychiatrist", "who-to-see-first", ("psychologist", "psychiatrist"), ""),
        ("lithium versus valproate for bipolar", "lithium", ("lithium", "valproate"), "bipolar-disorder"),
        ("erp or fluvoxamine for obsessions", "erp-vs-ssri-ocd", ("erp", "ssri"), "ocd"),
        ("light box vs prozac", "light-vs-ssri-seasonal", ("light-therapy", "ssri"), ""),
    ],
)
def test_two_things_side_by_side(real_library: Library, asked: str, first: str, ids: tuple[str, str], condition: str) -> None:
    results = search(real_library, asked)
    assert results.hits[0].id == first
    assert results.offer is not None
    assert (results.offer.ids, results.offer.condition) == (ids, condition)


@pytest.mark.parametrize("asked", ["zoloft or lexapro", "sertraline", "trouble or worry", "cbt vs depression"])
def test_nothing_is_offered_that_cannot_be_compared(real_library: Library, asked: str) -> None:
    assert search(real_library, asked).offer is None


def test_every_offer_can_be_made(real_library: Library) -> None:
    from handbook.document.choice import Choice

    names = ["cbt", "prozac", "lithium", "psychologist", "gp", "ect", "ocd", "panic attacks", "dbt", "tms", "social worker", "tapering"]
    for one in names:
        for other in names:
            if offer := search(real_library, f"{one} vs {other}").offer:
                Choice(offer.ids, offer.condition).made(real_library)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("therapy or medication for panic attacks", "cbt-vs-ssri-panic"),
        ("OCD: drugs or therapy?", "erp-vs-ssri-ocd"),
        ("is prozac or therapy better for binging and purging", "cbt-vs-fluoxetine-bulimia"),
    ],
)
def test_any_therapy_beside_any_medication_finds_what_the_condition_has(real_library: Library, asked: str, expected: str) -> None:
    assert expected in [hit.id for hit in search(real_library, asked, limit=2).hits]
