from __future__ import annotations

import pytest

from handbook.library.library import Library
from handbook.search.english import american, is_word
from handbook.search.query import search

BENT_ONCE = """various senate champion concert deputy lyrics restore contrary horizon skinny readily brigade dolphins series west
    coast prince magic creating senator revolution impression genetic carrier journalist delicious precise diary walter brandon monica
    chelsea terrorists regarding surrounding photography""".split()
"""Words of ordinary English that lie near a name; all but `diary` and `carrier` were taken for one."""


def test_the_words_of_the_list_are_found_and_others_are_not() -> None:
    assert all(map(is_word, ("aaliyah", "senate", "walter", "zyuganov")))
    assert not any(map(is_word, ("", "b", "zolofft", "anxeity", "zzzz", "# words", "copyright 2000", "senat")))


OTHER_MEDICINES = """amlodipine hydralazine clomifene chlorphenamine hydrocodone loratadine rabeprazole terazosin ampicillin mephedrone estradiol
    oestradiol heparin vasopressin creatine minoxidil interferon dobutamine amantadine cyproheptadine""".split()


@pytest.mark.parametrize("word", OTHER_MEDICINES)
def test_no_medicine_is_taken_for_another(real_library: Library, word: str) -> None:
    assert search(real_library, word).corrected == ""
    assert search(real_library, f"is {word} safe with sertraline").corrected == ""


@pytest.mark.parametrize("word", BENT_ONCE)
def test_ordinary_english_is_not_bent_into_a_name(real_library: Library, word: str) -> None:
    assert search(real_library, word).corrected == ""


@pytest.mark.parametrize(
    ("british", "expected"),
    [
        ("behavioural", "behavioral"),
        ("oestrogen", "estrogen"),
        ("paediatric", "pediatric"),
        ("anaesthetic", "anesthetic"),
        ("haemorrhage", "hemorrhage"),
        ("stabilisers", "stabilizers"),
        ("desensitisation", "desensitization"),
        ("analysed", "analyzed"),
        ("counsellor", "counselor"),
        ("programmes", "programs"),
        ("centre", "center"),
        ("diarrhoea", "diarrhea"),
        ("exercise", "exercise"),
        ("supervised", "supervised"),
        ("diseases", "diseases"),
        ("noise", "noise"),
        ("four", "four"),
        ("ssri", "ssri"),
    ],
)
def test_british_spelling_meets_the_american_one(british: str, expected: str) -> None:
    assert american(british) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("cognitive behavioural therapy", "cognitive behavioral therapy"),
        ("mood stabilisers", "mood stabilizers"),
        ("school counsellor", "school counselor"),
        ("dialectical behaviour therapy", "dialectical behavior therapy"),
        ("desensitisation", "desensitization"),
        ("child & adolescent behaviour programme", "child & adolescent behavior program"),
        ("12 step programme", "12 step program"),
        ("generalised anxiety disorder", "generalized anxiety disorder"),
        ("randomised controlled trial", "randomized controlled trial"),
    ],
)
def test_both_spellings_find_the_same_first(real_library: Library, one: str, other: str) -> None:
    first, second = search(real_library, one), search(real_library, other)
    assert first.hits[0].id == second.hits[0].id
    assert first.corrected == second.corrected == ""


ABBREVIATIONS = {
    "ACT": "act", "CFT": "compassion-focused-therapy", "FFT": "family-focused-therapy", "PE": "prolonged-exposure psychoeducation", "PT": "play-therapy",
    "SAD": "seasonal-depression social-anxiety", "CM": "contingency-management care-coordinator", "MI": "motivational-interviewing",
    "CAT": "creative-arts-therapies", "EFT": "couples-therapy", "BPD": "borderline-personality-disorder", "CPT": "cpt", "DBT": "dbt", "IPT": "ipt",
    "SSRI": "ssri", "SNRI": "snri", "TCA": "tca", "MAOI": "maoi", "ECT": "ect", "TMS": "tms", "GAD": "generalized-anxiety", "PTSD": "ptsd",
    "MBCT": "mbct", "ERP": "erp", "CBT-I": "cbt-insomnia", "LAI": "long-acting-injectables", "GP": "primary-care-doctor",
}  # fmt: skip


@pytest.mark.parametrize("short", ABBREVIATIONS)
def test_every_meaning_of_an_abbreviation_stands_first(real_library: Library, short: str) -> None:
    meant = ABBREVIATIONS[short].split()
    for typed in (short, short.lower()):
        results = search(real_library, typed)
        assert sorted(hit.id for hit in results.hits[: len(meant)]) == sorted(meant)
        assert results.corrected == ""


@pytest.mark.parametrize("short", ["PMDD", "ABCD"])
def test_an_abbreviation_that_is_not_known_is_not_bent_into_another(real_library: Library, short: str) -> None:
    assert search(real_library, short).corrected == ""
