"""Compiles the built-in entries when a wheel is built, and adds them to it as one SQLite file."""

from __future__ import annotations

import os
import sys
import tempfile
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface[Any]):
    """Makes `handbook/library.sqlite` and puts it into the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, unless this is an editable install, whose entries change under it."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        try:
            from handbook.library.shipping import build_shipped
            from handbook.search.index import Index
        finally:
            sys.path.remove(self.root)
        self.folder = tempfile.TemporaryDirectory()
        path = os.path.join(self.folder.name, "library.sqlite")
        build_shipped(path, os.path.join(self.root, "entries"), Index)
        build_data["force_include"][path] = "handbook/library.sqlite"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the draft."""
        if version != "editable":
            self.folder.cleanup()
