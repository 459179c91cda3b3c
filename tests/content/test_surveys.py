"""Each survey of `handbook check` sees what it is for, says it on stdout, and sums it up on stderr."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from handbook.cli.main import main
from tests.conftest import REVIEW, tip

COPIED = "A short sleep early in the afternoon can carry you well into the evening."
Write = Callable[[str, str], Path]
Ask = Callable[..., tuple[int, str, str]]


@pytest.fixture
def small(built_in: Path, collection: Write, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three entries that link to each other in part, and two sources."""
    collection("conditions/low-mood.yaml", f"title: Low mood\nsummary: You feel low.\nsee: [nap]\n{REVIEW}")
    collection("tips/nap.yaml", tip("Nap", more=f"rows:\n  why: {COPIED} [@book?]\nsee: [low-mood]\n"))
    collection("tips/walk.yaml", tip("Walk", summary="Walk. [@trial] Run. [@book]", more="see: [nap]\n").replace("2027-11-21", "2026-12-01"))
    collection("sources/all.yaml", "trial: {title: A trial, read: true}\nbook: {title: A book, read: false}\n")
    monkeypatch.chdir(built_in)
    return built_in


@pytest.fixture
def ask(small: Path, capsys: pytest.CaptureFixture[str]) -> Ask:
    """`ask("--links")` gives the exit status, stdout and stderr of `handbook check --links`."""

    def run(*options: str) -> tuple[int, str, str]:
        status = main(["check", *options])
        return status, *capsys.readouterr()

    return run


def data(answer: tuple[int, str, str]) -> Any:
    return json.loads(answer[1])


def test_coverage_names_what_is_missing_extra_or_of_another_kind(ask: Ask, tmp_path: Path) -> None:
    catalogue = tmp_path / "catalogue.yaml"
    catalogue.write_text("tips: {nap: {title: Nap}, rest: {}}\nterms: [low-mood]\nlater: {tips: [swim]}\nlessons:\n")
    status, out, err = ask("--coverage", str(catalogue))
    assert [line.split()[:3] for line in out.splitlines()] == [
        ["missing", "tip", "rest"],
        ["missing", "tip", "swim"],
        ["kind", "term", "low-mood"],
        ["extra", "tip", "walk"],
    ]
    assert "(later)" in out
    assert (status, err) == (1, "2 of 4 entries of the catalogue are written, 2 are missing; 1 extra, 1 under another kind\n")
    catalogue.write_text("tips: [nap, walk]\ncondition: [low-mood]\n")
    assert ask("--coverage", str(catalogue))[:2] == (0, "")


@pytest.mark.parametrize(
    ("text", "said"),
    [("tip: [nap]\ntipps: [x]\n", "Did you mean 'tips'?"), ("tips: nap\n", "expected ids"), ("tips: [[nap]]\n", "expected an id"), ("[nap]", "must hold"), ("tips: &a [nap]", "HB003")],
)
def test_a_catalogue_that_is_none_is_named_with_its_place(text: str, said: str, ask: Ask, tmp_path: Path) -> None:
    catalogue = tmp_path / "catalogue.yaml"
    catalogue.write_text(text)
    status, out, err = ask("--coverage", str(catalogue))
    assert (status, out) == (2, "")
    assert said in err
    assert f"{catalogue}:" in err


def test_readability_has_the_hardest_entry_first(ask: Ask, collection: Write) -> None:
    collection("tips/hard.yaml", tip("Hard", summary="Psychopharmacological interventions necessitate multidisciplinary deliberation."))
    status, out, err = ask("--readability")
    assert (status, out.splitlines()[0].split()) == (0, ["id", "grade", "longest", "words"])
    assert out.splitlines()[1].startswith("hard ")
    assert "4 entries" in err
    assert "1 above grade 8" in err
    row = data(ask("--readability", "--json", "tips/nap.yaml"))
    assert [(item["id"], item["longest"], item["words"]) for item in row] == [("nap", 14, 21)]


def test_stale_names_the_line_of_the_review_that_is_due(ask: Ask) -> None:
    status, out, err = ask("--stale", "2027-01-01")
    assert (status, out) == (0, "tips/walk.yaml:7: due 2026-12-01, written 2026-11-21, reviewed by nobody\n")
    assert err == "1 of 3 entries are due before 2027-01-01\n"
    assert ask("--stale", "2026-12-01")[1] == ""
    assert [row["id"] for row in data(ask("--stale", "2028-01-01", "--json"))] == ["walk", "low-mood", "nap"]


