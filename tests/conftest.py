"""Every test has a home of its own and never sees the developer's machine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from handbook.library.library import Library
from handbook.library.opening import open_library
from handbook.search import FORMAT
from handbook.search.index import Index

SAMPLE = Path(__file__).parent / "sample"
REVIEW = "review: {written: 2026-11-21, clinician: null, due: 2027-11-21}\n"


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A throwaway home, with nothing of the real environment that the handbook reads."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME", "NO_COLOR", "HANDBOOK_SCREEN_READER", "HANDBOOK_PRIVATE", "COLUMNS", "TERM"):
        monkeypatch.delenv(name, raising=False)
    return home


@pytest.fixture(scope="session")
def real_library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """The built-in entries, compiled once for a test process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(tmp_path_factory.mktemp("library-home")))
        patch.delenv("XDG_CACHE_HOME", raising=False)
        patch.delenv("XDG_DATA_HOME", raising=False)
        library = open_library([], Index, FORMAT)
    yield library
    library.close()


@pytest.fixture
def sample(monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    """The library of the small collection in tests/sample."""
    monkeypatch.setattr("handbook.paths.built_in_entries", lambda: str(SAMPLE))
    monkeypatch.setattr("handbook.paths.built_in_library", lambda: str(SAMPLE / "absent"))
    library = open_small()
    yield library
    library.close()


@pytest.fixture
def collection(tmp_path: Path) -> Callable[[str, str], Path]:
    """Writes a file of a small collection in a folder: `collection("tips/rest.yaml", text)`."""

    def write(name: str, text: str) -> Path:
        path = tmp_path / "entries" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def built_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Makes the small collection the built-in one, so that tests do not depend on real entries."""
    folder = tmp_path / "entries"
    folder.mkdir(exist_ok=True)
    monkeypatch.setattr("handbook.paths.built_in_entries", lambda: str(folder))
    monkeypatch.setattr("handbook.paths.built_in_library", lambda: str(tmp_path / "no-such-file"))
    return folder


def open_small() -> Library:
    """The library of the small collection."""
    return open_library([], Index, FORMAT)


def tip(title: str, summary: str = "Rest when you are tired.", more: str = "") -> str:
    """The text of a small sound entry."""
    return f"title: {title}\naliases: []\nasks: []\nsummary: {summary}\nsteps: [Sit down.]\n{more}{REVIEW}"
