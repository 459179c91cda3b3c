"""`handbook check`: the writers' tool."""

from __future__ import annotations

import argparse
import os
import re
import sys
from datetime import date
from typing import Any

from handbook import paths
from handbook.cli.output import terminal_for
from handbook.cli.surveys import SURVEYS, Checked, short_path
from handbook.content.checks import check
from handbook.content.context import Context
from handbook.content.load import File, Loaded, files_of, kind_of, load
from handbook.content.problems import Problem
from handbook.errors import UsageError
from handbook.render.wrap import safe

EXAMPLES = """examples:
  handbook check                                   check everything
  handbook check entries/medications/ssri.yaml     check one entry among the others
  handbook check --json | jq '.[].code'
  handbook check --readability entries/tips        the hardest texts first
  handbook check --stale 2027-06-01                what must be reviewed before June

Each line is `path:line:column: CODE message`. Errors give exit status 1; remarks do not.
A survey gives 1 for missing entries, dead links and copied sentences."""


def configure(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("paths", metavar="PATH", nargs="*", help="files or folders; without one, the built-in and your own entries")
    parser.add_argument("--json", action="store_true", help="print the findings, or the survey, as JSON")
    parser.add_argument("--errors-only", action="store_true", help="leave out remarks")
    surveys = parser.add_argument_group("surveys, in place of the findings")
    surveys.add_argument("--coverage", metavar="CATALOGUE", help="which ids of this YAML file are missing, and which entries are extra")
    surveys.add_argument("--readability", action="store_true", help="grade, longest sentence and words of each entry, the worst first")
    surveys.add_argument("--stale", metavar="DATE", type=day_named, help="entries whose review is due before DATE, such as 2027-06-01")
    surveys.add_argument("--links", action="store_true", help="dead links, one-way links, entries that nothing links to")
    surveys.add_argument("--sources", action="store_true", help="what rests only on sources nobody has read, and which to read first")
    surveys.add_argument("--repeats", action="store_true", help="runs of eight or more words that stand in two entries")
    surveys.add_argument("--report", action="store_true", help="the content report, in Markdown")


def day_named(text: str) -> str:
    """A day as it stands in entries."""
    try:
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            raise ValueError
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day; write it like 2027-06-01") from None


def run(arguments: argparse.Namespace) -> int:
    """Print the findings or a survey; 1 if there is an error.

    Raises UsageError for a path or catalogue that cannot be read, and for two surveys at once.
    """
    overlays = getattr(arguments, "entries", [])
    asked = [name for name in SURVEYS if getattr(arguments, name) not in (None, False)]
    if len(asked) > 1 or (asked and arguments.errors_only):
        names = " and ".join(f"--{name}" for name in (*asked, *(["errors-only"] if arguments.errors_only else [])))
        raise UsageError(f"{names} cannot go together; choose one")
    if asked:
        answer = SURVEYS[asked[0]](_checked(arguments.paths, overlays), getattr(arguments, asked[0]))
        _print(answer.lines, answer.data, arguments)
        print(answer.summary, file=sys.stderr)
        return 1 if answer.failed else 0
    checked = _checked(arguments.paths, overlays)
    found = checked.findings()
    if arguments.errors_only:
        found = [problem for problem in found if problem.blocking]
    errors = sum(problem.blocking for problem in found)
    _print([str(problem) for problem in found], [{**problem._asdict(), "blocking": problem.blocking} for problem in found], arguments)
    told = (_counted(len(checked.chosen), "file"), _counted(errors, "error"), _counted(len(found) - errors, "remark"))
    print("{} checked: {}, {}".format(*told), file=sys.stderr)
    return 1 if errors else 0


def _counted(number: int, name: str) -> str:
    """A number of things, in words."""
    return f"{number} {name}{'' if number == 1 else 's'}"


def _print(lines: list[str], data: Any, arguments: argparse.Namespace) -> None:
    """Data to stdout, in one of its two forms."""
    terminal = terminal_for(arguments)
    if arguments.json:
        terminal.write(terminal.json(data, indent=1))
    else:
        text = "".join(safe(line) + "\n" for line in lines)
        terminal.write(text)


def findings(wanted: list[str], overlays: list[str]) -> list[Problem]:
    """Every finding on the wanted files (all of them if none is named), in order of path and line."""
    return _checked(wanted, overlays).findings()


def _checked(wanted: list[str], overlays: list[str]) -> Checked:
    """The whole library, and the wanted files of it. Raises UsageError for a path that is not there."""
    for path in wanted:
        if not os.path.exists(path):
            raise UsageError(f"there is no file or folder {path!r}; check the spelling")
    paths_wanted = [os.path.abspath(path) for path in wanted]
    problems: list[Problem] = []
    everything = read_everything(paths_wanted, overlays, problems)
    context = Context(everything.values(), date.today())
    chosen = [
        loaded
        for path, loaded in everything.items()
        if not wanted or any(path == want or path.startswith(want + os.sep) for want in paths_wanted)
    ]

    def found() -> list[Problem]:
        every = [*problems, *(problem for loaded in chosen for problem in (*loaded.problems, *check(loaded, context)))]
        return sorted({problem._replace(path=short_path(problem.path)) for problem in every})

    return Checked(chosen, context, found)


def read_everything(wanted: list[str], overlays: list[str], problems: list[Problem]) -> dict[str, Loaded]:
    """All files of all collections, and the wanted ones outside them, each read once."""
    folders = [paths.built_in_entries(), paths.own_entries(), *map(os.path.abspath, overlays)]
    files = [file for folder in folders if os.path.isdir(folder) for file in files_of(folder, problems)]
    for path in wanted:
        if os.path.isdir(path):
            files += files_of(path, problems)
            if kind := kind_of(os.path.join(path, "x")):
                files += [File(os.path.join(path, name), kind) for name in sorted(os.listdir(path)) if name.endswith((".yaml", ".yml"))]
        else:
            kind = kind_of(path)
            if kind is None:
                problems.append(Problem(path, 1, 1, "HB011", "the folder gives the kind; move the file into medications, therapies, ..."))
            else:
                files.append(File(path, kind))
    return {file.path: load(file) for file in dict.fromkeys(files)}
