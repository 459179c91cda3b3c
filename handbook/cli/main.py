"""The `handbook` command: finds the subcommand, runs it, and turns errors into exit statuses."""

from __future__ import annotations

import argparse
import gc
import os
import sys

from handbook import __version__
from handbook.errors import CollectionError, HandbookError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType

# The handbook speaks English; to look for other languages' words for argparse's own would cost each command a millisecond.
argparse._ = lambda text: text  # type: ignore[attr-defined]

COMMANDS: dict[str, str] = {
    "search": "find entries by name, brand or in your own words",
    "show": "read one entry",
    "compare": "set two or three treatments side by side",
    "decide": "what there is to decide on for a condition, and what to ask",
    "timeline": "when what happens in a treatment, week by week",
    "lesson": "agenda, screens, trainer's notes, handout and quiz of a session",
    "list": "list entries by kind or condition",
    "claims": "common claims about treatment, and what is right",
    "quiz": "answer questions from the lessons, and see why",
    "crisis": "where to get help now",
    "shelf": "your bookmarks and notes, and what you read",
    "export": "write the handbook as one HTML file, a folder of pages, or Markdown",
    "room": "let phones in the room read the handbook, without internet",
    "settings": "choose colors, region, text width and more",
    "check": "check entries for mistakes",
    "new": "make the file of a new entry",
    "edit": "open an entry's file in your editor, then check it",
    "review": "what is due for review, what changed, and signing it off",
    "schema": "print the JSON Schema of an entry's file",
    "about": "what this handbook holds and where it comes from",
}
"""Command to its one-line help; the module of the same name in this package runs it."""

_ABOUT = "A handbook on mental-health treatment: read, search and compare, with no network."
_EXAMPLES = """examples:
  handbook                          open the handbook on the full screen
  handbook search zoloft            find an entry
  handbook show ssri                read it
  handbook compare cbt ssri --for panic-disorder
  handbook lesson                   sessions to teach with
  handbook crisis                   where to get help now
  handbook --private                remember nothing of what is read

It gives information, not advice. In danger? Call 911 (US), 999 (UK) or 112 (EU)."""


class _Help(argparse.RawDescriptionHelpFormatter):
    """Help as wide as the terminal; argparse itself would import shutil on every start to ask for that."""

    def __init__(self, prog: str) -> None:
        columns = os.environ.get("COLUMNS", "")
        try:
            width = int(columns) if columns.isdigit() else os.get_terminal_size().columns
        except OSError:
            width = 80
        super().__init__(prog, max_help_position=26, width=max(20, min(width, 100)) - 2)


def main(argv: list[str] | None = None) -> int:
    """Run one command and give its exit status: 0 done, 1 nothing found or problems found,
    2 wrong usage or unknown id, 3 the collection cannot be read, 130 stopped by Ctrl+C."""
    words = sys.argv[1:] if argv is None else argv
    try:
        _mend_streams()
        return _attempt(words)
    except HandbookError as error:
        _say(str(error))
        return error.exit_status
    except BrokenPipeError:
        _forget_output()
        return 0
    except OSError as error:
        _forget_output()
        _say(f"the output cannot be written: {(error.strerror or str(error)).lower()}")
        return 1
    except KeyboardInterrupt:
        return 130


def _attempt(words: list[str]) -> int:
    """Run the command; if the compiled library turns out to be damaged, throw it away and run it again."""
    name = _command_in(words)
    arguments = build_parser({name} if name else set()).parse_args(words)
    module = _module(name or "browse")
    try:
        status: int = module.run(arguments)
    except Exception as error:
        if not _is_damage(error):
            raise
        from handbook.library.opening import discard_cache

        discard_cache()
        try:
            status = module.run(arguments)
        except Exception as again:
            if not _is_damage(again):
                raise
            raise CollectionError(f"the compiled entries are damaged ({again}); install the handbook again") from None
    sys.stdout.flush()
    return status


def _is_damage(error: Exception) -> bool:
    """Whether the compiled library cannot be read; where it is damaged, even sqlite3's message may be no text."""
    return type(error).__module__ in ("sqlite3", "json.decoder") or isinstance(error, UnicodeDecodeError)


