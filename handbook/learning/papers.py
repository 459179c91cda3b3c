"""The papers of a session: agenda, trainer's notes, handout and quiz, each as a document."""

from __future__ import annotations

from handbook.document.article import review_notes
from handbook.document.compose import Composer
from handbook.document.nodes import Block, Document, Heading, Listing, Paragraph, Section, Span
from handbook.errors import HandbookError, sentence
from handbook.learning.plan import clock, minutes_told, row_label, times
from handbook.learning.screens import answer, made, screens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from handbook.learning.plan import Plan, Step

PARTS = {
    "agenda": "what happens when",
    "notes": "what the trainer says and does, step by step",
    "screens": "what the audience sees, step by step",
    "handout": "what people take home",
    "quiz": "the questions, then the answers with their reasons",
}
"""The parts of a session: name to what it holds."""


def part(plan: Plan, name: str, begin: int | None = None) -> Document:
    """One of PARTS; without a name, agenda and notes together. `begin` is the minute of the day on which the session begins."""
    if name == "screens":
        return screens(plan)
    if name == "handout":
        return handout(plan)
    if name == "quiz":
        return quiz(plan)
    composer = Composer(plan.library, plan.region)
    sections = _warnings(plan, composer) if name != "agenda" else []
    sections += _agenda(plan, begin, composer) if name != "notes" else []
    sections += _notes(plan, begin, composer) if name != "agenda" else []
    title = {"agenda": "Agenda: ", "notes": "Trainer's notes: "}.get(name, "") + plan.title
    return Document(f"{plan.id}-{name or 'session'}", "lesson", title, _length(plan, begin), sections, composer.sources(), review_notes([plan.entry]))


def _length(plan: Plan, begin: int | None) -> str:
    """How long the session is, and from when to when."""
    told = f"A session of {minutes_told(plan.minutes)}"
    return f"{told}." if begin is None else f"{told}, from {clock(begin)} to {clock(begin + plan.minutes)}."


def _warnings(plan: Plan, composer: Composer) -> list[Section]:
    """What to watch for and to do when somebody is in danger."""
    blocks = composer.listing(plan.entry["urgent"])
    return [Section("urgent", "Get help now", blocks, role="urgent")] if blocks else []


def _agenda(plan: Plan, begin: int | None, composer: Composer) -> list[Section]:
    """Whom it is for, what for, and what happens when."""
    found: list[tuple[str, str, list[Block]]] = [
        ("summary", "In short", composer.paragraphs(plan.entry["summary"])),
        ("audience", "Who it is for", composer.paragraphs(plan.entry["audience"])),
        ("aims", "Aims", composer.listing(plan.entry["aims"])),
    ]
    items = []
    for step in plan.steps:
        length = f" ({minutes_told(step.minutes)})" if step.minutes else ""
        items.append([Span(f"{_capital(times(step, begin))}: ", "label"), Span(f"{step.whole_title}{length}")])
    found.append(("agenda", "Agenda", [Listing(items, ordered=True), Paragraph([Span(plan.sum_told())])]))
    return [Section(key, title, blocks) for key, title, blocks in found if blocks]


def _notes(plan: Plan, begin: int | None, composer: Composer) -> list[Section]:
    """What holds for the whole session, then every step."""
    notes = composer.paragraphs(plan.entry["notes"])
    sections = [Section("notes", "For the trainer", notes)] if notes else []
    for step in plan.steps:
        name = f"Step {step.number} of {len(plan.steps)}, {times(step, begin)}: {step.whole_title}"
        sections.append(Section(f"step-{step.number}", name, step_notes(plan, step, composer)))
    return sections


