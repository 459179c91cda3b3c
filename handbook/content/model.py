"""The typed content model: every kind of entry, its fields, and what may stand in them.

These declarations are the only ones. The reader (`load`) checks files against them, `handbook schema`
turns them into JSON Schema, `handbook new` makes templates of them, and mypy checks the code that uses
an entry. At run time an entry is a plain dictionary (JSON in the compiled library), so reading one
costs nothing beyond `json`. Every field is present once an entry is loaded; an optional one that the
author left out holds the empty value of its type.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, NamedTuple, TypedDict

from handbook.content import rows


class Field(NamedTuple):
    """What a field is for, and the bounds the reader checks."""

    help: str
    required: bool = False
    longest: int = 0
    """The most characters of a text or items of a list; 0 is no bound."""
    reference: str = ""
    """The kinds an id may name: `any`, `treatment`, a kind, or `source`."""
    keys: tuple[str, ...] = ()
    """The keys a mapping may have; empty is any."""
    plain: bool = False
    """A text without inline markup."""
    pattern: str = ""
    """A regular expression the whole text must match."""


Region = Literal["us", "uk"]
Text = str | dict[str, str]
"""A text with inline markup, or one text for each region."""
Place = Literal[
    "first-line", "second-line", "add-on", "option", "off-label", "not-routine", "not-recommended"
]
Strength = Literal["strong", "moderate", "limited", "mixed"]
Severity = Literal["mild", "moderate", "severe"]

DATE = r"\d{4}-\d{2}-\d{2}"
"""How a day is written."""
_Plain = Annotated[str, Field("a short text without markup", plain=True)]
_Source = Annotated[str, Field("a source's key; a `?` behind it says that nobody has read it for this", reference="source")]
_Sources = Annotated[list[_Source], Field("the sources of the statement")]
_Says = Annotated[Text, Field("the statement in one sentence")]


class Drug(TypedDict):
    """A medicine with its names, all of them search names."""

    name: Annotated[str, Field("the generic name", required=True, plain=True)]
    us: Annotated[list[_Plain], Field("brand names in the US")]
    uk: Annotated[list[_Plain], Field("brand names in the UK")]
    atc: Annotated[str, Field("the code in WHO's ATC system", plain=True)]
    note: Annotated[Text, Field("a remark, such as: not sold in the US")]


class Evidence(TypedDict):
    """What a treatment is used for, how it ranks there, and how sure that is."""

    condition: Annotated[str, Field("a condition's id", required=True, reference="condition")]
    severity: Annotated[list[Severity], Field("left out for all")]
    place: Annotated[Place, Field("its place among the treatments", required=True)]
    strength: Annotated[Strength, Field("how strong the evidence is", required=True)]
    says: Annotated[Text, Field("one sentence that names the guideline and its year", required=True)]
    sources: _Sources


class Side(TypedDict):
    """One side of a disagreement."""

    says: Annotated[Text, Field("what this side says", required=True)]
    sources: _Sources


class Disagreement(TypedDict):
    """A point on which sources differ."""

    point: Annotated[str, Field("what they differ about", required=True)]
    sides: Annotated[list[Side], Field("who says what", required=True)]


class Review(TypedDict):
    """Who looked at the entry, and when it is due again."""

    written: Annotated[str, Field("the day it was written", required=True, pattern=DATE, plain=True)]
    clinician: Annotated[str, Field("the named person who reviewed it, or null", longest=80, plain=True)]
    role: Annotated[str, Field("that person's profession, such as psychiatrist", longest=60, plain=True)]
    reviewed: Annotated[str, Field("the day of the review", pattern=DATE, plain=True)]
    checksum: Annotated[str, Field("of the text that was reviewed; `handbook review sign` writes it", plain=True)]
    due: Annotated[str, Field("the day it must be looked at again", required=True, pattern=DATE, plain=True)]


class Option(TypedDict):
    """A treatment at one stage of a condition."""

    treatment: Annotated[str, Field("a treatment's id", required=True, reference="treatment")]
    place: Annotated[Place, Field("its place at this stage", required=True)]
    strength: Annotated[Strength, Field("how strong the evidence is", required=True)]
    says: _Says
    sources: _Sources


class Together(TypedDict):
    """Therapy and medication together at one stage of a condition."""

    place: Annotated[Place, Field("the place of both together", required=True)]
    strength: Annotated[Strength, Field("how strong the evidence is", required=True)]
    says: _Says
    sources: _Sources


class Stage(TypedDict):
    """One stage of a condition and what is offered there."""

    name: Annotated[str, Field("such as: Mild", required=True, plain=True)]
    plan: Annotated[Text, Field("what is usually done, in a sentence or two")]
    options: Annotated[list[Option], Field("the treatments, first ones first")]
    both: Annotated[Together, Field("therapy and medication together")]


class Pair(TypedDict):
    """One row of a comparison: a text for each side."""

    a: Annotated[Text, Field("for the first treatment", required=True)]
    b: Annotated[Text, Field("for the second treatment", required=True)]


_Key = Annotated[str, Field("names the question for good, also after it was reworded, such as: brain-scan", plain=True)]
_Ask = Annotated[str, Field("the question")]
_Options = Annotated[list[Annotated[str, Field("an answer to choose, without links or sources")]], Field("two to four answers to choose from")]
_Answer = Annotated[str, Field("the right option, in the same words", plain=True)]
_Because = Annotated[Text, Field("why, with its sources")]


class Question(TypedDict):
    """A question with its answer; a step of a lesson may hold one as well."""

    key: _Key
    ask: _Ask
    options: _Options
    answer: _Answer
    because: _Because


class Step(TypedDict):
    """One step of a lesson."""

    do: Annotated[Literal["say", "show", "compare", "discuss", "quiz", "read"], Field("what happens", required=True)]
    minutes: Annotated[int, Field("how long it takes")]
    entry: Annotated[str, Field("the entry to show", reference="any")]
    row: Annotated[str, Field("the row of it", plain=True)]
    entries: Annotated[list[Annotated[str, Field("an id", reference="any")]], Field("the entries to compare")]
    lens: Annotated[str, Field("the condition to compare them for", reference="condition")]
    extra: Annotated[list[Literal["both", "wait"]], Field("more columns: both together, or waiting")]
    rows: Annotated[list[_Plain], Field("the rows to compare; without any, the usual ones")]
    text: Annotated[Text, Field("what to say, ask or discuss")]
    key: _Key
    ask: _Ask
    options: _Options
    answer: _Answer
    because: _Because


_ANY_TREATMENT = Annotated[str, Field("a treatment's id", reference="treatment")]
_TreatmentRows = Annotated[
    dict[str, Text], Field("row key to text", keys=tuple(rows.written_rows("therapy")))
]
_Column = Annotated[
    dict[str, Text],
    Field("row key to text; summary at least", keys=("summary", *rows.written_rows("therapy"))),
]


class Entry(TypedDict):
    """The fields that every kind of entry has."""

    id: str
    kind: str
    title: Annotated[str, Field("the full name", required=True, longest=90, plain=True)]
    short: Annotated[str, Field("for lists, columns and links", longest=24, plain=True)]
    family: Annotated[str, Field("the overview entry of the same kind it belongs to", reference="any")]
    overview: Annotated[bool, Field("true for an overview entry")]
    aliases: Annotated[list[_Plain], Field("every other name people use")]
    asks: Annotated[list[_Plain], Field("questions as people really put them")]
    heard: Annotated[list[_Plain], Field("what people say who do not know its name; for search only")]
    summary: Annotated[Text, Field("the whole answer for someone in a hurry, at most 45 words", required=True)]
    urgent: Annotated[list[Text], Field("red flags, shown first")]
    rows: dict[str, Text]
    differ: Annotated[list[Disagreement], Field("where sources disagree")]
    questions: Annotated[list[Text], Field("questions to ask a professional")]
    see: Annotated[list[Annotated[str, Field("an id", reference="any")]], Field("related entries")]
    review: Annotated[Review, Field("who looked at it, and when it is due again", required=True)]


class Treatment(Entry):
    """A therapy, a medication or a procedure."""

    rows: _TreatmentRows
    evidence: Annotated[list[Evidence], Field("what it is used for, and how sure that is")]
    lens: Annotated[dict[str, _TreatmentRows], Field("rows that differ for one condition", reference="condition")]


class Medication(Treatment):
    """A class of medicines."""

    drugs: Annotated[list[Drug], Field("the medicines of the class with all their names")]


class Therapy(Treatment):
    """A talking or practical therapy."""


class Procedure(Treatment):
    """A medical treatment that is neither talk nor tablet."""


class Role(Entry):
    """A profession, or another person who helps."""

    rows: Annotated[dict[str, Text], Field("row key to text", keys=tuple(rows.ROLE_ROWS))]


class Condition(Entry):
    """What treatments are compared for."""

    rows: Annotated[dict[str, Text], Field("row key to text", keys=tuple(rows.CONDITION_ROWS))]
    stages: Annotated[list[Stage], Field("treatment by stage, mildest first")]
    compare: Annotated[list[_ANY_TREATMENT], Field("first-line options to set side by side", longest=3)]
    wait: _Column
    both: _Column


class Tip(Entry):
    """Practical advice, step by step."""

    rows: Annotated[dict[str, Text], Field("row key to text", keys=tuple(rows.TIP_ROWS))]
    steps: Annotated[list[Text], Field("what to do, in order", required=True)]


class Term(Entry):
    """A word that needs explaining; the summary is its definition."""

    rows: Annotated[dict[str, Text], Field("row key to text", keys=tuple(rows.TERM_ROWS))]


class Comparison(Entry):
    """A pair of treatments that people often ask about, for one condition."""

    rows: Annotated[dict[str, Text], Field("row key to text", keys=tuple(rows.COMPARISON_ROWS))]
    condition: Annotated[str, Field("a condition's id", required=True, reference="condition")]
    a: Annotated[list[_ANY_TREATMENT], Field("the first treatment", required=True)]
    b: Annotated[list[_ANY_TREATMENT], Field("the second treatment", required=True)]
    sides: Annotated[dict[str, Pair], Field("row key to a text for each side", keys=tuple(rows.SIDE_ROWS))]


class Lesson(Entry):
    """A training session built from entries."""

    rows: Annotated[dict[str, Text], Field("row key to text", keys=("-",))]
    minutes: Annotated[int, Field("how long it takes", required=True)]
    audience: Annotated[Text, Field("whom it is for")]
    aims: Annotated[list[Text], Field("what people can do afterwards")]
    steps: Annotated[list[Step], Field("what happens, in order", required=True)]
    quiz: Annotated[list[Question], Field("more questions, for those who revise afterwards")]
    notes: Annotated[Text, Field("for the trainer")]
    handout: Annotated[list[Text], Field("what people take home")]


class Source(TypedDict):
    """Where a statement comes from."""

    title: Annotated[str, Field("its title", required=True, plain=True)]
    publisher: Annotated[str, Field("who published it", plain=True)]
    year: Annotated[str, Field("the year, or null", plain=True)]
    url: Annotated[str, Field("its address", plain=True)]
    read: Annotated[bool, Field("was a supporting passage read")]
    note: Annotated[str, Field("how good the source is", plain=True)]


class Emergency(TypedDict):
    """The number to call when somebody is in danger right now."""

    call: Annotated[str, Field("the number", required=True, plain=True)]
    says: _Says


class CrisisLine(TypedDict):
    """A place to turn to in a crisis."""

    name: Annotated[str, Field("its name", required=True, plain=True)]
    call: Annotated[str, Field("the number to call", plain=True)]
    text: Annotated[str, Field("the number to text, and the word", plain=True)]
    web: Annotated[str, Field("an address", plain=True)]
    email: Annotated[str, Field("an e-mail address", plain=True)]
    hours: Annotated[str, Field("when it answers", plain=True)]
    says: _Says
    sources: _Sources


class RegionHelp(TypedDict):
    """Where to turn in a crisis, in one region."""

    title: Annotated[str, Field("the region's name", required=True, plain=True)]
    emergency: Annotated[Emergency, Field("the emergency number")]
    crisis: Annotated[list[CrisisLine], Field("crisis lines", required=True)]
    notes: Annotated[list[Text], Field("remarks, such as old numbers")]
    checked: Annotated[str, Field("the day the numbers were checked", required=True, pattern=DATE, plain=True)]


MODELS: dict[str, Any] = {
    "medication": Medication,
    "therapy": Therapy,
    "procedure": Procedure,
    "role": Role,
    "condition": Condition,
    "tip": Tip,
    "term": Term,
    "comparison": Comparison,
    "lesson": Lesson,
}
"""Kind to its model."""

YAML_NAMES = {"lens": "for", "extra": "with"}
"""Fields whose name in a file is a word that Python keeps for itself."""
