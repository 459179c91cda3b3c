"""`python -m benchmarks.search`: the search, key by key, beside what else could search the same text.

Queries are typed letter by letter, with their slips, into libraries of the built-in entries and 250, 10,000 and 100,000 made
ones; beside it SQLite's FTS5 (a row an entry, any word, ranked by bm25, the last word as a prefix), ripgrep and fzf, where they
are installed. All take turns on the same keys, and processor time is counted. `--write` puts the tables into docs/search.md.
"""

from __future__ import annotations

import argparse
import os
import re
import resource
import shutil
import sqlite3
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from benchmarks import page
from benchmarks.collection import write_collection

TYPED = (
    "sertraline", "zoloft", "cbt", "panic attacks", "cognitive behavioral therapy", "side effects of lithium", "can i drink on citalopram",
    "how long until sertraline works", "she stopped her tablets on friday, dizzy and shaky", "trouble sleeping at night",
    "what is the difference between a psychologist and a psychiatrist", "who can prescribe antipsychotics", "is it safe while pregnant",
    "sertaline", "cognative behavoral therapy", "anti depresant", "benzodiazapine withdrawl", "schizofrenia medicine", "adhd in adults",
    "how much does therapy cost without insurance", "feeling sad all the time and nothing helps", "ptsd nightmares", "insomnia",
)  # fmt: skip
KEYS = [text[:end] for text in TYPED for end in range(1, len(text) + 1)]
SIZES = (250, 10_000, 100_000)
_EVERY = 16
"""Programs that start anew for each key are asked for every 16th only."""

Row = list[str]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entries", type=int, default=SIZES[-1], help="leave out larger collections")
    parser.add_argument("--folder", type=Path, help="where collections and libraries are kept for the next run")
    parser.add_argument("--write", action="store_true", help="put the tables into docs/search.md")
    options = parser.parse_args()
    folder: Path = (options.folder or Path(tempfile.mkdtemp(prefix="handbook-search-"))).resolve()
    try:
        table = tables(folder, [size for size in SIZES if size <= options.entries])
    finally:
        if options.folder is None:
            shutil.rmtree(folder, ignore_errors=True)
    print(table)
    if options.write:
        page.write(page.SEARCH, "measured", table)


def tables(folder: Path, sizes: list[int]) -> str:
    """Both tables in Markdown: keys, then index."""
    os.environ.update(HOME=str(folder), XDG_CACHE_HOME=str(folder / "cache"), XDG_DATA_HOME=str(folder / "data"))
    keys: list[Row] = [["keystroke, median / 99th percentile, ms of processor time", "handbook", "FTS5 bm25", "ripgrep", "fzf"]]
    index: list[Row] = [["entries", "build s (as a ratio to parsing the YAML)", "library MiB (YAML)", "opened and first answer, ms"]]
    for size in sizes:
        collection = folder / f"entries-{size}"
        write_collection(collection, size)
        index.append(_built(collection, size))
        keys.append([f"{size:,} entries", *_typed(collection)])
    return f"{page.markdown(keys)}\n\n{page.markdown(index)}"


def _built(collection: Path, size: int) -> Row:
    """What it costs to have an index: its build, its size, and opening it anew."""
    from handbook.library.opening import cache_file, folders_for, open_library
    from handbook.search import FORMAT
    from handbook.search.index import Index
    from handbook.search.query import search

    folders = folders_for([str(collection)])
    files = [file for folder in folders for file in Path(folder).glob("*/*.yaml")]
    sample = files[: 1 + len(files) // max(1, len(files) // 2000) : max(1, len(files) // 2000)]
    start = _spent()
    for path in sample:
        yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    parsed = (_spent() - start) * len(files) / len(sample)
    target = Path(cache_file(folders, FORMAT))
    target.unlink(missing_ok=True)
    start = _spent()
    open_library([str(collection)], Index, FORMAT).close()
    built = _spent() - start
    start = _spent()
    library = open_library([str(collection)], Index, FORMAT)
    search(library, "zoloft")
    opened = (_spent() - start) * 1000
    library.close()
    mib = 1 << 20
    text = sum(path.stat().st_size for path in files)
    return [f"{size:,}", f"{built:.1f} ({built / parsed:.1f}x)", f"{target.stat().st_size / mib:.0f} ({text / mib:.0f})", f"{opened:.1f}"]


def _typed(collection: Path) -> Row:
    """Each searcher's keystrokes, all taking turns."""
    from handbook.library.opening import open_library
    from handbook.search import FORMAT
    from handbook.search.index import Index
    from handbook.search.query import search

    library = open_library([str(collection)], Index, FORMAT)
    stock = _stock(library.connection)
    searchers: dict[str, Callable[[str], object] | None] = {
        "handbook": lambda text: search(library, text, limit=50, typing=True),
        "FTS5 bm25": stock,
        "ripgrep": _program(["rg", "--ignore-case", "--files-with-matches", "--fixed-strings", "--"], [str(collection)]),
        "fzf": _program(["fzf", "--filter"], [], "\n".join(title for (title,) in library.connection.execute("select title from entry"))),
    }
    times: dict[str, list[float]] = {name: [] for name in searchers}
    for number, key in enumerate(KEYS):
        for name, ask in searchers.items():
            if ask is not None and (name in ("handbook", "FTS5 bm25") or number % _EVERY == 0):
                start = _spent()
                ask(key)
                times[name].append((_spent() - start) * 1000)
    library.close()
    return [f"{statistics.median(found):.2f} / {_high(found):.1f}" if found else "not installed" for found in times.values()]


def _spent() -> float:
    """Seconds of processor time of this process and the programs it started: what else runs on the machine does not count."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def _high(times: list[float]) -> float:
    """The 99th percentile."""
    return sorted(times)[int(len(times) * 0.99)]


def _stock(connection: sqlite3.Connection) -> Callable[[str], object]:
    """FTS5 as it comes: one row an entry, any of the words, the last one begun, ranked by bm25."""
    copy = sqlite3.connect(":memory:")
    copy.execute("create virtual table words using fts5(title, text)")
    copy.executemany("insert into words values(?, ?)", connection.execute("select title, data from entry"))

    def ask(text: str) -> object:
        words = re.findall(r"\w+", text)
        match = " OR ".join([f'"{word}"' for word in words[:-1]] + [f'"{words[-1]}"*']) if words else '""'
        return copy.execute("select rowid from words where words match ? order by rank limit 50", (match,)).fetchall()

    return ask


def _program(command: list[str], places: list[str], text: str = "") -> Callable[[str], object] | None:
    """A program that is started for each key, or None if it is not installed."""
    if shutil.which(command[0]) is None:
        return None
    return lambda key: subprocess.run([*command, key, *places], input=text, capture_output=True, text=True, check=False)


if __name__ == "__main__":
    main()
