"""The floor of a Textual app: one Static."""

from textual.app import App, ComposeResult
from textual.events import Key
from textual.widgets import Static


class Minimal(App[None]):
    def compose(self) -> ComposeResult:
        yield Static("READY", id="text")

    def on_key(self, event: Key) -> None:
        if event.key == "x":
            self.query_one("#text", Static).update("PRESSED")
        elif event.key == "q":
            self.exit()


Minimal().run()
