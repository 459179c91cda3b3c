"""What stands on the screen in each step of a plan: for the audience, without the trainer's text and without answers."""

from __future__ import annotations

from handbook.content.markup import Cite
from handbook.document.article import article, review_notes, row_document
from handbook.document.comparison import compare
from handbook.document.compose import Composer
from handbook.document.excerpt import cited_in
from handbook.document.nodes import Block, Comparison, ComparisonRow, Document, Facts, Heading, Listing, Paragraph, Section, SourceNote, Span
from handbook.document.rows import row_keys
from handbook.errors import HandbookError, UsageError, did_you_mean, sentence
from handbook.learning.plan import minutes_told

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from handbook.learning.plan import Plan, Step

STEP = "step"
"""The role of a section that fills a screen."""


def screen(plan: Plan, step: Step) -> Document | Comparison:
    """What the audience sees. Where that cannot be made, a page that says why."""
    try:
        return made(plan, step)
    except HandbookError as error:
        return _page(plan, step, [Section("trouble", "This cannot be shown", [Paragraph([Span(sentence(error))])])], [])


def made(plan: Plan, step: Step) -> Document | Comparison:
    """What the audience sees. Raises UnknownId and UsageError."""
    if step.ids:
        return _comparison(plan, step)
    entry = _entry(plan, step) if step.entry else None
    if step.ask:
        composer = Composer(plan.library, plan.region)
        return _page(plan, step, question(step, composer), composer.sources())
    if entry is None or step.is_held_back:
        return _between(plan, step)
    if step.row:
        shown = row_document(plan.library, entry, step.row, plan.region)
        return _page(plan, step, shown.sections, shown.sources)
    shown = article(plan.library, entry, plan.region, brief=entry["kind"] != "tip")
    sections = [section for section in shown.sections if section.key in ("urgent", "summary", "steps")]
    keys = cited_in(sections)
    return _page(plan, step, sections, [source for source in shown.sources if source.key in keys])


def _entry(plan: Plan, step: Step) -> dict[str, Any]:
    """The entry of a step. Raises UnknownId, and UsageError if it has no such row."""
    entry = plan.library.get(step.entry)
    if step.row and step.row not in (keys := row_keys(entry)):
        raise UsageError(f"a {entry['kind']} has no row {step.row!r}.{did_you_mean(step.row, keys)} Rows: {', '.join(keys)}")
    return entry


def _page(plan: Plan, step: Step, sections: list[Section], sources: list[SourceNote]) -> Document:
    return Document(f"{plan.id}-step-{step.number}", "lesson", step.title, "", sections, sources, [])


def _between(plan: Plan, step: Step) -> Document:
    """A step that shows nothing: the aims when the session opens, what people take home when it closes, else only its title."""
    composer = Composer(plan.library, plan.region)
    sections: list[Section] = []
    if step.do == "say" and step.number == 1:
        sections = [Section("aims", plan.title, [Heading("Aims"), *composer.listing(plan.entry["aims"])])] if plan.entry["aims"] else []
    elif step.do == "say" and step.number == len(plan.steps) and plan.entry["handout"]:
        sections = [Section("handout", "To take home", composer.listing(plan.entry["handout"]))]
    return _page(plan, step, sections, composer.sources())


def question(step: Step, composer: Composer) -> list[Section]:
    """What the room is asked, and what there is to choose from."""
    options = [Listing([composer.spans(option) for option in step.options], ordered=True)] if step.options else []
    return [Section("ask", "The question", [Paragraph(composer.spans(step.ask)), *options])]


def answer(step: Step, composer: Composer) -> list[Block]:
    """The right answer and why; nothing if the step gives none."""
    blocks: list[Block] = [Paragraph([Span(step.answer, "strong")])] if step.answer else []
    return blocks + (composer.paragraphs(step.because) if step.because else [])


def composer_after(plan: Plan, shown: Document | Comparison) -> Composer:
    """Composes text that stands on one page with what is shown: sources that are cited there keep their numbers."""
    composer = Composer(plan.library, plan.region)
    for source in shown.sources:
        composer.cite(Cite(source.key, source.read))
    return composer


def _comparison(plan: Plan, step: Step) -> Comparison:
    """The rows that are asked for, or the usual ones."""
    wanted = tuple(step.rows)
    whole = compare(plan.library, step.ids, step.condition, tuple(step.extra), bool(wanted), region=plan.region, first=wanted)
    if not wanted:
        return whole
    # The rows that come first cite the first sources, so what is kept is numbered without a gap.
    kept = whole.rows[: len(wanted)]
    keys = cited_in(Section(row.key, row.label, [block for cell in row.cells for block in cell]) for row in kept)
    sources = [source for source in whole.sources if source.key in keys]
    return Comparison(whole.title, whole.condition, whole.condition_title, whole.columns, kept, sources, 0, [])


def screens(plan: Plan) -> Document:
    """All screens on one page, a section for each step, with one list of sources."""
    sources: dict[str, SourceNote] = {}
    sections = []
    for step in plan.steps:
        shown = screen(plan, step)
        for source in shown.sources:
            known = sources.setdefault(source.key, source)
            sources[source.key] = _numbered(known, known.read or source.read, list(sources).index(source.key) + 1)
        blocks = _row_blocks(shown) if isinstance(shown, Comparison) else _blocks(shown)
        if step.minutes:
            blocks.insert(0, Paragraph([Span(f"{minutes_told(step.minutes)}.".capitalize())]))
        numbers = {key: source.number for key, source in sources.items()}
        sections.append(Section(f"step-{step.number}", f"Step {step.number} of {len(plan.steps)}: {step.title}", _renumbered(blocks, numbers), STEP))
    about = "What stands on the screen, step by step."
    return Document(f"{plan.id}-screens", "lesson", plan.title, about, sections, list(sources.values()), review_notes([plan.entry]))


def _blocks(shown: Document) -> list[Block]:
    """A page as part of another: its sections under headings."""
    blocks: list[Block] = []
    for section in shown.sections:
        blocks += [Heading(section.title, section.key), *section.blocks]
    return blocks


def _row_blocks(shown: Comparison) -> list[Block]:
    """A comparison as part of a page: each row under its question, each column under its name."""
    blocks: list[Block] = []
    for row in shown.rows:
        blocks += [Heading(row.label, row.key), *_cells(shown, row)]
    return blocks


def _cells(shown: Comparison, row: ComparisonRow) -> list[Block]:
    blocks: list[Block] = []
    for column, cell in zip(shown.columns, row.cells, strict=True):
        blocks += [Paragraph([Span(f"{column.title}:", "strong")]), *cell]
    return blocks


def _numbered(source: SourceNote, read: bool, number: int) -> SourceNote:
    return SourceNote(number, source.key, source.title, source.publisher, source.year, source.url, read)


def _renumbered(blocks: list[Block], numbers: dict[str, int]) -> list[Block]:
    """Blocks whose citations have other numbers."""

    def spans(before: list[Span]) -> list[Span]:
        marks = {"cite": "", "unread": "?"}
        return [Span(f"[{numbers[span.target]}{marks[span.role]}]", span.role, span.target) if span.role in marks else span for span in before]

    made: list[Block] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            made.append(Paragraph(spans(block.spans)))
        elif isinstance(block, Listing):
            made.append(Listing([spans(item) for item in block.items], block.ordered, block.start))
        elif isinstance(block, Facts):
            made.append(Facts([(name, spans(value)) for name, value in block.rows]))
        else:
            made.append(block)
    return made
