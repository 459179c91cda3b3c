"""Every rule has a failing fixture, and a sound collection breaks none."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from handbook.cli.check import findings
from handbook.content.problems import RULES, Problems
from tests.conftest import REVIEW, tip

GAP = re.compile(r"[\w,]+ {2,}\w+")
NAP = "A short sleep early in the afternoon can carry you well into the evening."
"""Fourteen words."""


def treatment(benefit: str, more: str = "") -> str:
    return f"title: Walking\nsummary: You walk.\nrows:\n  benefit: {benefit}\n{more}{REVIEW}"


def lesson(question: str, more: str = "") -> str:
    return f"title: Rest\nsummary: You learn to rest.\nminutes: 5\nsteps:\n  - {{do: say, minutes: 5, text: Rest.}}\n{more}quiz:\n  - {question}\n{REVIEW}"


FAILING: dict[str, tuple[str, str]] = {
    "HB001": ("tips/x.yaml", "title: " + "x" * (1 << 20)),
    "HB002": ("tips/x.yaml", "title: [open\n"),
    "HB003": ("tips/x.yaml", "title: &a Rest\n"),
    "HB004": ("tips/x.yaml", "title: " + "[" * 40),
    "HB005": ("tips/x.yaml", "title: Rest\n" + tip("Rest")),
    "HB006": ("tips/x.yaml", tip("Rest", more="alias: [nap]\n")),
    "HB007": ("tips/x.yaml", "title: Rest\nsummary: Rest.\n" + REVIEW),
    "HB008": ("tips/x.yaml", tip("Rest", more="see: ssri\n")),
    "HB009": ("therapies/x.yaml", treatment("Good.", "evidence:\n  - {condition: low-mood, place: fist-line, strength: strong, says: Yes.}\n")),
    "HB010": ("tips/x.yaml", tip('"Rest \\e[31mnow"')),
    "HB011": ("tips/Bad Name.yaml", tip("Rest")),
    "HB012": ("tips/x.yaml", tip("Rest", summary='""')),
    "HB013": ("tips/x.yaml", tip("Rest " * 30)),
    "HB014": ("tips/x.yaml", tip("Rest").replace("2027-11-21", "next year")),
    "HB015": ("tips/x.yaml", tip("Rest \U0001f600")),
    "HB016": ("tips/x.yaml", tip("Rest", summary="Lie   down.")),
    "HB020": ("tips/x.yaml", tip("Rest", summary="See [[sleeping]].")),
    "HB021": ("tips/x.yaml", tip("Rest", summary="It helps. [@nobody]")),
    "HB022": ("tips/x.yaml", tip("Rest", summary="See [[low-mood.")),
    "HB023": ("therapies/x.yaml", treatment("Good.", "evidence:\n  - {condition: nap, place: option, strength: strong, says: Yes.}\n")),
    "HB024": ("tips/x.yaml", tip("Rest", more="see: [low-mood]\n")),
    "HB025": ("tips/x.yaml", tip("Low mood")),
    "HB026": ("therapies/nap.yaml", treatment("Good.")),
    "HB030": ("therapies/x.yaml", treatment("It helps 31 in 100 people.")),
    "HB031": ("therapies/x.yaml", treatment("It helps 31 in 100 people. [@unread]")),
    "HB032": ("therapies/x.yaml", treatment("It helps many people.")),
    "HB033": ("therapies/x.yaml", treatment("It helps. [@read]")),
    "HB034": ("therapies/x.yaml", treatment("It helps. [@read]")),
    "HB035": ("tips/x.yaml", tip("Rest", summary="Rest now and then. " * 12)),
    "HB036": ("tips/x.yaml", tip("Rest", summary="Psychopharmacological interventions necessitate multidisciplinary deliberation.")),
    "HB037": ("tips/x.yaml", tip("Rest", summary="You " + "may rest and then " * 7 + "stop.")),
    "HB038": ("tips/x.yaml", tip("Rest", summary="It is for schizophrenics.")),
    "HB039": ("tips/x.yaml", tip("Rest", summary="Take 50 mg at night. [@read]")),
    "HB040": ("tips/x.yaml", tip("Rest").replace("2027-11-21", "2020-01-01")),
    "HB041": ("tips/x.yaml", tip("Rest")),
    "HB042": ("tips/x.yaml", tip("Rest", more="rows:\n  why: Rest can put off a relapse.\n")),
    "HB043": ("tips/x.yaml", tip("Rest", summary="It helps. [@seed-blog]")),
    "HB045": ("tips/x.yaml", tip("Rest").replace("clinician: null", "clinician: Dr A. Example")),
    "HB046": ("tips/x.yaml", tip("Rest").replace("clinician: null", 'clinician: Dr A. Example, role: nurse, reviewed: 2026-11-21, checksum: "00000000"')),
    "HB044": ("tips/x.yaml", tip("Rest", more=f"rows:\n  why: So {NAP[0].lower()}{NAP[1:]}\n")),
    "HB047": ("lessons/x.yaml", lesson("{key: a, ask: Why?, options: [Yes], answer: Yes, because: 'So. [@read]'}")),
    "HB048": ("lessons/x.yaml", lesson("{key: a, ask: Why?, options: [Yes, No], answer: Perhaps, because: 'So. [@read]'}")),
    "HB049": ("lessons/x.yaml", lesson("{key: a, ask: Why?, options: [Yes, No], answer: Yes, because: 'So. [@unread]'}")),
    "HB050": ("lessons/x.yaml", lesson("{key: a, ask: Why?, options: [Yes, No], answer: Yes, because: 'So. [@read]'}")),
}


@pytest.fixture
def sound(built_in: Path, collection: Callable[[str, str], Path]) -> Callable[[str, str], Path]:
    """A small collection without errors, to which a test adds a file."""
    collection("conditions/low-mood.yaml", f"title: Low mood\nsummary: You feel low.\n{REVIEW}")
    collection("tips/nap.yaml", tip("Take a nap", more=f"rows:\n  why: {NAP}\n"))
    collection("terms/relapse.yaml", f"title: Relapse\nsummary: It comes back.\n{REVIEW}")
    collection("sources/all.yaml", "read: {title: A trial, read: true}\nunread: {title: A book, read: false}\n")
    return collection


def test_a_sound_collection_has_no_errors(sound: Callable[[str, str], Path]) -> None:
    assert [problem for problem in findings([], []) if problem.blocking] == []


@pytest.mark.parametrize("code", sorted(RULES))
def test_every_rule_finds_its_fixture(code: str, sound: Callable[[str, str], Path]) -> None:
    name, text = FAILING[code]
    path = sound(name, text)
    found = findings([str(path)] if code != "HB026" else [], [])
    assert code in {problem.code for problem in found}
    at_fault = [problem for problem in found if problem.code == code]
    assert all(problem.line >= 1 and problem.column >= 1 and problem.message for problem in at_fault)


@pytest.mark.parametrize(
    ("review", "found"),
    [
        ("clinician: A. Example, role: nurse, reviewed: 2026-11-21", False),
        ("clinician: null, role: nurse", True),
        ("clinician: null, reviewed: 2026-11-21", True),
        ("clinician: A. Example, reviewed: 2026-11-21", True),
        ("clinician: A. Example, role: nurse, reviewed: 2026-11-20", True),
        ("clinician: A. Example, role: nurse, reviewed: 2027-11-20", True),
    ],
)
def test_a_review_says_no_more_than_happened(review: str, found: bool, sound: Callable[[str, str], Path]) -> None:
    path = sound("tips/x.yaml", tip("Rest").replace("clinician: null", review))
    assert ("HB045" in {problem.code for problem in findings([str(path)], [])}) == found


def test_a_day_must_be_in_the_calendar(sound: Callable[[str, str], Path]) -> None:
    path = sound("tips/x.yaml", tip("Rest").replace("2027-11-21", "2027-02-30"))
    assert "HB014" in {problem.code for problem in findings([str(path)], [])}


def test_a_misspelt_field_is_told_once(sound: Callable[[str, str], Path]) -> None:
    path = sound("tips/x.yaml", tip("Rest").replace("summary:", "sumary:"))
    assert [problem.message for problem in findings([str(path)], []) if problem.blocking] == ["unknown field 'sumary'. Did you mean 'summary'?"]


def test_a_row_that_was_begun_and_not_written_is_an_error(sound: Callable[[str, str], Path]) -> None:
    path = sound("tips/x.yaml", tip("Rest", more="rows:\n  why:    # Why?\n"))
    assert [(problem.code, problem.line) for problem in findings([str(path)], []) if problem.blocking] == [("HB012", 7)]


def test_an_undeclared_code_is_refused() -> None:
    with pytest.raises(KeyError):
        Problems("x").add("HB999", 1, 1, "no such rule")


@pytest.mark.parametrize(
    "text",
    [
        "It helps 31 in 100 people. [@read]",
        "It helps 31 in 100 people [@unread] [@read].",
        "First choice (NICE 2022).",
        "Call 911, or 116 123 in the UK.",
        "How many in 100 improve is not recorded here.",
    ],
)
def test_numbers_that_are_fine(text: str, sound: Callable[[str, str], Path]) -> None:
    path = sound("therapies/x.yaml", treatment(f'"{text}"'))
    assert not {"HB030", "HB031"} & {problem.code for problem in findings([str(path)], [])}


def test_a_citation_covers_only_what_stands_before_it(sound: Callable[[str, str], Path]) -> None:
    path = sound("therapies/x.yaml", treatment('"It helps. [@read] Then 5 in 100 stop."'))
    assert "HB030" in {problem.code for problem in findings([str(path)], [])}


def test_problems_name_the_nearest_known_word(sound: Callable[[str, str], Path]) -> None:
    path = sound("tips/x.yaml", tip("Rest", summary="See [[low-mod]].", more="alias: [x]\n"))
    said = " ".join(problem.message for problem in findings([str(path)], []))
    assert "Did you mean 'low-mood'?" in said
    assert "Did you mean 'aliases'?" in said


COMPARISON = f"""
title: Walk or pill?
summary: Both.
condition: low-mood
a: [walking]
b: [pill]
sides:
  effort: {{a: WALKING, b: Small.}}
{REVIEW}"""
CONDITION = f"""
title: Grief
summary: You grieve.
stages:
  - name: All
    options:
      - {{treatment: walking, place: option, strength: mixed, says: WALKING}}
      - {{treatment: pill, place: option, strength: mixed, says: Small.}}
{REVIEW}"""


@pytest.mark.parametrize(("name", "text"), [("comparisons/walking-or-pill.yaml", COMPARISON), ("conditions/grief.yaml", CONDITION)])
@pytest.mark.parametrize(("walking", "unequal"), [("An hour.", False), ("An hour a day.", True)])
def test_both_sides_are_told_in_equal_detail(name: str, text: str, walking: str, unequal: bool, sound: Callable[[str, str], Path]) -> None:
    sound("therapies/walking.yaml", treatment("Good."))
    sound("medications/pill.yaml", treatment("Good."))
    path = sound(name, text.replace("WALKING", walking))
    assert ("HB034" in {problem.code for problem in findings([str(path)], [])}) == unequal


@pytest.mark.parametrize("more", ["rows:\n  why: It can follow a [[relapse]]. A relapse is common.\n", "see: [relapse]\nrows:\n  why: After a relapse.\n"])
def test_a_term_that_is_linked_or_seen_is_no_finding(more: str, sound: Callable[[str, str], Path]) -> None:
    path = sound("tips/x.yaml", tip("Rest", summary="It may be a relapse.", more=more))
    assert "HB042" not in {problem.code for problem in findings([str(path)], [])}


def test_a_copied_sentence_is_found_on_both_sides_but_a_short_run_is_not(sound: Callable[[str, str], Path]) -> None:
    path = sound("tips/x.yaml", tip("Rest", more=f"rows:\n  why: {NAP}\n"))
    copied = [problem for problem in findings([], []) if problem.code == "HB044"]
    assert [Path(problem.path).name for problem in copied] == ["nap.yaml", "x.yaml"]
    assert "'nap'" in copied[1].message
    sound("tips/x.yaml", tip("Rest", more=f"rows:\n  why: {' '.join(NAP.split()[:11])}.\n"))
    assert "HB044" not in {problem.code for problem in findings([str(path)], [])}


def test_a_red_flag_may_be_told_in_the_same_words(sound: Callable[[str, str], Path]) -> None:
    for name in ("x", "y"):
        sound(f"tips/{name}.yaml", tip("Rest", more=f"urgent: [{NAP.replace('sleep', 'breath')}]\n"))
    assert "HB044" not in {problem.code for problem in findings([], [])}


SOUND = "{key: nap, ask: 'Did 31 in 100 sleep?', options: [31 in 100 did, Nobody did], answer: 31 in 100 did, because: 'A trial counted 31 in 100. [@read]'}"


@pytest.mark.parametrize(
    ("question", "says"),
    [
        (SOUND, ""),
        ("{key: nap, ask: Why?, options: [Yes, No], answer: Yes}", "no because"),
        ("{ask: Why?, options: [Yes, No], answer: Yes, because: 'So. [@read]'}", "no key"),
        ("{key: A nap, ask: Why?, options: [Yes, No], answer: Yes, because: 'So. [@read]'}", "'A nap' is no key"),
        ("{key: nap, ask: Why?, options: [A, B, C, D, E], answer: A, because: 'So. [@read]'}", "5 options"),
        ("{key: nap, ask: Why?, options: [A, a], answer: A, because: 'So. [@read]'}", "are the same"),
        ("{key: nap, ask: Why?, options: [Yes, 'No [@read]'], answer: Yes, because: 'So. [@read]'}", "holds a link or a source"),
        ("{key: nap, ask: Why?, options: [A nap, A walk], answer: A nab, because: 'So. [@read]'}", "Did you mean 'A nap'?"),
        ("{key: nap, ask: Why?, options: [Yes, No], answer: Yes, because: So.}", "no source"),
        ("{key: nap, ask: Why?, options: [Yes, No], answer: Yes, because: 'It helps 31 in 100. [@unread]'}", "nobody has read"),
        (f"{SOUND}\n  - {SOUND}", "the key 'nap' too"),
    ],
)
def test_a_question_is_whole_and_rests_on_something(question: str, says: str, sound: Callable[[str, str], Path]) -> None:
    path = sound("lessons/x.yaml", lesson(question))
    found = [problem for problem in findings([str(path)], []) if problem.blocking]
    assert says in " ".join(problem.message for problem in found) if says else not found
    assert all(problem.line == 7 + question.count("\n") for problem in found), "on the line of the question"


def test_the_question_of_a_step_is_checked_and_counted_too(sound: Callable[[str, str], Path]) -> None:
    step = f"  - {{do: quiz, minutes: 5, text: Ask them., {SOUND[1:]}\n"
    four = "\n  - ".join(SOUND.replace("key: nap", f"key: nap-{number}") for number in range(4))
    path = sound("lessons/x.yaml", lesson(four, step))
    assert not {"HB047", "HB048", "HB049", "HB050"} & {problem.code for problem in findings([str(path)], [])}
    path = sound("lessons/x.yaml", lesson(four, step.replace("answer: 31", "answer: 32")))
    assert [problem.line for problem in findings([str(path)], []) if problem.code == "HB048"] == [6]


def test_no_entry_of_the_handbook_has_gaps_in_its_text() -> None:
    """A name with a gap was never found by those who typed it with one space."""
    folder = Path(__file__).parent.parent.parent / "entries"
    gaps = [f"{path.name}: {found.group()}" for path in folder.rglob("*.yaml") for found in GAP.finditer(path.read_text(encoding="utf-8"))]
    assert gaps == []
