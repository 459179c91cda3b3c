"""Decisions, timelines, picked rows, columns and saving, by typed words."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from handbook.content.rows import TREATMENT_ROWS, TREATMENTS
from handbook.document.choice import from_pair
from handbook.document.comparison import EXTRA_COLUMNS, first_choices, names_in_a_row, rows_to_pick
from handbook.document.decision import MATTERS, decision, sheet
from handbook.document.nodes import Comparison, Document
from handbook.document.timeline import timeline
from handbook.errors import UsageError, did_you_mean
from handbook.line.comparing import asked_for
from handbook.line.page import Page
from handbook.line.places import Places
from handbook.render.saving import FORMATS, file_name, file_text, formats_for, page_notes, save

_AGE_WORDS = {
    **dict.fromkeys("young child children kid kids teen teens teenager teenagers adolescent adolescents minor youth".split(), "young"),
    **dict.fromkeys("adult adults grown-up".split(), "adult"),
    **dict.fromkeys("older old elderly senior seniors".split(), "older"),
}
_AGE = re.compile(r"\b(\d{1,3})(?:[- ]?(?:years?|yrs?)[- ]?olds?|[- ]?yo)?\b", re.IGNORECASE)
_FILLERS = frozenset("a an the for my our is in with of about and on to me i am person people someone".split())
_APPOINTMENT = "appointment"


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


class Decisions(Places):
    """The `do_word` methods of these commands."""

    deciding: Deciding | None = None

    def _leave(self) -> None:
        super()._leave()
        self.deciding = None

    def do_decide(self, rest: str) -> None:
        """What there is to decide on for a condition."""
        words, age = asked_to_decide(rest)
        condition = self._condition(words) if words else self._condition_here()
        if condition:
            self.go(lambda: self._decide(Deciding(condition, age)))
        elif words:
            self.do_search(f"decide {rest}")
        else:
            self.say("Say for which condition, such as: decide depression young")

    def do_search(self, rest: str) -> None:
        """Search for words."""
        raise NotImplementedError

    def _condition(self, words: str) -> str:
        """The condition that words name, by its id or as a search finds it; empty if there is none."""
        from handbook.search.query import search

        id = words.replace(" ", "-")
        if id in self.library and self.library.card(id).kind == "condition":
            return id
        return next((hit.id for hit in search(self.library, words, limit=1, kind="condition").hits), "")

    def _condition_here(self) -> str:
        """The condition of the place that the reader is in."""
        if self.comparing:
            return self.comparing.condition
        if self.deciding:
            return self.deciding.condition
        id = self.page.document.id if self.page else ""
        if id not in self.library:
            return ""
        entry = self.library.get(id)
        return id if entry["kind"] == "condition" else str(entry["condition"]) if entry["kind"] == "comparison" else ""

    def _decide(self, deciding: Deciding, section: int = 0) -> None:
        document = decision(self.library, deciding.condition, deciding.age, deciding.ticked)
        self._leave()
        self.deciding = deciding
        self.enter(Page.made(document))
        assert self.page is not None
        self.page.place = section
        self._section()
        if not section:
            self.say("Type pick to say what matters to you, for and an age to change it, or save appointment for a sheet to take along.")

    def do_timeline(self, rest: str) -> None:
        """When what happens in a treatment."""
        asked = asked_for(rest)
        ids, condition = (list(asked.ids), asked.condition) if asked.ids else self._treatments_here()
        if not ids:
            self.say("Say which treatment, such as: timeline cbt ssri for panic-disorder")
        elif not all(id in self.library for id in ids) and len(rest.split()) > 3:
            self.do_search(f"timeline {rest}")
        else:
            self.go(lambda: self._timeline(ids, condition))

    def _timeline(self, ids: list[str], condition: str) -> None:
        document = timeline(self.library, ids, condition)
        self._leave()
        self.enter(Page.made(document))
        self.say(document.subtitle)
        self._section()

    def _treatments_here(self) -> tuple[list[str], str]:
        """The treatments and the condition of the place that the reader is in."""
        if self.comparing:
            return list(self.comparing.ids), self.comparing.condition
        if self.deciding:
            return first_choices(self.library, self.deciding.condition), self.deciding.condition
        id = self.page.document.id if self.page else ""
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
        """Choose the condition of a comparison, or the age group of a decision; elsewhere, a search."""
        if self.deciding is not None:
            _, age = asked_to_decide(rest)
            if not age:
                raise UsageError("say young, adult, older, or an age in years")
            there = replace(self.deciding, age=age)
            self.go(lambda: self._decide(there))
        elif self.comparing is not None:
            after = replace(self.comparing, condition=rest.lower())
            self.go(lambda: self.compare(after))
        else:
            self.do_search(f"for {rest}".strip())

    def do_pick(self, rest: str) -> None:
        """Pick the rows that matter, by their keys, or from a list."""
        if self.comparing is not None:
            rows, picked = rows_to_pick(self.library, list(self.comparing.ids)), self.comparing.first
        elif self.deciding is not None:
            rows, picked = {key: TREATMENT_ROWS[key] for key in MATTERS}, self.deciding.ticked
        else:
            self.do_search(f"pick {rest}".strip())
            return
        if not rest:
            self.say("Type a number to pick a row or to put it back. Or type pick and its key, such as: pick cost effort")
            self._list([(f"{'picked, ' if key in picked else ''}{key}: {label}", self._picker([key])) for key, label in rows.items()])
            return
        keys = [key.replace("-", "_") for key in rest.lower().replace(",", " ").split()]
        if unknown := [key for key in keys if key not in rows]:
            raise UsageError(f"there is no row {unknown[0]!r}.{did_you_mean(unknown[0], list(rows))} Type pick for the list")
        self._picker(keys)()

    def _picker(self, keys: list[str]) -> Callable[[], None]:
        """Picks some rows, or puts them back."""

        def pick() -> None:
            if self.comparing is not None:
                choice = self.comparing
                for key in keys:
                    choice = choice.picked(key)
                self.go(lambda: self.compare(choice))
            elif self.deciding is not None:
                ticked = self.deciding.ticked
                for key in keys:
                    ticked = tuple(other for other in ticked if other != key) if key in ticked else (*ticked, key)
                self.tick(ticked)

        return pick

    def tick(self, ticked: tuple[str, ...]) -> None:
        """Say what matters; the reader stays in the section, and hears only what was ticked."""
        assert self.deciding is not None
        assert self.page is not None
        after = replace(self.deciding, ticked=ticked)
        section = self.page.place
        self.deciding = after
        self.page.whole = self.page.document = decision(self.library, after.condition, after.age, after.ticked)
        self.here = lambda: self._decide(after, section)
        named = [TREATMENT_ROWS[key] for key in ticked]
        self.say(f"What matters: {' '.join(named)} These come first in every option. Nothing is stored." if named else "Nothing is ticked.")

    def do_columns(self, rest: str) -> None:
        """Add a column to a comparison or remove one."""
        if self.comparing is None:
            self.do_search(f"columns {rest}".strip())
            return
        choice = self.comparing
        if not rest:
            names = [EXTRA_COLUMNS.get(id) or self.library.short(id) or id for id in (*choice.ids, *choice.extra)]
            self.say(f"Columns: {names_in_a_row(names)}. Type columns and an id to add or remove it, such as: columns lithium")
            return
        after = choice.with_column(self.library, rest.lower().replace(" ", "-"))
        self.go(lambda: self.compare(after))

    def do_save(self, rest: str) -> None:
        """Save what is open as a file."""
        shown = self.shown
        words = rest.lower().split()
        if shown is None or len(words) > 2:
            self.do_search(f"save {rest}".strip()) if rest else self.say("Nothing is open that could be saved. Open an entry or a comparison first.")
            return
        choices = {key: (shown, key) for key in formats_for(shown)}
        if self.deciding is not None:
            page = sheet(self.library, self.deciding.condition, self.deciding.age, self.deciding.ticked)
            choices = {_APPOINTMENT: (page, "sheet"), **{f"{_APPOINTMENT} {key}": (page, key) for key in ("markdown", "html")}, **choices}
        if not rest:
            self.say("Save as what? Type a number, or save and the word.")
            self._list([(f"{word}: {FORMATS[format][0]}", self._saver(what, format)) for word, (what, format) in choices.items()])
        elif " ".join(words) in choices:
            self._saver(*choices[" ".join(words)])()
        else:
            raise UsageError(f"it cannot be saved as {rest!r}. Type save and one of: {', '.join(choices)}")

    def _saver(self, shown: Document | Comparison, format: str) -> Callable[[], None]:
        """Saves something in a format, and says where."""

        def saver() -> None:
            self.say(f"Saved as {save(file_text(shown, format, page_notes(self.library, shown), date.today()), file_name(shown, format))}")

        return saver
