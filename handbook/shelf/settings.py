"""What a reader can choose once and for all: one table, and the values chosen."""

from __future__ import annotations

from handbook.errors import HandbookError, UsageError, did_you_mean

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from handbook.shelf.store import Store

SWITCH = ("on", "off")


class Setting:
    """Something to choose. `kind` is `choice` or `switch` (one of `values`), `number` (from the first of `values` to the last),
    or `region` (`all`, or a region that the collection knows)."""

    __slots__ = ("default", "help", "kind", "name", "title", "values")

    def __init__(self, name: str, title: str, kind: str, values: tuple[str, ...], default: str, help: str) -> None:
        self.name = name
        self.title = title
        self.kind = kind
        self.values = values
        self.default = default
        self.help = help


SETTINGS: tuple[Setting, ...] = (
    Setting(
        "theme", "Colors", "choice", ("dark", "light", "contrast", "paper", "palette"), "dark",
        "The colors of the full screen; contrast is white on black, paper black on white, palette your terminal's own.",
    ),
    Setting("region", "Region", "region", ("all",), "all", "Whose names, services and crisis lines come first."),
    Setting("screen_reader", "Line mode always", "switch", SWITCH, "off", "Start line by line, for speech and braille. Holds from the next start."),
    Setting("width", "Text width", "number", ("40", "75"), "75", "The most columns that a line of text takes."),
    Setting("spacing", "Spacing", "choice", ("normal", "wide"), "normal", "Wide leaves an empty line between all paragraphs."),
    Setting("depth", "Depth", "choice", ("all", "short", "usual"), "all", "How much of an entry is shown at first."),
    Setting("reader_layout", "Reader-friendly layout", "switch", SWITCH, "off", "One column, no preview, no decoration. Holds from the next start."),
    Setting("history", "Keep history", "switch", SWITCH, "on", "Remember on this computer what you read, searched for and answered, and your place."),
)
"""All settings, in the order in which they are listed. Keys of a reader's own are stored beside them, named `key.COMMAND`."""

BY_NAME: dict[str, Setting] = {setting.name: setting for setting in SETTINGS}
KEY = "key."
"""What the name of a command's own key begins with."""


class Settings:
    """The values in force: those that the reader chose, else the defaults. A stored value that no longer fits counts for nothing."""

    def __init__(self, stored: Iterable[tuple[str, str]] = ()) -> None:
        self._values: dict[str, str] = {}
        self.keys: dict[str, str] = {}
        """Command to the key that the reader gave it."""
        for name, value in stored:
            self.put(name, value)

    def __getitem__(self, name: str) -> str:
        return self._values.get(name, BY_NAME[name].default)

    def put(self, name: str, value: str) -> None:
        """Let a value be in force; an empty one stands for the default, or for no key of one's own."""
        chosen, plain = (self.keys, name.removeprefix(KEY)) if name.startswith(KEY) else (self._values, name)
        if not value:
            chosen.pop(plain, None)
        elif chosen is self.keys:
            chosen[plain] = value
        elif name in BY_NAME and _fits(BY_NAME[name], value):
            self._values[name] = value

    def on(self, name: str) -> bool:
        """Whether a switch is on."""
        return self[name] == "on"

    def holds(self, name: str) -> bool:
        """Whether the reader chose this one."""
        return name in self._values

    @property
    def region(self) -> str:
        """The region chosen, or an empty text for all of them."""
        return "" if self["region"] == "all" else self["region"]

    @property
    def width(self) -> int:
        """The most columns that a line of text takes."""
        return int(self["width"])


def _fits(setting: Setting, value: str) -> bool:
    """Whether a value can be one of the setting's. Which regions there are, only a collection knows."""
    if setting.kind == "number":
        return value.isascii() and value.isdecimal() and int(setting.values[0]) <= int(value) <= int(setting.values[-1])
    return setting.kind == "region" or value in setting.values


def read_settings(store: Store) -> Settings:
    """The settings of a shelf, in one query; the defaults if there is none or it cannot be read, which is then remarked."""
    try:
        return Settings(store.read("select name, value from setting"))
    except HandbookError as error:
        store.remarks.append(str(error))
        return Settings()


def setting_named(name: str) -> Setting:
    """The setting of that name, however it is spelt. Raises UsageError."""
    plain = name.strip().lower().replace("-", "_").replace(" ", "_")
    found = BY_NAME.get(plain) or next((setting for setting in SETTINGS if setting.title.lower().replace(" ", "_") == plain), None)
    if found is None:
        raise UsageError(f"no setting is called {name!r}.{did_you_mean(plain, list(BY_NAME))} Settings: {', '.join(BY_NAME)}, {KEY}COMMAND")
    return found


def values_of(setting: Setting, regions: Iterable[str] = ()) -> tuple[str, ...]:
    """What can be chosen; of a number, steps of five."""
    if setting.kind == "number":
        return tuple(str(number) for number in range(int(setting.values[0]), int(setting.values[-1]) + 1, 5))
    return (*setting.values, *regions) if setting.kind == "region" else setting.values


def checked(setting: Setting, value: str, regions: Iterable[str] = ()) -> str:
    """The value as it is stored. Raises UsageError, saying what can be chosen."""
    plain = value.strip().lower()
    if setting.kind == "switch":
        plain = {"yes": "on", "true": "on", "1": "on", "no": "off", "false": "off", "0": "off"}.get(plain, plain)
    if setting.kind == "number":
        if not _fits(setting, plain):
            raise UsageError(f"{setting.name} is a number from {setting.values[0]} to {setting.values[-1]}; {value!r} is none of them")
        return str(int(plain))
    known = values_of(setting, regions)
    if plain not in known:
        raise UsageError(f"{setting.name} cannot be {value!r}.{did_you_mean(plain, list(known))} It can be {', '.join(known)}")
    return plain


def keep(store: Store, name: str, value: str) -> None:
    """Store a value; an empty one goes back to the default. Raises ShelfError."""

    def change(connection: Any) -> None:
        connection.execute("delete from setting where name = ?", (name,))
        if value:
            connection.execute("insert into setting values (?, ?)", (name, value))

    store.write(change, "The setting")


def told(setting: Setting, value: str) -> str:
    """A setting and its value in words."""
    return f"{setting.title}: {value}"
