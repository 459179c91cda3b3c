"""yasr: Debian's small reader for terminals. It speaks the stream of what is written."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

from tests.accessibility.readers.reader import PtyReader

SETTINGS = Path("/etc/yasr/yasr.conf")


class Yasr(PtyReader):
    """yasr 0.6.9."""

    name = "yasr"
    follows_cursor = False
    commands = {"@line": b"\x1bl", "@screen": b"\x1bw"}

    @classmethod
    def missing(cls) -> str:
        """It is a Debian package."""
        return "" if shutil.which("yasr") and SETTINGS.exists() else "yasr is not installed (Debian package yasr)"

    @classmethod
    def version(cls) -> str:
        """As the package says."""
        found = subprocess.run(["dpkg-query", "-W", "-f", "${Version}", "yasr"], capture_output=True, text=True, check=False)
        return f"yasr {found.stdout.partition('-')[0]}".strip()

    def start(self, command: list[str]) -> None:
        """With its usual settings, but for the voice."""
        settings = SETTINGS.read_text(encoding="latin-1")
        settings = re.sub(r"(?m)^synthesizer=.*$", "synthesizer=emacspeak server", settings)
        settings = re.sub(r"(?m)^synthesizer port=.*$", f"synthesizer port=|{self.synthesizer('emacspeak')}", settings)
        path = self.folder / "yasr.conf"
        path.write_text(settings, encoding="latin-1")
        self.run(["yasr", "-C", str(path), self.lasting(command)])
