"""The collection that the tours go through, compiled once, and who may skip."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp

import pytest

from tests.accessibility.listening import Heard, listen
from tests.accessibility.program import write_collection
from tests.accessibility.readers import READERS
from tests.accessibility.tours import Tour

PROGRAM = Path(__file__).parent / "program.py"
ROOT = PROGRAM.parent.parent.parent
REQUIRED = "HANDBOOK_READERS"
"""A variable with the names of the readers that must be there; the tests of others are skipped where they are missing."""

Take = Callable[[Tour, str], list[Heard]]


def need(reader: str) -> None:
    """Skip the test if the reader is missing here, or fail if it must not be."""
    missing = READERS[reader].missing()
    if missing and reader in os.environ.get(REQUIRED, "").split():
        pytest.fail(f"{reader} is required by {REQUIRED}: {missing}")
    if missing:
        pytest.skip(missing)


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A home with the compiled collection, and the collection."""
    home = tmp_path_factory.mktemp("listening")
    folder = home / "entries"
    write_collection(folder)
    command = [sys.executable, str(PROGRAM), str(folder), "list"]
    subprocess.run(command, env=_environment(home), check=True, capture_output=True)
    return home, folder


@pytest.fixture
def take(prepared: tuple[Path, Path], tmp_path: Path) -> Take:
    """`take(tour, "yasr")` goes on a tour under a reader, and gives what was heard."""
    home, folder = prepared

    def go(tour: Tour, reader: str) -> list[Heard]:
        own = mkdtemp(dir=tmp_path)
        environment = {**_environment(home), "XDG_DATA_HOME": own, "XDG_CACHE_HOME": str(home / ".cache")}
        if tour.reader_layout and not tour.line_mode:
            environment["HANDBOOK_READER_LAYOUT"] = "1"
        options = ["--screen-reader"] if tour.line_mode else []
        command = [sys.executable, str(PROGRAM), str(folder), *options]
        return listen(command, tour.lines(), reader, environment=environment)

    return go


def _environment(home: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "HANDBOOK_", "NO_COLOR"))}
    return {**kept, "HOME": str(home), "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
