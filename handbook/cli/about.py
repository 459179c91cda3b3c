"""`handbook about`: what this handbook holds, where it comes from, and what is wrong with it."""

from __future__ import annotations

from handbook import __version__, paths
from handbook.cli.opening import open_library_for
from handbook.cli.output import terminal_for
from handbook.document.article import KIND_PLURALS, UNREVIEWED
from handbook.document.nodes import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

EXAMPLES = """examples:
  handbook about
  handbook --entries my-entries about    also what a folder of yours adds or breaks"""


def configure(parser: argparse.ArgumentParser) -> None:
    """The command has no options of its own."""


def run(arguments: argparse.Namespace) -> int:
    """Print the page; 1 if files have problems."""
    from handbook.render.text import TextRenderer

    library = open_library_for(arguments)
    terminal = terminal_for(arguments)
    renderer = TextRenderer(terminal.width, terminal.color, terminal.ascii)
    counts = library.counts()
    sources = library.connection.execute("select count(*) from source").fetchone()[0]
    facts = [
        ("Version", __version__),
        ("Entries", f"{sum(counts.values())}: " + ", ".join(f"{count} {KIND_PLURALS[kind].lower()}" for kind, count in counts.items())),
        ("Sources", str(sources)),
        ("Review", f"{UNREVIEWED} Each entry says when it was written and by whom it was reviewed."),
        ("Network", "none is ever used."),
        ("Your own entries", f"go into {paths.own_entries()}"),
        ("Cache", "in memory only; it could not be written" if library.memory else paths.cache_folder()),
        ("Licences", "the program: MIT; the entries: CC BY 4.0"),
    ]
    lines = renderer.wrapped([Span("Handbook")], "", role="title")
    lines += renderer.wrapped([Span("Mental-health treatment, read and compared. Information, not advice for one person.")], "")
    for name, says in facts:
        lines += renderer.wrapped([Span(f"{name}: ", "label"), Span(says)], "", "  ")
    for id, path, instead in library.replaced():
        lines += ["", *renderer.wrapped([Span(f"{id}: {path} replaces {instead}")], "", "  ")]
    problems = library.problems()
    if problems:
        lines += ["", renderer.paint.text("Problems", "urgent"), *(renderer.paint.text(str(problem)) for problem in problems)]
    terminal.write("\n".join(lines) + "\n")
    return 1 if problems else 0
