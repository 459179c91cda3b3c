"""`handbook check`: the writers' tool."""

from __future__ import annotations

import argparse
import os
import sys
from datetime import date

from handbook import paths
from handbook.content.checks import Context, check
from handbook.content.load import File, Loaded, files_of, kind_of, load
from handbook.content.problems import Problem
from handbook.errors import UsageError

EXAMPLES = """examples:
  handbook check                                   check everything
  handbook check entries/medications/ssri.yaml     check one entry among the others
  handbook check --json | jq '.[].code'

Each line is `path:line:column: CODE message`. Errors give exit status 1; remarks do not."""


def configure(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("paths", metavar="PATH", nargs="*", help="files or folders; without one, the built-in and your own entries")
    parser.add_argument("--json", action="store_true", help="print the findings as JSON")
    parser.add_argument("--errors-only", action="store_true", help="leave out remarks")


def run(arguments: argparse.Namespace) -> int:
    """Print the findings; 1 if one of them is an error."""
    found = findings(arguments.paths, getattr(arguments, "entries", []))
    if arguments.errors_only:
        found = [problem for problem in found if problem.blocking]
    errors = sum(problem.blocking for problem in found)
    if arguments.json:
        import json

        rows = [{**problem._asdict(), "blocking": problem.blocking} for problem in found]
        print(json.dumps(rows, indent=1, ensure_ascii=False))
    else:
        for problem in found:
            print(problem)
    print(f"{errors} errors, {len(found) - errors} remarks", file=sys.stderr)
    return 1 if errors else 0


def findings(wanted: list[str], overlays: list[str]) -> list[Problem]:
    """Every finding on the wanted files (all of them if none is named), in order of path and line."""
    problems: list[Problem] = []
    everything = _everything(wanted, overlays, problems)
    context = Context(everything.values(), date.today())
    paths_wanted = [os.path.abspath(path) for path in wanted]
    for path in paths_wanted:
        if not os.path.exists(path):
            raise UsageError(f"there is no file or folder {path!r}; check the spelling")
    for path, loaded in everything.items():
        if not wanted or any(path == want or path.startswith(want + os.sep) for want in paths_wanted):
            problems += loaded.problems
            problems += check(loaded, context)
    shown = [problem._replace(path=_short(problem.path)) for problem in problems]
    return sorted(set(shown))


def _everything(wanted: list[str], overlays: list[str], problems: list[Problem]) -> dict[str, Loaded]:
    """All files of all collections, and the wanted ones outside them, each read once."""
    folders = [paths.built_in_entries(), paths.own_entries(), *map(os.path.abspath, overlays)]
    files = [file for folder in folders if os.path.isdir(folder) for file in files_of(folder, problems)]
    for path in map(os.path.abspath, wanted):
        if os.path.isdir(path):
            files += files_of(path, problems)
            if kind := kind_of(os.path.join(path, "x")):
                files += [File(os.path.join(path, name), kind) for name in sorted(os.listdir(path)) if name.endswith((".yaml", ".yml"))]
        elif os.path.exists(path):
            kind = kind_of(path)
            if kind is None:
                problems.append(Problem(path, 1, 1, "HB011", "the folder gives the kind; move the file into medications, therapies, ..."))
            else:
                files.append(File(path, kind))
    return {file.path: load(file) for file in dict.fromkeys(files)}


def _short(path: str) -> str:
    """A path as seen from here, if that is shorter."""
    try:
        relative = os.path.relpath(path)
    except ValueError:
        return path
    return relative if len(relative) < len(path) else path
