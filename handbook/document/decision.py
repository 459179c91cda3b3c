"""What there is to decide on for a condition: warnings, every option that is recorded, and what to ask.

Nothing here scores, ranks or recommends. What a reader ticks only moves those questions up.
"""

from __future__ import annotations

from handbook.content.rows import ROWS, TREATMENT_ROWS
from handbook.document.article import KIND_PLURALS, review_notes
from handbook.document.asking import questions
from handbook.document.comparison import small
from handbook.document.compose import Composer
from handbook.document.nodes import Block, Document, Facts, Heading, Listing, Paragraph, Section, Span
from handbook.document.options import IN_SHORT, KINDS, options_for, place_blocks, place_of, placed
from handbook.document.treatment import PLACES, row_blocks
from handbook.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from handbook.library.library import Library

AGES = {"": "any age", "young": "a child or teenager", "adult": "an adult", "older": "an older adult"}
"""Age group to how a sentence names it. `young` is under 18, `older` from 65."""

AGE_ROWS = {"": (), "young": ("young_people",), "adult": ("pregnancy",), "older": ("older_adults", "physical_health")}
"""Age group to the rows that it asks for."""

MATTERS = (
    "benefit", "first_effect", "duration", "after", "effort", "delivery", "access", "cost", "common_effects", "experience",
    "pregnancy", "physical_health", "daily_life", "stopping", "in_your_hands", "privacy",
)  # fmt: skip
"""Rows that a reader may tick as mattering to them."""

TICKED = "It matters: "
"""What stands in front of a row that is ticked."""

_ALWAYS = ("effort", "first_effect", "benefit", "common_effects", "serious", "stopping")
"""Rows that every option shows, whatever is ticked: what it asks, what it may give, and what it may do, in equal detail."""

_RULES = (
    "This page does not recommend anything, and it does not rank or score options.",
    "Options stand by kind: talking therapies, medications, procedures, both together, waiting. Within a kind they stand by the best "
    "place that guidelines give them at any stage, and within a place by the alphabet. Additions, off-label use and what is not routine or not "
    "recommended stand together in short, with links to their pages.",
    "What you tick under What matters to you moves up in every option, and changes nothing else. Nothing is stored.",
)

_ONE_AGE = "Places are those recorded for the condition as a whole. What is recorded for this age stands in each option; read it with them."
_SHEET_ORDER = "Those that guidelines name as a first choice for some people, by kind and then by the alphabet. Tick what you want to talk about."


def decision(library: Library, condition: str, age: str = "", ticked: tuple[str, ...] = (), region: str = "") -> Document:
    """The decision page of a condition for a key of AGES; `ticked` holds keys of MATTERS in the reader's order.

    Raises UnknownId, and UsageError for an entry that is no condition, or another age or row.
    """
    entry = _asked(library, condition, age, ticked)
    composer = Composer(library, region)
    options = options_for(library, entry)
    choices = [option for option in options if place_of(library, option, entry) not in IN_SHORT]
    sections = [
        *_warnings(entry, composer),
        Section("rules", "How to read this page", [Paragraph([Span(text)]) for text in (*_RULES, *([_ONE_AGE] if age else []))]),
        _matters(ticked),
        *_young(entry, age, composer),
        _glance(library, entry, options, composer),
        *(_option(option, entry, age, ticked, composer) for option in choices),
        *_in_short([option for option in options if option not in choices], entry, age, composer),
        *_side(entry, "both", "Both together", ticked, age, composer),
        *_side(entry, "wait", "Waiting", ticked, age, composer),
        *questions(library, entry, ticked, choices, composer),
        *_helpers(entry, composer),
    ]
    title = f"Deciding about {small(entry['short'])}" + (f", for {AGES[age]}" if age else "")
    notes = review_notes([entry, *options])
    return Document(f"decide-{entry['id']}", "decision", title, _sentence(entry, options), sections, composer.sources(), notes)


def sheet(library: Library, condition: str, age: str = "", ticked: tuple[str, ...] = (), region: str = "") -> Document:
    """What to take to an appointment, on a page or two. Takes and raises what `decision` does."""
    entry = _asked(library, condition, age, ticked)
    composer = Composer(library, region)
    options = [option for option in options_for(library, entry) if place_of(library, option, entry) not in IN_SHORT]
    first = [option for option in options if place_of(library, option, entry) == "first-line"] or options
    others = [option["short"] for option in options if option not in first]
    items = [[Span(f"[ ] {option['title']}")] for option in first]
    items += [[Span("[ ] Both together")]] if entry["both"] else []
    items += [[Span("[ ] Waiting, with a date to look again")]] if entry["wait"] else []
    blocks: list[Block] = [Paragraph([Span(_SHEET_ORDER)]), Listing(items)]
    blocks += [Paragraph([Span(f"Other options that are recorded: {', '.join(others)}.")])] if others else []
    chosen = [[Span(TREATMENT_ROWS[key])] for key in ticked]
    lines = [Paragraph([Span("_" * 60)]) for _ in range(3)]
    sections = [
        *_warnings(entry, composer),
        Section("matters", "What matters to me", [Listing(chosen)] if chosen else list(lines)),
        Section("options", "Options I want to ask about", blocks),
        *questions(library, entry, ticked, options, composer),
        Section("mine", "My own questions", list(lines)),
        Section("agreed", "What we agreed, and when we look at it again", list(lines)),
    ]
    title = f"For my appointment: {small(entry['short'])}" + (f", for {AGES[age]}" if age else "")
    return Document(f"sheet-{entry['id']}", "decision", title, "", sections, composer.sources(), review_notes([entry, *options]))


