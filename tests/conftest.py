"""Every test has a home of its own and never sees the developer's machine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from handbook.library.library import Library
from handbook.library.opening import open_library
from handbook.line.conversation import Conversation
from handbook.render.text import TextRenderer
from handbook.search import FORMAT
from handbook.search.index import Index
from handbook.shelf.shelf import Shelf

SAMPLE = Path(__file__).parent / "sample"
LESSONS = Path(__file__).parent / "learning/entries"
SESSIONS = Path(__file__).parent / "sessions"
REVIEW = "review: {written: 2026-11-21, clinician: null, due: 2027-11-21}\n"


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A throwaway home, with nothing of the real environment that the handbook reads."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME", "NO_COLOR", "HANDBOOK_SCREEN_READER", "HANDBOOK_PRIVATE", "HANDBOOK_READER_LAYOUT", "COLUMNS", "TERM"):
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


def small_library(monkeypatch: pytest.MonkeyPatch, *overlays: Path) -> Iterator[Library]:
    """The small collection in tests/sample with others laid over it, as a fixture gives it."""
    monkeypatch.setattr("handbook.paths.built_in_entries", lambda: str(SAMPLE))
    monkeypatch.setattr("handbook.paths.built_in_library", lambda: str(SAMPLE / "absent"))
    library = open_library([str(overlay) for overlay in overlays], Index, FORMAT)
    yield library
    library.close()


@pytest.fixture
def sample(monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    """The library of the small collection in tests/sample."""
    yield from small_library(monkeypatch)


@pytest.fixture
def lessons(monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    """The sample collection with a lesson that has three questions to ask."""
    yield from small_library(monkeypatch, LESSONS)


@pytest.fixture
def taught(monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    """The small collection with the lesson of tests/sessions laid over it."""
    yield from small_library(monkeypatch, SESSIONS)


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


Talk = Callable[..., str]


def talk_with(library: Library, shelf: Shelf | None = None, width: int = 75) -> Talk:
    """`talk("ssri", "1")` types lines to a conversation and gives all that was said."""
    said: list[str] = []
    conversation = Conversation(library, TextRenderer(width, cites=False), said.append, shelf)

    def type_lines(*lines: str) -> str:
        said.clear()
        for line in lines:
            conversation.answer(line)
        return "".join(said)

    return type_lines


def on_one_line(talk: Talk) -> Talk:
    """The same, with everything said on one line."""
    return lambda *lines: " ".join(talk(*lines).split())
