"""Runs the command line as a process, as a reader does."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def shared_home(tmp_path_factory: pytest.TempPathFactory) -> str:
    """One home for the runs of a test process, so that the library is compiled once."""
    return str(tmp_path_factory.mktemp("shared-home"))


@pytest.fixture
def handbook(shared_home: str) -> Run:
    """`handbook("show", "ssri")` runs the command with no terminal and gives its streams and status."""

    def run(*words: str, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "HANDBOOK_", "NO_COLOR", "COLUMNS"))}
        kept |= {"HOME": shared_home, "TERM": "xterm", **environment}
        command = [sys.executable, "-m", "handbook", *words]
        return subprocess.run(command, input=stdin, capture_output=True, text=True, timeout=60, env=kept, check=False)

    return run
