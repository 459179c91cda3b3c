"""`handbook new KIND ID`: make the file of a new entry."""

from __future__ import annotations

import argparse
import os
import re
from datetime import date, timedelta

from handbook import paths
from handbook.cli.output import tell
from handbook.content.rows import FOLDERS
from handbook.errors import HandbookError, UsageError, quoted

EXAMPLES = """examples:
  handbook new therapy dance-therapy                 among your own entries
  handbook --entries my-entries new tip walking      in a folder of yours"""


def configure(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("kind", metavar="KIND", choices=list(FOLDERS), help=f"one of {', '.join(FOLDERS)}")
    parser.add_argument("id", metavar="ID", help="lower-case words joined by hyphens, such as dance-therapy")


def run(arguments: argparse.Namespace) -> int:
    """Write the file and print its path. Raises UsageError if the id does not fit or the file is there."""
    from handbook.content.schema import editor_line, template

    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", arguments.id):
        raise UsageError(f"{quoted(arguments.id)} is not an id; use lower-case words joined by hyphens, such as dance-therapy")
    overlays = getattr(arguments, "entries", [])
    folder = os.path.join(overlays[-1] if overlays else paths.own_entries(), FOLDERS[arguments.kind])
    path = os.path.join(folder, f"{arguments.id}.yaml")
    today = date.today()
    title, due = arguments.id.replace("-", " ").capitalize(), today + timedelta(days=365)
    text = editor_line(arguments.kind) + template(arguments.kind, title, today.isoformat(), due.isoformat())
    try:
        os.makedirs(folder, exist_ok=True)
        with open(path, "x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise UsageError(f"{path} is already there; edit it, or choose another id") from None
    except OSError as error:
        raise HandbookError(f"cannot write {path}: {(error.strerror or 'it failed').lower()}") from None
    write_schema(path)
    print(path)
    among = f"--entries {overlays[-1]} " if overlays else ""
    tell(f"fill it in with: handbook {among}edit {arguments.id}. Then: handbook {among}check {path}")
    return 0


def write_schema(path: str) -> str:
    """Put the schema that editors complete the fields by beside the folder of an entry's file, where its first line names it.

    Gives the file if it is new. Where it cannot be written, the editor goes without.
    """
    import json
    from contextlib import suppress

    from handbook.content.load import kind_of
    from handbook.content.schema import schema, schema_file

    kind = kind_of(path)
    if kind not in FOLDERS:
        return ""
    file = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(path)), schema_file(kind)))
    text = json.dumps(schema(kind), indent=1, ensure_ascii=False) + "\n"
    is_new = not os.path.exists(file)
    with suppress(OSError):
        os.makedirs(os.path.dirname(file), exist_ok=True)
        with open(file, "w", encoding="utf-8") as schema_text:
            schema_text.write(text)
        return file if is_new else ""
    return ""
