"""The progress of a reader at a time that a test sets."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.learning.progress import Progress
from handbook.shelf.shelf import Shelf

DAY = 86_400


class Clock:
    """A time that a test sets, in days."""

    def __init__(self) -> None:
        self.day = 20_000

    def __call__(self) -> float:
        return self.day * DAY + DAY / 2


@pytest.fixture
def clock() -> Clock:
    """Noon of some day."""
    return Clock()


@pytest.fixture
def progress(tmp_path: Path, clock: Clock) -> Progress:
    """The progress of a reader whose shelf is new."""
    return Progress(Shelf(str(tmp_path / "shelf.sqlite")).answers, clock)
