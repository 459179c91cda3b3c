"""BRLTTY: speech and a braille display of forty cells, on a console of the kernel. Wants root and a console that is free."""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
import socket
import subprocess
import termios
import threading
from pathlib import Path

from tests.accessibility.processes import start, start_in
from tests.accessibility.readers.reader import Reader
from tests.accessibility.steps import bytes_of

CONSOLE = int(os.environ.get("HANDBOOK_CONSOLE", "40"))
"""The number of a console that nobody uses."""
CELLS = 40
DISPLAY_KEYS = {"@up": "LNUP", "@back": "RETURN"}
"""Steps that press keys of the braille display."""
_DISALLOCATE = 0x5608
"""VT_DISALLOCATE of ioctl_vt(2)."""


class Brltty(Reader):
    """BRLTTY 6.5, with a virtual display."""

    name = "brltty"
    only_cursor = True

    @classmethod
    def missing(cls) -> str:
        """It needs more of a machine than a container has."""
        if not shutil.which("brltty"):
            return "BRLTTY is not installed (Debian package brltty)"
        if os.getuid() != 0:
            return "BRLTTY needs root"
        try:
            os.close(os.open(f"/dev/tty{CONSOLE}", os.O_RDWR | os.O_NOCTTY))
        except OSError:
            return f"BRLTTY needs a console of the kernel, /dev/tty{CONSOLE}"
        return ""

    @classmethod
    def version(cls) -> str:
        """As it says."""
        found = subprocess.run(["brltty", "-V"], capture_output=True, text=True, check=False)
        words = (found.stdout + found.stderr).split()
        return f"BRLTTY {words[1]}" if len(words) > 1 else "BRLTTY"

    def start(self, command: list[str]) -> None:
        """The program on the console, and BRLTTY beside it."""
        self._shown: list[str] = []
        port = self.folder / "braille.sock"
        self._server = socket.socket(socket.AF_UNIX)
        self._server.bind(str(port))
        self._server.listen(1)
        self._display_thread = threading.Thread(target=self._display, daemon=True)
        self._display_thread.start()
        device = f"/dev/tty{CONSOLE}"
        self.console = os.open(device, os.O_RDWR | os.O_NOCTTY | os.O_NONBLOCK)
        fcntl.flock(self.console, fcntl.LOCK_EX)  # one listener at a time: others would share the keys
        os.write(self.console, b"\033c")
        start_in(device, [self.lasting(command)], self.environment)
        speech = "autospeak=yes"
        voice = f"gs:command={self.synthesizer('plain')}"
        folder = str(self.folder)
        start(
            ["brltty", "-n", "-e", "-N", "-q", "-f", "/dev/null", "-F", "/dev/null", "-U", folder, "-W", folder, "-P", f"{folder}/pid",
             "-b", "vr", "-d", f"client:{port}", "-s", "gs", "-S", voice, "-x", "lx", "-X", f"lx:vt={CONSOLE}", "-o", speech],
            self.environment, f"{folder}/brltty.log",
        )  # fmt: skip

    def _display(self) -> None:
        """The display's end of BRLTTY's driver for virtual ones."""
        with contextlib.suppress(OSError), self._server:
            link, _ = self._server.accept()
            self._link = link
            with link, link.makefile("r", encoding="utf-8", errors="replace") as lines:
                link.sendall(f"cells {CELLS} 1\n".encode())
                for line in lines:
                    if line.startswith("Visual "):
                        self._shown.append(line.rstrip("\n")[8:-1].replace('\\"', '"'))

    def send(self, action: str) -> None:
        """Put keys into the console's input, or press the display's own key for the line above."""
        if action in DISPLAY_KEYS:
            self._link.sendall(f"{DISPLAY_KEYS[action]}\n".encode())
            return
        for byte in bytes_of(action):
            fcntl.ioctl(self.console, termios.TIOCSTI, bytes([byte]))

    def braille(self) -> list[str]:
        """The lines shown."""
        shown, self._shown = self._shown, []
        return shown

    def close(self) -> None:
        """Free the console."""
        with contextlib.suppress(OSError):
            self._server.shutdown(socket.SHUT_RDWR)
        self._display_thread.join(5)
        os.close(self.console)
        try:
            with Path("/dev/tty0").open("wb", buffering=0) as first:
                fcntl.ioctl(first, _DISALLOCATE, CONSOLE)
        except OSError:
            pass
