"""The rows of each kind of entry: their order, and the question each one answers.

Therapies, medications and procedures share one list, so that any two can be laid side by side.
"""

TREATMENT_ROWS: dict[str, str] = {
    "summary": "In short",
    "how_it_works": "How does it work?",
    "used_for": "What is it used for?",
    "benefit": "How much does it help?",
    "evidence": "How sure is that?",
    "first_effect": "When might I notice something?",
    "full_effect": "When is the full effect there?",
    "duration": "How long does it go on?",
    "after": "What lasts when it ends?",
    "effort": "What does a week ask of me?",
    "delivery": "How is it given?",
    "provider": "Who gives it?",
    "access": "How do I get it, and how soon?",
    "cost": "What does it cost?",
    "common_effects": "What unwanted effects are common?",
    "serious": "Warning signs: get help now",
    "experience": "What is it like?",
    "not_for": "Who needs extra care or something else?",
    "mixes_with": "What does it not mix with?",
    "pregnancy": "What about pregnancy and breastfeeding?",
    "young_people": "What about children and teenagers?",
    "older_adults": "What about older adults?",
    "physical_health": "What about other illness or disability?",
    "daily_life": "What about driving, work, sex, sleep?",
    "missed": "What if I miss one?",
    "stopping": "How does it end safely?",
    "monitoring": "What is checked along the way?",
    "not_working": "What if it does not help?",
    "combine": "Does it go with other treatment?",
    "starting": "What happens at the start?",
    "in_your_hands": "What can I do myself?",
    "privacy": "Who gets to know?",
    "names": "What else is it called?",
    "myths": "What do people get wrong?",
    "sources": "Where does this come from?",
}
"""The 35 comparison rows, in order: key to question."""

DEFAULT_ROWS: tuple[str, ...] = (
    "summary", "used_for", "benefit", "evidence", "first_effect", "duration", "after", "effort",
    "provider", "cost", "common_effects", "serious", "stopping", "combine",
)  # fmt: skip
"""The rows a comparison shows before the reader asks for all of them."""

MADE_ROWS: tuple[str, ...] = ("summary", "used_for", "evidence", "names", "sources")
"""Treatment rows made from other fields, never written in `rows`."""

ROLE_ROWS: dict[str, str] = {
    "does": "What do they do?",
    "training": "What training do they have?",
    "prescribes": "Can they prescribe medicine?",
    "diagnoses": "Can they diagnose?",
    "gives_therapy": "Do they give therapy?",
    "settings": "Where do they work?",
    "when_to_see": "When would I see one?",
    "works_with": "Who do they work with?",
    "first_visit": "What happens at the first visit?",
    "confused_with": "Who are they confused with?",
    "check_licence": "How do I check their licence?",
    "cost": "What does it cost, and how do I get one?",
}

CONDITION_ROWS: dict[str, str] = {
    "what_it_is": "What is it?",
    "how_common": "How common is it?",
    "head_to_head": "Therapy against medicine: what did trials find?",
    "together": "Are both together better than one?",
    "after_stopping": "What happens when treatment stops?",
    "next_steps": "What if the first treatment fails?",
    "who_treats": "Who treats it?",
    "guidelines": "What do guidelines say?",
    "young_people": "What about children and teenagers?",
}

TIP_ROWS: dict[str, str] = {
    "why": "Why?",
    "exceptions": "When is it different?",
    "regions": "What differs between the US and the UK?",
}

TERM_ROWS: dict[str, str] = {"more": "More about it", "example": "An example"}

COMPARISON_ROWS: dict[str, str] = {
    "head_to_head": "What did direct trials find?",
    "both": "What about both together?",
    "wait": "What about waiting?",
    "guidelines": "What do guidelines say?",
    "choose": "What do people weigh?",
}

SIDE_ROWS: dict[str, str] = {
    "speed": "How soon?",
    "lasting": "What lasts?",
    "effects": "What unwanted effects?",
    "effort": "What does it ask?",
    "dropout": "How many stop early?",
    "cost": "What does it cost?",
}
"""The rows of a comparison entry that hold one text for each side."""

LESSON_ROWS: dict[str, str] = {}

TREATMENTS: tuple[str, ...] = ("medication", "therapy", "procedure")
"""The kinds that share the comparison rows."""

ROWS: dict[str, dict[str, str]] = {
    "medication": TREATMENT_ROWS,
    "therapy": TREATMENT_ROWS,
    "procedure": TREATMENT_ROWS,
    "role": ROLE_ROWS,
    "condition": CONDITION_ROWS,
    "tip": TIP_ROWS,
    "term": TERM_ROWS,
    "comparison": COMPARISON_ROWS,
    "lesson": LESSON_ROWS,
}
"""Kind to its rows."""

FOLDERS: dict[str, str] = {
    "medication": "medications",
    "therapy": "therapies",
    "procedure": "procedures",
    "role": "roles",
    "condition": "conditions",
    "tip": "tips",
    "term": "terms",
    "comparison": "comparisons",
    "lesson": "lessons",
}
"""Kind to the folder its files are in, in the order in which kinds are listed."""


def written_rows(kind: str) -> list[str]:
    """The row keys an author of that kind may write, in order."""
    return [key for key in ROWS[kind] if key not in MADE_ROWS or kind not in TREATMENTS]
