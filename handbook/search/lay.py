"""What people say for what the entries call something else, and what a question is about.

Two reviewed tables. Names and misspellings do not belong here: names stand in the entries' aliases, and
misspellings are found by their distance from known words.
"""

from __future__ import annotations

_SAME: tuple[tuple[str, ...], ...] = (
    ("medicine", "medicines", "medication", "medications", "meds", "med", "pill", "pills", "tablet", "tablets", "prescription", "drug"),
    ("doctor", "physician", "gp"),
    ("therapist", "counselor", "counsellor"),
    ("therapy", "counseling", "counselling"),
    ("depressed", "depression", "depressive"),
    ("anxious", "anxiety"),
    ("worrying", "worry", "worried"),
    ("psychotic", "psychosis"),
    ("suicidal", "suicide"),
    ("pregnant", "pregnancy"),
    ("breastfeed", "breastfeeding", "nursing"),
    ("sleep", "asleep", "sleeping"),
    ("tired", "tiredness", "fatigue", "sleepy", "sleepiness", "drowsy"),
    ("child", "children", "kid", "kids", "daughter", "son"),
    ("teen", "teens", "teenager", "teenagers", "adolescent", "adolescents"),
    ("mom", "mum", "mother", "dad", "father", "parent", "parents"),
    ("relative", "relatives", "family"),
    ("wife", "husband", "partner", "spouse", "girlfriend", "boyfriend"),
    ("elderly", "older"),
    ("booze", "drinking", "drink", "wine", "beer", "alcohol"),
    ("addict", "addicted", "addiction", "addictive"),
    ("weed", "marijuana", "cannabis"),
    ("stop", "stopping", "quit", "quitting", "discontinue", "discontinuing", "discontinuation"),
    ("wean", "weaning", "taper", "tapering"),
    ("pay", "paying", "afford", "cost", "costs", "cheap", "price", "expensive", "fees"),
    ("illness", "disorder", "condition"),
    ("diagnose", "diagnosed", "diagnosis"),
    ("hallucinate", "hallucinating", "hallucinations"),
    ("shaky", "shaking", "tremor"),
    ("fat", "weight"),
    ("libido", "sex", "sexual"),
    ("nauseous", "nausea", "sick"),
    ("throw", "vomit", "vomiting"),
    ("jab", "shot", "injection"),
    ("hospital", "inpatient"),
    ("scared", "afraid", "fear"),
    ("dose", "dosage", "doses"),
    ("crying", "sad", "sadness", "low"),
    ("die", "died", "death", "dead", "lost", "bereavement"),
    ("treat", "treated", "treatment", "treatments"),
    ("help", "helps", "helping", "support"),
    ("prescribe", "prescribes", "prescriber", "prescribing"),
    ("behavior", "behaviour"),
    ("behavioral", "behavioural"),
    ("center", "centre"),
    ("stabilizer", "stabiliser"),
    ("desensitization", "desensitisation"),
    ("license", "licence"),
)

SYNONYMS: dict[str, tuple[str, ...]] = {word: group for group in _SAME for word in group}
"""A word to all words, itself included, that are searched in its place."""


class Relation:
    """A thing people ask about any medicine, and the entries that answer it for all of them.

    `triggers` are words or runs of words; `entries` are ids, best first. The named medicine comes first
    and the entry second; with `leads` it is the other way round, since the question is about two medicines.
    """

    __slots__ = ("entries", "leads", "triggers")

    def __init__(self, triggers: str, entries: str, leads: bool = False) -> None:
        self.triggers = tuple(f" {trigger.strip()} " for trigger in triggers.split(","))
        self.entries = tuple(entries.split())
        self.leads = leads


RELATIONS: tuple[Relation, ...] = (
    Relation("suddenly, abruptly, cold turkey, ran out, run out, running out, overnight", "dont-stop-suddenly discontinuation-syndrome"),
    Relation("stopped, just stop, just stopped, skipped, threw away", "dont-stop-suddenly tapering"),
    Relation(
        "stop, stopping, quit, quitting, come off, comes off, coming off, came off, get off, getting off, go off, going off, went off, "
        "off of, wean, weaning, ween, taper, tapering, discontinue, discontinuing, discontinuation",
        "tapering dont-stop-suddenly",
    ),
    Relation("withdrawal, withdrawals, withdrawal symptoms", "withdrawal tapering"),
    Relation(
        "mix, mixing, mixed, interact, interacts, interaction, interactions, together, same time, taken with, take with",
        "interactions drug-interaction",
        leads=True,
    ),
    Relation("alcohol, drink, drinking, wine, beer, booze, st johns wort, herbal, ibuprofen, cold medicine", "interactions"),
    Relation("grapefruit, food, foods, coffee, caffeine, eat, cheese", "grapefruit-and-food interactions"),
    Relation("pregnant, pregnancy, breastfeeding, breastfeed, breast, baby, nursing, conceive", "pregnancy"),
    Relation("who gives, who can give, prescribe, prescribes", "psychiatrist primary-care-doctor"),
    Relation("drive, driving, car, machinery", "driving"),
    Relation("miss, missed, missing, forgot, forget, forgotten, skip", "missed-dose remembering-medication"),
    Relation("overdose, overdosed, too many, too much, poisoning", "medication-emergencies crisis-help"),
    Relation("side effect, side effects, adverse", "side-effects"),
    Relation("how long before, how long until, how long does, how long do, kick in, start working, to work, how soon, how quickly", "give-it-time"),
    Relation("not working, isnt working, doesnt work, stopped working, not helping, isnt helping, no effect", "not-working"),
    Relation("child, children, kid, kids, teen, teens, teenager, teenagers, year old, son, daughter", "young-people"),
    Relation("elderly, older, old age, seniors, over 65", "older-adults"),
    Relation("cost, costs, afford, pay, paying, insurance, free, cheap, price", "cost-and-access"),
    Relation("store, storing, dispose, disposing, expired, throw away, flush", "storing-medication"),
    Relation("half life", "half-life"),
    Relation("off label", "off-label"),
)
"""What is asked about medicines, the more telling first."""

DANGER: tuple[tuple[str, str], ...] = (
    (
        "want to die, wants to die, wanna die, wish i was dead, wish i were dead, want to be dead, better off dead, kill myself, killing myself, "
        "kill himself, kill herself, kill themselves, end my life, end his life, end her life, end it all, take my own life, take my life, "
        "dont want to live, dont want to be alive, dont want to be here anymore, no reason to live, cant go on, suicide attempt, "
        "tried to kill, feel suicidal, feeling suicidal, am suicidal, im suicidal, is suicidal, suicide hotline, suicide helpline",
        "crisis-help suicidal-thoughts",
    ),
    (
        "hurt myself, hurting myself, harm myself, harming myself, cut myself, cutting myself, cuts himself, cuts herself, cutting himself, "
        "cutting herself, burn myself, burning myself",
        "crisis-help self-harm",
    ),
    ("took an overdose, took too many, overdosed, taken too many, taken an overdose, swallowed", "crisis-help medication-emergencies"),
)
"""What somebody in danger may type, and the entries that come first then, whatever else fits."""

MEDICINE_WORDS = frozenset(
    """medicine medicines medication medications meds med pill pills tablet tablets prescription prescriptions drug drugs
    antidepressant antidepressants antipsychotic antipsychotics""".split()
)
"""Words that make a question one about medicines though it names none."""

VERSUS = (" vs ", " versus ", " or ", " compare ", " compared ", " difference between ", " differences between ", " instead of ", " than ")
"""What makes a question one about two things."""
