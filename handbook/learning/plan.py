"""A lesson as a plan: its steps with their times, and what each one shows."""

from __future__ import annotations

from handbook.content.rows import ROWS
from handbook.document.comparison import title_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from handbook.library.library import Library

KINDS = {"say": "Talk", "show": "", "compare": "", "discuss": "Discussion", "quiz": "Quiz", "read": "Reading"}
"""What happens in a step to what it is called; what is shown needs no name of its own."""


class Step:
    """One step of a plan. `number` counts from 1; `start` and `minutes` are whole minutes, and 0 minutes means that none are given."""

    __slots__ = (
        "answer", "ask", "because", "condition", "do", "entry", "extra", "ids", "minutes", "number", "options", "row", "rows", "start", "text",
        "title",
    )  # fmt: skip

    def __init__(self, number: int, start: int, values: dict[str, Any]) -> None:
        self.number = number
        self.start = start
        """Minutes from the beginning of the session."""
        self.do: str = values["do"]
        self.minutes: int = values["minutes"]
        self.text: Any = values["text"]
        """For the trainer, with markup and perhaps by region."""
        self.entry: str = values["entry"]
        """The id of the entry that is shown; empty for none."""
        self.row: str = values["row"]
        """The key of the row that is shown, if not the whole entry."""
        self.ids: list[str] = values["entries"]
        """The ids that are compared."""
        self.condition: str = values["lens"]
        self.extra: list[str] = values["extra"]
        self.rows: list[str] = values["rows"]
        self.ask: str = values.get("ask", "")
        """What the room is asked; empty where the trainer's text says it."""
        self.options: list[str] = values.get("options", [])
        self.answer: str = values.get("answer", "")
        self.because: Any = values.get("because", "")
        self.title = ""

    @property
    def end(self) -> int:
        """Minutes from the beginning of the session."""
        return self.start + self.minutes

    @property
    def is_held_back(self) -> bool:
        """Whether the entry is shown only when the trainer opens it, because people are to think for themselves first."""
        return self.do in ("discuss", "quiz")

    @property
    def whole_title(self) -> str:
        """The title with the row that is shown."""
        return f"{self.title}. {row_label(self.row)}" if self.row and self.entry else self.title


class Plan:
    """What happens in a session, step by step. `entry` is a lesson as `content.model` describes it."""

    def __init__(self, library: Library, entry: dict[str, Any], region: str = "") -> None:
        self.library = library
        self.entry = entry
        self.region = region
        self.id: str = entry["id"]
        self.title: str = entry["title"]
        self.minutes: int = entry["minutes"]
        """How long the session is meant to take."""
        self.steps: list[Step] = []
        start = 0
        for number, values in enumerate(entry["steps"], 1):
            step = Step(number, start, values)
            step.title = self._title(step, len(entry["steps"]))
            self.steps.append(step)
            start = step.end
        self.used = start
        """How many minutes the steps take."""

    def _title(self, step: Step, count: int) -> str:
        """What the step is about, without giving an answer away."""
        kind = KINDS[step.do]
        if step.do == "say" and step.number in (1, count):
            kind = "Opening" if step.number == 1 else "Closing"
        name = self.library.short
        if step.ids:
            subject = title_of([name(id) or id for id in step.ids], (name(step.condition) or step.condition) if step.condition else "")
        elif step.entry:
            subject = name(step.entry) or step.entry
        else:
            subject = ""
        return ": ".join(part for part in (kind, subject) if part) or "Talk"

    def sum_told(self) -> str:
        """Whether the steps fit the session, in a sentence."""
        without = sum(not step.minutes for step in self.steps)
        more = f" {without} {'step has' if without == 1 else 'steps have'} no time of {'its' if without == 1 else 'their'} own." if without else ""
        left = self.minutes - self.used
        if left < 0:
            return f"The steps take {self.used} minutes, {-left} more than the {self.minutes} planned.{more}"
        if left:
            return f"The steps take {self.used} of {self.minutes} minutes; {left} {'is' if left == 1 else 'are'} left.{more}"
        return f"The steps take all {self.minutes} minutes.{more}"


def row_label(key: str) -> str:
    """The question that a row answers; the key itself if no kind has such a row."""
    if key == "summary":
        return "In short"
    return next((rows[key] for rows in ROWS.values() if key in rows), key)


def times(step: Step, begin: int | None = None) -> str:
    """When a step takes place: `minute 5 to 12`; with the minute of the day on which the session begins, `09:35 to 09:42`."""
    if begin is None:
        return f"minute {step.start} to {step.end}" if step.minutes else f"minute {step.start}"
    return f"{clock(begin + step.start)} to {clock(begin + step.end)}" if step.minutes else clock(begin + step.start)


def clock(minute: int) -> str:
    """A minute of the day, from 0, as a time; after midnight it begins anew."""
    return f"{minute // 60 % 24:02}:{minute % 60:02}"


def minutes_told(minutes: int) -> str:
    """How long something takes, in words; empty for 0."""
    return "" if not minutes else "1 minute" if minutes == 1 else f"{minutes} minutes"
