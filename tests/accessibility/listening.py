"""Hear a terminal program as a blind person does, as text.

`listen(command, steps, reader)` runs a command under a real screen reader, does one step after the other, and gives
what the reader told its synthesizer to say. From a shell:

    python -m tests.accessibility.listening fenrir 'Down => Breathing; q' -- handbook
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.accessibility import processes
from tests.accessibility.readers import READERS, Reader
from tests.accessibility.steps import DECORATION, Step, evened, holds, read_step

LONGEST_STEP = 8.0
"""Seconds to wait for what a step should make heard."""
UNANSWERED = 1.5
"""Seconds after which a step that changes nothing is over."""
START = "start"
"""The name of the step before all others."""


class NotStartedError(Exception):
    """The reader said nothing when the program started."""


@dataclass(frozen=True)
class Heard:
    """What was heard after a step, and what is wrong with it."""

    step: str
    said: str
    braille: str
    failures: tuple[str, ...]

    @property
    def decoration(self) -> int:
        """How many signs without words were spoken."""
        return len(DECORATION.findall(self.said))


def listen(
    command: list[str], steps: list[str], reader: str, *, size: tuple[int, int] = (80, 24), environment: dict[str, str] | None = None
) -> list[Heard]:
    """Run a command under a reader; the first step may be `start` with checks of its own.

    Steps and checks are described in `steps`. A reader that does not come up is started once more: its start is no part of
    what is tested. Raises NotStartedError if it does not come up then.
    """
    made = [read_step(step) for step in steps]
    if not made or made[0].action != START:
        made.insert(0, Step(START, ()))
    processes.adopt_orphans()
    try:
        return _listened(command, made, reader, size, environment or {})
    except NotStartedError:
        return _listened(command, made, reader, size, environment or {})


def _listened(command: list[str], steps: list[Step], reader: str, size: tuple[int, int], environment: dict[str, str]) -> list[Heard]:
    before = processes.descendants()
    with tempfile.TemporaryDirectory(prefix="listen-", ignore_cleanup_errors=True) as folder:
        hearing = READERS[reader](Path(folder), *size, {**os.environ, **environment})
        try:
            hearing.start(command)
            return [_heard(hearing, step, before) for step in steps]
        finally:
            processes.end(processes.descendants() - before)
            hearing.close()


def _heard(reader: Reader, step: Step, before: set[int]) -> Heard:
    """Do a step and listen."""
    if not step.waits and step.action != START:
        reader.send(step.action)
    said, braille = _collect(reader, step, before)
    heard = evened(said)
    shown = braille[-1].strip() if braille else ""
    return Heard(step.action, heard, shown, tuple(failure for check in step.checks if (failure := check.failure(heard))))


def _collect(reader: Reader, step: Step, before: set[int]) -> tuple[list[str], list[str]]:
    """What is said, and the lines of braille, until the screen, the speech and the processor have been quiet for a while."""
    starting = step.action == START
    quiet = reader.start_quiet if starting else reader.settle
    begun = last = time.monotonic()
    said: list[str] = []
    braille: list[str] = []
    answered = False
    looked = 0.0
    while True:
        time.sleep(0.02)
        now = time.monotonic()
        new, shown, drawn = reader.said(), reader.braille(), reader.drawn()
        said += new
        braille += shown
        if new or shown or drawn:
            last, answered = now, answered or bool(new or shown or drawn)
        elif now - last > quiet / 2 and now - looked > 0.05:
            looked = now
            if processes.running(processes.descendants() - before):
                last = max(last, now - quiet / 2)
        if now - begun > (reader.longest_start if starting else LONGEST_STEP) + step.waits:
            break
        if now - begun < step.waits or now - last < quiet:
            continue
        complete = all(holds(evened(said), words) for words in step.wanted)
        if complete and (answered or step.silent or step.waits or now - begun > UNANSWERED) and not (starting and not said):
            break
    if starting and not said:
        raise NotStartedError(f"{reader.name} said nothing at the start")
    return said, braille


def main() -> int:
    """Print what is heard; exit status 1 if a check fails."""
    reader, steps, *rest = sys.argv[1:]
    failed = False
    for heard in listen(rest[1:] if rest[:1] == ["--"] else rest, [step for step in steps.split(";") if step.strip()], reader):
        print(f"[{heard.step}] {heard.said or '(silence)'}")
        if heard.braille:
            print(f"    braille: {heard.braille}")
        for failure in heard.failures:
            print(f"    FAILED {failure}")
            failed = True
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
