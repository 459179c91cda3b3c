"""`make bench`: every budget, measured in one run, as a Markdown table.

Wants a quiet machine and takes about ten minutes, most of it to make and compile 100,000 entries.
`python -m benchmarks quality` measures instead how well search answers.
`--entries 10000` is quicker; `--folder DIR` keeps the made collections for the next run.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from pathlib import Path

from benchmarks import measures, quality
from benchmarks.collection import write_collection

ROOT = Path(__file__).parent.parent


def main() -> None:
    if sys.argv[1:2] == ["quality"]:
        quality.main(*sys.argv[2:3])
        return
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entries", type=int, default=100_000, help="how large the large collection is")
    parser.add_argument("--rounds", type=int, default=15, help="counted rounds of each process")
    parser.add_argument("--folder", type=Path, help="where collections and caches are kept")
    options = parser.parse_args()
    folder = options.folder or Path(tempfile.mkdtemp(prefix="handbook-bench-"))
    folder.mkdir(parents=True, exist_ok=True)
    try:
        rows = run(folder.resolve(), options.entries, options.rounds)
    finally:
        if options.folder is None:
            shutil.rmtree(folder, ignore_errors=True)
    print("| what | against | goal | measured |\n| --- | --- | --- | --- |")
    for row in rows:
        print("| " + " | ".join(row) + " |")


def run(folder: Path, large: int, rounds: int) -> list[tuple[str, str, str, str]]:
    """Every budget: what, against what, the goal, and what was measured."""
    script = install(folder)
    python = str(script.with_name("python"))
    for count in (250, large):
        say(f"making {count} entries")
        write_collection(folder / f"entries-{count}", count)
    homes = {"HOME": str(folder), "XDG_CACHE_HOME": str(folder / "cache"), "XDG_DATA_HOME": str(folder / "data")}
    big = ["--entries", str(folder / f"entries-{large}")]
    small = ["--entries", str(folder / "entries-250")]
    say(f"compiling {large} entries")
    for extra in (small, big):
        subprocess.run([str(script), *extra, "show", "ssri", "--brief"], env={**os.environ, **homes}, stdout=subprocess.DEVNULL, check=True)
    rows = commands(script, python, homes, small, big, large, rounds)
    rows += screens(script, python, homes, small, big, large, max(7, rounds // 2))
    rows += engine(folder, big, large)
    rows += builds(folder)
    return rows


def say(text: str) -> None:
    """What is going on, on stderr."""
    print(f"bench: {text} ...", file=sys.stderr, flush=True)


def install(folder: Path) -> Path:
    """The wheel, installed with its compiled modules in an environment that shares our dependencies; its script."""
    say("building and installing the wheel")
    out = folder / "dist"
    shutil.rmtree(out, ignore_errors=True)
    subprocess.run([sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)], check=True, capture_output=True)
    place = folder / "venv"
    shutil.rmtree(place, ignore_errors=True)
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(place)], check=True)
    (wheel,) = out.glob("*.whl")
    pip = [sys.executable, "-m", "pip", "--python", str(place / "bin/python"), "install", "--quiet", "--no-deps", "--no-index", str(wheel)]
    subprocess.run(pip, check=True, capture_output=True)
    (site,) = place.glob("lib/python*/site-packages")
    (site / "dependencies.pth").write_text(sysconfig.get_paths()["purelib"] + "\n")
    return place / "bin/handbook"


Row = tuple[str, str, str, str]
"""What, against what, the goal, what was measured."""


def commands(script: Path, python: str, homes: dict[str, str], small: list[str], big: list[str], large: int, rounds: int) -> list[Row]:
    """Whole processes of the command line."""
    say("command line")
    handbook = str(script)
    cases = {
        "base": [python, "-c", "import sqlite3"],
        "show ID": [handbook, "show", "ssri"],
        "search WORDS": [handbook, "search", "zoloft"],
        "compare": [handbook, "compare", "cbt", "ssri", "--for", "panic-disorder"],
        "search --json": [handbook, "search", "--json", "zoloft"],
        "show --format json": [handbook, "show", "ssri", "--format", "json"],
    }
    found = measures.processes(cases, dict.fromkeys(cases, homes), rounds)
    rows = [
        (f"`handbook {name}`", "`python -c 'import sqlite3'`", "2.5x" if "json" in name else "2.2x", f"{ratio:.2f}x")
        for name, ratio in found.items()
        if name != "base"
    ]
    both = {"250": [handbook, *small, "show", "ssri"], "large": [handbook, *big, "show", "ssri"]}
    grown = measures.processes(both, dict.fromkeys(both, homes), rounds)
    return [*rows, (f"warm `show` at {large:,} entries", "at 250", "1.1x", f"{grown['large']:.2f}x")]


def screens(script: Path, python: str, homes: dict[str, str], small: list[str], big: list[str], large: int, rounds: int) -> list[Row]:
    """The full-screen app."""
    say("full-screen app")
    handbook = str(script)
    apps = {
        "minimal": ([python, str(measures.APPS / "minimal.py")], {}, measures.READY["minimal"], b"x", b"q"),
        "built-in": ([handbook], homes, measures.READY["handbook"], b"j", b"q"),
        "250": ([handbook, *small], homes, measures.READY["handbook"], b"j", b"q"),
        "large": ([handbook, *big], homes, measures.READY["handbook"], b"j", b"q"),
    }
    found = measures.starts(apps, rounds)
    ours, grown = found["built-in"], found["large"]
    ratio, middle, high = measures.typing([handbook], homes, 2)
    page = Path(homes["HOME"]) / "page.md"
    markdown = [handbook, "show", "ssri", "--format", "markdown"]
    text = subprocess.run(markdown, env={**os.environ, **homes}, capture_output=True, text=True, check=True)
    page.write_text(text.stdout[:8192], encoding="utf-8")
    opened = measures.opening([handbook], homes, page, 8)
    anchor = "a Textual app with one Static"
    return [
        ("first paint, warm", anchor, "1.15x", f"{ours['paint']:.2f}x"),
        ("first key handled", anchor, "1.25x", f"{ours['key']:.2f}x"),
        ("quit to shell", anchor, "0.25x", f"{ours['quit']:.2f}x"),
        ("peak memory, built-in entries", anchor, "1.25x", f"{ours['memory']:.2f}x"),
        (f"peak memory, {large:,} entries", anchor, "1.35x", f"{grown['memory']:.2f}x"),
        (f"first paint at {large:,} entries", "at 250", "1.1x", f"{grown['paint'] / found['250']['paint']:.2f}x"),
        ("key press to repainted results", "an Input with one line", "0.4x", f"{ratio:.2f}x"),
        ("the same, 95th percentile", "", "25 ms", f"{high:.0f} ms (median {middle:.0f} ms)"),
        ("opening an entry of more than 8 KB", "the Markdown widget with 8 KB", "0.1x", f"{opened:.2f}x"),
    ]


def engine(folder: Path, big: list[str], large: int) -> list[tuple[str, str, str, str]]:
    """The query engine on the large collection."""
    say("query engine")
    os.environ.update(HOME=str(folder), XDG_CACHE_HOME=str(folder / "cache"), XDG_DATA_HOME=str(folder / "data"))
    from handbook.library.opening import open_library
    from handbook.search import FORMAT
    from handbook.search.index import Index
    from handbook.search.query import search

    rows = []
    for name, overlays in (("250", [str(folder / "entries-250")]), (f"{large:,}", big[1:])):
        library = open_library(overlays, Index, FORMAT)
        middle, high = measures.keystrokes(lambda text, library=library: search(library, text, limit=50, typing=True))  # type: ignore[misc]
        stock = ""
        if name != "250":
            copy = sqlite3.connect(":memory:")
            library.connection.backup(copy)
            stock = f"stock FTS5 bm25: {measures.keystrokes(measures.stock_fts(copy))[1]:.0f} ms"
        rows.append((f"query, 99th percentile of a keystroke, {name} entries", stock, "10 ms", f"{high:.1f} ms (median {middle:.1f} ms)"))
        library.close()
    return rows


def builds(folder: Path) -> list[tuple[str, str, str, str]]:
    """A cold build against parsing the same files once, and one changed file."""
    say("builds")
    import yaml

    from handbook.library import opening
    from handbook.search import FORMAT
    from handbook.search.index import Index

    entries = folder / "entries-250"
    files = sorted(entries.glob("*/*.yaml"))
    ratios, changed = [], []
    for _ in range(5):
        start = time.perf_counter()
        for path in files:
            yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        parsed = time.perf_counter() - start
        target = str(folder / "cold.sqlite")
        start = time.perf_counter()
        opening.build_file(target, [str(entries)], Index)
        ratios.append((time.perf_counter() - start) / parsed)
    opening.open_library([str(entries)], Index, FORMAT).close()
    for number in range(5):
        files[0].write_text(files[0].read_text(encoding="utf-8") + f"# {number}\n", encoding="utf-8")
        start = time.perf_counter()
        opening.open_library([str(entries)], Index, FORMAT).close()
        changed.append((time.perf_counter() - start) * 1000)
    return [
        ("cold build of 250 entries", "parsing the same YAML with the C loader", "2x", f"{statistics.median(ratios):.2f}x"),
        ("one changed file among 250", "", "50 ms", f"{statistics.median(changed):.0f} ms"),
    ]


if __name__ == "__main__":
    main()
