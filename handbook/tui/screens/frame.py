"""The frame of every screen: a title, the content, one status line in words, and the keys that work now."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Resize
from textual.geometry import Size
from textual.screen import Screen

from handbook.commands import BY_NAME, COMMANDS, Command, commands_in
from handbook.document.nodes import Span
from handbook.tui.screens.owning import Owning
from handbook.tui.telling import Telling
from handbook.tui.widgets.bar import Bar
from handbook.tui.widgets.lineview import LineView
from handbook.tui.widgets.painting import LOOK_CLASSES

if TYPE_CHECKING:
    from handbook.tui.app import HandbookApp

SMALLEST = (20, 8)
"""Columns and rows below which nothing can be shown."""
NARROW, TALL_ENOUGH = 70, 12
"""Columns below which what is told takes two rows, if there are at least so many rows."""
_TOO_SMALL = "Too small: q quits"


def bindings(*places: str) -> list[BindingType]:
    """The keys of all commands that apply in one of the places. In lists to choose from, letters are text."""
    made: list[BindingType] = []
    for command in COMMANDS:
        if set(places) & set(command.where):
            for key in command.keys:
                if len(key) > 1 or key == "!" or "choose" not in places:
                    id = f"choose.{command.name}" if "choose" in places else command.name
                    made.append(Binding(_textual_key(key), command.name, command.title, show=False, priority=command.name == "crisis", id=id))
    return made


def keymap(table: Sequence[Command]) -> dict[str, str]:
    """The keys of a changed table of commands, for Textual: the id of a binding to its keys."""
    keys = {command.name: ",".join(map(_textual_key, command.keys)) for command in table}
    choosing = {
        f"choose.{command.name}": ",".join(_textual_key(key) for key in command.keys if len(key) > 1 or key == "!")
        for command in commands_in("choose", table)
    }
    return {**keys, **choosing}


def _textual_key(key: str) -> str:
    """A key as Textual names it."""
    return {",": "comma"}.get(key, key) if len(key) == 1 else key.lower().replace("esc", "escape")


def keys_line(commands: list[Command], width: int, typing: bool) -> list[Span]:
    """As many commands with their keys as fit, those first that matter most. While typing, letters are text."""
    spans: list[Span] = []
    used = 0
    for command in sorted((command for command in commands if command.rank), key=lambda command: command.rank):
        key = next((key for key in command.keys if not typing or _works_in_text(key)), "")
        size = len(key) + 1 + len(command.title) + (2 if spans else 0)
        if key and used + size <= width:
            spans += [Span("  ")] if spans else []
            spans += [Span(key, "strong", command.name), Span(f" {command.title}", "", command.name)]
            used += size
    return spans


def _works_in_text(key: str) -> bool:
    """Whether a key is no text itself and does not change any."""
    return key == "!" or (len(key) > 1 and key not in ("Backspace", "Space", "Tab", "Shift+Tab"))


class Frame(Telling, Owning, Screen[Any]):
    """A screen with its bars. `place` says which commands apply."""

    place = "browse"
    AUTO_FOCUS = ""
    COMPONENT_CLASSES = LOOK_CLASSES
    SIZES: ClassVar[dict[str, Callable[[Size], bool]]] = {
        "-tiny": lambda size: size.width < SMALLEST[0] or size.height < SMALLEST[1],
        "-narrow": lambda size: size.width < NARROW and size.height >= TALL_ENOUGH,
    }
    """Classes for the style sheet, each with the sizes of the terminal that it holds for."""

    def __init__(self) -> None:
        super().__init__(classes=" ".join(name for name, holds in self.sizes(self.app.size).items() if holds))

    def sizes(self, size: Size) -> dict[str, bool]:
        """The classes of SIZES, each with whether it holds for a size; `-plain` is for speech and braille."""
        return {**{name: fits(size) for name, fits in self.SIZES.items()}, "-plain": self.handbook.reader_layout}

    def body(self) -> ComposeResult:
        """The content between title and status."""
        yield LineView("view")

    def compose(self) -> ComposeResult:
        """The bars around the content."""
        yield Bar("title")
        yield from self.body()
        yield Bar("status")
        yield Bar("keys")

    @property
    def typing(self) -> bool:
        """Whether keys are text now."""
        return False

    @property
    def handbook(self) -> HandbookApp:
        """The app."""
        return cast("HandbookApp", self.app)

    @property
    def view(self) -> LineView:
        """The lines that the reader moves on."""
        return self.query_one("#view", LineView)

    def heading(self) -> str:
        """What the title says."""
        raise NotImplementedError

    def entry_here(self) -> str:
        """The entry that the reader is on, or an empty text."""
        return ""

    def renew_bars(self) -> None:
        """Bring title and keys up to date."""
        tiny = self.has_class("-tiny")
        self.query_one("#title", Bar).say(_TOO_SMALL if tiny else [Span(self.heading(), "title")])
        self.query_one("#keys", Bar).say(self.keys())
        if self.is_active and self.place != "choose":
            self.handbook.name_terminal(self.terminal_title())

    def terminal_title(self) -> str:
        """What the terminal's window is called while this is shown."""
        return "Handbook"

    async def on_bar_pressed(self, event: Bar.Pressed) -> None:
        """A click on a command runs it."""
        await self.run_action(event.name)

    def keys(self) -> list[Span]:
        """The keys that work now."""
        offered = [command for command in commands_in(self.place, self.handbook.commands) if self.can(command.name)]
        return keys_line(offered, self.app.size.width, self.typing)

    def on_mount(self) -> None:
        """Give the focus to the content."""
        self.renew_bars()
        self.focus_content()

    def focus_content(self) -> None:
        """Give the focus to the lines."""
        self.view.focus()

    def on_resize(self, event: Resize) -> None:
        """What is shown depends on the size of the terminal; below the smallest it is one line."""
        if event.size != self.app.size:
            # Textual lays a screen out for every size it is told and then tells it that size again: two that wait in
            # line would follow one another without end. Only the size that the terminal has now is of use.
            event.prevent_default()
            return
        for name, holds in self.sizes(event.size).items():
            self.set_class(holds, name)
        self.renew_bars()
        self.call_after_refresh(self._keep_focus)

    def _keep_focus(self) -> None:
        """What was hidden for want of room has lost the focus."""
        if self.focused is None and self.is_active:
            self.focus_content()

    def on_screen_resume(self) -> None:
        """Shown again: the keys may have changed."""
        self.renew_bars()

    def on_descendant_focus(self) -> None:
        """Other keys work in a search line than in a list."""
        self.renew_bars()

    def entries_changed(self, told: str) -> None:
        """Entries were read again; `told` says what became of them. Screens that show some follow."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A key of another place does nothing here, and where nothing can be shown, nothing is to be changed unseen."""
        command = BY_NAME.get(action)
        if command is not None and self.has_class("-tiny") and command.name not in ("quit", "crisis"):
            return False
        return command is None or self.place in command.where

    def can(self, name: str) -> bool:
        """Whether a command has something to do now; the footer and the list of commands leave out the others."""
        if name == "back":
            return self.place != "browse"
        if name == "quiz":
            return "lesson" in self.handbook.counts
        if name == "forward":
            return self.handbook.history.at + 1 < len(self.handbook.history.visits)
        return True

    def action_down(self) -> None:
        """One line down."""
        self._moved(self.view.down, "This is the last line.")

    def action_up(self) -> None:
        """One line up."""
        self._moved(self.view.up, "This is the first line.")

    def _moved(self, move: Callable[[], None], otherwise: str) -> None:
        """Move, and tell where that is not possible: silence could also be a program that hangs."""
        before = self.view.cursor
        move()
        if self.view.cursor == before and self.view.lines:
            self.say(otherwise)

    def action_page_down(self) -> None:
        """The next page."""
        self.view.page_down()

    def action_page_up(self) -> None:
        """The page before."""
        self.view.page_up()

    def action_home(self) -> None:
        """The first line."""
        self.view.home()

    def action_end(self) -> None:
        """The last line."""
        self.view.end()

    def action_back(self) -> None:
        """Back to where the reader was."""
        self.handbook.go_back()

    def action_forward(self) -> None:
        """Forward again."""
        self.handbook.go_forward()

    def action_crisis(self) -> None:
        """Where to get help now."""
        self.handbook.open_crisis()

    def action_help(self) -> None:
        """The keys."""
        self.handbook.open_help(self.place)

    def action_go_to(self) -> None:
        """Ask for an entry."""
        from handbook.tui import choosing

        choosing.entry(self.handbook, self.handbook.open_entry)

    def action_palette(self) -> None:
        """Ask for a command."""
        from handbook.tui import choosing

        choosing.command(self.handbook)

    def action_theme(self) -> None:
        """Other colors."""
        self.say(self.handbook.next_theme())

    def action_search(self) -> None:
        """Go to the search line."""
        self.handbook.search()

    def action_quit(self) -> None:
        """Leave the handbook."""
        self.app.exit(0)
