"""`handbook search WORDS`: find entries by name, brand or in one's own words."""

from __future__ import annotations

import sys

from handbook.cli.kinds import kind_named
from handbook.cli.opening import open_library_for
from handbook.cli.output import terminal_for
from handbook.content.rows import FOLDERS
from handbook.errors import UsageError, quoted
from handbook.search.query import search

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from handbook.cli.output import Terminal
    from handbook.library.library import Library
    from handbook.search.results import Hit, Results

EXAMPLES = """examples:
  handbook search zoloft                           a brand name
  handbook search how long does sertraline take    in your own words
  handbook search --kind tip stop                  only practical tips
  handbook search --for ocd therapy                only what is used for a condition
  handbook search --json cbt | jq '.[0].id'
  handbook search --batch < questions.txt          one query a line in, one JSON list a line out

Filters may stand among the words too: kind:tip for:ocd family:antidepressants reviewed:none"""


def configure(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("words", metavar="WORDS", nargs="*", help="a name, a brand, or a question in your own words")
    parser.add_argument("--json", action="store_true", help="print the results as JSON")
    parser.add_argument("--batch", action="store_true", help="read one query a line on stdin and print one JSON list a line")
    parser.add_argument("--limit", metavar="N", type=_limit, default=10, help="the most results (default: 10)")
    parser.add_argument("--kind", metavar="KIND", default="", help=f"only this kind: {', '.join(FOLDERS)}")
    parser.add_argument("--for", dest="condition", metavar="CONDITION", default="", help="only this condition and what is used for it")
    parser.add_argument("--explain", action="store_true", help="say of each result why it was found and why it stands there")
    parser.add_argument("--exact", action="store_true", help="take the words as they are spelled")


def _limit(text: str) -> int:
    """The most results."""
    if not text.isdecimal() or int(text) < 1:
        raise UsageError("--limit wants a number from 1 on")
    return int(text)


def run(arguments: argparse.Namespace) -> int:
    """Print what was found; 1 if nothing was. Raises UsageError for an unknown kind or a condition that is none."""
    kind = kind_named(arguments.kind)
    if not "".join(arguments.words).strip() and not arguments.batch:
        raise UsageError("what are you looking for? Try: handbook search how long does sertraline take")
    library = open_library_for(arguments)
    if arguments.condition and library.card(arguments.condition).kind != "condition":
        raise UsageError(f"--for wants a condition; {arguments.condition!r} is none. Try: handbook list condition")
    terminal = terminal_for(arguments)

    def answer(words: str) -> Results:
        return search(library, words, limit=arguments.limit, kind=kind, condition=arguments.condition, correct=not arguments.exact)

    if arguments.batch:
        for line in sys.stdin:
            terminal.write(_json(answer(line), terminal, arguments.explain))
            sys.stdout.flush()
        return 0
    results = answer(" ".join(arguments.words))
    if results.remark and not results.danger:
        raise UsageError(results.remark)
    if arguments.json:
        terminal.write(_json(results, terminal, arguments.explain))
    elif results.hits:
        terminal.write(_listing(results, terminal, arguments.explain))
    else:
        print(_nothing(library, results.asked), file=sys.stderr)
    return 0 if results.hits else 1


def _json(results: Results, terminal: Terminal, explained: bool) -> str:
    """The hits as JSON on one line; with `explained`, each also with the key `explain`."""
    keys = ("id", "kind", "title", "summary", "score", "section", "snippet")
    rows = [{key: getattr(hit, key) for key in keys} for hit in results.hits]
    if explained:
        from handbook.search.explaining import explain

        for row, hit in zip(rows, results.hits, strict=True):
            row["explain"] = explain(results, hit)
    return terminal.json(rows)


def _listing(results: Results, terminal: Terminal, explained: bool) -> str:
    """The hits for people: number, title, kind and id, then the summary, or the passage that fits where it is another."""
    from handbook.document.nodes import Span
    from handbook.render.marked import marked
    from handbook.render.wrap import PROSE, Paint, wrap

    paint = Paint(terminal.color, terminal.ascii)
    places = results.wanted.places
    lines: list[str] = []

    def add(spans: list[Span], lead: str, hang: str) -> None:
        wrapped = wrap(spans, max(10, min(terminal.width, PROSE) - len(hang)))
        lines.extend(paint.line([Span(hang if index else lead), *line]) for index, line in enumerate(wrapped))

    if results.danger:
        add([Span("In danger, or worried about somebody: handbook crisis", "strong")], "", "")
    if results.corrected:
        add([Span(f'Showing results for "{results.corrected}". As you typed it: handbook search --exact {results.asked}')], "", "")
    if results.offer:
        asked_for = f" --for {results.offer.condition}" if results.offer.condition else ""
        add([Span(f"Compare them: handbook compare {' '.join(results.offer.ids)}{asked_for}")], "", "")
    if lines:
        lines.append("")
    for number, hit in enumerate(results.hits, 1):
        lead = f"{number}. "
        hang = " " * len(lead)
        add([*marked([Span(hit.title, "strong")], places), Span(f"  ({hit.kind}: {hit.id})")], lead, hang)
        add(marked([Span(hit.summary)], places), hang, hang)
        if hit.row:
            add(marked([Span(f"{hit.row} ", "label"), Span(hit.snippet)], places), hang + "- ", hang + "  ")
        for sentence in _explained(results, hit) if explained else ():
            add([Span(sentence)], hang + "  ", hang + "  ")
    return "\n".join(lines) + "\n"


def _explained(results: Results, hit: Hit) -> list[str]:
    """Why a hit was found, as sentences."""
    from handbook.search.explaining import explain, in_words

    return in_words(explain(results, hit))


def _nothing(library: Library, asked: str) -> str:
    """Honest words for an empty answer, with ways on."""
    from handbook.search.near import near_titles

    near = near_titles(library, asked)
    lines = [f"handbook: nothing here answers {quoted(asked)}. The handbook holds mental-health treatment only."]
    if near:
        lines.append(f"  Names that look like it: {', '.join(near)}")
    lines += [
        "  Try fewer or other words, or a medicine's name.",
        "  Everything there is: handbook list",
        "  In danger, or worried about somebody: handbook crisis",
    ]
    return "\n".join(lines)
