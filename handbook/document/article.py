"""An entry as a document: warnings first, then the short answer, then the rest in sections."""

from __future__ import annotations

from handbook.content.review import changed_since, reviewed_by
from handbook.content.rows import ROWS, TREATMENT_ROWS, TREATMENTS
from handbook.document.compose import Composer
from handbook.document.kinds import OTHERS
from handbook.document.nodes import Block, Document, Facts, Heading, Listing, Paragraph, Section, Span, text_of
from handbook.document.rows import row
from handbook.document.treatment import row_blocks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from handbook.library.library import Card, Library

KIND_TITLES = {
    "medication": "Medication",
    "therapy": "Therapy",
    "procedure": "Procedure",
    "role": "Professional role",
    "condition": "Condition",
    "tip": "Practical tip",
    "term": "Term",
    "comparison": "Comparison",
    "lesson": "Lesson",
}
"""Kind to its name for readers."""

KIND_PLURALS = {
    "medication": "Medications",
    "therapy": "Therapies",
    "procedure": "Procedures",
    "role": "Roles",
    "condition": "Conditions",
    "tip": "Tips",
    "term": "Terms",
    "comparison": "Comparisons",
    "lesson": "Lessons",
}
"""Kind to the name of its group in a list."""

_PARTS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("help", "Does it help?", ("how_it_works", "used_for", "benefit", "evidence")),
    ("time", "How long does it take?", ("first_effect", "full_effect", "duration", "after")),
    ("effects", "Unwanted effects and warnings", ("common_effects", "serious", "experience")),
    ("week", "What it asks of you", ("effort", "delivery", "provider", "access", "cost")),
    ("care", "Who needs extra care", ("not_for", "mixes_with", "pregnancy", "young_people", "older_adults", "physical_health")),
    ("living", "Living with it", ("daily_life", "missed", "monitoring")),
    ("ending", "Stopping, changing, combining", ("stopping", "not_working", "combine")),
    ("starting", "Starting and your part in it", ("starting", "in_your_hands", "privacy")),
    ("names", "Names and wrong ideas", ("names", "myths")),
)
"""The sections of a treatment's page: key, title, rows."""

_GLANCE = (
    ("first_effect", "First change"),
    ("duration", "How long"),
    ("effort", "Your week"),
    ("after", "Afterwards"),
    ("stopping", "Stopping"),
)
"""Rows whose first sentence stands at the top of a treatment's page."""

_MOST_BACK = 8
"""How many entries that name this one as related stand in its own list without being named there."""

_MOST_MENTIONS = 12
"""How many entries of a kind are named as mentioning this one."""

UNREVIEWED = "Not yet reviewed by a clinician."


def article(library: Library, entry: dict[str, Any], region: str = "", brief: bool = False) -> Document:
    """The page of an entry; `brief` keeps the warnings and the short answer."""
    composer = Composer(library, region)
    kind = entry["kind"]
    sections = [*_warnings(entry, composer), _short(entry, composer)]
    if not brief:
        if kind in TREATMENTS:
            sections += _treatment(entry, composer)
        else:
            sections += OTHERS[kind](entry, composer)
        sections += _ending(library, entry, composer)
    subtitle = KIND_TITLES[kind]
    if entry["family"] and (family := library.short(entry["family"])):
        subtitle += f", one of: {family}"
    return Document(entry["id"], kind, entry["title"], subtitle, sections, composer.sources(), review_notes([entry]))


def row_document(library: Library, entry: dict[str, Any], key: str, region: str = "") -> Document:
    """One row of an entry as a page; `key` must be in `ROWS` of its kind or be `summary`."""
    composer = Composer(library, region)
    label = "In short" if key == "summary" else ROWS[entry["kind"]][key]
    section = Section(key, label, row(entry, key, composer))
    return Document(entry["id"], entry["kind"], entry["title"], KIND_TITLES[entry["kind"]], [section], composer.sources(), [])


def review_notes(entries: list[dict[str, Any]]) -> list[str]:
    """Who reviewed the entries that a page is made of, and when the first one is due."""
    reviews = [entry["review"] for entry in entries]
    by = [reviewed_by(review) for review in reviews] if len(reviews) == 1 else [review["clinician"] for review in reviews]
    reviewed = f"Reviewed by {', '.join(dict.fromkeys(by)).rstrip('.')}." if all(by) else UNREVIEWED
    if all(by) and any(map(changed_since, entries)):
        reviewed += " The text was changed since." if len(entries) == 1 else " Some of the text was changed since."
    written, due = max(review["written"] for review in reviews), min(review["due"] for review in reviews)
    return [
        f"Written {written}. {reviewed} To be looked at again by {due}.",
        "This is information, not advice for one person. Ask a professional about your own treatment.",
    ]


def _warnings(entry: dict[str, Any], composer: Composer) -> list[Section]:
    """The red flags, if there are any."""
    blocks = composer.listing(entry["urgent"])
    return [Section("urgent", "Get help now", blocks, role="urgent")] if blocks else []


