"""Line mode: decisions, timelines, picked rows, columns and saving."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from handbook.library.library import Library
from handbook.line.deciding import asked_to_decide
from tests.conftest import Talk, on_one_line, talk_with


@pytest.fixture
def talk(real_library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Talk:
    monkeypatch.chdir(tmp_path)
    return on_one_line(talk_with(real_library))


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("depression for a 17-year-old", ("depression", "young")),
        ("depression young", ("depression", "young")),
        ("panic disorder, for my teenager", ("panic disorder", "young")),
        ("ocd 40", ("ocd", "adult")),
        ("dementia for someone of 80 years", ("dementia years", "older")),
        ("depression in older adults", ("depression", "older")),
        ("depression", ("depression", "")),
        ("", ("", "")),
    ],
)
def test_words_name_a_condition_and_an_age(text: str, asked: tuple[str, str]) -> None:
    assert asked_to_decide(text) == asked


def test_a_decision_is_read_section_by_section(talk: Talk) -> None:
    said = talk("decide depression for a 17-year-old")
    assert said.startswith("Deciding about depression, for a child or teenager.")
    assert "Section 1 of" in said
    assert "Get help now" in said
    assert "does not recommend" in talk("n")
    assert "for an older adult" in talk("for 70")
    assert "for a child or teenager" in talk("b")
    assert "age in years" in talk("for nothing")


def test_what_is_picked_moves_up(talk: Talk) -> None:
    talk("decide panic-disorder")
    assert "What matters: What does it cost?" in talk("pick cost")
    assert "8. Picked: What does it cost?" in talk("pick")
    assert "How long does it go on?" in talk("3")
    said = talk("find Cognitive behavioral", "1")
    assert said.index("What does it cost?") < said.index("How long does it go on?") < said.index("What does a week ask of me?")
    assert "no row 'csot'. Did you mean 'cost'" in talk("pick csot")


def test_an_open_condition_needs_no_name(talk: Talk) -> None:
    talk("g ocd")
    assert "Deciding about OCD" in talk("decide")
    assert "Timeline: ERP and SSRIs, for OCD" in talk("timeline")
    talk("m")
    assert "such as: decide" in talk("decide")
    assert "such as: timeline" in talk("timeline")


def test_a_timeline_has_sentences_and_no_picture(talk: Talk) -> None:
    said = talk("timeline ssri", "n", "read")
    assert "1 to 2 weeks: One to two weeks for the first change." in said
    assert "##" not in said
    assert "is a role" in talk("timeline psychiatrist")


def test_a_comparison_takes_rows_and_columns(talk: Talk) -> None:
    talk("compare cbt ssri for panic-disorder")
    assert "The rows you picked: Row 1 of 14: What does it cost?" in talk("pick cost")
    assert talk("").startswith("The other rows: Row 2 of 14: In short.")
    assert "copied 20" in talk("copy")
    assert "Picked: What does it cost?" in talk("pick")
    assert "Row 2 of 14" in talk("b"), "a list aside is left first"
    assert "Columns: CBT and SSRIs" in talk("columns")
    assert talk("columns tms").startswith("CBT compared with SSRIs and TMS")
    assert "which is the most" in talk("columns lithium")
    assert talk("columns cbt").startswith("SSRIs compared with TMS")
    assert "two entries must stay" in talk("columns tms")
    assert "Deciding about panic disorder" in talk("decide")


def test_a_comparison_entry_keeps_its_condition_and_columns(talk: Talk) -> None:
    talk("g cbt-vs-ssri-panic")
    assert talk("v").startswith("CBT compared with SSRIs, both together and waiting, for panic disorder")


def test_pages_are_saved_and_the_place_is_told(talk: Talk, tmp_path: Path) -> None:
    assert "Nothing is open" in talk("save")
    talk("g ssri")
    assert str(tmp_path / "handbook-ssri.md").replace(" ", "") in talk("save markdown").replace(" ", "")
    assert "appointment" not in talk("save")
    talk("1", "compare cbt ssri", "save csv", "! uk", "save sheet", "decide ocd", "save appointment")
    assert {path.name for path in tmp_path.iterdir()} == {
        "handbook-ssri.md", "handbook-ssri.txt", "handbook-cbt-ssri.csv", "handbook-crisis.txt", "handbook-sheet-ocd.txt",
    }  # fmt: skip
    assert "116 123" in (tmp_path / "handbook-crisis.txt").read_text()
    assert "cannot be saved as 'csv'" in talk("save csv")


@pytest.mark.parametrize("line", ["save the day again", "pick at my skin", "columns of figures", "timeline of getting better slowly", "decide qqqq zzzz"])
def test_a_sentence_that_begins_with_a_command_is_a_search(line: str, talk: Talk) -> None:
    talk("m")
    assert re.search(r"found|Nothing found|Showing", talk(line))
