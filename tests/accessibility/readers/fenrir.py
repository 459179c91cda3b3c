"""Fenrir: a modern reader for terminals. It compares screens and follows the cursor."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tests.accessibility.readers.reader import HERE, PtyReader

FOLDER = HERE.parent.parent / "build/readers/fenrir"
"""Where `make readers` unpacks it."""


class Fenrir(PtyReader):
    """Fenrir 1.9.6, from its source."""

    name = "fenrir"
    commands = {"@line": b"\x1b[1;3B"}

    @classmethod
    def source(cls) -> Path:
        """The unpacked source."""
        return Path(os.environ.get("FENRIR_SOURCE", FOLDER))

    @classmethod
    def missing(cls) -> str:
        """It is unpacked by `make readers`."""
        return "" if (cls.source() / "src/fenrirscreenreader").is_dir() else "Fenrir is not installed (make readers)"

    @classmethod
    def version(cls) -> str:
        """As its source says."""
        for line in (cls.source() / "PKG-INFO").read_text(encoding="utf-8").splitlines():
            if line.startswith("Version: "):
                return f"Fenrir {line[9:]}"
        return "Fenrir"

    def start(self, command: list[str]) -> None:
        """In the terminal, without sound, with the program as its shell."""
        source = self.source()
        options = {
            "speech#driver": "logDriver", "general#shell": self.lasting(command), "sound#enabled": "False", "remote#driver": "dummyDriver",
            "promote#enabled": "False", "general#autoSpellCheck": "False", "general#debugFile": str(self.folder / "fenrir.log"),
        }  # fmt: skip
        settings = source / "config/settings/settings.conf.example"
        joined = ";".join(f"{name}={value}" for name, value in options.items())
        host = [sys.executable, "-W", "ignore", str(HERE / "fenrir_host.py"), str(source), str(self.log)]
        self.run([*host, "-e", "-s", str(settings), "-o", joined])