def _mend_streams() -> None:
    """Where a stream is closed, Python has none at all. Raises OSError where stdout is, for then nobody can be answered."""
    if sys.stdin is None:
        sys.stdin = os.fdopen(os.open(os.devnull, os.O_RDONLY))
    if sys.stderr is None:
        sys.stderr = os.fdopen(os.open(os.devnull, os.O_WRONLY), "w")
    if sys.stdout is None:
        sys.stdout = os.fdopen(os.open(os.devnull, os.O_WRONLY), "w")
        raise OSError("it is closed")


def _say(message: str) -> None:
    """One line on stderr, behind all that stands on stdout."""
    try:
        sys.stdout.flush()
    except OSError:
        _forget_output()
    print(f"handbook: {message}", file=sys.stderr)


def _forget_output() -> None:
    """Send the rest of stdout nowhere: its reader has left, as `head` does, or its disk is full.

    Python would otherwise try once more at exit, and complain.
    """
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def run() -> None:
    """The console script: `main`, then leave."""
    # Most commands are over before there is anything worth collecting, and what the app makes while it starts lives until
    # its end; what stays open turns it on again.
    gc.disable()
    sys.exit(main())


_TAKES_VALUE = ("--entries", "--width", "--open", "--print-completion")


def _command_in(words: list[str]) -> str | None:
    """The subcommand among the words, so that only its module is loaded."""
    for before, word in zip(["", *words], words, strict=False):
        if word in ("-h", "--help"):
            return None
        if word in COMMANDS and before not in _TAKES_VALUE:
            return word
    return None


def _module(name: str) -> ModuleType:
    """The module that runs a command."""
    module: ModuleType = __import__(f"handbook.cli.{name}", fromlist=["run"])
    return module


def build_parser(configured: set[str]) -> argparse.ArgumentParser:
    """The parser of the command line with the commands in `configured`, or with the mere names of all.

    Setting up all of them would take longer than looking up an entry.
    """
    parser = argparse.ArgumentParser(
        prog="handbook", description=_ABOUT, epilog=_EXAMPLES, formatter_class=_Help
    )
    add_globals(parser)
    parser.add_argument("--version", action="version", version=f"handbook {__version__}")
    parser.add_argument("--screen-reader", action="store_true", help="line by line, for screen readers and plain terminals")
    parser.add_argument("--open", metavar="ID", default="", help="open at this entry")
    parser.add_argument("--private", action="store_true", help="remember nothing of what you read (also: HANDBOOK_PRIVATE=1)")
    parser.add_argument("--print-completion", metavar="SHELL", choices=("bash", "zsh", "tcsh"), help="print a shell's completion script")
    # Without `prog`, argparse would format a usage line for it, and import shutil to do so.
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands", prog="handbook")
    for name in configured or COMMANDS:
        says = COMMANDS[name]
        command = commands.add_parser(name, help=says, add_help=name in configured, formatter_class=_Help)
        if name in configured:
            module = _module(name)
            command.description = says[0].upper() + says[1:] + "."
            command.epilog = module.EXAMPLES
            module.configure(command)
            add_globals(command)
    return parser


def add_globals(parser: argparse.ArgumentParser) -> None:
    """The options that every command takes, before or behind its name."""
    options = parser.add_argument_group("for every command")
    quiet = argparse.SUPPRESS
    options.add_argument("--entries", metavar="DIR", action="append", default=quiet, help="lay a folder of entries over the others (repeatable)")
    options.add_argument("--no-color", action="store_true", default=quiet, help="no colors (also: NO_COLOR=1)")
    options.add_argument("--width", metavar="N", type=_width, default=quiet, help="wrap at N columns instead of the terminal's width")
    options.add_argument("--refresh", action="store_true", default=quiet, help="look at every file again, in collections of more than 2,000")
    options.add_argument("--ascii", action="store_true", default=quiet, help="only ASCII characters")


def _width(text: str) -> int:
    """A width in columns."""
    if not text.isdecimal() or not 20 <= int(text) <= 400:
        raise argparse.ArgumentTypeError("a width is 20 to 400 columns")
    return int(text)
