"""`handbook review`: the reviewer's round. What is due, what changed since the last review, and signing it off."""

from __future__ import annotations

import argparse

from handbook.cli.check import day_named
from handbook.cli.kinds import kind_named
from handbook.cli.output import Terminal, tell, terminal_for
from handbook.content.review import STATES, Due, round_counts, round_told
from handbook.errors import UsageError

EXAMPLES = """examples:
  handbook review                            what is due, and what was never reviewed
  handbook review --within 90 --kind medication
  handbook review changes                    what changed since each review, row by row
  handbook review changes --since 2026-12-01         or a git revision
  handbook review changes --against old-entries      a folder with an older copy
  handbook review sign ssri snri --name "Dr A. Example" --role psychiatrist
  handbook review unsign ssri                take a review out again

Signing shows every line that it changes and asks first. It says that the named person has read the whole
entry; never sign for anybody who has not. `changes` needs git, or --against."""

ACTIONS = ("due", "changes", "sign", "unsign")
_ONLY = {
    "due": ("due", "within"), "changes": ("since", "against"), "sign": ("name", "role", "date", "next", "yes"), "unsign": ("yes",),
}  # fmt: skip
"""Action to the options that belong to it alone."""


def configure(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("action", metavar="ACTION", nargs="?", choices=ACTIONS, default="due", help=f"{', '.join(ACTIONS)}; due if left out")
    parser.add_argument("ids", metavar="ID", nargs="*", help="the entries to sign, or the only ones to look at for changes")
    parser.add_argument("--kind", metavar="KIND", default="", help="with due and changes: only this kind of entry")
    parser.add_argument("--json", action="store_true", help="with due and changes: print it as JSON")
    due = parser.add_argument_group("due").add_mutually_exclusive_group()
    due.add_argument("--due", metavar="DATE", type=day_named, help="what is due up to this day, such as 2027-06-01")
    due.add_argument("--within", metavar="DAYS", type=_days, help="what is due within so many days (default: 30)")
    older = parser.add_argument_group("changes").add_mutually_exclusive_group()
    older.add_argument("--since", metavar="WHEN", default="", help="since a day, or a git revision, instead of since each review")
    older.add_argument("--against", metavar="DIR", default="", help="against a folder with an older copy of the entries")
    sign = parser.add_argument_group("sign")
    sign.add_argument("--name", default="", help="who has reviewed the entries")
    sign.add_argument("--role", default="", help="their profession, such as psychiatrist")
    sign.add_argument("--date", metavar="DATE", type=day_named, help="the day of the review (default: today)")
    sign.add_argument("--next", metavar="DATE", type=day_named, help="when it is due again (default: a year later)")
    sign.add_argument("--yes", action="store_true", help="do not ask before writing")


def _days(text: str) -> int:
    """A number of days ahead."""
    if not text.isdecimal() or not 0 <= int(text) <= 3660:
        raise argparse.ArgumentTypeError("write a number of days from 0 to 3660")
    return int(text)


def run(arguments: argparse.Namespace) -> int:
    """Do one step of the round; 1 if nothing is due, nothing changed, or nothing was signed. Raises UsageError, HandbookError."""
    action = arguments.action
    for other, options in _ONLY.items():
        if wrong := [name for name in options if name not in _ONLY[action] and getattr(arguments, name) not in ("", None, False)]:
            raise UsageError(f"--{wrong[0]} belongs to: handbook review {other}")
    if action in ("sign", "unsign"):
        if arguments.kind or arguments.json:
            raise UsageError("--kind and --json belong to: handbook review, and handbook review changes")
        from handbook.cli.review_signing import sign

        return sign(arguments)
    arguments.kind = kind_named(arguments.kind)
    if action == "changes":
        from handbook.cli.review_changes import show_changes

        return show_changes(arguments)
    if arguments.ids:
        raise UsageError(f"to read {arguments.ids[0]}: handbook show {arguments.ids[0]}. To sign it: handbook review sign {arguments.ids[0]}")
    return _show_due(arguments)


def _show_due(arguments: argparse.Namespace) -> int:
    """Print what is due."""
    from handbook.cli.opening import open_library_for
    from handbook.document.review_round import SOON, days, review_round

    library = open_library_for(arguments)
    today, until = days(SOON if arguments.within is None else arguments.within)
    until = arguments.due or until
    found = review_round(library, today, until, arguments.kind)
    total = library.counts().get(arguments.kind, 0) if arguments.kind else len(library)
    terminal = terminal_for(arguments)
    if arguments.json:
        terminal.write(terminal.json(_data(found, today, until, total), indent=1))
    elif found:
        _write(found, total, until, terminal)
        tell("to sign: handbook review sign ID --name ... --role ...")
    else:
        tell(f"nothing is due by {until}, and every entry was reviewed by a clinician")
    return 0 if found else 1


def _data(found: list[Due], today: str, until: str, total: int) -> dict[str, object]:
    """A round as data."""
    rows = [{"id": due.id, "kind": due.kind, "title": due.title, "state": due.state, "red_flags": due.red_flags, **due.review} for due in found]
    return {"on": today, "until": until, "entries": total, "counts": round_counts(found), "due": rows}


def _write(found: list[Due], total: int, until: str, terminal: Terminal) -> None:
    """A round for people: counts by kind, then the entries by state."""
    from handbook.document.article import KIND_PLURALS
    from handbook.document.nodes import Span
    from handbook.render.text import TextRenderer

    renderer = TextRenderer(terminal.width, terminal.color, terminal.ascii)
    lines = renderer.wrapped([Span(f"Review round: {round_told(found, total, until)}")], "", role="heading")
    for kind, states in round_counts(found).items():
        counted = ", ".join(f"{count} {STATES[state].lower()}" for state, count in states.items() if count)
        lines += renderer.wrapped([Span(f"{KIND_PLURALS[kind]}: ", "label"), Span(f"{counted}.")], "  ", "    ")
    for state, title in STATES.items():
        if of_state := [due for due in found if due.state == state]:
            lines += ["", *renderer.wrapped([Span(f"{title} ({len(of_state)})")], "", role="heading")]
        for due in of_state:
            lines += renderer.wrapped([Span(due.id, "strong"), Span(f"  {due.title}: {due.told()}")], "  ", "      ")
    terminal.write("\n".join(lines) + "\n")
