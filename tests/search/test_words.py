from __future__ import annotations

import sqlite3

import pytest

from handbook.library.library import Library
from handbook.search.snippets import LONGEST, snippet
from handbook.search.spelling import distance
from handbook.search.stemming import stem
from handbook.search.words import fold, name_key, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zoloft's EFFECT", ["zoloft", "effect"]),
        ("don’t stop", ["dont", "stop"]),
        ("self-harm, 5-HT", ["self", "harm", "5", "ht"]),
        ("Café naïve", ["cafe", "naive"]),
        ('"AND" * (NEAR', ["and", "near"]),
        ("", []),
    ],
)
def test_words_are_cut_and_folded(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_both_numbers_of_a_name_meet() -> None:
    assert name_key(["panic", "attacks"]) == name_key(["panic", "attack"])
    assert name_key(["therapies"]) == name_key(["therapy"])
    assert name_key(["stress"]) == "stress"
    assert fold("SSRIs") == "ssris"


def test_slips_people_make_cost_less_than_others() -> None:
    assert distance("klonipin", "klonopin", 3) < distance("klontpin", "klonopin", 3)
    assert distance("sertaline", "sertraline", 3) == 1.0
    assert distance("buproprion", "bupropion", 3) <= 1.0
    assert distance("wihtdrawal", "withdrawal", 3) < 1.0
    assert distance("ssri", "ssri", 1) == 0.0
    assert distance("bunion", "clozapine", 1.5) > 1.5


def test_a_snippet_shows_the_match_and_is_short() -> None:
    text = "word " * 100 + "a dry mouth and dizziness came " + "word " * 100
    found = snippet(text, {"dizzy", "dizziness"})
    assert "dizziness" in found
    assert len(found) <= LONGEST
    assert found.startswith("…")
    assert snippet("short", {"x"}) == "short"
    assert len(snippet("x" * 500, set())) <= LONGEST


def test_stems_are_those_of_sqlite(real_library: Library) -> None:
    known = [word for (word,) in real_library.connection.execute("select word from search_word") if word.isascii()]
    known += ["relational", "conditional", "hopping", "falling", "agreed", "sky", "happy", "controlling", "rate", "probate", "as", "y", "18s"]
    connection = sqlite3.connect(":memory:")
    connection.execute("create virtual table texts using fts5(text, tokenize='porter unicode61')")
    connection.executemany("insert into texts(rowid, text) values(?, ?)", list(enumerate(known)))
    connection.execute("create virtual table stems using fts5vocab(texts, instance)")
    stems = dict(connection.execute("select doc, term from stems"))
    assert [(word, stem(word)) for word in known] == [(word, stems[number]) for number, word in enumerate(known)]
