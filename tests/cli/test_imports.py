"""What a command loads. A static graph cannot see that an import is late, so processes are asked."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

HEAVY = {"textual", "rich", "yaml", "dataclasses", "typing", "inspect", "pathlib", "logging", "asyncio", "importlib.metadata", "rapidfuzz", "shutil"}
_ASK = "import sys\nfrom handbook.cli.main import main\nstatus = main(sys.argv[1:])\nprint(*sys.modules, file=sys.stderr)\nsys.exit(status)"


def loaded(shared_home: str, *words: str) -> set[str]:
    environment = {"HOME": shared_home, "PATH": os.environ["PATH"], "PYTHONSAFEPATH": ""}
    command = [sys.executable, "-c", _ASK, *words]
    for _ in range(2):
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, env=environment, check=False)
    assert done.returncode == 0, done.stderr
    return set(done.stderr.split())


@pytest.mark.parametrize(
    "words",
    [
        ("show", "ssri"),
        ("show", "ssri", "--row", "stopping"),
        ("show", "ssri", "--format", "json"),
        ("compare", "cbt", "ssri", "--for", "panic-disorder"),
        ("compare", "cbt", "ssri", "--first", "cost"),
        ("decide", "panic-disorder", "--age", "young"),
        ("timeline", "cbt", "ssri"),
        ("list", "therapy"),
        ("search", "zoloft"),
        ("search", "--json", "how long before sertraline works"),
        ("crisis",),
        ("claims",),
        ("lesson",),
        ("lesson", "red-flags", "--start", "09:30"),
    ],
)
def test_the_warm_path_is_light(words: tuple[str, ...], shared_home: str) -> None:
    baseline = set(subprocess.run([sys.executable, "-c", "import sys; print(*sys.modules)"], capture_output=True, text=True, check=True).stdout.split())
    assert (HEAVY & loaded(shared_home, *words)) - baseline == set()


def test_help_and_version_load_no_library() -> None:
    code = "import sys\nfrom handbook.cli.main import build_parser\nbuild_parser(set()).format_help()\nprint(*sys.modules)"
    modules = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"sqlite3", "json", "textual", "yaml"} & set(modules)
