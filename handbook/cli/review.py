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

STEPS = {
    "changes": "what changed since each review, row by row",
    "sign": "write a review into the files of entries; asks first",
    "unsign": "take a review out of the files of entries; asks first",
}
"""What may follow `handbook review`, each with its help."""


def configure(parser: argparse.ArgumentParser) -> None:
    """The options of the command, and the steps behind it with theirs."""
    from handbook.cli.main import add_globals

    _filters(parser, "")
    due = parser.add_mutually_exclusive_group()
    due.add_argument("--due", metavar="DATE", type=day_named, help="what is due up to this day, such as 2027-06-01")
    due.add_argument("--within", metavar="DAYS", type=_days, help="what is due within so many days (default: 30)")
    steps = parser.add_subparsers(dest="step", metavar="STEP", title="further steps, each with --help", prog="handbook review")
    for name, says in STEPS.items():
        step = steps.add_parser(name, help=says, description=f"{says[0].upper()}{says[1:]}.", formatter_class=parser.formatter_class)
        step.add_argument("ids", metavar="ID", nargs="*" if name == "changes" else "+", help="the entries; for changes, all if none is named")
        if name == "changes":
            _filters(step, argparse.SUPPRESS)
            older = step.add_mutually_exclusive_group()
            older.add_argument("--since", metavar="WHEN", default="", help="since a day, or a git revision, instead of since each review")
            older.add_argument("--against", metavar="DIR", default="", help="against a folder with an older copy of the entries")
        if name == "sign":
            step.add_argument("--name", required=True, help="who has reviewed the entries")
            step.add_argument("--role", required=True, help="their profession, such as psychiatrist")
            step.add_argument("--date", metavar="DATE", type=day_named, help="the day of the review (default: today)")
            step.add_argument("--next", metavar="DATE", type=day_named, help="when it is due again (default: a year later)")
        if name != "changes":
            step.add_argument("--yes", action="store_true", help="do not ask before writing")
        add_globals(step)


def _filters(parser: argparse.ArgumentParser, default: str) -> None:
    """What a list of entries may be narrowed and printed by."""
    parser.add_argument("--kind", metavar="KIND", default=default, help="only this kind of entry")
    parser.add_argument("--json", action="store_true", default=default or False, help="print it as JSON")


def _days(text: str) -> int:
    """A number of days ahead."""
    if not text.isdecimal() or not 0 <= int(text) <= 3660:
        raise argparse.ArgumentTypeError("write a number of days from 0 to 3660")
    return int(text)


def run(arguments: argparse.Namespace) -> int:
    """Do one step of the round; 1 if nothing is due, nothing changed, or nothing was signed. Raises UsageError, HandbookError."""
    if arguments.step and not (arguments.due is None and arguments.within is None):
        raise UsageError(f"--due and --within belong to handbook review alone, not to {arguments.step}")
    arguments.kind = kind_named(arguments.kind)
    if arguments.step == "changes":
        from handbook.cli.review_changes import show_changes

        return show_changes(arguments)
    if arguments.step:
        from handbook.cli.review_signing import sign

        return sign(arguments)
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
    lines = renderer.wrapped([Span(f"Review round. {round_told(found, total, until)}")], "", role="heading")
    for kind, states in round_counts(found).items():
        counted = ", ".join(f"{count} {STATES[state].lower()}" for state, count in states.items() if count)
        lines += renderer.wrapped([Span(f"{KIND_PLURALS[kind]}: ", "label"), Span(f"{counted}.")], "  ", "    ")
    for state, title in STATES.items():
        if of_state := [due for due in found if due.state == state]:
            lines += ["", *renderer.wrapped([Span(f"{title} ({len(of_state)})")], "", role="heading")]
        for due in of_state:
            lines += renderer.wrapped([Span(due.id, "strong"), Span(f"  {due.title}: {due.told()}")], "  ", "      ")
    terminal.write("\n".join(lines) + "\n")
