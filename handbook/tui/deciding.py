"""The pages on a decision and on a timeline, and what a reader may tick there. No Textual here."""

from __future__ import annotations

from handbook.content.rows import TREATMENT_ROWS, TREATMENTS
from handbook.document.choice import from_pair
from handbook.document.comparison import first_choices
from handbook.document.decision import AGES, MATTERS, TICKED, decision, sheet
from handbook.document.nodes import Document, Section, Span
from handbook.document.timeline import timeline
from handbook.errors import UsageError
from handbook.library.library import Library
from handbook.tui.lines import Layout, lay_out, lay_out_section
from handbook.tui.pages import DocumentPage

AGE_NAMES = {"": "Any age", "young": "Under 18", "adult": "An adult", "older": "65 or older"}
"""Age group to its name in a list."""
assert set(AGE_NAMES) == set(AGES)


class DecisionPage(DocumentPage):
    """What there is to decide on for a condition. Raises UnknownId or UsageError."""

    place = "decide"

    def __init__(self, library: Library, condition: str, age: str = "", ticked: tuple[str, ...] = (), region: str = "") -> None:
        self.library = library
        self.condition = condition
        self.age = age
        self.ticked = ticked
        self.region = region
        self.document = decision(library, condition, age, ticked, region)
        self.name = self.document.title

    def toggled(self, key: str) -> DecisionPage:
        """The page with a row ticked, or no longer ticked."""
        kept = tuple(other for other in self.ticked if other != key)
        return self.with_ticked(kept if key in self.ticked else (*kept, key))

    def with_ticked(self, ticked: tuple[str, ...]) -> DecisionPage:
        """The page with other rows ticked."""
        return DecisionPage(self.library, self.condition, self.age, ticked, self.region)

    def with_age(self, age: str) -> DecisionPage:
        """The page for another age group."""
        return DecisionPage(self.library, self.condition, age, self.ticked, self.region)

    def sheet(self) -> Document:
        """What to take to an appointment."""
        return sheet(self.library, self.condition, self.age, self.ticked, self.region)

    def again(self, library: Library) -> DecisionPage:
        """The page of what the entries say now."""
        return DecisionPage(library, self.condition, self.age, self.ticked, self.region)

    def lay_out(self, layout: Layout) -> None:
        """The page from top to bottom; rows that may be ticked are lines that Enter works on."""
        lay_out(self.document, layout, [], self._section)

    def _section(self, section: Section, layout: Layout) -> None:
        if section.key != "matters":
            lay_out_section(section, layout)
            return
        layout.section(section.title)
        layout.add([Span("Enter on a line says that it matters to you, or takes that back. Then s saves a sheet for an appointment.")])
        for key in MATTERS:
            layout.add([Span(TICKED if key in self.ticked else "", "label"), Span(TREATMENT_ROWS[key])], "", "- ", "  ", target=key)


class TimelinePage(DocumentPage):
    """Treatments on one line of weeks. Raises UnknownId or UsageError."""

    place = "timeline"

    def __init__(self, library: Library, ids: list[str], condition: str = "", region: str = "") -> None:
        self.ids = ids
        self.condition = condition
        self.region = region
        self.document = timeline(library, ids, condition, region)
        self.name = self.document.title

    def again(self, library: Library) -> TimelinePage:
        """The timeline of what the entries say now."""
        return TimelinePage(library, self.ids, self.condition, self.region)

    def lay_out(self, layout: Layout) -> None:
        """The page from top to bottom."""
        lay_out(self.document, layout, [])


def condition_of(library: Library, id: str) -> str:
    """The condition that a decision from an entry is about. Raises UsageError, with a sentence on what to do."""
    entry = library.get(id) if id else None
    if entry and entry["kind"] == "condition":
        return id
    if entry and entry["kind"] == "comparison" and entry["condition"] in library:
        return str(entry["condition"])
    raise UsageError("a decision starts from a condition, such as depression; go to one and press D")


def timeline_of(library: Library, id: str) -> tuple[list[str], str]:
    """The treatments and the condition that a timeline from an entry shows. Raises UsageError if there are none."""
    entry = library.get(id) if id else None
    if entry and entry["kind"] in TREATMENTS:
        return [id], ""
    if entry and entry["kind"] == "comparison":
        choice = from_pair(library, entry)
        return list(choice.ids), choice.condition
    if entry and entry["kind"] == "condition" and (found := first_choices(library, id)):
        return found, id
    raise UsageError("a timeline starts from a treatment, such as CBT; go to one and press L")