def _short(entry: dict[str, Any], composer: Composer) -> Section:
    """The short answer, with the facts of a treatment that people ask for first."""
    blocks = composer.paragraphs(entry["summary"])
    rows: list[tuple[str, list[Span]]] = []
    if entry["kind"] in TREATMENTS:
        first = [item["condition"] for item in entry["evidence"] if item["place"] == "first-line"]
        if spans := composer.links_in_a_row(first):
            rows.append(("First choice for", spans))
        for key, name in _GLANCE:
            if text := entry["rows"].get(key):
                rows.append((name, composer.line(_first_sentence(text))))
    if entry["kind"] == "comparison":
        rows.append(("For", [composer.link(entry["condition"])]))
        rows.append(("Between", composer.links_in_a_row([*entry["a"], *entry["b"]])))
    if rows:
        blocks.append(Facts(rows))
    return Section("summary", "In short", blocks)


def _first_sentence(text: Any) -> Any:
    """The first sentence of a text with the citations behind it, by region where the text is.

    Found by hand: a pattern would take longer to compile than the rest of the page takes to make.
    """
    if isinstance(text, dict):
        return {region: _first_sentence(form) for region, form in text.items()}
    ends = [place for mark in (". ", "? ", "! ") if (place := text.find(mark)) >= 0]
    end = min(ends) + 1 if ends else len(text)
    while text.startswith(" [@", end):
        end = text.index("]", end) + 1
    return text[:end]


def _treatment(entry: dict[str, Any], composer: Composer) -> list[Section]:
    """The parts of a treatment's page."""
    sections = []
    for part, title, keys in _PARTS:
        blocks: list[Block] = []
        for key in keys:
            blocks += [Heading(TREATMENT_ROWS[key], key), *row_blocks(entry, key, composer)]
        sections.append(Section(part, title, blocks))
        if part == "time" and (blocks := _by_condition(entry, composer)):
            sections.append(Section("conditions", "What differs by condition", blocks))
    return sections


def _by_condition(entry: dict[str, Any], composer: Composer) -> list[Block]:
    """The rows that differ for one condition."""
    blocks: list[Block] = []
    for condition, rows in entry["lens"].items():
        blocks.append(Heading(composer.library.short(condition) or condition.replace("-", " ")))
        blocks.append(Facts([(TREATMENT_ROWS[key], composer.line(text)) for key, text in rows.items()]))
    return blocks


def _ending(library: Library, entry: dict[str, Any], composer: Composer) -> list[Section]:
    """Disagreements, questions to ask, other names, and links."""
    sections = []
    if blocks := _disagreements(entry, composer):
        sections.append(Section("differ", "Where sources disagree", blocks))
    if blocks := composer.listing(entry["questions"]):
        sections.append(Section("questions", "Questions to ask", blocks))
    if entry["aliases"] and entry["kind"] in ("role", "condition", "term"):
        sections.append(Section("names", "Other names", [Paragraph([Span(", ".join(entry["aliases"]) + ".")])]))
    family = [card.id for card in library.cards(family=entry["id"]) if card.id != entry["id"]] if entry["overview"] else []
    if family and (blocks := composer.links(family)):
        sections.append(Section("family", "In this group", blocks))
    treatments = [card.id for card in library.cards(condition=entry["id"])] if entry["kind"] == "condition" else []
    if blocks := composer.links(treatments):
        sections.append(Section("treatments", "Treatments for it in this handbook", blocks))
    seen = {entry["id"], *entry["see"], *family}
    back = [card.id for card in library.backlinks(entry["id"], see=True) if card.id not in seen]
    if blocks := composer.links([*entry["see"], *back[:_MOST_BACK]]):
        sections.append(Section("see", "See also", blocks))
    if blocks := _mentions(library, entry["id"], {*seen, *treatments, *back[:_MOST_BACK]}):
        sections.append(Section("mentioned", "Mentioned in", blocks))
    return sections


def _mentions(library: Library, id: str, known: set[str]) -> list[Block]:
    """The entries that link to this one and are not `known` from a list above, in a row for each kind."""
    kinds: dict[str, list[Card]] = {}
    for card in library.backlinks(id):
        if card.id not in known:
            kinds.setdefault(card.kind, []).append(card)
    rows: list[tuple[str, list[Span]]] = []
    for kind, cards in kinds.items():
        spans: list[Span] = []
        for card in cards[:_MOST_MENTIONS]:
            spans += [*([Span("; ")] if spans else []), Span(card.short, "link", card.id)]
        more = len(cards) - _MOST_MENTIONS
        rows.append((KIND_PLURALS[kind], [*spans, Span(f"; and {more} more")] if more > 0 else spans))
    return [Facts(rows)] if rows else []


def _disagreements(entry: dict[str, Any], composer: Composer) -> list[Block]:
    """Each point with what every side says."""
    blocks: list[Block] = []
    for item in entry["differ"]:
        blocks.append(Heading(text_of(composer.line(item["point"]))))
        items = [[*composer.line(side["says"]), *composer.cites(side["sources"])] for side in item["sides"]]
        blocks.append(Listing(items))
    return blocks
