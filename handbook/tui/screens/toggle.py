"""A list in which several things can be picked; Enter picks one or puts it back, Esc is done."""

from __future__ import annotations

from handbook.document.nodes import Span
from handbook.tui.screens.choose import ChooseScreen, Option

PICKED = "Picked: "
"""What stands in front of an option that is picked."""


class ToggleScreen(ChooseScreen):
    """Asks for several of some options; gives the keys picked, in the order they were picked."""

    def __init__(self, question: str, names: dict[str, str], picked: tuple[str, ...]) -> None:
        super().__init__(question, self._fitting)
        self.names = names
        """Key to name."""
        self.picked = picked

    def _fitting(self, words: str) -> list[Option]:
        """The options that hold all words, each saying whether it is picked."""
        wanted = words.lower().split()
        return [
            Option(f"{PICKED if key in self.picked else ''}{name}", "", key)
            for key, name in self.names.items()
            if all(word in name.lower() for word in wanted)
        ]

    def keys(self) -> list[Span]:
        """What the keys do here."""
        return [Span("!", "strong"), Span(" crisis  "), Span("Enter", "strong"), Span(" pick  "), Span("Esc", "strong"), Span(" done")]

    def action_open(self) -> None:
        """Pick the option, or put it back; the reader stays on it."""
        line = self.view.current
        if line is None or not line.target:
            return
        key = line.target
        before = key in self.picked
        self.picked = tuple(other for other in self.picked if other != key) if before else (*self.picked, key)
        self.renew(self.view.place)
        self.say(f"{len(self.picked)} picked. Backspace or Esc when done.")

    def action_back(self) -> None:
        """Done."""
        self.dismiss(self.picked)
