"""The page of one step of a lesson, as it stands on a projector. No Textual here."""

from __future__ import annotations

from handbook.document.choice import Choice
from handbook.document.excerpt import row_excerpt, section_excerpt
from handbook.document.nodes import Comparison, Document, Heading, Section, SourceNote, Span
from handbook.errors import UsageError
from handbook.learning.papers import handout, step_notes
from handbook.learning.plan import Plan, Step, minutes_told, times
from handbook.learning.screens import answer, composer_after, screen
from handbook.library.library import Library
from handbook.tui.beside import lay_out_rows
from handbook.tui.lines import Layout, lay_out_section
from handbook.tui.pages import EntryPage, Page


class PresentPage(Page):
    """A step of a lesson: what the audience sees, and the trainer's notes only if they are asked for.

    `number` counts from 1. Raises UnknownId, and UsageError for an entry that is no lesson.
    """

    place = "present"

    def __init__(self, library: Library, id: str, region: str = "", number: int = 1, noted: bool = False, answered: bool = False) -> None:
        entry = library.get(id)
        if entry["kind"] != "lesson":
            raise UsageError("only a lesson can be presented; press 9 in the list, go to one and press P")
        self.library = library
        self.id = id
        self.region = region
        self.noted = noted
        """Whether the trainer's notes are shown."""
        self.answered = answered
        """Whether the answer to a question is shown."""
        self.plan = Plan(library, entry, region)
        self.count = len(self.plan.steps)
        self.number = max(1, min(number, self.count))
        self.step: Step = self.plan.steps[self.number - 1]
        self.name = f"Step {self.number} of {self.count}: {entry['short']}"
        self.shown = screen(self.plan, self.step)
        composer = composer_after(self.plan, self.shown)
        self.aside: list[Section] = []
        """What stands beside what is shown: the trainer's notes, or the answer."""
        if noted:
            self.aside.append(Section("trainer", "For the trainer", step_notes(self.plan, self.step, composer, alone=False)))
        elif answered:
            self.aside.append(Section("answer", "The answer", answer(self.step, composer)))
        self._sources = composer.sources()

    def _with(self, number: int, noted: bool, answered: bool) -> PresentPage:
        return PresentPage(self.library, self.id, self.region, number, noted, answered)

    def at(self, number: int) -> PresentPage | None:
        """Another step; None if there is none with that number."""
        return self._with(number, self.noted, False) if 1 <= number <= self.count else None

    def toggled(self) -> PresentPage:
        """The same step with the trainer's notes, or without."""
        return self._with(self.number, not self.noted, self.answered)

    def with_answer(self) -> PresentPage | None:
        """The same step with the answer; None if it has none, or shows it already."""
        return self._with(self.number, self.noted, True) if self._keeps_answer else None

    def again(self, library: Library) -> PresentPage:
        """The step of what the entries say now."""
        return PresentPage(library, self.id, self.region, self.number, self.noted, self.answered)

    @property
    def _keeps_answer(self) -> bool:
        """Whether there is an answer that is not shown yet."""
        return not self.answered and bool(self.step.ask and (self.step.answer or self.step.because))

    @property
    def opens(self) -> bool:
        """Whether Enter leads anywhere: to what is shown, or to an answer."""
        return bool(self.step.ids or self.step.entry) or self._keeps_answer

    def choice(self) -> Choice | None:
        """The comparison that the step shows, if it does."""
        step = self.step
        return Choice(tuple(step.ids), step.condition, tuple(step.extra), first=tuple(step.rows)) if step.ids else None

    def section_to_open(self) -> str:
        """The key of the section that holds the row that is shown; empty for the start of the entry."""
        sections = EntryPage(self.library, self.step.entry, self.region).whole.sections
        row = self.step.row
        holding = (part.key for part in sections if part.key == row or any(isinstance(block, Heading) and block.key == row for block in part.blocks))
        return next(holding, "") if row else ""

    def lay_out(self, layout: Layout) -> None:
        """The page from top to bottom: what is for the trainer stands first, the answer last."""
        layout.add([Span(self.step.title)], "title")
        layout.add([Span(self.time_told())])
        for section in self.aside if self.noted else []:
            lay_out_section(section, layout)
        if isinstance(self.shown, Comparison):
            lay_out_rows(self.shown, layout)
        else:
            for section in self.shown.sections:
                lay_out_section(section, layout)
        for section in [] if self.noted else self.aside:
            lay_out_section(section, layout)
        layout.sources(self._sources)

    def time_told(self) -> str:
        """How long the step takes, and where it stands in the session."""
        length = minutes_told(self.step.minutes)
        return f"{length}, {times(self.step)} of {self.plan.minutes}." if length else f"At {times(self.step)} of {self.plan.minutes}."

    def remark(self) -> str:
        """The keys that a presenter needs, when the first step is shown."""
        return f"Step 1 of {self.count}. ] goes on, H shows the trainer's notes." if self.number == 1 else ""

    def position(self, section: int, titles: list[str]) -> str:
        """The step, and the section in it."""
        told = f"Step {self.number} of {self.count}"
        return f"{told}. {titles[section]}" if section >= 0 else f"{told}: {self.step.title}"

    def where(self, section: int, titles: list[str]) -> str:
        """The step, and the time by the plan."""
        return f"Step {self.number} of {self.count}, {times(self.step)} of {self.plan.minutes} by the plan."

    def sources(self) -> list[SourceNote]:
        """The sources that are cited on this page."""
        return self._sources

    def excerpt(self, section: int, question: int, day: str) -> Document | None:
        """A section or a row to copy; above the first one, that one."""
        before = len(self.aside) if self.noted else 0
        number = max(0, section)
        if isinstance(self.shown, Comparison) and before <= number < before + len(self.shown.rows):
            return row_excerpt(self.shown, number - before, day)
        parts = [] if isinstance(self.shown, Comparison) else self.shown.sections
        sections = [*self.aside, *parts] if self.noted else [*parts, *self.aside]
        number -= len(self.shown.rows) if isinstance(self.shown, Comparison) and number >= before else 0
        page = Document(self.id, "lesson", self.plan.title, "", sections, self._sources, [])
        return section_excerpt(page, number, day, question) if number < len(sections) else None

    def to_save(self) -> Document | None:
        """The handout, if the lesson has one."""
        return handout(self.plan) if self.plan.entry["handout"] else None
