"""`handbook claims`: common claims about therapy and medication, and how the entries correct them."""

from __future__ import annotations

import json
import re

from handbook.cli.opening import open_library_for
from handbook.cli.output import tell, terminal_for
from handbook.content import markup
from handbook.content.claims import claims_of
from handbook.render.wrap import PROSE, Paint, wrap

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from typing import Any

    from handbook.cli.output import Terminal
    from handbook.library.library import Library

EXAMPLES = """examples:
  handbook claims                       all of them, entry by entry
  handbook claims chemical imbalance    those that have all these words
  handbook claims zoloft                those about a treatment
  handbook claims --json | jq '.[] | .claim'"""


def configure(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("words", metavar="WORDS", nargs="*", help="only claims with all these words, or about a treatment of that name")
    parser.add_argument("--json", action="store_true", help="print the claims as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Print the claims; 1 if there is none."""
    library = open_library_for(arguments)
    terminal = terminal_for(arguments)
    rows = list(_rows(library, " ".join(arguments.words)))
    if arguments.json:
        terminal.write(terminal.json(rows, indent=1))
    elif rows:
        terminal.write(_listing(rows, terminal))
    else:
        tell(f"no claim here has the words {' '.join(arguments.words)!r}. All of them: handbook claims")
    return 0 if rows else 1


def _rows(library: Library, wanted: str) -> Iterator[dict[str, Any]]:
    """The claims that have all the words, by kind and title of the entry."""
    words = [word.casefold() for word in re.findall(r"[^\W_]+", wanted)]
    shorts = dict(library.connection.execute("select id, short from entry").fetchall())
    for (data,) in library.connection.execute("select data from entry order by position, title collate nocase"):
        entry = json.loads(data)
        names = {name.casefold() for name in _other_names(entry)}
        asked = [re.compile(rf"\b{re.escape(word)}", re.IGNORECASE) for word in words if word not in names]
        for claim in claims_of(entry):
            text, correction = markup.plain(claim.text, shorts), markup.plain(claim.correction, shorts)
            searched = "\n".join((text, correction, entry["id"], entry["title"], entry["short"]))
            if all(pattern.search(searched) for pattern in asked):
                sources = list(dict.fromkeys(cite.key for cite in markup.cites(claim.correction)))
                yield {
                    "claim": text, "correction": correction, "id": entry["id"], "kind": entry["kind"], "title": entry["title"],
                    "where": claim.where, "sources": sources,
                }  # fmt: skip


def _other_names(entry: dict[str, Any]) -> list[str]:
    """The aliases of an entry, and the generic and brand names of its medicines."""
    return [*entry["aliases"], *(name for drug in entry.get("drugs", []) for name in (drug["name"], *drug["us"], *drug["uk"]))]


def _listing(rows: list[dict[str, Any]], terminal: Terminal) -> str:
    """The claims for people, under the title and id of their entry."""
    from handbook.document.nodes import Span

    paint = Paint(terminal.color, terminal.ascii)
    lines: list[str] = []

    def add(spans: list[Span], hang: str) -> None:
        wrapped = wrap(spans, max(10, min(terminal.width, PROSE) - len(hang)))
        lines.extend(paint.line([Span(hang), *line]) for line in wrapped)

    shown = ""
    for row in rows:
        if row["id"] != shown:
            shown = row["id"]
            lines += [""] if lines else []
            add([Span(row["title"], "heading"), Span(f"  ({row['kind']}: {row['id']})")], "")
        add([Span("Claim: ", "label"), Span(row["claim"])], "  ")
        add([Span("Correction: ", "label"), Span(row["correction"])], "    ")
    return "\n".join(lines) + "\n"
