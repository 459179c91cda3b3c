"""Orca: the reader of Linux desktops, with a terminal on a virtual display. Its speech is read from its own log."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import time
from pathlib import Path

from tests.accessibility.processes import start
from tests.accessibility.readers.reader import CHATTER, Reader

NEEDED = ("orca", "Xvfb", "xfce4-terminal", "xfwm4", "xdotool", "dbus-run-session")
_SPOKEN = re.compile(r"SPEECH OUTPUT: '(.*?)'\s?\[?\{'", re.DOTALL)
_NAMES = {
    "up": "Up", "down": "Down", "left": "Left", "right": "Right", "enter": "Return", "tab": "Tab", "shift+tab": "shift+Tab", "esc": "Escape",
    "space": "space", "backspace": "BackSpace", "pageup": "Prior", "pagedown": "Next", "home": "Home", "end": "End",
}  # fmt: skip
_FLUSH = """
import sys, threading, time
sys.modules['speechd'] = None
def flush():
    while True:
        time.sleep(.05)
        log = getattr(sys.modules.get('orca.debug'), 'debugFile', None)
        if log:
            log.flush()
threading.Thread(target=flush, daemon=True).start()
"""
"""Orca writes down what it would say even without a voice, and a voice without sound would hold it up.
It does not write its log out by itself; a thread beside it does."""
_SESSION = """
/usr/libexec/at-spi-bus-launcher --launch-immediately --a11y=1 --screen-reader=1 &
sleep 1
xfwm4 &
sleep 1
PYTHONPATH={folder} orca --debug-file={log} &
n=0; until grep -q 'Screen reader on' {log} 2>/dev/null || [ $n -gt 60 ]; do n=$((n+1)); sleep .5; done
xfce4-terminal --disable-server --hide-menubar --geometry={columns}x{rows} -x {program}
sleep 3
"""


class Orca(Reader):
    """Orca 43 with a GTK terminal."""

    name = "orca"
    only_cursor = True
    deaf_at_start = True
    longest_start = 100.0
    settle = 1.2
    start_quiet = 4.0

    @classmethod
    def missing(cls) -> str:
        """It needs a desktop's parts."""
        absent = [name for name in NEEDED if not shutil.which(name)]
        return f"Orca needs {', '.join(absent)}" if absent else ""

    @classmethod
    def version(cls) -> str:
        """As it says."""
        found = subprocess.run(["orca", "--version"], capture_output=True, text=True, check=False)
        return f"Orca {found.stdout.split()[-1]}" if found.stdout.split() else "Orca"

    def start(self, command: list[str]) -> None:
        """A display, a bus, a window manager, Orca, and the program in a terminal."""
        number = self.folder / "display"
        start(["Xvfb", "-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"], self.environment, str(number))
        until = time.monotonic() + 20
        while not (number.exists() and (found := re.search(r"^\d+$", number.read_text(), re.MULTILINE))) and time.monotonic() < until:
            time.sleep(0.1)
        self.display = f":{found.group(0)}" if found else ""
        self.orca_log = self.folder / "orca.log"
        runtime = self.folder / "run"
        runtime.mkdir(mode=0o700)
        (self.folder / "sitecustomize.py").write_text(_FLUSH, encoding="utf-8")
        columns, rows = self.size
        # The terminal's own settings come from its environment, so the program's home is set inside.
        home = self.environment.get("HOME", "")
        program = self.script("in-terminal", f"HOME={home} exec {self.lasting(command)}")
        text = _SESSION.format(folder=self.folder, log=self.orca_log, columns=columns, rows=rows, program=program)
        desktop = {
            **self.environment, "DISPLAY": self.display, "HOME": str(self.folder), "XDG_RUNTIME_DIR": str(runtime), "GTK_MODULES": "gail:atk-bridge",
            "NO_AT_BRIDGE": "0", "GSETTINGS_BACKEND": "memory", "TERM": "xterm-256color",
        }  # fmt: skip
        start(["dbus-run-session", "--", self.script("session", text)], desktop, str(self.folder / "session.log"))

    def send(self, action: str) -> None:
        """Press keys on the display."""
        if action.startswith(("type ", "line ")) or action == "line":
            self._press("type", "--delay", "40", action[5:])
            if action.startswith("line"):
                self._press("key", "Return")
        else:
            name = _NAMES.get(action.lower(), action.replace("Ctrl", "ctrl").replace("Alt", "alt"))
            if len(name) == 1 and not name.isalnum():
                self._press("type", name)
            else:
                self._press("key", name)

    def _press(self, *arguments: str) -> None:
        subprocess.run(["xdotool", *arguments], env={**os.environ, "DISPLAY": self.display}, check=False)

    def said(self) -> list[str]:
        """What its log says it has spoken."""
        if not self.orca_log.exists():
            return []
        spoken = _SPOKEN.findall(Path(self.orca_log).read_text(encoding="utf-8", errors="replace"))
        new, self._read_to = spoken[self._read_to :], len(spoken)
        return [said for said in new if not CHATTER.fullmatch(said)]
