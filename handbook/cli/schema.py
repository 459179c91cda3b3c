"""`handbook schema`: the JSON Schema of entries, for editors that complete and check YAML."""

from __future__ import annotations

import argparse

from handbook.content.rows import FOLDERS

EXAMPLES = """examples:
  handbook schema > handbook.schema.json        every kind
  handbook schema --kind medication             one kind"""


def configure(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("--kind", choices=[*FOLDERS, "source", "region"], default="", help="only this kind")


def run(arguments: argparse.Namespace) -> int:
    """Print the schema."""
    import json

    from handbook.content.schema import schema

    print(json.dumps(schema(arguments.kind), indent=1, ensure_ascii=False))
    return 0
