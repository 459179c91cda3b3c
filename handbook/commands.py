"""The commands of the handbook: one table that feeds keys, footer, palette, help and line mode."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from handbook.errors import UsageError, did_you_mean

PLACES = ("browse", "read", "compare", "decide", "timeline", "present", "crisis", "help", "shelf", "review", "quiz", "choose")
"""Where a command may apply: the list of entries, the pages of the app, and lists to choose from."""

_PAGES = ("read", "compare", "decide", "timeline", "present", "crisis", "help", "shelf", "review", "quiz")
_SCREENS = ("browse", *_PAGES)


@dataclass(frozen=True)
class Command:
    """Something a reader can do.

    `name` is unique, in lower case, and names the method that does it. `keys` are as people write them;
    the first one is shown. `word` is what a reader types in line mode, empty if there is no such command there.
    """

    name: str
    keys: tuple[str, ...]
    title: str
    help: str
    where: tuple[str, ...]
    word: str = ""
    rank: int = 0
    """Its place in the footer, 1 before all others; 0 is never shown there."""


KINDS = ("medication", "therapy", "procedure", "role", "condition", "tip", "term", "comparison", "lesson")
"""The kinds of entries, in the order of their number keys."""

_KIND_COMMANDS = tuple(
    Command(f"kind_{kind}", (str(number),), f"only {name}", f"Show only {name}; again for all.", ("browse",))
    for number, (kind, name) in enumerate(
        zip(
            KINDS,
            ("medications", "therapies", "procedures", "roles", "conditions", "tips", "terms", "comparisons", "lessons"),
            strict=True,
        ),
        1,
    )
)

COMMANDS: tuple[Command, ...] = (
    Command("crisis", ("!",), "crisis", "Where to get help now. Works on every screen.", PLACES, "crisis", 1),
    Command("search", ("/",), "search", "Search by name, brand, or in your own words.", _SCREENS, "search", 7),
    Command("open", ("Enter",), "open", "Open the entry, or the link that you are on.", (*_SCREENS, "choose"), "open", 3),
    Command("back", ("Backspace", "Esc"), "back", "Go back to where you were.", (*_SCREENS, "choose"), "back", 4),
    Command("forward", (".", "Alt+Right"), "forward", "Go forward again.", _SCREENS, "forward"),
    Command("go_to", ("g",), "go to", "Go to an entry by its id or name.", _SCREENS, "go"),
    *_KIND_COMMANDS,
    Command("all_kinds", ("0",), "all kinds", "Show entries of all kinds.", ("browse",)),
    Command("order", ("O",), "order", "Order the list by kind, by family, by condition, or from A to Z.", ("browse",), "order", 11),
    Command("as_typed", ("u",), "as typed", "Search for the words as you typed them.", ("browse",), "typed", 5),
    Command("next_section", ("]",), "next section", "Go to the next section, row or step.", _PAGES, "next", 6),
    Command("previous_section", ("[",), "section before", "Go to the section, row or step before.", _PAGES, "previous"),
    Command("outline", ("o",), "outline", "Choose a section from a list.", _PAGES, "outline", 6),
    Command("find", ("f",), "find", "Find words on this page.", _PAGES, "find", 6),
    Command("find_next", ("n",), "next match", "Go to the next match.", _PAGES),
    Command("find_previous", ("N",), "match before", "Go to the match before.", _PAGES),
    Command("number_links", ("l",), "number links", "Number the links; then type a number to open one.", _PAGES, "links", 9),
    Command("next_link", ("Tab",), "next link", "Go to the next link.", _PAGES),
    Command("previous_link", ("Shift+Tab",), "link before", "Go to the link before.", _PAGES),
    Command("explain", ("t",), "term", "Explain a term of this section in place; again for the next.", (*_PAGES[:5], "quiz"), "term"),
    Command("depth", ("z",), "less or more", "Show everything, only the short answer, or the usual rows.", ("read",), "depth", 11),
    Command("sources", ("S",), "sources", "Go to the sources; Enter on one tells more about it.", (*_PAGES[:6], "quiz"), "sources"),
    Command("copy", ("y",), "copy", "Copy this section with its sources and the date, or a source's address.", _PAGES[:6], "copy"),
    Command("mark", ("c",), "mark", "Mark the entry for a comparison, or take the mark away.", ("browse", "read"), "mark", 8),
    Command("compare", ("v",), "compare", "Compare marked entries; on a condition, its first choices.", ("browse", "read"), "compare", 8),
    Command("lens", ("F",), "for", "Choose the condition of a comparison, or the age group of a decision.", ("compare", "decide"), "for", 5),
    Command("pick", ("p",), "pick rows", "Pick the rows that matter to you; they come first.", ("compare", "decide"), "pick", 8),
    Command("columns", ("C",), "columns", "Add or remove a column.", ("compare",), "columns", 10),
    Command("both", ("b",), "both", "Add or remove the column on both together.", ("compare",), "both", 5),
    Command("wait", ("w",), "wait", "Add or remove the column on waiting.", ("compare",), "wait", 5),
    Command("all_rows", ("a",), "all rows", "Show all rows, or the usual ones.", ("compare",), "all", 5),
    Command("differences", ("d",), "differences", "Show only rows that differ, or all of them.", ("compare",), "differences", 5),
    Command("swap", ("x",), "swap", "Move the first column to the end.", ("compare",), "swap", 6),
    Command("beside", ("r",), "rows", "Switch between columns and one row after another.", ("compare",)),
    Command("bookmark", ("m",), "bookmark", "Bookmark the entry, or take its bookmark away.", ("browse", "read"), "bookmark", 11),
    Command("note", ("e",), "note", "Write a note on the section that you are in.", ("read",), "note", 11),
    Command("shelf", ("M",), "shelf", "List your bookmarks, and on the full screen your notes.", _SCREENS, "bookmarks", 11),
    Command("history", ("h",), "history", "List what you read, to go back to it.", _SCREENS, "history", 11),
    Command("new_set", ("a",), "new set", "Begin a set of bookmarks.", ("shelf",), "", 5),
    Command("rename_set", ("r",), "rename", "Give a set of bookmarks another name.", ("shelf",), "rename", 5),
    Command("delete", ("d",), "delete", "Delete a bookmark, a note or a set.", ("shelf",), "delete", 5),
    Command("undo", ("u",), "undo", "Bring back what was deleted last.", ("shelf",), "undo", 5),
    Command("settings", (",",), "settings", "Choose colors, region, text width, keys and more.", _SCREENS, "settings", 11),
    Command("decide", ("D",), "decide", "See what there is to decide on for a condition.", ("browse", "read", "compare"), "decide", 5),
    Command("timeline", ("L",), "timeline", "See when what happens in a treatment.", ("browse", "read", "compare"), "timeline", 11),
    Command("review", ("R",), "review round", "See which entries are due for review.", ("browse",), "review"),
    Command("quiz", ("Q",), "quiz", "Answer questions from the lessons, and see why. On a lesson, its own.", _SCREENS, "quiz", 11),
    Command("present", ("P",), "present", "Present a lesson step by step, on a projector or by ear.", ("browse", "read"), "present", 5),
    Command("trainer", ("H",), "notes", "Show or hide the trainer's notes, and the answer to a question.", ("present",), "trainer", 5),
    Command("save", ("s",), "save", "Save this page as a file, to keep or to print; while presenting, the handout.", _PAGES[:6], "save", 8),
    Command("down", ("Down", "j"), "next line", "Go down one line.", (*_SCREENS, "choose")),
    Command("up", ("Up", "k"), "line before", "Go up one line.", (*_SCREENS, "choose")),
    Command("page_down", ("PageDown", "Space"), "next page", "Turn to the next page.", (*_SCREENS, "choose")),
    Command("page_up", ("PageUp",), "page before", "Turn back one page.", (*_SCREENS, "choose")),
    Command("home", ("Home",), "start", "Go to the first line.", (*_SCREENS, "choose")),
    Command("end", ("End",), "end", "Go to the last line.", (*_SCREENS, "choose")),
    Command("where", ("i",), "where am I", "Say in words where you are.", _SCREENS, "where", 10),
    Command("palette", (":", "Ctrl+P"), "commands", "Choose a command from a list.", _SCREENS, "commands", 9),
    Command("theme", ("T",), "theme", "Change the colors: dark, light, high contrast, or your terminal's own.", _SCREENS),
    Command("help", ("?", "F1"), "help", "Show the keys of this screen and all others.", _SCREENS, "help", 2),
    Command("quit", ("q", "Ctrl+Q", "Ctrl+C"), "quit", "Leave the handbook. Ctrl+Z only sets it aside; fg brings it back.", _SCREENS, "quit", 10),
)
"""All commands, in the order in which help lists them."""

BY_NAME: dict[str, Command] = {command.name: command for command in COMMANDS}
"""Name to command."""


def commands_in(place: str, table: Sequence[Command] = COMMANDS) -> list[Command]:
    """The commands that apply in a place, in the table's order."""
    return [command for command in table if place in command.where]


