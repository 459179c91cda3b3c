"""A lesson with three questions that can be asked, laid over the sample collection."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from handbook.learning.progress import Progress
from handbook.library.library import Library
from handbook.library.opening import open_library
from handbook.search import FORMAT
from handbook.search.index import Index
from handbook.shelf.shelf import Shelf
from tests.conftest import SAMPLE

LESSONS = Path(__file__).parent / "entries"
DAY = 86_400


@pytest.fixture
def lessons(monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    """The sample collection with a lesson."""
    monkeypatch.setattr("handbook.paths.built_in_entries", lambda: str(SAMPLE))
    monkeypatch.setattr("handbook.paths.built_in_library", lambda: str(SAMPLE / "absent"))
    library = open_library([str(LESSONS)], Index, FORMAT)
    yield library
    library.close()


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
