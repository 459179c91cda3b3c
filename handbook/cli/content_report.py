"""The content report of `handbook check --report`, as Markdown.

It holds counts and no dates, so that it only changes when the entries do.
"""

from __future__ import annotations

from handbook.content.figures import Figures, KindFigures
from handbook.content.problems import RULES
from handbook.content.rows import FOLDERS


def markdown(figures: Figures) -> str:
    """The report as a Markdown page."""
    total = figures.total
    lines = [
        "# Content report",
        "",
        "What the entries hold, how plain they are and how well they are sourced. Made by `make report`; do not edit it by hand.",
        "",
        "## Entries",
        "",
        "| kind | entries | words | mean grade | worst grade | citations | of them read | reviewed by a clinician |",
        "| --- | ---: | ---: | ---: | --- | ---: | ---: | ---: |",
        *(_row(FOLDERS[kind.kind], kind) for kind in figures.kinds),
        _row("**all**", total),
        "",
        "The grade is the Flesch-Kincaid grade without the names of treatments; at most 8 is wanted. A citation counts as read if",
        "somebody has read a passage of the source that supports the statement.",
        "",
        "## Sources and review",
        "",
        f"- Sources cited: {figures.used_sources:,} of {figures.sources:,} on record.",
        f"- Sources cited that nobody has read at all: {figures.unread_sources:,}.",
        f"- Statements that rest only on sources nobody has read for them: {figures.unread_statements:,}. See `handbook check --sources`.",
        f"- Entries without a clinician's review: {total.entries - total.reviewed:,} of {total.entries:,}.",
        "",
        "## Open points",
        "",
        *_open_points(figures.open_points),
    ]
    return "\n".join(lines) + "\n"


def _row(name: str, kind: KindFigures) -> str:
    """One row of the table of kinds."""
    worst = f"{kind.worst_grade:.1f} ({kind.worst_id})" if kind.worst_id else "-"
    return (
        f"| {name} | {kind.entries:,} | {kind.words:,} | {kind.mean_grade:.1f} | {worst} "
        f"| {kind.citations:,} | {_share(kind.read_citations, kind.citations)} | {kind.reviewed:,} |"
    )


def _share(part: int, whole: int) -> str:
    """A part in hundredths."""
    return f"{100 * part / whole:.0f}%" if whole else "-"


def _open_points(counts: dict[str, int]) -> list[str]:
    """The findings by rule."""
    if not counts:
        return ["None: `handbook check` finds nothing."]
    rows = [f"| {code} | {RULES[code].says} | {'error' if RULES[code].blocking else 'remark'} | {count:,} |" for code, count in counts.items()]
    return ["What `handbook check` finds, by rule.", "", "| code | rule | | findings |", "| --- | --- | --- | ---: |", *rows]
