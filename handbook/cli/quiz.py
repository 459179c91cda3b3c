"""`handbook quiz [LESSON]`: questions from the lessons, one at a time, with reasons and sources; on paper; for Anki."""

from __future__ import annotations

from handbook.cli.opening import open_library_for, open_shelf_for
from handbook.cli.output import tell, terminal_for
from handbook.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from typing import Any

    from handbook.cli.output import Terminal
    from handbook.learning.quiz import Question
    from handbook.library.library import Library

EXAMPLES = """examples:
  handbook quiz                           what is due today, from all lessons
  handbook quiz first-visits              the questions of one lesson; see handbook list lesson
  handbook quiz --count 5                 only five of them
  handbook quiz first-visits --print      questions and answers on paper
  handbook quiz --anki handbook.txt       a file that Anki imports as it is

What you answer is kept on this computer: what went wrong comes back tomorrow, what you
knew after 3, 7, 16 and then 35 days. With handbook --private quiz nothing is kept or read."""


def configure(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("lesson", metavar="LESSON", nargs="?", default="", help="only the questions of this lesson, by its id")
    parser.add_argument("--count", metavar="N", type=_count, default=0, help="at most N questions; without a lesson, 10 are asked otherwise")
    parser.add_argument("--due", action="store_true", help="only what is due; without a lesson that is so anyway, unless nothing is")
    parser.add_argument("--seed", metavar="N", type=int, default=None, help="any number; the same one gives the same order (default: the day)")
    ways = parser.add_mutually_exclusive_group()
    ways.add_argument("--print", dest="on_paper", action="store_true", help="print the questions, then the answers, as text")
    ways.add_argument("--json", action="store_true", help="print them as JSON")
    ways.add_argument("--anki", metavar="FILE", default="", help="write them to a new text file for Anki")


def _count(text: str) -> int:
    """How many questions."""
    if not text.isascii() or not text.isdecimal() or not int(text):
        from argparse import ArgumentTypeError

        raise ArgumentTypeError("how many questions: 1 or more")
    return int(text)


def run(arguments: argparse.Namespace) -> int:
    """Ask, print or write the questions; 1 if there are none. Raises UnknownId, UsageError."""
    from datetime import date

    from handbook.learning.choosing import chosen
    from handbook.learning.progress import Progress

    library = open_library_for(arguments)
    terminal = terminal_for(arguments)
    shelf = open_shelf_for(arguments)
    try:
        day = date.today()
        seed = day.toordinal() if arguments.seed is None else arguments.seed
        progress = Progress(shelf.answers)
        if arguments.on_paper or arguments.json or arguments.anki:
            return _give(library, arguments, progress, 0 if arguments.seed is None else seed, day, terminal)
        found, remark = chosen(library, progress, arguments.lesson, seed, shelf.settings.region, arguments.due)
        if remark:
            tell(remark)
        if not found:
            return 1
        from handbook.cli.asking import ask
        from handbook.learning.choosing import MOST_AT_ONCE
        from handbook.learning.quiz import Round

        now = found[: arguments.count or (len(found) if arguments.lesson else MOST_AT_ONCE)]
        if len(now) < len(found) and not arguments.count:
            tell(f"{len(now)} of {len(found)} questions; to choose how many: --count N")
        return ask(library, Round(now, progress), terminal, shelf.settings.region)
    finally:
        if said := shelf.remarks():
            tell(said)
        shelf.close()


def _give(library: Library, arguments: argparse.Namespace, progress: Any, seed: int, day: Any, terminal: Terminal) -> int:
    """All questions in the order of the lessons, in the way that was asked for."""
    from handbook.learning.quiz import questions

    found = questions(library, arguments.lesson, "", seed)
    if arguments.due:
        found = progress.due(found)
    found = found[: arguments.count or None]
    if not found:
        tell("there are no such questions")
        return 1
    if arguments.json:
        from handbook.learning.paper import question_data

        terminal.write(terminal.json([question_data(question) for question in found], indent=1))
    elif arguments.anki:
        _write(found, arguments.anki, day.isoformat())
    else:
        from handbook.cli.document import print_document
        from handbook.learning.paper import paper

        print_document(paper(found, library), "text", terminal)
    return 0


def _write(found: list[Question], file: str, day: str) -> None:
    """Write the file for Anki. Raises UsageError if there is one of that name, or it cannot be written."""
    from handbook.learning.anki import anki_text
    from handbook.render.saving import save_as

    try:
        path = save_as(anki_text(found, day), file)
    except FileExistsError:
        raise UsageError(f"{file} is already there; choose another name") from None
    except OSError as error:
        raise UsageError(f"cannot write {file}: {(error.strerror or 'it failed').lower()}") from None
    tell(f"wrote {len(found)} cards to {path}. In Anki: File, Import. A later file brings the same cards up to date.")
