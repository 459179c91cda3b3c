from __future__ import annotations

import pytest

from handbook.library.library import Library
from handbook.search.explaining import explain, in_words
from handbook.search.filters import completed, completions
from handbook.search.query import search


def test_filters_narrow_and_a_condition_may_be_named(real_library: Library) -> None:
    assert "erp" in {hit.id for hit in search(real_library, "for:ocd exposure").hits}
    assert search(real_library, "for:panic therapy").remark == ""
    treated = {card.id for card in real_library.cards(condition="panic-disorder")}
    assert treated & {hit.id for hit in search(real_library, "for:panic therapy").hits}


def test_reviewed_goes_by_the_review(real_library: Library) -> None:
    counts = {value: len(search(real_library, f"reviewed:{value}", limit=5000).hits) for value in ("none", "yes", "overdue")}
    assert counts["none"] + counts["yes"] == len(real_library)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("kind:nonsense stop", "kind: takes medication, therapy"),
        ("kind:", "kind: takes medication"),
        ("for:anxeity-disorder", "for:anxeity-disorder names nothing."),
        ("for:zzzz", "It takes such as"),
        ("family:antidepresants", "antidepressants"),
        ("reviewed:maybe", "reviewed: takes none, yes, overdue."),
        ("colour:red stop", "There is no filter colour:. Filters are kind:, for:, family:, reviewed:."),
    ],
)
def test_a_filter_that_names_nothing_is_told(real_library: Library, typed: str, said: str) -> None:
    assert said in search(real_library, typed).remark


@pytest.mark.parametrize("typed", ["note: stop", "https://x.y stop", "at 10:30 stop", "stop:", "a:b:c"])
def test_other_colons_are_only_words(real_library: Library, typed: str) -> None:
    results = search(real_library, typed)
    assert results.remark == "" or "filter" in results.remark


def test_what_is_begun_is_completed(real_library: Library) -> None:
    assert completions(real_library, "stop ki") == ["kind:"]
    assert completions(real_library, "kind:t") == ["kind:therapy", "kind:tip", "kind:term"]
    assert completed(real_library, "stop ki") == "stop kind:"
    assert completed(real_library, "stop kind:th") == "stop kind:therapy "
    assert completed(real_library, "kind:te") == "kind:term "
    assert completed(real_library, "for:pani") == "for:panic-disorder "
    assert completed(real_library, "sertraline") == "sertraline"
    assert completed(real_library, "") == ""
    assert completions(real_library, "colour:") == []


def test_why_a_hit_was_found(real_library: Library) -> None:
    def why(words: str, place: int = 0) -> str:
        results = search(real_library, words)
        return " ".join(in_words(explain(results, results.hits[place])))

    assert "one of its names, and a name wins outright" in why("zoloft")
    assert "One of its names stands in" in why("stop zoloft")
    assert "has a row on what is asked" in why("stop zoloft")
    assert "answers this question for every treatment" in why("stop zoloft", 1)
    assert 'with the spelling "sertraline"' in why("sertaline")
    assert "Help comes first" in why("i want to die")
    assert "it compares what is named" in why("cbt vs ssri for panic")
    assert "Words it has: weight" in why("weight lamotrigine")
    results = search(real_library, "how long does it take until tablets work")
    parts = explain(results, results.hits[0])
    assert set(parts) == {"score", "name", "question", "row", "covered", "missing", "relation", "correction", "danger"}
    assert explain(search(real_library, "kind:tip"), search(real_library, "kind:tip").hits[0])["covered"] == []
