"""Opening a page with Textual's Markdown widget: any key opens it, another closes it."""

import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.events import Key
from textual.widgets import Markdown, Static

TEXT = Path(sys.argv[1]).read_text(encoding="utf-8")


class MarkdownPage(App[None]):
    def compose(self) -> ComposeResult:
        yield Static("READY", id="list")

    async def on_key(self, event: Key) -> None:
        if self.query("#page"):
            await self.query_one("#page").remove()
        else:
            await self.mount(VerticalScroll(Markdown(TEXT), id="page"))


MarkdownPage().run()
