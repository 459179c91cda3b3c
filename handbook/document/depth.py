"""How much of an entry's page is shown: the short answer, the usual rows, or everything."""

from __future__ import annotations

from handbook.content.rows import DEFAULT_ROWS, TREATMENTS
from handbook.document.excerpt import cited_in
from handbook.document.nodes import Block, Document, Facts, Heading, Section

ALL, SHORT, USUAL = "all", "short", "usual"
DEPTHS: tuple[str, ...] = (ALL, SHORT, USUAL)
"""In the order in which a reader goes through them."""

TOLD = {ALL: "Everything is shown.", SHORT: "Only warnings and the short answer are shown.", USUAL: "Only the usual rows are shown."}
"""Depth to the sentence that says so."""

_EXTRA = ("names", "questions", "mentioned")
"""Sections that belong to everything only."""


def at_depth(document: Document, depth: str) -> Document:
    """The page with as much as a depth shows; what is cited keeps its number."""
    if depth == ALL:
        return document
    kept = _short if depth == SHORT else _usual_rows if document.kind in TREATMENTS else _usual_section
    sections = [section for section in map(kept, document.sections) if section]
    keys = cited_in(sections)
    sources = [source for source in document.sources if source.key in keys]
    return Document(document.id, document.kind, document.title, document.subtitle, sections, sources, document.notes)


def left_out(document: Document, depth: str) -> int:
    """How many rows of a page a depth leaves out; a section without rows counts as one."""
    return _rows(document) - _rows(at_depth(document, depth))


def next_depth(document: Document, depth: str) -> str:
    """The depth that follows; one at which this page would look as at the one before it is passed over."""
    shown = left_out(document, depth)
    at = DEPTHS.index(depth)
    following = [*DEPTHS[at + 1 :], *DEPTHS[:at]]
    other = next((other for other in following if left_out(document, other) != shown), ALL)
    return other if left_out(document, other) else ALL


def _rows(document: Document) -> int:
    """How many rows a page has."""
    return sum(max(1, sum(isinstance(block, Heading) for block in section.blocks)) for section in document.sections)


def _short(section: Section) -> Section | None:
    """The warnings, and the short answer without the facts below it."""
    if section.key == "summary":
        return Section(section.key, section.title, [block for block in section.blocks if not isinstance(block, Facts)], section.role)
    return section if section.key == "urgent" else None


def _usual_section(section: Section) -> Section | None:
    """A section, unless it is an extra one."""
    return None if section.key in _EXTRA else section


def _usual_rows(section: Section) -> Section | None:
    """The usual rows of a section; None if it has none of them."""
    if section.key in _EXTRA or not any(isinstance(block, Heading) and block.key for block in section.blocks):
        return _usual_section(section)
    kept: list[Block] = []
    usual = True
    for block in section.blocks:
        if isinstance(block, Heading):
            usual = not block.key or block.key in DEFAULT_ROWS
        if usual:
            kept.append(block)
    return Section(section.key, section.title, kept, section.role) if kept else None
