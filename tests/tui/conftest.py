"""A small collection of the tests' own, and apps on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from rich.style import Style

from handbook.library.library import Library
from handbook.tui.app import HandbookApp
from tests.tui.terminal import Terminal

MakeApp = Callable[..., HandbookApp]


@pytest.fixture
def app(sample: Library) -> HandbookApp:
    """The app on the sample entries, in Textual's default size of 80 by 24 unless run in another."""
    return HandbookApp(sample)


@pytest.fixture
def terminal() -> Iterator[Callable[..., Terminal]]:
    """Opens the app in a terminal: `terminal("--no-color", LINES="60")`."""
    made = []

    def open_terminal(*options: str, **environment: str) -> Terminal:
        made.append(Terminal(environment, options))
        made[-1].read_until("entries")
        return made[-1]

    yield open_terminal
    for one in made:
        one.close()


def drawn(app: HandbookApp) -> list[str]:
    """What stands on the screen, row by row. The only place in the tests that asks Textual's compositor."""
    return ["".join(segment.text for segment in strip).rstrip() for strip in app.screen._compositor.render_strips()]


def current(app: HandbookApp) -> str:
    """The text of the row that the terminal's cursor is on."""
    rows = drawn(app)
    return rows[app.cursor_position.y] if app.cursor_position.y < len(rows) else ""


def status(app: HandbookApp) -> str:
    """What the status line says."""
    from handbook.tui.widgets.bar import Bar

    return app.screen.query_one("#status", Bar).text


def styled(app: HandbookApp, mark_of: Callable[[Style], str]) -> list[str]:
    """What stands on the screen, and below each row a row of marks that tell how its cells look."""
    rows = []
    for strip in app.screen._compositor.render_strips():
        text = "".join(segment.text for segment in strip).rstrip()
        marks = "".join(mark_of(segment.style or Style()) * len(segment.text) for segment in strip)[: len(text)].rstrip()
        rows += [f"  {text}".rstrip(), *([f"~ {marks}"] if marks else [])]
    return rows
