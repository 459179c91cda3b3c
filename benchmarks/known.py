"""`python -m benchmarks.known`: the app beside two well-known Textual apps, started in turn.

Two readers, of Markdown and of log files, each the version named here in an environment of its own (downloaded on the first
run), with this project's README. Neither shows what the handbook shows: the figures say what people are used to, not who is better.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks import measures
from benchmarks.__main__ import ROOT, install, say

APPS = {"frogmouth": ("frogmouth==0.9.1", "frogmouth", b"\x11"), "toolong": ("toolong==1.5.0", "tl", b"\x03")}
"""Name of an app: what to install, its command, and the key that ends it."""
FIGURES = {"paint": "first paint", "key": "first key handled", "quit": "quit to shell", "memory": "peak memory"}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.known", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7, help="counted starts of each app")
    parser.add_argument("--folder", type=Path, help="where the environments are kept")
    options = parser.parse_args()
    folder: Path = (options.folder or Path(tempfile.mkdtemp(prefix="handbook-known-"))).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    homes = {"HOME": str(folder / "home"), "XDG_CACHE_HOME": str(folder / "cache"), "XDG_DATA_HOME": str(folder / "data")}
    handbook = install(folder)
    commands = {
        "one Static": ([str(handbook.with_name("python")), str(measures.APPS / "minimal.py")], {}, measures.READY["minimal"], b"x", b"q"),
        "handbook": ([str(handbook)], homes, measures.READY["handbook"], b"j", b"q"),
    }
    for name, (requirement, script, end) in APPS.items():
        say(f"installing {requirement}")
        commands[name] = ([str(_installed(folder / name, requirement, script)), str(ROOT / "README.md")], homes, b"", b"\t", end)
    say("starting each in turn")
    found = measures.starts(commands, options.rounds)
    print("| what, as a ratio to a Textual app with one Static | " + " | ".join(found) + " |")
    print("| --- |" + " --- |" * len(found))
    for key, title in FIGURES.items():
        print(f"| {title} | " + " | ".join(f"{figures[key]:.2f}x" for figures in found.values()) + " |")


def _installed(place: Path, requirement: str, command: str) -> Path:
    """An app's script, in an environment of its own."""
    script = place / "bin" / command
    if not script.exists():
        subprocess.run([sys.executable, "-m", "venv", str(place)], check=True)
        subprocess.run([str(place / "bin/pip"), "install", "--quiet", "--disable-pip-version-check", requirement], check=True)
    return script


if __name__ == "__main__":
    main()