@pytest.mark.parametrize("day", ["2027-13-01", "2027-1-1", "20270101", "soon"])
def test_stale_wants_a_day_that_exists(day: str, ask: Ask) -> None:
    with pytest.raises(SystemExit) as left:
        ask("--stale", day)
    assert left.value.code == 2


def test_links_are_dead_one_way_or_wanting(ask: Ask, collection: Write) -> None:
    assert [(row["what"], row["path"]) for row in data(ask("--links", "--json"))] == [("one-way", "tips/walk.yaml"), ("unlinked", "tips/walk.yaml")]
    assert ask("--links")[0] == 0
    collection("tips/swim.yaml", tip("Swim", summary="See [[wlak]]."))
    status, out, err = ask("--links", "tips/swim.yaml")
    assert status == 1
    assert "tips/swim.yaml:4: dead: summary: [[wlak]]: no entry has this id. Did you mean 'walk'?" in out
    assert err == "1 dead links, 0 one-way links, 1 entries that nothing links to\n"


def test_sources_says_what_rests_on_none_that_was_read(ask: Ask) -> None:
    found = data(ask("--sources", "--json"))
    assert [(row["path"], row["field"], row["start"], row["keys"]) for row in found["statements"]] == [
        ("tips/nap.yaml", "rows.why", "A short sleep early in the", ["book"]),
        ("tips/walk.yaml", "summary", "Run.", ["book"]),
    ]
    assert [(row["key"], row["statements"], row["read_elsewhere"]) for row in found["sources"]] == [("book", 2, False)]
    _, out, err = ask("--sources")
    assert "    2  book  A book\n" in out
    assert err == "2 statements rest only on sources nobody has read for them, 1 sources in all\n"


def test_repeats_shows_both_places_and_twelve_words_fail(ask: Ask, collection: Write) -> None:
    assert ask("--repeats") == (0, "", "0 runs of words stand in more than one entry, 0 of them copied sentences (HB044)\n")
    collection("tips/rest.yaml", tip("Rest", summary="A short sleep early in the afternoon can help."))
    status, out, _ = ask("--repeats")
    assert (status, out.splitlines()) == (
        0,
        ["8 words: a short sleep early in the afternoon can", "  tips/nap.yaml:7: rows.why", "  tips/rest.yaml:4: summary"],
    )
    collection("tips/rest.yaml", tip("Rest", summary=COPIED))
    status, out, _ = ask("--repeats", "tips/nap.yaml")
    assert status == 1
    assert out.startswith("14 words: a short sleep")


def test_an_entry_that_replaces_another_is_no_copy(ask: Ask, collection: Write, tmp_path: Path) -> None:
    mine = tmp_path / "mine/tips/nap.yaml"
    mine.parent.mkdir(parents=True)
    mine.write_text(tip("Nap", summary=COPIED))
    assert ask("--repeats", "--entries", str(tmp_path / "mine"))[1] == ""


def test_a_cross_reference_is_no_repeat(ask: Ask, collection: Write) -> None:
    collection("tips/a-very-long-name-for-a-small-entry.yaml", tip("Small"))
    for name in ("swim", "run"):
        collection(f"tips/{name}.yaml", tip(name, summary="See [[a-very-long-name-for-a-small-entry]]."))
    assert ask("--repeats")[1] == ""


def test_the_report_holds_counts_and_no_day(ask: Ask) -> None:
    status, out, err = ask("--report")
    assert status == 0
    assert "| tips | 2 | 25 |" in out
    assert "- Sources cited: 2 of 2 on record." in out
    assert "- Sources cited that nobody has read at all: 1." in out
    assert "- Entries without a clinician's review: 3 of 3." in out
    assert "| HB024 | `see` links go both ways. | remark | 1 |" in out
    assert not re.search(r"\d{4}-\d\d-\d\d", out)
    assert err.startswith("3 entries, ")
    made = data(ask("--report", "--json"))
    assert made["total"]["citations"] == 3
    assert made["total"]["read_citations"] == 1
    assert made["open_points"]["HB024"] == 1


def test_no_file_name_reaches_the_terminal_as_a_command(ask: Ask, collection: Write) -> None:
    collection("tips/\x1b[2J.yaml", tip("Rest"))
    for options in ((), ("--links",), ("--stale", "2030-01-01"), ("--readability",)):
        assert "\x1b" not in ask(*options)[1]


def test_words_that_many_entries_share_are_shown_once_with_all_places(ask: Ask, collection: Write) -> None:
    for number in range(30):
        collection(f"tips/rest-{number}.yaml", tip(f"Rest {number}", summary=COPIED))
    assert [(row["count"], len(row["places"])) for row in data(ask("--repeats", "--json"))] == [(14, 31)]
