"""What is measured: each function gives a ratio to an anchor that ran in turn with it, or milliseconds."""

from __future__ import annotations

import os
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.terminal import Terminal

APPS = Path(__file__).parent / "apps"
Environment = dict[str, str]
READY = {"minimal": b"READY", "handbook": b"Handbook:all"}
"""What stands in the first frame, without spaces: of the small apps here, and of the handbook, whose first line stands before it."""
TYPED = ("sertraline", "cognitive behavioral", "how long until it works", "panic", "side effects of lithium", "sleep")


def processes(commands: dict[str, list[str]], environments: dict[str, Environment], rounds: int) -> dict[str, float]:
    """Whole processes run in turn: the median of each one's ratio to the first command, round by round."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for round_number in range(rounds + 1):
        for name, command in commands.items():
            start = time.perf_counter()
            environment = {**os.environ, **environments.get(name, {})}
            subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment, check=True)
            if round_number:
                times[name].append(time.perf_counter() - start)
    anchor = times[next(iter(commands))]
    return {name: statistics.median(time / base for time, base in zip(times[name], anchor, strict=True)) for name in commands}


def starts(apps: dict[str, tuple[list[str], Environment, bytes, bytes, bytes]], rounds: int) -> dict[str, dict[str, float]]:
    """Apps started in turn. An app is its command, environment, what stands in its first frame, the key to press first, and the key that ends it.

    Gives for each app the medians of its ratios to the first one: paint, key, quit, memory.
    """
    seen: dict[str, list[dict[str, float]]] = {name: [] for name in apps}
    for round_number in range(rounds + 1):
        for name, (command, environment, ready, key, end) in apps.items():
            terminal = Terminal(command, environment)
            paint = terminal.until(lambda text, ready=ready: bool(text) and ready in text)  # type: ignore[misc]
            os.write(terminal.master, key)
            pressed = _first_key(terminal)
            terminal.settle(0.3)
            peak = terminal.peak()
            figures = {"paint": paint, "key": pressed, "memory": peak, "quit": terminal.quit(end)}
            if round_number:
                seen[name].append(figures)
    anchor = seen[next(iter(apps))]
    return {
        name: {what: statistics.median(run[what] / base[what] for run, base in zip(runs, anchor, strict=True)) for what in runs[0]}
        for name, runs in seen.items()
    }


def _stand(ours: Terminal, other: Terminal) -> None:
    """Wait until the handbook and a small app have drawn their first frame and are still; a cursor that blinks does so every half second."""
    for terminal, ready in ((ours, READY["handbook"]), (other, READY["minimal"])):
        terminal.until(lambda text, ready=ready: ready in text)  # type: ignore[misc]
        terminal.settle(0.3)


def _first_key(terminal: Terminal) -> float:
    """Milliseconds from the start to the first thing written after the first frame."""
    before = terminal.text
    return terminal.until(lambda text: len(text) > len(before))


def typing(handbook: list[str], environment: Environment, rounds: int) -> tuple[float, float, float]:
    """Keys typed into the search line and into an Input with one line, in turn.

    Gives the ratio of the medians, and the handbook's median and 95th percentile in milliseconds.
    """
    ours = Terminal(handbook, environment)
    floor = Terminal([sys.executable, str(APPS / "input_line.py")], {})
    _stand(ours, floor)
    ours.press(b"/")
    mine: list[float] = []
    base: list[float] = []
    for _ in range(rounds):
        for letter in "sertraline":
            mine.append(ours.press(letter.encode()))
            base.append(floor.press(letter.encode()))
        for _ in "sertraline":
            mine.append(ours.press(b"\x7f"))
            base.append(floor.press(b"\x7f"))
    ours.quit(b"\x11")
    floor.quit(b"\x11")
    mine.sort()
    return statistics.median(mine) / statistics.median(base), statistics.median(mine), mine[int(len(mine) * 0.95)]


def opening(handbook: list[str], environment: Environment, page: Path, rounds: int) -> float:
    """Opening an entry against showing the same text in the Markdown widget, in turn: the ratio of the medians."""
    ours = Terminal(handbook, environment)
    widget = Terminal([sys.executable, str(APPS / "markdown_page.py"), str(page)], {})
    _stand(ours, widget)
    mine: list[float] = []
    base: list[float] = []
    for _ in range(rounds):
        mine.append(ours.press(b"\r", quiet=0.3))
        ours.press(b"\x7f")
        base.append(widget.press(b"\r", quiet=0.6))
        widget.press(b"\r")
    ours.quit(b"q")
    widget.quit(b"\x11")
    return statistics.median(mine) / statistics.median(base)


def keystrokes(query: Callable[[str], object]) -> tuple[float, float]:
    """A query typed letter by letter: the 50th and 99th percentile of a keystroke in milliseconds."""
    times = []
    for _ in range(3):
        for text in TYPED:
            for end in range(1, len(text) + 1):
                start = time.perf_counter()
                query(text[:end])
                times.append((time.perf_counter() - start) * 1000)
    times.sort()
    return statistics.median(times), times[int(len(times) * 0.99)]


def stock_fts(connection: sqlite3.Connection) -> Callable[[str], object]:
    """What SQLite offers without us: one row an entry, ranked by bm25, the last word as a prefix."""
    connection.execute("attach ':memory:' as stock")
    connection.execute("create virtual table stock.words using fts5(title, text)")
    connection.execute("insert into stock.words select title, data from main.entry")

    def query(text: str) -> object:
        words = text.split()
        match = " ".join(f'"{word}"' for word in words[:-1]) + f' "{words[-1]}"*' if words else ""
        return connection.execute("select rowid from stock.words where words match ? order by rank limit 50", (match,)).fetchall() if match else []

    return query