_NAMED = "Esc|Enter|Backspace|Tab|Space|Delete|Insert|Up|Down|Left|Right|PageUp|PageDown|Home|End|F[1-9]|F1[0-2]"
_KEY = re.compile(rf"[!-~]|(?:(?:Ctrl|Alt|Shift)\+)*(?:{_NAMED})|(?:Ctrl|Alt)\+[A-Za-z]")
"""A key as people write it: `x`, `F5`, `Shift+Tab`, `Ctrl+Q`."""


def rebound(keys: Mapping[str, Sequence[str]]) -> tuple[Command, ...]:
    """The table with other keys for some commands: name to its new keys, the first one being shown.

    A key that another command of the same place had goes over to the new one. Raises UsageError, with what to do,
    for an unknown command or key, a key given twice, a command left without a plain key, and for `crisis` without `!`.
    """
    for name, wanted in keys.items():
        if name not in BY_NAME:
            raise UsageError(f"there is no command {name!r}.{did_you_mean(name, list(BY_NAME))}")
        for key in wanted:
            if not _KEY.fullmatch(key):
                raise UsageError(f"{key!r} is no key, for {name}. Write keys such as x, F5, Shift+Tab or Ctrl+G")
    if "!" not in keys.get("crisis", "!"):
        raise UsageError("crisis keeps the key !, and may have others too")
    table = []
    for command in COMMANDS:
        taken = {key for name, wanted in keys.items() if set(BY_NAME[name].where) & set(command.where) for key in wanted}
        kept = tuple(dict.fromkeys(keys[command.name])) if command.name in keys else tuple(key for key in command.keys if key not in taken)
        table.append(replace(command, keys=kept))
    for command in table:
        if not any(_is_plain(key) for key in command.keys):
            raise UsageError(f"{command.name} is left without a plain key; give it one, such as a letter or F5")
        for other in table:
            if other is not command and set(other.where) & set(command.where) and (both := set(other.keys) & set(command.keys)):
                raise UsageError(f"{' and '.join(sorted(both))} cannot lead to both {command.name} and {other.name}")
    return tuple(table)


def _is_plain(key: str) -> bool:
    """Whether a key works everywhere: some terminals and screen readers take Esc, Ctrl and Alt for themselves."""
    return key != "Esc" and not key.startswith(("Ctrl+", "Alt+"))
