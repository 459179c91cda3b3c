"""Decisions, timelines, picked rows and columns, by typed words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from handbook.content.rows import TREATMENT_ROWS, TREATMENTS
from handbook.document.choice import from_pair
from handbook.document.comparison import EXTRA_COLUMNS, first_choices, names_in_a_row, rows_to_pick
from handbook.document.decision import MATTERS, decision
from handbook.document.nodes import Document
from handbook.document.timeline import timeline
from handbook.errors import UsageError, did_you_mean
from handbook.library.library import Library
from handbook.line.comparing import NONE_OPEN, Comparing, asked_for
from handbook.line.page import ComparisonPage, DocumentPage
from handbook.line.places import Listing, Place

_AGE_WORDS = {
    **dict.fromkeys("young child children kid kids teen teens teenager teenagers adolescent adolescents minor youth".split(), "young"),
    **dict.fromkeys("adult adults grown-up".split(), "adult"),
    **dict.fromkeys("older old elderly senior seniors".split(), "older"),
}
_AGE = re.compile(r"\b(\d{1,3})(?:[- ]?(?:years?|yrs?)[- ]?olds?|[- ]?yo)?\b", re.IGNORECASE)
_FILLERS = frozenset("a an the for my our is in with of about and on to me i am person people someone".split())


@dataclass(frozen=True)
class Deciding:
    """What a decision page shows."""

    condition: str
    age: str = ""
    ticked: tuple[str, ...] = ()


def asked_to_decide(text: str) -> tuple[str, str]:
    """The condition's words and the age group that words such as `depression for a 17-year-old` ask for."""
    age = ""
    if match := _AGE.search(text):
        years = int(match[1])
        age = "young" if years < 18 else "adult" if years < 65 else "older"
        text = text[: match.start()] + text[match.end() :]
    words = []
    for word in text.replace(",", " ").lower().split():
        if word in _AGE_WORDS:
            age = age or _AGE_WORDS[word]
        elif word not in _FILLERS:
            words.append(word)
    return " ".join(words), age


class DecisionPage(DocumentPage):
    """What there is to decide on, section by section."""

    def __init__(self, library: Library, deciding: Deciding) -> None:
        self.deciding = deciding
        super().__init__(_document(library, deciding))

    def tick(self, library: Library, ticked: tuple[str, ...]) -> None:
        """Say what matters; the reader stays in the section."""
        self.deciding = replace(self.deciding, ticked=ticked)
        self.fill(_document(library, self.deciding))


def _document(library: Library, deciding: Deciding) -> Document:
    return decision(library, deciding.condition, deciding.age, deciding.ticked)


