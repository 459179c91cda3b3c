"""The floor of typing: an Input and one line that its Changed message updates."""

from textual.app import App, ComposeResult
from textual.widgets import Input, Static


class InputLine(App[None]):
    def compose(self) -> ComposeResult:
        yield Input(placeholder="READY")
        yield Static("", id="line")

    def on_input_changed(self, event: Input.Changed) -> None:
        self.query_one("#line", Static).update(f"typed {event.value}")


InputLine().run()
