"""The table of commands agrees with itself and with what the screens can do."""

from __future__ import annotations

import re

import pytest
from textual.binding import Binding

from handbook.commands import BY_NAME, COMMANDS, KINDS, PLACES, commands_in
from handbook.content.rows import FOLDERS
from handbook.line.words import all_help
from handbook.tui.help import HelpPage
from handbook.tui.lines import Layout
from handbook.tui.screens.browse import BrowseScreen
from handbook.tui.screens.choose import ChooseScreen
from handbook.tui.screens.frame import Frame, keys_line
from handbook.tui.screens.page import PageScreen

SCREENS: dict[str, type[Frame]] = {
    "browse": BrowseScreen, "read": PageScreen, "compare": PageScreen, "decide": PageScreen, "timeline": PageScreen, "present": PageScreen, "crisis": PageScreen, "help": PageScreen, "shelf": PageScreen, "review": PageScreen, "quiz": PageScreen, "choose": ChooseScreen,
}  # fmt: skip


def test_names_and_words_stand_once() -> None:
    assert len(BY_NAME) == len(COMMANDS)
    words = [command.word for command in COMMANDS if command.word]
    assert len(set(words)) == len(words)


def test_kinds_are_those_of_the_content() -> None:
    assert tuple(FOLDERS) == KINDS


@pytest.mark.parametrize("place", PLACES)
def test_a_key_does_one_thing_in_a_place(place: str) -> None:
    keys = [key for command in commands_in(place) for key in command.keys]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_has_a_plain_key_and_a_sentence(command: object) -> None:
    from handbook.commands import Command

    assert isinstance(command, Command)
    assert any(not re.match(r"Esc|Ctrl|Alt", key) for key in command.keys)
    assert command.help.endswith(".")
    assert (command.help + command.title + "".join(command.keys)).isascii()
    assert set(command.where) <= set(PLACES)


@pytest.mark.parametrize("place", PLACES)
def test_every_command_of_a_place_has_its_action(place: str) -> None:
    for command in commands_in(place):
        assert callable(getattr(SCREENS[place], f"action_{command.name}", None)), command.name


def test_both_faces_explain_a_command_in_the_same_words() -> None:
    layout = Layout(10_000)
    HelpPage("browse").lay_out(layout)
    keys = " ".join(line.text.strip() for line in layout.lines)
    words = "\n".join(all_help())
    for command in COMMANDS:
        assert command.help in keys, command.name
        # Line mode lists, prints or reads what the full screen goes to; those three say so in words of their own.
        if command.word not in ("", "open", "search", "commands", "find", "sources", "copy"):
            assert f"{command.word}: {command.help}" in words, command.name


def test_crisis_is_one_key_away_on_every_screen() -> None:
    for place, screen in SCREENS.items():
        assert "crisis" in {command.name for command in commands_in(place)}
        assert any(isinstance(binding, Binding) and binding.key == "!" and binding.priority for binding in screen.BINDINGS)


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_the_footer_fits_and_names_the_crisis_key_from_40_columns(width: int) -> None:
    for place in ("browse", "read", "compare"):
        text = "".join(span.text for span in keys_line(commands_in(place), width, typing=False))
        assert len(text) <= width
        assert width < 40 or "! crisis" in text


def test_while_typing_the_footer_shows_no_letters() -> None:
    text = "".join(span.text for span in keys_line(commands_in("browse"), 200, typing=True))
    assert all(len(key) > 1 or key == "!" for key in (part.split(" ")[0] for part in text.split("  ")))
