"""The search of an export finds what the handbook's own search finds first."""

from __future__ import annotations

import json
import shutil
import subprocess

import pytest

from handbook.document.article import KIND_TITLES
from handbook.library.library import Library
from handbook.web.finding import Finder, script

ASK = """
globalThis.data = JSON.parse(require('node:fs').readFileSync(0, 'utf8'))
const vm = require('node:vm')
vm.runInThisContext(data.script)
const find = handbookFinder(data.data)
console.log(JSON.stringify(data.queries.map((query) => {
  const { hits, corrected } = find(query)
  return { first: hits.slice(0, 3).map(([number]) => data.data.entries[number][0]), corrected }
})))
"""


@pytest.fixture(scope="module")
def finder(real_library: Library) -> Finder:
    found = Finder()
    for card in real_library.cards():
        found.add(real_library.get(card.id), card.id, KIND_TITLES[card.kind], card.summary)
    return found


def ask(finder: Finder, queries: list[str]) -> dict[str, tuple[list[str], list[str]]]:
    """Query to the first three entries and what was searched for in place of words."""
    given = json.dumps({"script": script(), "data": finder.data(), "queries": queries})
    done = subprocess.run(["node", "-e", ASK], input=given, capture_output=True, text=True, timeout=60, check=False)
    assert done.stderr == ""
    return {query: (answer["first"], answer["corrected"]) for query, answer in zip(queries, json.loads(done.stdout), strict=True)}


def numbers(steps: str) -> list[int]:
    found: list[int] = []
    for step in steps.split():
        found.append(int(step, 36) + (found[-1] if found else 0))
    return found


def test_a_word_leads_to_its_entries(finder: Finder) -> None:
    data = finder.data()
    named = [data["entries"][number][0] for number in numbers(data["words"]["zoloft"].split(";")[0])]
    assert "ssri" in named
    lists = [numbers(steps) for steps in data["words"]["sertraline"].split(";")]
    assert all(found == sorted(set(found)) for found in lists)
    assert len({number for found in lists for number in found}) == sum(map(len, lists))
    assert len(finder.json()) < 600_000


def test_no_tag_can_stand_in_the_data(sample: Library) -> None:
    finder = Finder()
    finder.add({**sample.get("rest"), "title": "</script><b>"}, "x", "tip", "<!-- \u2028")
    text = finder.json()
    assert "<" not in text
    assert text.isascii()
    assert json.loads(text)["entries"][0][1] == "</script><b>"


@pytest.mark.skipif(not shutil.which("node"), reason="node runs the script")
def test_the_script_finds_names_mistakes_and_own_words(finder: Finder) -> None:
    wanted = {"ssri": "ssri", "Zoloft": "ssri", "zolft": "ssri", "CBT": "cbt", "panic dis": "panic-disorder", "constructor": "", "": "", "???": "", "she stopped her tablets on friday, dizzy and shaky": "dont-stop-suddenly"}
    answers = ask(finder, list(wanted))
    for query, id in wanted.items():
        assert id in answers[query][0] if id else answers[query][0] == [], (query, answers[query])
    assert answers["ssri"][0][0] == answers["Zoloft"][0][0] == "ssri"
    assert answers["zolft"][1] == ["zoloft"]


@pytest.mark.skipif(not shutil.which("node"), reason="node runs the script")
def test_words_of_somebody_in_danger_lead_to_help_first(finder: Finder) -> None:
    for query, (first, _) in ask(finder, ["i want to die", "kill myself", "took too many pills", "overdose", "end it all"]).items():
        assert first[0] == "crisis-help", query


@pytest.mark.skipif(not shutil.which("node"), reason="node runs the script")
def test_no_medicine_is_taken_for_another(finder: Finder) -> None:
    near = finder.data()["spelt"].split()
    medicines = ["domperidone", "dezocine", "claritin", "coumadin", "doxapram", "abbey"]
    assert set(medicines) <= set(near)
    assert all(not corrected for _, corrected in ask(finder, medicines).values())
    kept = finder.data()["words"]
    assert not set(near) & set(kept)
