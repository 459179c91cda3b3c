"""`handbook review changes`: which entries changed since their review, or since a day, row by row."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from handbook.cli.check import read_everything
from handbook.cli.output import Terminal, tell, terminal_for
from handbook.content.changes import Change, changes
from handbook.content.context import Context, is_entry
from handbook.content.load import File, Loaded, files_of, kind_of, load
from handbook.content.older import Checkout
from handbook.content.problems import Problem
from handbook.content.review import changed_since, reviewed_by
from handbook.errors import HandbookError, UnknownId, UsageError, near_names


class _Changed(NamedTuple):
    """An entry that is not what it was."""

    id: str
    kind: str
    title: str
    what: str
    """`changed`, `new`, `removed`, or `unknown` where the older text is nowhere to be found."""
    since: str
    """What it is compared with, in words."""
    changes: list[Change]


def show_changes(arguments: argparse.Namespace) -> int:
    """Print what changed; 1 if nothing did. Raises UsageError, UnknownId, HandbookError."""
    problems: list[Problem] = []
    everything = list(read_everything([], getattr(arguments, "entries", []), problems).values())
    names = Context(everything, date.today()).short
    now = {loaded.id: loaded for loaded in everything if is_entry(loaded)}
    for id in arguments.ids:
        if id not in now and not (arguments.since or arguments.against):
            raise UnknownId(id, near_names(id, list(now)))
    if arguments.against:
        found = _against(arguments.against, now, names)
    elif arguments.since:
        found = _since(arguments.since, now, names)
    else:
        found = _since_reviews([now[id] for id in arguments.ids] or list(now.values()), names)
    rows = [row for row in found if (not arguments.kind or row.kind == arguments.kind) and (not arguments.ids or row.id in arguments.ids)]
    terminal = terminal_for(arguments)
    if arguments.json:
        data = [{**row._asdict(), "changes": [{**change._asdict(), "where": list(change.where)} for change in row.changes]} for row in rows]
        terminal.write(terminal.json(data, indent=1))
    else:
        _write(rows, terminal)
        tell(f"{len(rows)} {'entry' if len(rows) == 1 else 'entries'} changed")
    return 0 if rows else 1


def _since_reviews(entries: list[Loaded], names: dict[str, str]) -> Iterator[_Changed]:
    """What changed in each entry since the review that it names. Raises HandbookError if nothing can be told."""
    if broken := [loaded.id for loaded in entries if loaded.values is None]:
        tell(f"{', '.join(broken)} cannot be compared while there are errors; see handbook check")
    reviewed = [loaded for loaded in entries if loaded.values and loaded.values["review"]["clinician"]]
    if not reviewed:
        raise HandbookError("no clinician has reviewed any of these entries, so there is nothing to compare with. Try --since DATE, or --against DIR")
    if len(reviewed) < len(entries):
        tell(f"{len(entries) - len(reviewed)} entries were never reviewed; to see what changed there, add --since DATE or --against DIR")
    checkouts = _Checkouts()
    for loaded in reviewed:
        entry = loaded.values
        assert entry is not None
        if entry["review"]["checksum"] and not changed_since(entry):
            continue
        checkout = checkouts.of(loaded.file)
        older = checkout.reviewed_text(loaded) if checkout else None
        since = f"since {reviewed_by(entry['review'])}"
        if older is None or older.values is None:
            if changed_since(entry):
                yield _Changed(loaded.id, entry["kind"], entry["title"], "unknown", since, [])
        elif differ := changes(older.values, entry, names):
            yield _Changed(loaded.id, entry["kind"], entry["title"], "changed", since, differ)
    checkouts.tell_trouble()


class _Checkouts:
    """The git checkouts of collections, each opened once."""

    def __init__(self) -> None:
        self.known: dict[str, Checkout | None] = {}
        self.trouble = ""

    def of(self, file: File) -> Checkout | None:
        """The checkout that a file is in; None if it is in none."""
        folder = os.path.dirname(os.path.dirname(file.path))
        if folder not in self.known:
            try:
                self.known[folder] = Checkout(folder)
            except HandbookError as error:
                self.known[folder], self.trouble = None, str(error)
        return self.known[folder]

    def tell_trouble(self) -> None:
        """Say why some older texts are not known."""
        if self.trouble:
            tell(self.trouble)


def _since(since: str, now: dict[str, Loaded], names: dict[str, str]) -> Iterator[_Changed]:
    """What changed since a day or a revision. Raises HandbookError, UsageError."""
    checkouts = _Checkouts()
    for loaded in now.values():
        checkouts.of(loaded.file)
    opened = {folder: checkout for folder, checkout in checkouts.known.items() if checkout}
    if not opened:
        raise HandbookError(checkouts.trouble)
    checkouts.tell_trouble()
    paths = {os.path.realpath(loaded.file.path): loaded for loaded in now.values()}
    for checkout in opened.values():
        revision = checkout.revision(since)
        for path in sorted(checkout.changed(revision)):
            kind = kind_of(path)
            if kind in (None, "source", "region") or not path.endswith((".yaml", ".yml")):
                continue
            text = checkout.text(revision, path)
            older = load(File(path, str(kind)), text) if text is not None else None
            if row := _row(older, paths.get(path), f"since {since}", names):
                yield row


def _against(folder: str, now: dict[str, Loaded], names: dict[str, str]) -> Iterator[_Changed]:
    """What changed since an older copy. Raises UsageError if the folder holds no entries."""
    older = {file.path: load(file) for file in files_of(os.path.abspath(folder), []) if file.kind not in ("source", "region")}
    if not older:
        raise UsageError(f"{folder} holds no entries; name a folder that has medications, therapies, ... in it")
    was = {loaded.id: loaded for loaded in older.values()}
    for id in dict.fromkeys([*now, *was]):
        if row := _row(was.get(id), now.get(id), f"since the copy in {folder}", names):
            yield row


def _row(older: Loaded | None, loaded: Loaded | None, since: str, names: dict[str, str]) -> _Changed | None:
    """What became of one entry; None if it says the same."""
    was: dict[str, Any] | None = older.values if older else None
    entry: dict[str, Any] | None = loaded.values if loaded else None
    if entry is None:
        file = loaded or older
        assert file is not None
        title = was["title"] if was else file.id
        return _Changed(file.id, file.file.kind, title, "unknown" if loaded else "removed", since, []) if older or loaded else None
    if older is None:
        return _Changed(entry["id"], entry["kind"], entry["title"], "new", since, [])
    if was is None:
        return _Changed(entry["id"], entry["kind"], entry["title"], "unknown", since, [])
    differ = changes(was, entry, names) if was["kind"] == entry["kind"] else []
    return _Changed(entry["id"], entry["kind"], entry["title"], "changed", since, differ) if differ else None


_WHAT = {"changed": "changed", "new": "new", "removed": "removed", "unknown": "changed"}
_DONE = {"added": "added", "removed": "removed", "changed": "changed", "sources": "the same words, other sources"}


def _write(rows: list[_Changed], terminal: Terminal) -> None:
    """The changes for people."""
    from handbook.document.nodes import Span
    from handbook.render.text import TextRenderer

    renderer = TextRenderer(terminal.width, terminal.color, terminal.ascii)
    lines: list[str] = []
    for row in rows:
        lines += [""] if lines else []
        lines += renderer.wrapped([Span(f"{row.title} ({row.kind}: {row.id}), {_WHAT[row.what]} {row.since}")], "", role="heading")
        if row.what == "unknown":
            lines += renderer.wrapped([Span("One of the two texts is not at hand or has errors, so the rows are not known.")], "  ")
        for before, change in zip([None, *row.changes], row.changes, strict=False):
            if before is None or (before.label, before.what) != (change.label, change.what):
                lines += renderer.wrapped([Span(f"{change.label}: ", "label"), Span(f"{_DONE[change.what]}.")], "  ", "    ")
            for name, text in (("Before", change.old), ("Now", change.new)):
                if text and change.what != "sources":
                    lines += renderer.wrapped([Span(f"{name}: "), Span(text)], "    ", "      ")
            for name, keys in (("Sources added", change.sources_added), ("Sources removed", change.sources_removed)):
                if keys:
                    lines += renderer.wrapped([Span(f"{name}: {', '.join(map(_told, keys))}")], "    ", "      ")
    terminal.write("\n".join(lines) + "\n" if lines else "")


def _told(key: str) -> str:
    """A source's key, with what a question mark behind it means."""
    return f"{key[:-1]} (not read for this)" if key.endswith("?") else key
