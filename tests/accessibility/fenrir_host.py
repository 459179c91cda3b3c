"""Runs Fenrir with a speech driver that writes down what it is told to say; started in a process of its own.

Usage: `python fenrir_host.py SOURCE LOG FENRIR-OPTIONS...`, where SOURCE is Fenrir's unpacked source.
"""

from __future__ import annotations

import json
import sys
import types
from typing import Any


def main() -> None:
    """Start Fenrir; it stays until its shell ends."""
    source, path, *options = sys.argv[1:]
    sys.path.insert(0, f"{source}/src")
    log = open(path, "a", buffering=1, encoding="utf-8")  # noqa: SIM115  (open until the process ends)

    from fenrirscreenreader.core.speechDriver import speechDriver
    from fenrirscreenreader.utils import module_utils

    class Driver(speechDriver):  # type: ignore[misc]
        """Takes the place of a voice."""

        def initialize(self, environment: Any) -> None:
            self.env, self._isInitialized = environment, True

        def speak(self, text: str, *_: Any, **__: Any) -> None:
            log.write(json.dumps(text) + "\n")

        def _ignore(self, *_: Any, **__: Any) -> None:
            """Nothing to do without a voice."""

        cancel = shutdown = setCallback = clear_buffer = setVoice = setPitch = setRate = setModule = setLanguage = setVolume = _ignore

    module = types.ModuleType("logDriver")
    module.driver = Driver  # type: ignore[attr-defined]
    load = module_utils.importModule
    module_utils.importModule = lambda name, place: module if name == "logDriver" else load(name, place)
    from fenrirscreenreader.core import fenrirManager

    sys.argv = ["fenrir", *options]
    fenrirManager.fenrirManager().proceed()


if __name__ == "__main__":
    main()