class Decisions(Comparing):
    """The `do_word` methods of these commands."""

    def do_decide(self, rest: str) -> None:
        """What there is to decide on for a condition."""
        words, age = asked_to_decide(rest)
        condition = self._condition(words) if words else self._condition_here()
        if condition:
            self._decide(Deciding(condition, age))
        elif words:
            self.do_search(f"decide {rest}")
        else:
            self.say("Say for which condition, such as: decide depression young")

    def _condition(self, words: str) -> str:
        """The condition that words name, by its id or as a search finds it; empty if there is none."""
        from handbook.search.query import search

        id = words.replace(" ", "-")
        if id in self.library and self.library.card(id).kind == "condition":
            return id
        return next((hit.id for hit in search(self.library, words, limit=1, kind="condition").hits), "")

    def _condition_here(self) -> str:
        """The condition of the place that the reader is in."""
        page = self.page
        if isinstance(page, ComparisonPage):
            return page.choice.condition
        if isinstance(page, DecisionPage):
            return page.deciding.condition
        id = self.open_id
        if id not in self.library:
            return ""
        entry = self.library.get(id)
        return id if entry["kind"] == "condition" else str(entry["condition"]) if entry["kind"] == "comparison" else ""

    def _decide(self, deciding: Deciding) -> None:
        self.go_to_page(DecisionPage(self.library, deciding))
        self.hint("Type pick to say what matters to you, for and an age to change it, or save appointment for a sheet to take along.")

    def do_timeline(self, rest: str) -> None:
        """When what happens in a treatment."""
        asked = asked_for(rest)
        ids, condition = (list(asked.ids), asked.condition) if asked.ids else self._treatments_here()
        if not ids:
            self.say("Say which treatment, such as: timeline cbt ssri for panic-disorder")
        elif not all(id in self.library for id in ids) and len(rest.split()) > 3:
            self.do_search(f"timeline {rest}")
        else:
            self.go_to_page(DocumentPage(timeline(self.library, ids, condition)))

    def _treatments_here(self) -> tuple[list[str], str]:
        """The treatments and the condition of the place that the reader is in."""
        page = self.page
        if isinstance(page, ComparisonPage):
            return list(page.choice.ids), page.choice.condition
        if isinstance(page, DecisionPage):
            return first_choices(self.library, page.deciding.condition), page.deciding.condition
        id = self.open_id
        if id not in self.library:
            return [], ""
        entry = self.library.get(id)
        if entry["kind"] == "comparison":
            choice = from_pair(self.library, entry)
            return list(choice.ids), choice.condition
        if entry["kind"] == "condition":
            return first_choices(self.library, id), id
        return ([id], "") if entry["kind"] in TREATMENTS else ([], "")

    def do_for(self, rest: str) -> None:
        """Choose the age group of a decision, or the condition of a comparison; elsewhere, a search."""
        if not isinstance(self.page, DecisionPage):
            super().do_for(rest)
            return
        _, age = asked_to_decide(rest)
        if not age:
            raise UsageError("say young, adult, older, or an age in years, such as: for 17")
        self._decide(replace(self.page.deciding, age=age))

    def do_pick(self, rest: str) -> None:
        """Pick the rows that matter, by their keys, or from a list."""
        page = self.page
        if isinstance(page, ComparisonPage):
            rows, picked = rows_to_pick(self.library, list(page.choice.ids)), page.choice.first
        elif isinstance(page, DecisionPage):
            rows, picked = {key: TREATMENT_ROWS[key] for key in MATTERS}, page.deciding.ticked
        else:
            self.do_search(f"pick {rest}") if rest else self.say("Open a comparison or a decision first, such as: compare cbt ssri")
            return
        if not rest:
            lines = [(f"{'Picked: ' if key in picked else ''}{label}", self._picker([key])) for key, label in rows.items()]
            heading = "Type a number to pick a row or to put it back."
            self.list_aside(Listing(heading, lines, "rows to pick"))
            return
        keys = [key.replace("-", "_") for key in rest.lower().replace(",", " ").split()]
        if unknown := [key for key in keys if key not in rows]:
            raise UsageError(f"there is no row {unknown[0]!r}.{did_you_mean(unknown[0], list(rows))} Type pick for the list")
        self._picker(keys)()

    def _picker(self, keys: list[str]) -> Place:
        """Picks some rows, or puts them back."""

        def pick() -> None:
            page = self.page
            if isinstance(page, ComparisonPage):
                choice = page.choice
                for key in keys:
                    choice = choice.picked(key)
                # What was picked is read; after a row was put back, the reader stays in the row.
                self.open_comparison(choice, next((key for key in keys if key in choice.first), page.part.key))
            elif isinstance(page, DecisionPage):
                ticked = page.deciding.ticked
                for key in keys:
                    ticked = tuple(other for other in ticked if other != key) if key in ticked else (*ticked, key)
                page.tick(self.library, ticked)
                self.shown = page.shown
                named = " ".join(TREATMENT_ROWS[key] for key in ticked)
                self.say(f"What matters: {named} These come first in every option. Nothing is stored." if named else "Nothing is ticked.")

        return pick

    def do_columns(self, rest: str) -> None:
        """Add a column to a comparison or remove one."""
        page = self.page
        if not isinstance(page, ComparisonPage):
            self.do_search(f"columns {rest}") if rest else self.say(NONE_OPEN)
            return
        choice = page.choice
        if not rest:
            names = [EXTRA_COLUMNS.get(id) or self.library.short(id) or id for id in (*choice.ids, *choice.extra)]
            self.say(f"Columns: {names_in_a_row(names)}. Type columns and an id to add or remove it, such as: columns lithium")
            return
        self.open_comparison(choice.with_column(self.library, rest.lower().replace(" ", "-")), page.part.key)
