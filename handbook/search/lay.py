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
    ("schizophrenic", "schizophrenics", "schizophrenia"),
    ("demented", "dementia"),
    ("panicky", "panicking", "panicked", "panic"),
    ("epileptic", "epilepsy", "seizure", "seizures"),
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
    ("booze", "drunk", "drinking", "drink", "wine", "beer", "alcohol"),
    ("addict", "addicts", "junkie", "addicted", "addiction", "addictive"),
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
    """A thing people ask about any treatment, and what answers it.

    `triggers` are words or runs of words; `entries` are ids that answer it for all medicines, best first; `row` is the
    row of a treatment that answers it for that one. `all` says that the entries hold for therapies, too.
    """

    __slots__ = ("all", "entries", "row", "triggers")

    def __init__(self, triggers: str, entries: str, row: str = "", all: bool = False) -> None:
        self.triggers = tuple(f" {trigger.strip()} " for trigger in triggers.split(","))
        self.entries = tuple(entries.split())
        self.row = row
        self.all = all


RELATIONS: tuple[Relation, ...] = (
    Relation("suddenly, abruptly, cold turkey, ran out, run out, running out, overnight", "dont-stop-suddenly discontinuation-syndrome", "stopping"),
    Relation("stopped, just stop, just stopped, skipped, threw away", "dont-stop-suddenly tapering", "stopping"),
    Relation(
        "stop, stopping, quit, quitting, come off, comes off, coming off, came off, get off, getting off, go off, going off, went off, "
        "off of, wean, weaning, ween, taper, tapering, discontinue, discontinuing, discontinuation",
        "tapering dont-stop-suddenly",
        "stopping",
    ),
    Relation("withdrawal, withdrawals, withdrawal symptoms", "withdrawal tapering", "stopping"),
    Relation(
        "mix, mixing, mixed, interact, interacts, interaction, interactions, together, same time, taken with, take with, combine, combining",
        "interactions drug-interaction",
        "mixes_with",
    ),
    Relation("alcohol, drink, drinking, wine, beer, booze, st johns wort, herbal, ibuprofen, cold medicine", "interactions", "mixes_with"),
    Relation("grapefruit, food, foods, coffee, caffeine, eat, cheese", "grapefruit-and-food interactions", "mixes_with"),
    Relation("pregnant, pregnancy, breastfeeding, breastfeed, breast, baby, nursing, conceive", "pregnancy", "pregnancy"),
    Relation("who gives, who can give, who prescribes, who can prescribe, prescribe, prescribes", "psychiatrist primary-care-doctor", "provider"),
    Relation("drive, driving, car, machinery", "driving", "daily_life"),
    Relation("miss, missed, missing, forgot, forget, forgotten, skip", "missed-dose remembering-medication", "missed"),
    Relation("overdose, overdosed, too many, too much, poisoning", "medication-emergencies crisis-help", "serious"),
    Relation("side effect, side effects, adverse", "side-effects", "common_effects"),
    Relation(
        "how long before, how long until, how long does, how long do, kick in, start working, to work, how soon, how quickly",
        "give-it-time",
        "first_effect",
    ),
    Relation("not working, isnt working, doesnt work, stopped working, not helping, isnt helping, no effect", "not-working", "not_working", True),
    Relation(
        "child, children, kid, kids, teen, teens, teenager, teenagers, adolescent, adolescents, year old, son, daughter",
        "young-people",
        "young_people",
        True,
    ),
    Relation("elderly, older, old age, seniors, over 65", "older-adults", "older_adults", True),
    Relation("cost, costs, afford, pay, paying, insurance, free, cheap, price", "cost-and-access", "cost", True),
    Relation("store, storing, dispose, disposing, expired, throw away, flush", "storing-medication"),
    Relation("half life", "half-life"),
    Relation("off label", "off-label"),
)
"""What is asked about treatments, the more telling first."""

MEDICINE_WORDS = frozenset(
    """medicine medicines medication medications meds med pill pills tablet tablets prescription prescriptions drug drugs
    antidepressant antidepressants antipsychotic antipsychotics""".split()
)
"""Words that make a question one about medicines though it names none."""

THERAPY_WORDS = frozenset("therapy therapies counseling counselling talking psychotherapy".split())
"""Words that make a question one about therapies though it names none."""

VERSUS = tuple(
    f" {words} "
    for words in ("vs", "v", "versus", "or", "compare", "compared", "comparing", "difference between", "differences between", "instead of", "than")
)
"""What makes a question one about two things."""

TOGETHER = (" with ", " and ", " plus ", " on top of ")
"""What makes a question with two medicines one about taking both."""
