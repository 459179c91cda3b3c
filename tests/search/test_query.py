"""What is found for what people type, with the real entries."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handbook.library.library import Library
from handbook.search.danger import help_for
from handbook.search.kept import kept_for
from handbook.search.lay import RELATIONS
from handbook.search.query import search
from tests.conftest import open_small, tip

Write = Callable[[str, str], Path]


def ids(library: Library, words: str, limit: int = 3, typing: bool = False) -> list[str]:
    return [hit.id for hit in search(library, words, limit=limit, typing=typing).hits]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("zoloft", "ssri"),
        ("Lustral", "ssri"),
        ("SSRIs", "ssri"),
        ("ssri", "ssri"),
        ("MAOI", "maoi"),
        ("5-HT", "serotonin"),
        ("panic attacks", "panic-disorder"),
        ("self harm", "self-harm"),
        ("selfharm", "self-harm"),
    ],
)
def test_a_name_wins_outright(real_library: Library, words: str, expected: str) -> None:
    hits = search(real_library, words).hits
    assert hits[0].id == expected
    assert hits[0].score == 1.0


@pytest.mark.parametrize(
    "words",
    ["i want to die", "I don't want to live", "my son is cutting himself", "she took too many tablets", "feeling suicidal on sertraline", "how to kill myself"],
)
def test_somebody_in_danger_finds_help_first(real_library: Library, words: str) -> None:
    assert ids(real_library, words)[0] == "crisis-help"


def test_every_relation_points_to_an_entry(real_library: Library) -> None:
    named = [id for relation in RELATIONS for id in relation.entries] + [id for words in ("kms", "overdose", "cut myself") for id in help_for(words.split())]
    assert [id for id in named if id not in real_library] == []


def test_every_drug_finds_its_class_first(real_library: Library) -> None:
    for card in real_library.cards("medication"):
        for drug in real_library.get(card.id)["drugs"]:
            hits = search(real_library, drug["name"]).hits
            best = [hit.id for hit in hits if hit.score >= 0.98]
            assert card.id in best, drug["name"]


@pytest.mark.parametrize(
    ("words", "expected", "corrected"),
    [
        ("sertaline", "ssri", "sertraline"),
        ("zanax", "benzodiazepines", "xanax"),
        ("anti depresant", "antidepressants", "anti depressant"),
        ("klonipin withdrawal", "benzodiazepines", "klonopin withdrawal"),
        ("cognative behavoral therapy", "cbt", "cognitive behavioral therapy"),
    ],
)
def test_misspelt_words_are_corrected_and_said(real_library: Library, words: str, expected: str, corrected: str) -> None:
    results = search(real_library, words)
    assert results.hits[0].id == expected
    assert results.corrected == corrected
    assert results.asked == words
    exact = search(real_library, words, correct=False)
    assert exact.corrected == ""


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("she stopped her tablets on Friday, dizzy and shaky", "dont-stop-suddenly"),
        ("how long does sertraline take to work", "ssri"),
        ("CBT or SSRI for panic", "cbt-vs-ssri-panic"),
        ("come off venlafaxine", "snri"),
        ("how to stop taking xanax", "benzodiazepines"),
        ("who can prescribe antipsychotics", "psychiatrist"),
    ],
)
def test_questions_in_own_words(real_library: Library, words: str, expected: str) -> None:
    assert expected in ids(real_library, words)


@pytest.mark.parametrize(("words", "expected"), [("how does cbt-i work", "cbt-insomnia"), ("st johns wort and the pill", "interactions")])
def test_the_longer_of_two_names_comes_first(real_library: Library, words: str, expected: str) -> None:
    assert ids(real_library, words)[0] == expected


def test_relations_put_the_class_first_and_the_tip_second(real_library: Library) -> None:
    assert ids(real_library, "come off venlafaxine")[0] == "snri"
    assert ids(real_library, "come off venlafaxine")[1] in ("tapering", "dont-stop-suddenly")
    assert ids(real_library, "can I drink on citalopram")[:2] == ["ssri", "interactions"]


@pytest.mark.parametrize("words", ["How do I change the paper size?", "does bladder cancer spread quickly", "can a bunion go away", "qqqqzzzz"])
def test_what_is_out_of_scope_gets_an_honest_nothing(real_library: Library, words: str) -> None:
    results = search(real_library, words)
    assert results.hits == []
    assert results.corrected == ""


@pytest.mark.parametrize("words", ["", "   ", "?!*", "\x1b[31m"[:1]])
def test_no_words_no_hits(real_library: Library, words: str) -> None:
    assert search(real_library, words).hits == []


def test_a_name_grows_letter_by_letter(real_library: Library) -> None:
    for end in range(4, len("sertraline") + 1):
        assert ids(real_library, "sertraline"[:end], typing=True)[0] == "ssri"
    assert ids(real_library, "cognitive behav", typing=True)[0] == "cbt"
    assert ids(real_library, "s", typing=True)


def test_filters(real_library: Library) -> None:
    assert {hit.kind for hit in search(real_library, "kind:tip stop").hits} == {"tip"}
    assert {hit.kind for hit in search(real_library, "stop", kind="tip").hits} == {"tip"}
    assert {hit.kind for hit in search(real_library, "kind:tips").hits} == {"tip"}
    assert "erp" in ids(real_library, "for:ocd exposure")
    treated = {card.id for card in real_library.cards(condition="ocd")}
    found = {hit.id for hit in search(real_library, "therapy", condition="ocd", limit=50).hits if hit.kind in ("therapy", "medication")}
    assert found <= treated
    family = {card.id for card in real_library.cards(family="antidepressants")}
    assert {hit.id for hit in search(real_library, "family:antidepressants weight").hits} <= family


def test_a_hit_says_where_it_fits(real_library: Library) -> None:
    hit = search(real_library, "sertraline missed dose two days").hits[0]
    assert hit.section in ("missed", "name", "ask", "steps", "summary")
    assert hit.section_title
    assert 0 < hit.score <= 1
    for hit in search(real_library, "weight gain and dry mouth").hits:
        assert 0 < len(hit.snippet) <= 160
        assert "[[" not in hit.snippet
        assert "[@" not in hit.snippet


def test_scores_fall_and_limit_holds(real_library: Library) -> None:
    scores = [hit.score for hit in search(real_library, "therapy for anxiety", limit=7).hits]
    assert len(scores) == 7
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)


_ODD = ['"', "*", "AND", "NEAR(", "-", ":", "stop", "for:", "kind:", "ssri", "'", "kind:tip", "for:'", "family:\x00", "reviewed:--", "\u202eabc", "\U0001f600"]
_ODD += ["\x1b[31m", "\x00", ") or 1=1 --", "%", "_", "{}", "\\", "vs", "want to die", "\u0130", "\ufb01", "x" * 300, "\ud800"]


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(max_size=40) | st.lists(st.sampled_from(_ODD), max_size=8).map(" ".join))
def test_whatever_is_typed_is_only_words(real_library: Library, words: str) -> None:
    for typing in (False, True):
        results = search(real_library, words, typing=typing)
        for hit in results.hits:
            assert 0 < hit.score <= 1
        again = search(real_library, words, typing=typing)
        assert [(hit.id, hit.score) for hit in results.hits] == [(hit.id, hit.score) for hit in again.hits]
        assert "\x1b" not in results.remark


@pytest.mark.parametrize("text", ["word " * 20_000, "x" * 100_000, "kind:tip " * 11_000, "for:" + "y" * 100_000, '"' * 100_000, "bipolardisorder" * 7000])
def test_a_pasted_book_is_searched_like_its_first_words(real_library: Library, text: str) -> None:
    search(real_library, text)
    search(real_library, text, typing=True)


def test_a_small_collection_and_an_empty_one(collection: Write, built_in: Path) -> None:
    assert search(open_small(), "rest").hits == []
    collection("tips/rest.yaml", tip("Rest well"))
    assert ids(open_small(), "rest well") == ["rest"]
    assert ids(open_small(), "tired") == ["rest"]


def test_what_people_say_finds_an_entry_that_does_not_say_it_itself(collection: Write, built_in: Path) -> None:
    collection("tips/rest.yaml", tip("Rest well", more="heard: [my legs feel like lead by teatime]\n"))
    collection("tips/walk.yaml", tip("Walk more", "Go out for a while each day."))
    (hit,) = search(open_small(), "legs like lead").hits
    assert (hit.id, hit.section, hit.section_title) == ("rest", "heard", "Said as")


def test_what_is_kept_between_keys_changes_no_answer_and_stays_small(real_library: Library) -> None:
    asked = "how long does sertralin take"
    fresh = [(hit.id, hit.score) for hit in search(real_library, asked, typing=True).hits]
    for number in range(1200):
        search(real_library, f"zq{number} panic {number}", limit=1, typing=True)
    assert [(hit.id, hit.score) for hit in search(real_library, asked, typing=True).hits] == fresh
    kept = kept_for(real_library)
    assert max(len(kept.terms), len(kept.found), len(kept.names), len(kept.begun), len(kept.spellings)) <= 1000
    assert kept.vocabulary, "what is needed again and again is not forgotten"
