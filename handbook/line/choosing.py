"""Settings in line mode: a list of them, and one word that changes one."""

from __future__ import annotations

from handbook.errors import near_names
from handbook.line.places import Places
from handbook.shelf.settings import BY_NAME, KEY, SETTINGS, Setting, checked, setting_named, told, values_of


class Choosing(Places):
    """The words `settings` and `set`."""

    def _search_for(self, word: str, rest: str) -> None:
        """Search for a sentence that only looked like a command."""
        self.go(lambda: self.search(f"{word} {rest}".strip()))

    def do_settings(self, _: str) -> None:
        """All settings as a list; a number leads to the choices of one."""
        self.go(self._settings)

    def _settings(self) -> None:
        self._leave()
        values = self.shelf.settings
        self.say("Settings. A number leads to what can be chosen.")
        self._list([(told(setting, values[setting.name]), self._goer(lambda setting=setting: self._values(setting))) for setting in SETTINGS])  # type: ignore[misc]
        if values.keys:
            keys = [f"{key} for {name.replace('_', ' ')}" for name, key in values.keys.items()]
            self.say(f"Keys of your own on the full screen: {', '.join(keys)}.")

    def _values(self, setting: Setting) -> None:
        self._leave()
        now = self.shelf.settings[setting.name]
        self.say(f"{told(setting, now)}. {setting.help}")
        choices = values_of(setting, self.library.regions() if setting.kind == "region" else ())
        self._list([(value, lambda value=value: self._set(setting, value)) for value in choices])  # type: ignore[misc]

    def do_set(self, rest: str) -> None:
        """Change a setting: its name and a value."""
        name, _, value = rest.partition(" ")
        if name == "key":
            name, _, value = f"{KEY}{value}".rpartition(" ") if " " in value else (f"{KEY}{value}", "", "")
        near = name.startswith(KEY) or near_names(name.replace("-", "_"), list(BY_NAME))
        if not rest:
            self.say("Type such as: set width 60. To list all settings, type settings.")
        elif not near:
            self._search_for("set", rest)
        elif name.startswith(KEY):
            self._set_key(name.removeprefix(KEY), value)
        else:
            setting = setting_named(name)
            if value:
                self._set(setting, checked(setting, value, self.library.regions() if setting.kind == "region" else ()))
            else:
                self.go(lambda: self._values(setting))

    def _set(self, setting: Setting, value: str) -> None:
        self.say(self.shelf.choose(setting, value))
        self.lay_out()

    def _set_key(self, name: str, key: str) -> None:
        from handbook.shelf.rebinding import checked_key, command_named

        command = command_named(name)
        self.say(self.shelf.choose_key(command, checked_key(command, key, self.shelf.settings.keys)))
