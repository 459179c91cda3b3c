"""`handbook edit ID`: open the file of an entry in the reader's editor, then say what is wrong with it."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from contextlib import suppress

from handbook import paths
from handbook.cli.output import tell
from handbook.content.rows import FOLDERS
from handbook.errors import HandbookError, UnknownId, near_names

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from handbook.content.problems import Problem

EXAMPLES = """examples:
  handbook edit my-tip                          one of your own entries
  handbook edit ssri                            a built-in one: your own copy of it, which then replaces it
  handbook --entries my-entries edit walking    in a folder of yours

The editor is $VISUAL, else $EDITOR. When it closes, mistakes are told as path:line:column with what to do.
A copy that was not changed is not kept. In a checkout of the project, the project's own file is opened."""

_USUAL = ("sensible-editor", "editor", "nano", "vim", "vi", "notepad")
"""Programs to look for where no editor was named."""


def configure(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("id", metavar="ID", help="the entry's id")


def run(arguments: argparse.Namespace) -> int:
    """Open the file, wait for the editor, and check; 1 if errors are left. Raises UnknownId, HandbookError."""
    from handbook.cli.new import write_schema

    overlays = getattr(arguments, "entries", [])
    path, copied = _own(_file_of(arguments.id, overlays), overlays)
    before = _read(path)
    made = write_schema(path) if before.startswith(b"# yaml-language-server:") else ""
    try:
        editor = _editor(path)
        _open(editor, path)
    finally:
        unchanged = copied and os.path.exists(path) and _read(path) == before
        if unchanged:
            _remove(path, made)
    if unchanged:
        tell("nothing was changed, so no copy was kept")
        return 0
    while True:
        if not os.path.exists(path):
            tell(f"{path} is gone")
            return 1
        errors = _tell_problems(path, overlays)
        if not errors:
            tell(f"saved, without errors: {path}")
            return 0
        if not _again(errors):
            return 1
        _open(editor, path)


def _file_of(id: str, overlays: list[str]) -> str:
    """The file of an entry, sound or not, in the last folder that has one. Raises UnknownId."""
    known: dict[str, str] = {}
    for folder in (paths.built_in_entries(), paths.own_entries(), *overlays):
        for name in FOLDERS.values():
            inside = os.path.join(folder, name)
            for file in sorted(os.listdir(inside)) if os.path.isdir(inside) else []:
                stem, ending = os.path.splitext(file)
                if ending in (".yaml", ".yml"):
                    known[stem] = os.path.join(inside, file)
    if id not in known:
        raise UnknownId(id, near_names(id, list(known)))
    return known[id]


def _own(found: str, overlays: list[str]) -> tuple[str, bool]:
    """The file to edit, and whether it is a new copy. Raises HandbookError if it cannot be copied."""
    if not paths.is_built_in(found) or (not paths.is_installed() and not overlays):
        return found, False
    from handbook.content.load import kind_of
    from handbook.content.schema import editor_line

    own = os.path.join(overlays[-1] if overlays else paths.own_entries(), os.path.basename(os.path.dirname(found)), os.path.basename(found))
    try:
        os.makedirs(os.path.dirname(own), exist_ok=True)
        with open(own, "xb") as file:
            file.write(editor_line(kind_of(found) or "").encode() + _read(found))
    except OSError as error:
        raise HandbookError(f"cannot write {own}: {(error.strerror or 'it failed').lower()}") from None
    tell(f"this is your own copy; it replaces the built-in entry as long as it is there: {own}")
    return own, True


def _remove(*files: str) -> None:
    """Remove files that were made for nothing, and the folders that they leave empty."""
    for path in filter(None, files):
        os.remove(path)
        with suppress(OSError):
            os.removedirs(os.path.dirname(path))


def _read(path: str) -> bytes:
    """What a file holds. Raises HandbookError if it cannot be read."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise HandbookError(f"cannot read {path}: {(error.strerror or 'it failed').lower()}") from None


def _editor(path: str) -> list[str]:
    """The command that opens an editor. Raises HandbookError if there is none."""
    for variable in ("VISUAL", "EDITOR"):
        if words := shlex.split(os.environ.get(variable, ""), posix=os.name != "nt"):
            return words
    for name in _USUAL:
        if program := shutil.which(name):
            return [program]
    raise HandbookError(f"no editor is known; name one, such as EDITOR=nano, or open {path} yourself and then run: handbook check {path}")


def _open(editor: list[str], path: str) -> None:
    """Wait for the editor. Raises HandbookError if it cannot be run or says that it failed."""
    try:
        status = subprocess.run([*editor, path], check=False).returncode
    except OSError as error:
        raise HandbookError(f"cannot run the editor {editor[0]!r}: {(error.strerror or 'it failed').lower()}; see $VISUAL and $EDITOR") from None
    if status:
        raise HandbookError(f"the editor {editor[0]!r} ended with status {status}; the file is {path}")


def _tell_problems(path: str, overlays: list[str]) -> int:
    """Print the findings on the file; gives how many are errors."""
    from handbook.cli.check import findings

    found: list[Problem] = findings([path], overlays)
    for problem in found:
        print(problem)
    errors = sum(problem.blocking for problem in found)
    if found:
        tell(f"{errors} {'error' if errors == 1 else 'errors'}, {len(found) - errors} remarks")
    return errors


def _again(errors: int) -> bool:
    """Whether to open the editor once more; nobody is asked without a terminal."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    mended = "the error is" if errors == 1 else "the errors are"
    print(f"The entry stays as it was until {mended} mended. Open it again? y or n: ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in ("y", "yes", "")
