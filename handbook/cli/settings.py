"""`handbook settings`: what the reader chose once and for all."""

from __future__ import annotations

from handbook.cli.opening import open_library_for, open_shelf_for
from handbook.cli.output import tell, terminal_for
from handbook.document.nodes import Span
from handbook.shelf.settings import KEY, SETTINGS, checked, keep, setting_named, told, values_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from handbook.shelf.shelf import Shelf

EXAMPLES = """examples:
  handbook settings                        all of them
  handbook settings theme                  one of them
  handbook settings theme light            choose
  handbook settings screen_reader on       always start line by line
  handbook settings theme default          back to how it was
  handbook settings key.bookmark B         a key of your own for a command; none takes it away

They hold for the full screen and line mode."""


def configure(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("name", metavar="NAME", nargs="?", default="", help=", ".join(setting.name for setting in SETTINGS) + ", or key.COMMAND")
    parser.add_argument("value", metavar="VALUE", nargs="?", default=None, help="what to choose; default goes back to how it was")
    parser.add_argument("--json", action="store_true", help="print them as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Print settings or change one. Raises UsageError for a name or value that cannot be, ShelfError."""
    shelf = open_shelf_for(arguments)
    try:
        if arguments.value is None:
            _print(shelf, arguments)
        else:
            tell(_change(shelf, arguments))
        if said := shelf.remarks():
            tell(said)
    finally:
        shelf.close()
    return 0


def _print(shelf: Shelf, arguments: argparse.Namespace) -> None:
    terminal = terminal_for(arguments)
    values = {setting.name: shelf.settings[setting.name] for setting in SETTINGS}
    values |= {f"{KEY}{name}": key for name, key in shelf.settings.keys.items()}
    if arguments.name:
        name = arguments.name if arguments.name in values else _known(arguments.name)
        values = {name: values.get(name, "none")}
    if arguments.json:
        terminal.write(terminal.json(values, indent=2))
    elif arguments.name:
        terminal.write("".join(f"{value}\n" for value in values.values()))
    else:
        from handbook.render.text import TextRenderer

        renderer = TextRenderer(terminal.width, terminal.color, terminal.ascii)
        lines: list[str] = []
        for setting in SETTINGS:
            choices = f"{setting.values[0]} to {setting.values[-1]}" if setting.kind == "number" else ", ".join(values_of(setting))
            more = " or a region" if setting.kind == "region" else ""
            lines += renderer.wrapped([Span(f"{setting.name}: {values[setting.name]}", "strong")], "")
            lines += renderer.wrapped([Span(f"{setting.help} Choices: {choices}{more}.")], "    ")
        for name, key in shelf.settings.keys.items():
            lines += renderer.wrapped([Span(f"{KEY}{name}: {key}", "strong")], "")
        terminal.write("\n".join(lines) + "\n")


def _known(name: str) -> str:
    """The name of a setting or of a command's key, however it is spelt."""
    if name.startswith(KEY):
        from handbook.shelf.rebinding import command_named

        return f"{KEY}{command_named(name.removeprefix(KEY)).name}"
    return setting_named(name).name


def _change(shelf: Shelf, arguments: argparse.Namespace) -> str:
    """Change one; gives what to tell."""
    name, value = arguments.name, arguments.value
    if name.startswith(KEY):
        from handbook.shelf.rebinding import checked_key, command_named

        command = command_named(name.removeprefix(KEY))
        key = checked_key(command, "" if value == "default" else value, shelf.settings.keys)
        keep(shelf.store, f"{KEY}{command.name}", key)
        return f"{key} now means {command.title!r}" if key else f"{command.title!r} has only its usual key, {command.keys[0]}"
    setting = setting_named(name)
    chosen = ""
    if value.strip().lower() != "default":
        chosen = checked(setting, value, open_library_for(arguments).regions() if setting.kind == "region" else ())
    keep(shelf.store, setting.name, chosen)
    return told(setting, chosen or setting.default)
