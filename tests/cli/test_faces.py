"""Which face opens, for every option, variable and kind of terminal, in real ones: in words, soon, and never stuck."""

from __future__ import annotations

import itertools
import os
import re
import subprocess
import sys

import pexpect
import pytest

from tests.conftest import SAMPLE

pytestmark = pytest.mark.slow

PROGRAM = f"""
import sys
import handbook.paths
handbook.paths.built_in_entries = lambda: {str(SAMPLE)!r}
handbook.paths.built_in_library = lambda: "absent"
from handbook.cli.main import run
sys.argv[0] = "handbook"
run()
"""
PATIENCE = 5
"""Seconds after which a face counts as stuck; several times more on a machine that does much else."""

OPTIONS: dict[str, str | None] = {"": None, "--screen-reader": "asked for by --screen-reader"}
VARIABLES: dict[str | None, str | None] = {None: None, "1": "asked for by HANDBOOK_SCREEN_READER", "0": None}
TERMINALS: dict[str, str | None] = {
    "capable": None,
    "pipe": "input or output is not a terminal",
    "dumb": "this terminal cannot draw a full screen",
    "nameless": "this terminal cannot draw a full screen",
    "narrow": "the full screen needs 20 columns and 8 rows",
    "low": "the full screen needs 20 columns and 8 rows",
}
TERM = {"dumb": "dumb", "nameless": ""}
SIZE = {"narrow": (24, 19), "low": (7, 80)}


def opened(option: str, variable: str | None, terminal: str) -> tuple[str, int | None]:
    """What is written until the reader quits with q, and the exit status."""
    environment = {name: value for name, value in os.environ.items() if name not in ("HANDBOOK_SCREEN_READER", "NO_COLOR", "COLUMNS")}
    environment |= {"TERM": TERM.get(terminal, "xterm-256color"), **({"HANDBOOK_SCREEN_READER": variable} if variable is not None else {})}
    command = ["-c", PROGRAM, *option.split()]
    if terminal == "pipe":
        done = subprocess.run([sys.executable, *command], input="q\n", capture_output=True, text=True, timeout=6 * PATIENCE, env=environment, check=False)
        return done.stdout + done.stderr, done.returncode
    child = pexpect.spawn(sys.executable, command, env=environment, dimensions=SIZE.get(terminal, (24, 80)), timeout=6 * PATIENCE, encoding="utf-8")
    child.expect(["or q: ", "entries\\. Press"])
    said = str(child.before) + str(child.after)
    child.send("q\n")
    child.expect(pexpect.EOF)
    said += str(child.before)
    child.close()
    return said, child.exitstatus


@pytest.mark.parametrize(("option", "variable", "terminal"), list(itertools.product(OPTIONS, VARIABLES, TERMINALS)))
def test_the_face_and_its_reason(option: str, variable: str | None, terminal: str) -> None:
    reason = OPTIONS[option] or VARIABLES[variable] or TERMINALS[terminal]
    said, status = opened(option, variable, terminal)
    assert status == 0
    if reason is None:
        assert "\x1b[?1049h" in said
    else:
        told = re.sub(r"handbook: reading entries, \d+ of \d+\s", "", said)
        assert "".join(told.split()).startswith("".join(f"Handbook, line mode ({reason}).".split()))
        assert "\x1b" not in said
        assert not re.search(r"\r(?!\n)", said)
        assert said.rstrip().endswith("Goodbye.")
