"""Settings in line mode: a list of them, and one word that changes one."""

from __future__ import annotations

from handbook.errors import near_names
from handbook.line.places import Listing, Place, Places
from handbook.shelf.settings import BY_NAME, KEY, SETTINGS, Setting, checked, setting_named, told, values_of


class Choosing(Places):
    """The words `settings` and `set`."""

    def do_settings(self, _: str) -> None:
        """All settings as a list; a number leads to the choices of one."""
        self.go_to_made(self._settings)

    def _settings(self) -> Listing:
        values = self.shelf.settings
        lines = [(told(setting, values[setting.name]), self._values(setting)) for setting in SETTINGS]
        keys = [f"{key} for {name.replace('_', ' ')}" for name, key in values.keys.items()]
        own = f" Keys of your own on the full screen: {', '.join(keys)}." if keys else ""
        return Listing(f"Settings. A number leads to what can be chosen.{own}", lines, "settings")

    def _values(self, setting: Setting) -> Place:
        """Leads to what can be chosen for a setting."""

        def made() -> Listing:
            choices = values_of(setting, self.library.regions() if setting.kind == "region" else ())
            lines = [(value, self._setter(setting, value)) for value in choices]
            return Listing(f"{told(setting, self.shelf.settings[setting.name])}. {setting.help}", lines, setting.title)

        return lambda: self.go_to_made(made)

    def do_set(self, rest: str) -> None:
        """Change a setting: its name and a value."""
        name, _, value = rest.partition(" ")
        if name == "key":
            name, _, value = f"{KEY}{value}".rpartition(" ") if " " in value else (f"{KEY}{value}", "", "")
        near = name.startswith(KEY) or near_names(name.replace("-", "_"), list(BY_NAME))
        if not rest:
            self.say("Type such as: set width 60. To list all settings, type settings.")
        elif not near:
            self.do_search(f"set {rest}")
        elif name.startswith(KEY):
            self._set_key(name.removeprefix(KEY), value)
        else:
            setting = setting_named(name)
            if value:
                self._set(setting, checked(setting, value, self.library.regions() if setting.kind == "region" else ()))
            else:
                self._values(setting)()

    def _setter(self, setting: Setting, value: str) -> Place:
        return lambda: self._set(setting, value)

    def _set(self, setting: Setting, value: str) -> None:
        self.say(self.shelf.choose(setting, value))
        self.lay_out()

    def _set_key(self, name: str, key: str) -> None:
        from handbook.shelf.rebinding import checked_key, command_named

        command = command_named(name)
        self.say(self.shelf.choose_key(command, checked_key(command, key, self.shelf.settings.keys)))