def _asked(library: Library, condition: str, age: str, ticked: tuple[str, ...]) -> dict[str, Any]:
    """The condition's entry, if all that is asked for exists."""
    if age not in AGES:
        raise UsageError(f"there is no age group {age!r}; choose young, adult or older")
    if wrong := [key for key in ticked if key not in MATTERS]:
        raise UsageError(f"{wrong[0]!r} cannot be ticked. Rows: {', '.join(MATTERS)}")
    entry = library.get(condition)
    if entry["kind"] != "condition":
        raise UsageError(f"a decision is about a condition; {condition!r} is a {entry['kind']}. Try: handbook list condition")
    return entry


def _sentence(entry: dict[str, Any], options: list[dict[str, Any]]) -> str:
    """The decision in one sentence."""
    kinds = {option["kind"] for option in options}
    names = {"therapy": "a talking therapy", "medication": "a medication", "procedure": "a procedure"}
    ways = [name for kind, name in names.items() if kind in kinds]
    ways += ["both together"] if entry["both"] else []
    ways += ["waiting for now"] if entry["wait"] else []
    if len(ways) > 1:
        return f"What to do next about {small(entry['short'])}: {', '.join(ways[:-1])}, or {ways[-1]}."
    return f"What to do next about {small(entry['short'])}."


def _warnings(entry: dict[str, Any], composer: Composer) -> list[Section]:
    """The red flags of the condition, if there are any."""
    blocks = composer.listing(entry["urgent"])
    return [Section("urgent", "Get help now", blocks, role="urgent")] if blocks else []


def _matters(ticked: tuple[str, ...]) -> Section:
    """The rows to tick, each in its place, ticked or not."""
    items = [[Span(TICKED if key in ticked else "", "label"), Span(TREATMENT_ROWS[key])] for key in MATTERS]
    return Section("matters", "What matters to you", [Listing(items)])


def _young(entry: dict[str, Any], age: str, composer: Composer) -> list[Section]:
    """What the condition's own page says about the age group."""
    return [
        Section(f"age-{key}", ROWS["condition"][key], composer.paragraphs(entry["rows"][key]))
        for key in AGE_ROWS[age]
        if key in ROWS["condition"] and entry["rows"].get(key)
    ]


def _glance(library: Library, entry: dict[str, Any], options: list[dict[str, Any]], composer: Composer) -> Section:
    """All options by name, under their kind and place."""
    rows: list[tuple[str, list[Span]]] = []
    for kind in KINDS:
        places: dict[str, list[str]] = {}
        for option in options:
            if option["kind"] == kind:
                places.setdefault(place_of(library, option, entry), []).append(option["id"])
        for place, ids in places.items():
            ids.sort(key=lambda id: (library.short(id) or id).lower())
            rows.append((f"{KIND_PLURALS[kind]}, {PLACES[place]}", composer.links_in_a_row(ids)))
    for key, name in (("both", "Both together"), ("wait", "Waiting")):
        if entry[key]:
            rows.append((name, [Span("see its own part below")]))
    return Section("options", "The options at a glance", [Facts(rows)])


def _option(option: dict[str, Any], entry: dict[str, Any], age: str, ticked: tuple[str, ...], composer: Composer) -> Section:
    """One treatment: the short answer, its place, then the rows, those that matter first."""
    blocks = [*composer.paragraphs(option["summary"]), *place_blocks(option, entry, composer)]
    for key in _rows(age, ticked):
        blocks += [Heading(TREATMENT_ROWS[key], key), *row_blocks(option, key, composer, entry["id"])]
    return Section(option["id"], f"{option['kind'].capitalize()}: {option['title']}", blocks)


def _rows(age: str, ticked: tuple[str, ...]) -> list[str]:
    """The rows of an option: what was ticked, then what the age group asks for, then those that are always there."""
    return list(dict.fromkeys([*ticked, *AGE_ROWS[age], *_ALWAYS]))


def _in_short(options: list[dict[str, Any]], entry: dict[str, Any], age: str, composer: Composer) -> list[Section]:
    """Treatments that are no choice of their own here, each with its place and what the age group asks for."""
    blocks: list[Block] = []
    for option in options:
        blocks += [Heading(option["title"]), Paragraph([composer.link(option["id"], "Its page"), Span(".")]), *place_blocks(option, entry, composer)]
        for key in AGE_ROWS[age]:
            blocks += [Paragraph([Span(f"{TREATMENT_ROWS[key]} ", "label"), *block.spans]) for block in _texts(option, key, entry, composer)]
    return [Section("other", "Additions, off-label, and what is not recommended", blocks)] if blocks else []


def _texts(option: dict[str, Any], key: str, entry: dict[str, Any], composer: Composer) -> list[Paragraph]:
    """The paragraphs of a row."""
    return [block for block in row_blocks(option, key, composer, entry["id"]) if isinstance(block, Paragraph)]


def _side(entry: dict[str, Any], side: str, title: str, ticked: tuple[str, ...], age: str, composer: Composer) -> list[Section]:
    """What the condition says of both together, or of waiting; its rows in the order of those of an option."""
    texts = entry[side]
    if not texts:
        return []
    blocks = composer.paragraphs(texts["summary"]) if texts.get("summary") else []
    if side == "both":
        items = [[Span(f"{stage['name']}: ", "label"), *placed(stage["both"], composer)] for stage in entry["stages"] if stage["both"]["place"]]
        blocks += [Listing(items)] if items else []
    for key in _rows(age, ticked):
        blocks += [Heading(TREATMENT_ROWS[key], key), *(composer.paragraphs(texts[key]) if texts.get(key) else composer.not_recorded())]
    return [Section(side, title, blocks)]


def _helpers(entry: dict[str, Any], composer: Composer) -> list[Section]:
    """Who treats the condition."""
    text = entry["rows"].get("who_treats")
    return [Section("who_treats", "Who can help", composer.paragraphs(text))] if text else []
