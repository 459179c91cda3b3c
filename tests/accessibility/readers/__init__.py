"""The screen readers, by name."""

from __future__ import annotations

from tests.accessibility.readers.brltty import Brltty
from tests.accessibility.readers.fenrir import Fenrir
from tests.accessibility.readers.orca import Orca
from tests.accessibility.readers.reader import Reader
from tests.accessibility.readers.tdsr import Tdsr
from tests.accessibility.readers.yasr import Yasr

__all__ = ["EVERY_RUN", "READERS", "Reader"]

READERS: dict[str, type[Reader]] = {reader.name: reader for reader in (Yasr, Fenrir, Tdsr, Brltty, Orca)}
EVERY_RUN = ("yasr", "fenrir")
"""Readers that need neither root nor a display."""
