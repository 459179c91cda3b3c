"""A list to choose from; typing narrows it down."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from textual.app import ComposeResult
from textual.events import Key

from handbook.document.nodes import Span
from handbook.tui.lines import START, Layout, Line, Spot
from handbook.tui.screens.frame import Frame, bindings
from handbook.tui.widgets.bar import Bar
from handbook.tui.widgets.lineview import LineView

LONGEST = 60


class Option(NamedTuple):
    """Something to choose: what it is called, what is said about it, and what choosing it gives."""

    name: str
    says: str
    value: str


def narrowed(options: list[Option]) -> Callable[[str], list[Option]]:
    """Those of some options whose name or description holds every word; names that hold the words come first."""

    def fitting(words: str) -> list[Option]:
        wanted = words.lower().split()
        found = [option for option in options if all(word in f"{option.name} {option.says}".lower() for word in wanted)]
        return sorted(found, key=lambda option: words.strip().lower() not in option.name.lower())

    return fitting


class ChooseScreen(Frame):
    """Asks a question; gives the value of the option chosen, or None."""

    place = "choose"
    BINDINGS = bindings("choose")

    def __init__(self, question: str, options: Callable[[str], list[Option]], start: int = 0, prompt: str = "Type to narrow") -> None:
        super().__init__()
        self.prompt = prompt
        self.question = question
        self.options = options
        self.start = start
        self.words = ""

    def body(self) -> ComposeResult:
        """What is typed, and the list."""
        yield Bar("typed")
        yield LineView("view")

    @property
    def typing(self) -> bool:
        """Letters narrow the list."""
        return True

    def on_mount(self) -> None:
        """Begin on the option that is set now."""
        self.renew((-1, self.start, 0))

    def heading(self) -> str:
        """The question."""
        return self.question

    def renew(self, spot: Spot = START) -> None:
        """Show the options that fit what is typed, with the reader on the line that `spot` names."""
        found = self.options(self.words)
        self.view.show(lambda width: _lines(found, self.handbook.layout(width)), spot)
        self.query_one("#typed", Bar).say(f"{self.prompt}: {self.words}")
        self.say("Nothing fits. Backspace takes letters away." if not found else f"{len(found)} to choose from.")

    def on_key(self, event: Key) -> None:
        """Letters narrow the list; Backspace takes one away."""
        if event.key == "backspace" and self.words:
            self.words = self.words[:-1]
        elif event.is_printable and event.character and event.character != "!" and len(self.words) < LONGEST:
            self.words = (self.words + event.character).lstrip()
        else:
            return
        event.stop()
        self.renew()

    def on_line_view_clicked(self, event: LineView.Clicked) -> None:
        """A click chooses."""
        self.action_open()

    def action_open(self) -> None:
        """Choose."""
        line = self.view.current
        if line is not None and line.target:
            self.dismiss(line.target)

    def action_back(self) -> None:
        """Leave without choosing."""
        self.dismiss(None)


def _lines(options: list[Option], layout: Layout) -> list[Line]:
    """The options as the rows of an empty layout, each whole: what is said about one may need a second line."""
    for option in options:
        name = option.name.lstrip()
        indent = option.name[: -len(name)]
        spans = [Span(name, "name"), Span(f": {option.says}" if option.says else "")]
        layout.add(spans, "entry", indent, f"{indent}  ", option.value)
    return layout.lines or [Line([Span("Nothing fits.")], "", -1, 0, 0)]
