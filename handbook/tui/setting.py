"""The settings as a list; what is changed holds at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from handbook.commands import BY_NAME as COMMANDS
from handbook.commands import commands_in
from handbook.document.nodes import Span
from handbook.errors import HandbookError
from handbook.shelf.rebinding import checked_key
from handbook.shelf.settings import BY_NAME, SETTINGS, Setting, values_of
from handbook.shelf.words import sentence
from handbook.tui.screens.choose import ChooseScreen, Option, narrowed

if TYPE_CHECKING:
    from handbook.tui.app import HandbookApp

_KEYS = "keys"
_FEW = 4
"""Up to this many values, Enter goes to the next one; of more, it asks."""


class SettingsScreen(ChooseScreen):
    """Each setting with its value; Enter changes it and the list stays."""

    def keys(self) -> list[Span]:
        """What Enter does here."""
        return [Span("!", "strong"), Span(" crisis  "), Span("Enter", "strong"), Span(" change  "), Span("Esc", "strong"), Span(" leave")]

    def action_open(self) -> None:
        """Change the setting that the reader is on."""
        line = self.view.current
        if line is None or not line.target:
            return
        app = self.handbook
        if line.target == _KEYS:
            _ask_for_command(app, self.changed)
            return
        setting = BY_NAME[line.target]
        values = values_of(setting, app.library.regions() if setting.kind == "region" else ())
        now = app.shelf.settings[setting.name]
        if len(values) <= _FEW:
            self.choose(setting, values[(values.index(now) + 1) % len(values)] if now in values else setting.default)
        else:
            start = values.index(now) if now in values else 0
            options = [Option(value, "", value) for value in values]
            app.ask(ChooseScreen(f"{setting.title}?", narrowed(options), start), lambda value: self.choose(setting, value))

    def choose(self, setting: Setting, value: str) -> None:
        """Let a value hold from now on."""
        said = self.handbook.shelf.choose(setting, value)
        self.handbook.obey(setting.name)
        self.changed(said)

    def changed(self, said: str) -> None:
        """Show the list again, with the reader where they were, and say what has changed."""
        self.renew(self.view.place)
        self.say(said)


def open_settings(app: HandbookApp) -> None:
    """Show the settings."""

    def fitting(words: str) -> list[Option]:
        values = app.shelf.settings
        options = [Option(setting.title, f"{values[setting.name]}. {setting.help}", setting.name) for setting in SETTINGS]
        own = ", ".join(f"{key} for {name.replace('_', ' ')}" for name, key in values.keys.items())
        options.append(Option("Keys of your own", f"{own or 'none'}. A second key for a command.", _KEYS))
        return narrowed(options)(words)

    app.ask(SettingsScreen("Settings", fitting), lambda value: None)


def _ask_for_command(app: HandbookApp, then: Callable[[str], None]) -> None:
    """A key of one's own for which command, and which key?"""
    places = ("browse", "read", "compare", "shelf")
    commands = {command.name: command for place in places for command in commands_in(place, app.commands)}
    options = [Option(f"{command.title} ({' or '.join(command.keys)})", command.help, name) for name, command in commands.items()]
    app.ask(ChooseScreen("A key of your own for which command?", narrowed(options)), lambda name: _ask_for_key(app, name, then))


def _ask_for_key(app: HandbookApp, name: str, then: Callable[[str], None]) -> None:
    command, own = COMMANDS[name], app.shelf.settings.keys

    def fitting(words: str) -> list[Option]:
        if not words.strip():
            return [Option("No key of my own", f"only {' or '.join(command.keys)}", "none")]
        try:
            key = checked_key(command, words, own)
        except HandbookError as error:
            return [Option(sentence(str(error)), "", "")]
        return [Option(key, f"for {command.title}", key)]

    def chosen(key: str) -> None:
        said = app.shelf.choose_key(command, checked_key(command, key, own))
        app.obey_keys()
        then(said)

    app.ask(ChooseScreen(f"Which key for {command.title!r}?", fitting, prompt="Type a letter or sign, or such as F5"), chosen)