def step_notes(plan: Plan, step: Step, composer: Composer, alone: bool = True) -> list[Block]:
    """What the trainer says and does in a step and, for a question, its answer; if `alone`, also what is on the screen."""
    blocks: list[Block] = []
    if step.ask and alone:
        blocks.append(Paragraph([Span("Ask: ", "label"), *composer.spans(step.ask)]))
        blocks += [Listing([composer.spans(option) for option in step.options], ordered=True)] if step.options else []
    if step.ask and (right := answer(step, composer)):
        blocks += [Heading("Answer"), *right]
    if step.text:
        blocks += [*([Heading("Then")] if blocks else []), *composer.paragraphs(step.text)]
    if alone:
        blocks += _on_screen(plan, step, composer)
    return blocks or [Paragraph([Span("Nothing is written for this step.", "muted")])]


def _on_screen(plan: Plan, step: Step, composer: Composer) -> list[Block]:
    """What is shown, with links to it, and why it cannot be if so; nothing if nothing is."""
    blocks: list[Block] = []
    if step.ids:
        spans = [*composer.links_in_a_row(step.ids), Span(" side by side")]
        if step.condition:
            spans += [Span(", for "), composer.link(step.condition, inside=True)]
        spans += [Span(", with both together")] if "both" in step.extra else []
        spans += [Span(", with waiting")] if "wait" in step.extra else []
        spans.append(Span(f"; only: {' '.join(row_label(key) for key in step.rows)}" if step.rows else "."))
        blocks.append(Paragraph([Span("On the screen: ", "label"), *spans]))
    elif step.entry:
        row = f". {row_label(step.row)}" if step.row else "."
        when = "To open afterwards: " if step.is_held_back else "On the screen: "
        blocks.append(Paragraph([Span(when, "label"), composer.link(step.entry), Span(row)]))
    try:
        made(plan, step)
    except HandbookError as error:
        blocks.append(Paragraph([Span("This cannot be shown: ", "label"), Span(sentence(error))]))
    return blocks


def handout(plan: Plan) -> Document:
    """What people take home."""
    composer = Composer(plan.library, plan.region)
    blocks = composer.listing(plan.entry["handout"]) or [Paragraph([Span("This lesson has no handout.", "muted")])]
    section = Section("handout", "To take home", blocks)
    return Document(f"{plan.id}-handout", "lesson", plan.title, "", [section], composer.sources(), review_notes([plan.entry]))


def quiz(plan: Plan) -> Document:
    """The questions on a sheet of their own, then the answers with their reasons and sources."""
    composer = Composer(plan.library, plan.region)
    questions: list[Block] = []
    answers: list[Block] = []
    aloud: list[Block] = []
    asked = [*plan.steps, *_more(plan.entry)]
    number = 0
    for step in asked:
        if step.do != "quiz":
            continue
        if not step.ask:
            aloud += composer.paragraphs(step.text) if step.text else []
            continue
        number += 1
        questions += [Heading(f"Question {number}"), Paragraph(composer.spans(step.ask))]
        questions += [Listing([composer.spans(option) for option in step.options], ordered=True)] if step.options else []
        answers += [Heading(f"Answer to question {number}"), *(answer(step, composer) or composer.not_recorded())]
    parts = {"questions": ("Questions", questions), "answers": ("Answers", answers), "aloud": ("To ask aloud, with the answers", aloud)}
    sections = [Section(key, title, blocks) for key, (title, blocks) in parts.items() if blocks]
    if not sections:
        sections = [Section("questions", "Questions", [Paragraph([Span("This lesson asks no questions.", "muted")])])]
    return Document(f"{plan.id}-quiz", "lesson", f"Quiz: {plan.title}", "", sections, composer.sources(), review_notes([plan.entry]))


def _more(entry: dict[str, Any]) -> list[Step]:
    """The questions that a lesson holds beside its steps."""
    from handbook.learning.plan import Step

    empty = {"do": "quiz", "minutes": 0, "text": "", "entry": "", "row": "", "entries": [], "lens": "", "extra": [], "rows": []}
    return [Step(0, 0, {**empty, **values}) for values in entry.get("quiz", [])]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]

