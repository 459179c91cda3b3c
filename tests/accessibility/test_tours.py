"""The tours under real screen readers: the right words are heard, and no others."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.accessibility.conftest import Take, need
from tests.accessibility.listening import Heard
from tests.accessibility.readers import EVERY_RUN, READERS
from tests.accessibility.reviewed import differences, keep
from tests.accessibility.tours import CONVERSATIONS, EVERYWHERE, SCREENS, TOURS, Tour

pytestmark = pytest.mark.slow
TRANSCRIPTS = Path(__file__).parent / "transcripts"
SLOW = [name for name in READERS if name not in EVERY_RUN]


def _failures(tour: Tour, reader: str, heard: list[Heard]) -> list[str]:
    """What is wrong with what was heard, by the checks that count for this reader."""
    strict = tour.line_mode or READERS[reader].follows_cursor
    found = []
    for step in heard:
        for failure in step.failures:
            if strict or failure.startswith(("not heard", "should be silent")):
                found.append(f"[{step.step}] {failure}; heard: {step.said or 'nothing'}")
        if step.decoration:
            found.append(f"[{step.step}] {step.decoration} signs without words; heard: {step.said}")
    return found


def _travel(tour: Tour, reader: str, take: Take, kept: bool) -> None:
    """Go on a tour; what fails once may have been a reader that was interrupted, what fails twice is wrong."""
    need(reader)
    path = TRANSCRIPTS / reader / f"{tour.name}.txt"
    for last in (False, True):
        heard = take(tour, reader)
        problems = _failures(tour, reader, heard)
        if kept and not problems:
            if os.environ.get("HANDBOOK_GOLDEN") == "write":
                keep(path, heard)
            problems = differences(path, heard)
        if not problems:
            return
        assert not last, "\n".join(problems)


@pytest.mark.parametrize("reader", EVERY_RUN)
@pytest.mark.parametrize("tour", [*CONVERSATIONS, *SCREENS], ids=lambda tour: tour.name)
def test_what_is_heard(tour: Tour, reader: str, take: Take) -> None:
    _travel(tour, reader, take, kept=True)


@pytest.mark.parametrize("reader", SLOW)
@pytest.mark.parametrize("name", EVERYWHERE)
def test_what_the_slow_readers_say(name: str, reader: str, take: Take) -> None:
    if not os.environ.get("HANDBOOK_ALL_READERS"):
        pytest.skip("make accessibility runs these")
    _travel(TOURS[name], reader, take, kept=False)
