"""The tours under real screen readers: the right words are heard, and no others."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.accessibility.conftest import Take, need
from tests.accessibility.listening import START, Heard
from tests.accessibility.readers import EVERY_RUN, READERS
from tests.accessibility.reviewed import differences, keep
from tests.accessibility.tours import BRAILLE, BY_CURSOR, CONVERSATIONS, SCREENS, SHORT, TOURS, Tour

pytestmark = pytest.mark.slow
TRANSCRIPTS = Path(__file__).parent / "transcripts"
SLOW = [name for name in READERS if name not in EVERY_RUN]


def _failures(tour: Tour, reader: str, heard: list[Heard]) -> list[str]:
    """What is wrong with what was heard, by the checks that count for this reader."""
    strict = tour.line_mode or READERS[reader].follows_cursor
    found = []
    for step in heard:
        for failure in step.failures:
            if READERS[reader].deaf_at_start and (step.step == START or "words, more than" in failure):
                continue
            if strict or failure.startswith(("not heard", "should be silent")):
                found.append(f"[{step.step}] {failure}; heard: {step.said or 'nothing'}")
        if step.decoration:
            found.append(f"[{step.step}] {step.decoration} signs without words; heard: {step.said}")
    return found


def _travel(tour: Tour, reader: str, take: Take, kept: bool) -> None:
    """Go on a tour, once: what fails is wrong."""
    need(reader)
    path = TRANSCRIPTS / reader / f"{tour.name}.txt"
    heard = take(tour, reader)
    problems = _failures(tour, reader, heard)
    if kept and not problems:
        if os.environ.get("HANDBOOK_GOLDEN") == "write":
            keep(path, heard)
        problems = differences(path, heard)
    assert not problems, "\n".join(problems)


def _names(reader: str) -> list[str]:
    """The tours for one of the slow readers. Those that hear nothing but what the cursor comes to have tours of their own."""
    screens = BY_CURSOR if READERS[reader].only_cursor else [TOURS[name] for name in SHORT]
    return [tour.name for tour in (*screens, *(BRAILLE if reader == "brltty" else CONVERSATIONS))]


@pytest.mark.parametrize("reader", EVERY_RUN)
@pytest.mark.parametrize("tour", [*CONVERSATIONS, *SCREENS], ids=lambda tour: tour.name)
def test_what_is_heard(tour: Tour, reader: str, take: Take) -> None:
    _travel(tour, reader, take, kept=True)


@pytest.mark.parametrize(("reader", "name"), [(reader, name) for reader in SLOW for name in _names(reader)])
def test_what_the_slow_readers_say(reader: str, name: str, take: Take) -> None:
    if not os.environ.get("HANDBOOK_ALL_READERS"):
        pytest.skip("make accessibility runs these")
    _travel(TOURS[name], reader, take, kept=False)
