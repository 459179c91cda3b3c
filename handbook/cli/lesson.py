"""`handbook lesson [ID]`: a session to teach with, from a lesson or from a trainer's own plan file."""

from __future__ import annotations

import argparse
import os
import re
import sys

from handbook.cli.opening import open_library_for
from handbook.cli.output import tell, terminal_for
from handbook.errors import HandbookError, UnknownId, UsageError, near_names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from handbook.cli.output import Terminal
    from handbook.document.nodes import Document
    from handbook.learning.plan import Plan
    from handbook.library.library import Library

EXAMPLES = """examples:
  handbook lesson                            the lessons there are
  handbook lesson red-flags --start 09:30    agenda and trainer's notes
  handbook lesson red-flags --part handout   what people take home
  handbook lesson red-flags --save monday    all parts as files in a folder
  handbook lesson my-session.yaml            a plan file of your own
  handbook new lesson my-session             make one, 90 minutes to change

In the handbook, P on a lesson presents it, on a projector or by ear."""

_PARTS = ("agenda", "notes", "screens", "handout", "quiz")
_FORMATS = {"text": "sheet", "markdown": "markdown", "html": "html"}
"""What a format is called where files are made."""


def configure(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("lesson", metavar="ID", nargs="?", default="", help="the lesson's id, or a plan file such as my-session.yaml")
    parser.add_argument("--part", choices=_PARTS, default="", help="only this part (default: agenda and trainer's notes)")
    parser.add_argument("--start", metavar="HH:MM", type=_time, default=None, help="when the session begins; gives clock times")
    parser.add_argument("--save", metavar="FOLDER", default="", help="write the parts as files (as web pages, or in the given format)")
    parser.add_argument("--replace", action="store_true", help="with --save, replace files that are there already")
    parser.add_argument("--region", choices=("us", "uk"), default="", help="leave out what holds elsewhere")
    parser.add_argument("--format", choices=("text", "linear", "markdown", "html", "json"), default="", help="how to print it (default: text)")


def _time(text: str) -> int:
    """A time of day as minutes from midnight."""
    match = re.fullmatch(r"([01]?\d|2[0-3])[:.]([0-5]\d)", text)
    if not match:
        raise argparse.ArgumentTypeError(f"{text!r} is not a time; write it like 09:30")
    return int(match[1]) * 60 + int(match[2])


def run(arguments: argparse.Namespace) -> int:
    """Print or save a session, or list the lessons; 1 if a plan file has errors. Raises UnknownId and UsageError."""
    terminal = terminal_for(arguments)
    library = open_library_for(arguments)
    if not arguments.lesson:
        if arguments.part or arguments.save or arguments.start is not None:
            raise UsageError("say which lesson, such as: handbook lesson red-flags. The lessons are listed by: handbook lesson")
        return _list(library, arguments.format, terminal)
    plan = _plan(library, arguments)
    if plan is None:
        return 1
    if arguments.save:
        _save(plan, arguments)
        return 0
    from handbook.cli.document import print_document
    from handbook.learning.papers import part

    print_document(part(plan, arguments.part, arguments.start), arguments.format or "text", terminal)
    return 0


def _list(library: Library, format: str, terminal: Terminal) -> int:
    """The lessons with their length, the shortest first; 1 if there are none."""
    lessons = sorted((library.get(card.id) for card in library.cards("lesson")), key=lambda entry: (entry["minutes"], entry["id"]))
    if format == "json":
        terminal.write(terminal.json([{key: entry[key] for key in ("id", "title", "minutes")} for entry in lessons], indent=1))
        return 0 if lessons else 1
    from handbook.document.nodes import Span
    from handbook.render.text import TextRenderer

    renderer = TextRenderer(terminal.width, terminal.color, terminal.ascii)
    for entry in lessons:
        spans = [Span(entry["id"], "strong"), Span(f"  {entry['minutes']} minutes: {entry['title']}")]
        terminal.write("\n".join(renderer.wrapped(spans, "", "    ")) + "\n")
    return 0 if lessons else 1


def _plan(library: Library, arguments: argparse.Namespace) -> Plan | None:
    """The plan that is asked for; None if its file has errors, which are told with file and line."""
    asked = arguments.lesson
    if asked.endswith((".yaml", ".yml")) or os.sep in asked:
        return _own_plan(asked, library, arguments.region)
    from handbook.learning.plan import Plan
    from handbook.learning.screens import made

    plan = Plan(library, _lesson(library, asked), arguments.region)
    for step in plan.steps:
        try:
            made(plan, step)
        except HandbookError as error:
            tell(f"step {step.number} cannot be shown: {error}")
    return plan


def _lesson(library: Library, id: str) -> dict[str, object]:
    """The entry of a lesson. Raises UnknownId with near lessons, UsageError for another kind, HandbookError for one with errors."""
    if id not in library:
        for problem in library.problems():
            if problem.blocking and os.path.basename(problem.path) == f"{id}.yaml":
                raise HandbookError(str(problem))
        ids = [card.id for card in library.cards("lesson")]
        raise UnknownId(id, near_names(id, ids) or [other for other in ids if id.strip().lower() in other], "lesson")
    entry = library.get(id)
    if entry["kind"] != "lesson":
        raise UsageError(f"{id!r} is a {entry['kind']}, and no lesson. The lessons are listed by: handbook lesson")
    return entry


def _own_plan(path: str, library: Library, region: str) -> Plan | None:
    """The plan in a file; its problems are told on stderr."""
    from handbook.learning.own import read_plan
    from handbook.render.wrap import safe

    found = read_plan(path, library, region)
    for problem in found.problems:
        print(safe(str(problem)), file=sys.stderr)
    if found.plan is None:
        tell("the plan cannot be used until that is put right")
    return found.plan


def _save(plan: Plan, arguments: argparse.Namespace) -> None:
    """Write the parts, or the one that is asked for, as files. Raises UsageError if they are there, and for other formats."""
    from datetime import date

    from handbook.learning.papers import part
    from handbook.render.saving import FORMATS, file_text, save_all

    format = _FORMATS.get(arguments.format or "html")
    if format is None:
        raise UsageError(f"files are saved as text, markdown or html; not as {arguments.format}")
    made: dict[str, Document] = {name: part(plan, name, arguments.start) for name in ([arguments.part] if arguments.part else _PARTS)}
    texts = {f"{plan.id}-{name}{FORMATS[format][1]}": file_text(page, format, [], date.today()) for name, page in made.items()}
    for path in save_all(arguments.save, texts, arguments.replace):
        tell(f"wrote {path}")
