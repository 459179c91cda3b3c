"""`handbook review sign` and `unsign`: a review into the files of entries, or out of them."""

from __future__ import annotations

import argparse
import re
import sys
from datetime import date, timedelta
from difflib import unified_diff
from typing import NamedTuple

from handbook import paths
from handbook.cli.check import read_everything
from handbook.cli.output import tell, terminal_for
from handbook.cli.surveys import short_path
from handbook.content.checks import check
from handbook.content.context import Context, is_entry
from handbook.content.load import Loaded, load
from handbook.content.problems import Problem, Problems
from handbook.content.review import checksum
from handbook.content.signing import replace_file, with_review
from handbook.content.sourcing import unread
from handbook.content.tree import read_text
from handbook.errors import HandbookError, UnknownId, UsageError, near_names
from handbook.render.wrap import safe

_NOBODY = {"nobody", "none", "null", "unknown", "n/a", "na", "tbd", "todo", "me", "name", "clinician", "anonymous"}
_NOT_LOOKED_AT = "HB045"
"""What signing itself puts right."""


class _Signing(NamedTuple):
    """A file with its text before and after."""

    loaded: Loaded
    before: str
    after: str


def sign(arguments: argparse.Namespace) -> int:
    """Write a review into all the entries, or take it out, or, if anything is in the way, change none of them.

    1 if the answer is no. Raises UsageError, UnknownId, HandbookError.
    """
    taking_out = arguments.step == "unsign"
    values = dict.fromkeys(("clinician", "role", "reviewed", "checksum"), "") if taking_out else _values(arguments)
    problems: list[Problem] = []
    everything = list(read_everything([], getattr(arguments, "entries", []), problems).values())
    context = Context(everything, date.today())
    signings = []
    for id in dict.fromkeys(arguments.ids):
        loaded = _file_of(id, everything)
        _refuse_errors(loaded, context)
        signings.append(_signing(loaded, values if taking_out else {**values, "checksum": checksum(loaded.values or {})}))
    signings = [signing for signing in signings if signing.before != signing.after]
    if not signings:
        tell("nothing to change: these entries hold no review" if taking_out else "nothing to change: that is what the entries say")
        return 1
    terminal_for(arguments).write("".join(f"{safe(line)}\n" for signing in signings for line in _shown(signing, context, taking_out)))
    said = f"{len(signings)} {'entry' if len(signings) == 1 else 'entries'}"
    question = "take the review out" if taking_out else f"has {values['clinician']}, {values['role']}, read all of it by {values['reviewed']}"
    if not arguments.yes and not _agreed(f"{said}: {question}"):
        return 1
    for signing in signings:
        replace_file(signing.loaded.file.path, signing.after)
    tell(f"{'taken out of' if taking_out else 'signed'}: {', '.join(signing.loaded.id for signing in signings)}")
    return 0


def _values(arguments: argparse.Namespace) -> dict[str, str]:
    """The review that the options describe. Raises UsageError."""
    name, role = " ".join(arguments.name.split()), " ".join(arguments.role.split())
    for option, value, example in (("--name", name, "Dr A. Example"), ("--role", role, "psychiatrist")):
        if not re.search(r"[^\W\d_]", value) or value.casefold() in _NOBODY or not value.isprintable():
            raise UsageError(f'a review names who did it: {option} "{example}"')
    today = date.today()
    reviewed = date.fromisoformat(arguments.date) if arguments.date else today
    due = arguments.next or (reviewed + timedelta(days=365)).isoformat()
    if reviewed > today:
        raise UsageError(f"{reviewed} is still to come; sign when the review is done")
    if due <= reviewed.isoformat():
        raise UsageError(f"--next {due} is not after the review on {reviewed}")
    return {"clinician": name, "role": role, "reviewed": reviewed.isoformat(), "due": due}


def _file_of(id: str, everything: list[Loaded]) -> Loaded:
    """The file that readers see an entry from. Raises UnknownId, and HandbookError for one that nobody should write to."""
    entries = {loaded.id: loaded for loaded in everything if is_entry(loaded)}
    if id not in entries:
        raise UnknownId(id, near_names(id, list(entries)))
    loaded = entries[id]
    if paths.is_installed() and paths.is_built_in(loaded.file.path):
        raise HandbookError(
            f"{id} came with the handbook, and its file is not for writing. Sign it in a checkout of the project's sources, "
            f"or make it an entry of your own first: handbook edit {id}"
        )
    return loaded


def _refuse_errors(loaded: Loaded, context: Context) -> None:
    """Raises HandbookError for an entry with errors: nobody can have agreed to those."""
    found = [problem for problem in (*loaded.problems, *check(loaded, context)) if problem.blocking and problem.code != _NOT_LOOKED_AT]
    if found or loaded.values is None:
        first = sorted(found)[0]
        more = f" and {len(found) - 1} more" if len(found) > 1 else ""
        where = f"{short_path(first.path)}:{first.line}:{first.column}: {first.code} {first.message}"
        raise HandbookError(f"{loaded.id} has errors, so nothing was signed: {where}{more}")


def _signing(loaded: Loaded, values: dict[str, str]) -> _Signing:
    """The change of one file, proved to be of its review alone. Raises HandbookError."""
    assert loaded.values is not None
    before = read_text(loaded.file.path, Problems(loaded.file.path)) or ""
    if values["clinician"] and values["reviewed"] < loaded.values["review"]["written"]:
        raise UsageError(f"{loaded.id} was written on {loaded.values['review']['written']}, after the review on {values['reviewed']}")
    try:
        after = with_review(before, values)
    except HandbookError as error:
        raise HandbookError(f"{short_path(loaded.file.path)}: {error}") from None
    wanted = {**loaded.values, "review": {**loaded.values["review"], **values}}
    if load(loaded.file, after).values != wanted:
        raise HandbookError(f"{short_path(loaded.file.path)}: the review cannot be changed safely here; put `review` in braces on one line")
    return _Signing(loaded, before, after)


def _shown(signing: _Signing, context: Context, taking_out: bool) -> list[str]:
    """What rests on sources that nobody has read, then the lines that change."""
    path = short_path(signing.loaded.file.path)
    lines = []
    statements = [] if taking_out else sorted(unread(signing.loaded, context), key=lambda item: item.line)
    if statements:
        lines.append(f"{signing.loaded.id}: {len(statements)} statements rest only on sources that nobody has read for them:")
        lines += [f"  {path}:{item.line}: {item.field}: {item.start}... ({', '.join(item.keys)})" for item in statements]
    diff = unified_diff(signing.before.splitlines(), signing.after.splitlines(), path, path, "before", "after", n=0, lineterm="")
    return [*lines, *diff, ""]


def _agreed(question: str) -> bool:
    """Whether the person at the terminal says yes; without a terminal nobody can."""
    if not sys.stdin.isatty():
        tell("nothing was written: nobody can be asked here. If it is right, add --yes")
        return False
    sys.stdout.flush()
    print(f"{question}? y or n: ", end="", file=sys.stderr, flush=True)
    if sys.stdin.readline().strip().lower() in ("y", "yes"):
        return True
    tell("nothing was written")
    return False
