"""tdsr: a reader for terminals that many use on macOS. It speaks the stream, and the cursor's line after an arrow.

It is not published as a package (the one of that name is something else), so TDSR_SOURCE must name its source.
"""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path

from tests.accessibility.readers.reader import PtyReader


class Tdsr(PtyReader):
    """tdsr, from its source."""

    name = "tdsr"
    follows_cursor = False
    commands = {"@line": b"\x1bi"}

    @classmethod
    def missing(cls) -> str:
        """It must have been fetched by hand."""
        source = os.environ.get("TDSR_SOURCE", "")
        return "" if source and (Path(source) / "tdsr").is_dir() else "TDSR_SOURCE does not name the source of tdsr"

    def start(self, command: list[str]) -> None:
        """With a synthesizer of ours as its speech server."""
        self.environment |= {"PYTHONPATH": os.environ["TDSR_SOURCE"], "HOME": str(self.folder)}
        # Its 20 milliseconds are too short for a busy machine: it would say the line that the cursor is about to leave.
        (self.folder / ".tdsr.cfg").write_text("[speech]\ncursor_delay = 0.3\n", encoding="utf-8")
        program = "import sys; sys.argv[0] = 'tdsr'; from tdsr.__main__ import main; main()"
        self.run([sys.executable, "-c", program, "-s", self.synthesizer("tdsr"), "--", shlex.quote(self.lasting(command))])
