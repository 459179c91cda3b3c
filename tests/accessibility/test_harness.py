"""The harness itself: steps, checks and transcripts, without a reader."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.accessibility import processes
from tests.accessibility.conftest import REQUIRED, need
from tests.accessibility.listening import Heard
from tests.accessibility.readers import READERS
from tests.accessibility.readers.brltty import DISPLAY_KEYS
from tests.accessibility.reviewed import differences, keep, odd_words
from tests.accessibility.steps import bytes_of, evened, holds, read_step
from tests.accessibility.synthesizer import said_in
from tests.accessibility.tours import TOURS


@pytest.mark.parametrize(
    ("step", "heard", "wrong"),
    [
        ("Down => Walking therapy", "now Walking (therapy).", ""),
        ("Down => Walking", "Running", "not heard: Walking"),
        ("Down => walk", "walking", "not heard: walk"),
        ("Down =! Low|High", "the high one", "should not be heard: high"),
        ("wait 3 =0", "Loading", "should be silent"),
        ("Down =< 2", "one two three", "3 words, more than 2"),
    ],
)
def test_checks(step: str, heard: str, wrong: str) -> None:
    made = read_step(step)
    assert [failure for check in made.checks if (failure := check.failure(heard))] == ([wrong] if wrong else [])


def test_every_step_of_every_tour_is_a_key_or_text() -> None:
    for tour in TOURS.values():
        for line in tour.lines():
            step = read_step(line)
            assert step.action == "start" or step.waits or step.action in DISPLAY_KEYS or bytes_of(step.action), line
    with pytest.raises(ValueError, match="unknown key"):
        bytes_of("Hyper+x")


def test_speech_is_evened_and_compared_by_its_words() -> None:
    assert evened(["Down", " , , ,", "Walking ,  ,"]) == "Down, Walking"
    assert holds("- Calmers (1): tablets", "calmers 1 tablets")


def test_words_may_be_said_again_but_not_lost_or_new() -> None:
    assert odd_words("Section 2 of 9: In short", "In short, Section 2 of 9: In sh In short", "") == []
    assert odd_words("Type words to search", "Birch walk. Type w ords to search", "Birch walk: to the birch") == []
    assert odd_words("Link 2 of 3", "Link 3 of 3", "") == ["lost: 2"]
    assert odd_words("Nothing found", "Nothing found. Loading", "") == ["new: loading"]
    assert odd_words("Row 2. Next:", "Row 2. N ext:", "") == odd_words("Row 2. Next:", "Row 2.", "") == []
    assert odd_words("What comes next. Next:", "What comes", "") == ["lost: next"]
    assert odd_words("Warnings", "Warningstween, Warnings", "between") == []
    assert odd_words("Warnings", "Warningstwain, Warnings", "between") == ["new: warningstwain"]
    assert odd_words("walk", "walk, walking", "running") == ["new: walking"]


def test_a_transcript_that_differs_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a/tour.txt"
    heard = [Heard("Down", "Walking", "", ()), Heard("wait 3", "", "", ())]
    assert "write it" in differences(path, heard)[0]
    keep(path, heard)
    assert differences(path, heard) == []
    assert "new: running" in differences(path, [Heard("Down", "Running", "", ()), heard[1]])[0]
    assert "new: loading" in differences(path, [heard[0], Heard("wait 3", "Loading", "", ())])[0]
    assert "other steps" in differences(path, heard[:1])[0]


@pytest.mark.parametrize(("protocol", "line", "said"), [("emacspeak", "q {Walking}", "Walking"), ("emacspeak", "s", None), ("tdsr", "sWalking", "Walking"), ("tdsr", "x", None), ("plain", "Walking", "Walking")])  # fmt: skip
def test_the_synthesizer_understands_its_protocols(protocol: str, line: str, said: str | None) -> None:
    assert said_in(protocol, line) == said


def test_a_missing_reader_is_a_failure_where_it_is_required(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(READERS["yasr"], "missing", classmethod(lambda _: "not here"))
    monkeypatch.setenv(REQUIRED, "")
    with pytest.raises(pytest.skip.Exception):
        need("yasr")
    monkeypatch.setenv(REQUIRED, "yasr fenrir")
    with pytest.raises((pytest.fail.Exception, pytest.skip.Exception)) as raised:
        need("yasr")
    # A skip that is not caught here would skip this test instead of failing it.
    assert raised.type is pytest.fail.Exception
    assert "required" in str(raised.value)


def test_only_own_processes_are_ended(tmp_path: Path) -> None:
    processes.adopt_orphans()
    before = processes.descendants()
    processes.start(["sleep", "60"], {"PATH": "/usr/bin:/bin"})
    until = time.monotonic() + 5
    while not (own := processes.descendants() - before) and time.monotonic() < until:
        time.sleep(0.01)
    assert own
    processes.end(own)
    assert not own & processes.descendants()
