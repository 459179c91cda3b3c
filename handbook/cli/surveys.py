"""The surveys of `handbook check`: one question about all entries, answered as a list."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable
from typing import Any, NamedTuple

from handbook.cli.content_report import markdown
from handbook.content.context import Context, is_entry
from handbook.content.coverage import gaps, read_catalogue
from handbook.content.figures import figures, plainness
from handbook.content.language import HIGHEST_GRADE, LONGEST_SENTENCE
from handbook.content.linking import inline, one_way, references, unlinked
from handbook.content.load import Loaded
from handbook.content.problems import Problem
from handbook.content.repeats import is_copy
from handbook.content.sourcing import unread


class Checked(NamedTuple):
    """What a survey looks at."""

    chosen: list[Loaded]
    """The files that were asked for; all of them if none was named."""
    context: Context
    findings: Callable[[], list[Problem]]
    """Gives the findings on the chosen files."""

    @property
    def entries(self) -> list[Loaded]:
        """The chosen files that hold an entry, and one that could be read."""
        return [loaded for loaded in self.chosen if is_entry(loaded) and loaded.values is not None]


class Survey(NamedTuple):
    """The answer to a survey."""

    lines: list[str]
    data: Any
    """The same for --json."""
    summary: str
    failed: bool = False
    """Whether it found what is an error."""


def coverage(checked: Checked, catalogue: str) -> Survey:
    """Which ids of a catalogue are missing, and which entries it does not name. Raises UsageError."""
    wanted = read_catalogue(catalogue)
    found = gaps(wanted, [loaded for loaded in checked.chosen if is_entry(loaded)])
    counts = Counter(gap.what for gap in found)
    lines = []
    for gap in found:
        behind = f"({gap.group})" if gap.group else short_path(gap.path) if gap.path else ""
        lines.append(f"{gap.what:<8} {gap.kind:<11} {gap.id}  {behind}".rstrip())
    written = len({item.id for item in wanted}) - counts["missing"]
    summary = (
        f"{written} of {written + counts['missing']} entries of the catalogue are written, {counts['missing']} are missing; "
        f"{counts['extra']} extra, {counts['kind']} under another kind"
    )
    return Survey(lines, [gap._replace(path=short_path(gap.path))._asdict() for gap in found], summary, counts["missing"] + counts["kind"] > 0)


def readability(checked: Checked, _: object) -> Survey:
    """How plain each entry is, the hardest first."""
    rows = sorted((plainness(loaded, checked.context) for loaded in checked.entries), key=lambda row: (-row.grade, row.id))
    width = max([len(row.id) for row in rows], default=2)
    lines = [f"{'id':<{width}}  grade  longest  words"] if rows else []
    lines += [f"{row.id:<{width}}  {row.grade:5.1f}  {row.longest:7}  {row.words:5}" for row in rows]
    mean = sum(row.grade for row in rows) / max(1, len(rows))
    hard = sum(row.grade > HIGHEST_GRADE for row in rows)
    long = sum(row.longest > LONGEST_SENTENCE for row in rows)
    above = f"{hard} above grade {HIGHEST_GRADE:.0f}, {long} with a sentence over {LONGEST_SENTENCE} words"
    summary = f"{len(rows)} entries, mean grade {mean:.1f}; {above}"
    return Survey(lines, [{**row._asdict(), "grade": round(row.grade, 1)} for row in rows], summary)


def stale(checked: Checked, day: str) -> Survey:
    """The entries whose review is due before a day, the longest overdue first."""
    rows = []
    for loaded in checked.entries:
        review = (loaded.values or {})["review"]
        if review["due"] < day:
            line = next((item.line for item in loaded.statements if item.where == ("review", "due")), 1)
            rows.append({"path": short_path(loaded.file.path), "line": line, "id": loaded.id, **review})
    rows.sort(key=lambda row: (row["due"], row["path"]))
    lines = [f"{row['path']}:{row['line']}: due {row['due']}, written {row['written']}, reviewed by {row['clinician'] or 'nobody'}" for row in rows]
    return Survey(lines, rows, f"{len(rows)} of {len(checked.entries)} entries are due before {day}")


def links(checked: Checked, _: object) -> Survey:
    """Dead links, `see` links that go one way, and entries that nothing links to."""
    context = checked.context
    rows: list[dict[str, Any]] = []

    def add(what: str, path: str, line: int, message: str) -> None:
        rows.append({"what": what, "path": short_path(path), "line": line, "message": message})

    for loaded in checked.chosen:
        found = [*references(loaded, context), *(item for text in loaded.statements if not text.plain for item in inline(loaded, text, context))]
        for problem in found:
            if problem.code == "HB020":
                add("dead", problem.path, problem.line, problem.message)
    for loaded in checked.entries:
        for problem in one_way(loaded, context):
            add("one-way", problem.path, problem.line, problem.message)
    chosen = {loaded.file.path for loaded in checked.chosen}
    for loaded in unlinked(context.files):
        if loaded.file.path in chosen:
            add("unlinked", loaded.file.path, 1, f"nothing links to {loaded.id!r}")
    counts = Counter(row["what"] for row in rows)
    lines = [f"{row['path']}:{row['line']}: {row['what']}: {row['message']}" for row in rows]
    summary = f"{counts['dead']} dead links, {counts['one-way']} one-way links, {counts['unlinked']} entries that nothing links to"
    return Survey(lines, rows, summary, counts["dead"] > 0)


def sources(checked: Checked, _: object) -> Survey:
    """What rests only on sources nobody has read, and how often each of these sources stands behind it."""
    context = checked.context
    statements = [item for loaded in checked.chosen for item in unread(loaded, context)]
    counts = Counter(key for item in statements for key in item.keys)
    records = [
        {"key": key, "statements": count, "read_elsewhere": bool(record.get("read")), "title": record.get("title", ""), "url": record.get("url", "")}
        for key, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
        for record in [context.sources.get(key, {})]
    ]
    lines = [f"{short_path(item.path)}:{item.line}: {item.field}: {item.start!r}...: {', '.join(item.keys)}" for item in statements]
    if records:
        lines += ["", "Sources to read first:"]
    for row in records:
        behind = " (read for other statements)" if row["read_elsewhere"] else ""
        lines.append(f"{row['statements']:5}  {row['key']}  {row['title']}{behind}")
    data = {"statements": [item._replace(path=short_path(item.path))._asdict() for item in statements], "sources": records}
    return Survey(lines, data, f"{len(statements)} statements rest only on sources nobody has read for them, {len(records)} sources in all")


def repeated(checked: Checked, _: object) -> Survey:
    """The runs of words that stand in two entries, the longest first, with all their places."""
    chosen = {loaded.file.path for loaded in checked.chosen}
    runs = [run for run in checked.context.repeats if any(place.path in chosen for place in run.places)]
    lines = []
    for run in runs:
        lines.append(f"{len(run.words)} words: {' '.join(run.words)}")
        lines += [f"  {short_path(place.path)}:{place.line}: {place.field}" for place in run.places]
    data = [
        {
            "count": len(run.words),
            "words": " ".join(run.words),
            "places": [place._replace(path=short_path(place.path))._asdict() for place in run.places],
        }
        for run in runs
    ]
    copied = sum(map(is_copy, runs))
    return Survey(lines, data, f"{len(runs)} runs of words stand in more than one entry, {copied} of them copied sentences (HB044)", copied > 0)


def report(checked: Checked, _: object) -> Survey:
    """The content report."""
    made = figures(checked.chosen, checked.context, checked.findings())
    data = {**made._asdict(), "kinds": [kind._asdict() for kind in made.kinds], "total": made.total._asdict()}
    total = made.total
    return Survey(markdown(made).splitlines(), data, f"{total.entries} entries, {total.words:,} words, {total.citations:,} citations")


SURVEYS: dict[str, Callable[[Checked, Any], Survey]] = {
    "coverage": coverage,
    "readability": readability,
    "stale": stale,
    "links": links,
    "sources": sources,
    "repeats": repeated,
    "report": report,
}
"""Option of `handbook check` to the survey it asks for."""


def short_path(path: str) -> str:
    """A path as seen from here, if that is shorter."""
    try:
        relative = os.path.relpath(path)
    except ValueError:
        return path
    return relative if path and len(relative) < len(path) else path
