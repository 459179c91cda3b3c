"""The words that go through a lesson step by step."""

from __future__ import annotations

from handbook.document.choice import Choice
from handbook.document.nodes import Block, Document, Heading, Paragraph, Section, Span
from handbook.errors import UsageError
from handbook.learning.papers import handout, step_notes
from handbook.learning.plan import Plan, Step, times
from handbook.learning.screens import answer, composer_after, screens
from handbook.library.library import Library
from handbook.line.comparing import Comparing
from handbook.line.page import DocumentPage, EntryPage
from handbook.line.places import Listing, Place
from handbook.render.text import TextRenderer


class PresentPage(DocumentPage):
    """A lesson, step by step: what the audience sees, and the trainer's notes only if they are asked for.

    Raises UnknownId, and UsageError for an entry that is no lesson.
    """

    noun = "step"

    def __init__(self, library: Library, id: str, region: str = "") -> None:
        entry = library.get(id)
        if entry["kind"] != "lesson":
            raise UsageError(f"only a lesson can be presented; {id!r} is a {entry['kind']}. Type present for a list of them")
        self.plan = Plan(library, entry, region)
        self._screens = screens(self.plan)
        self.noted = False
        """Whether the trainer's notes are read."""
        self.answered = 0
        """The step whose answer was told last."""
        super().__init__(self._made())

    @property
    def step(self) -> Step:
        """The step that the reader is in."""
        return self.plan.steps[self.place]

    @property
    def shown(self) -> Document:
        """The handout."""
        return handout(self.plan)

    def toggle(self) -> None:
        """Read the trainer's notes, or leave them out; the reader stays in the step."""
        self.noted = not self.noted
        self.fill(self._made())

    def _made(self) -> Document:
        """A section for each step."""
        composer = composer_after(self.plan, self._screens)
        sections = []
        for step, shown in zip(self.plan.steps, self._screens.sections, strict=True):
            notes: list[Block] = [Heading("For the trainer"), *step_notes(self.plan, step, composer, alone=False)] if self.noted else []
            blocks = [*notes, *shown.blocks]
            if len(blocks) < 2:
                # By ear, a step of its minutes alone sounds like a fault.
                blocks.append(Paragraph([Span("Nothing is shown in this step. Type trainer for what to say.")]))
            sections.append(Section(shown.key, step.title, blocks))
        return Document(self.plan.id, "lesson", self.plan.title, "", sections, composer.sources(), self._screens.notes)

    def opening(self) -> str:
        """What it is, how long, and the words that help."""
        return f"{self.title} {self.plan.minutes} minutes, {self.counted()}. Enter reads on."

    def ending(self) -> str:
        """Ways on."""
        return "p for the step before, save for the handout, b to go back."

    def where(self) -> str:
        """The step, and the time by the plan."""
        return f"{super().where()} By the plan {times(self.step)} of {self.plan.minutes}."

    def answer(self, renderer: TextRenderer) -> list[str]:
        """The answer to the question of the step as lines; none if it asks none."""
        blocks = answer(self.step, composer_after(self.plan, self._screens)) if self.step.ask else []
        return [line for block in blocks for line in renderer.block(block, "")]


class Presenting(Comparing):
    """A method `do_word` for each word."""

    def do_present(self, rest: str) -> None:
        """Present a lesson: the one that is named, the open one, or one from a list."""
        id = self._lesson(rest) if rest else self.open_id
        if rest and not id:
            self.do_search(f"present {rest}")
        elif id and (rest or (isinstance(self.page, EntryPage) and self.library.card(id).kind == "lesson")):
            self._presenter(id)()
        else:
            lines = [(card.title, self._presenter(card.id)) for card in self.library.cards("lesson")]
            self.go_to_list(Listing("Present which lesson?", lines, "lessons to present"))

    def _lesson(self, words: str) -> str:
        """The lesson that words name, by its id or as a search finds it; empty if there is none."""
        from handbook.search.query import search

        id = words.lower().replace(" ", "-")
        if id in self.library and self.library.card(id).kind == "lesson":
            return id
        return next((hit.id for hit in search(self.library, words, limit=1, kind="lesson").hits), "")

    def _presenter(self, id: str) -> Place:
        def place() -> None:
            self.go_to_page(PresentPage(self.library, id, self.region))
            self.hint("trainer reads the trainer's notes too, open opens what a step shows or tells the answer, save saves the handout.")

        return place

    def do_trainer(self, _: str) -> None:
        """The trainer's notes of this step and the following ones, or no longer."""
        if isinstance(self.page, PresentPage):
            self.page.toggle()
            if self.page.noted:
                self.read_part()
            else:
                self.say("The trainer's notes are left out from now on.")
        else:
            self.say("Present a lesson first, such as: present red-flags")

    def open_step(self) -> bool:
        """Open what the step shows, or tell the answer to its question; False outside of a lesson that is presented."""
        page = self.page
        if not isinstance(page, PresentPage):
            return False
        step = page.step
        if step.ids:
            self.open_comparison(Choice(tuple(step.ids), step.condition, tuple(step.extra), first=tuple(step.rows)))
        elif step.ask and page.answered != step.number:
            page.answered = step.number
            self.write("\n".join(["The answer.", *(page.answer(self.renderer) or ["Not recorded."])]) + "\n")
        elif step.entry:
            self.opener(step.entry)()
        else:
            self.say("This step has nothing to open. Enter reads on.")
        return True
